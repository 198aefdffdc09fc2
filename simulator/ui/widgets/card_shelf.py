"""A shelf of many cards, of which only those in sight and beside it are made: a thousand open as quickly as three."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QWidget

from simulator.ui.widgets.row_heights import RowHeights

_READY_BEYOND: Final = 0.5
"""Cards are made ready so far above and below what is in sight, in heights of it."""

_KEPT_BEYOND: Final = 2.0
"""Cards further off than this are taken away again, so that a change of the text size has few to dress."""


class CardShelf(QWidget):
    """Cards in rows of as many columns as are wanted, in a page that scrolls.

    ``make`` makes the card of a number. The first and the last that the keyboard can reach are always there, and so are
    the nearest ones before and after the one it is on: Tab leads through all of them as if they had been made. What is
    seen stays where it is while the heights of others become known.
    """

    cards_changed = Signal()
    """Other cards are there than before."""

    def __init__(self, make: Callable[[int], QWidget], *, gap: int) -> None:
        super().__init__()
        self._make = make
        self._gap = gap
        self._count = 0
        self._columns = 1
        self._reachable: Callable[[int], bool] = lambda _number: True
        self._made: dict[int, QWidget] = {}
        self._rows = RowHeights(0, gap)
        self._area: QScrollArea | None = None
        self._aim: int | None = None
        self._settling = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._make_ready)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)
        self.setFixedHeight(0)

    def watch(self, area: QScrollArea) -> None:
        """Follow what is in sight of the page around this shelf, and where the keyboard is."""
        self._area = area
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._range_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._settle)

    def show_cards(self, count: int, reachable: Callable[[int], bool]) -> None:
        """Show so many cards, all made anew; ``reachable`` tells whether the keyboard can go to that of a number."""
        self._settling = True
        self._drop(list(self._made))
        self._settling = False
        self._count = count
        self._reachable = reachable
        self._begin_rows(self._columns)

    def set_columns(self, columns: int) -> None:
        """Put so many cards side by side."""
        if columns != self._columns:
            self._begin_rows(columns)

    @property
    def columns(self) -> int:
        """How many cards stand side by side."""
        return self._columns

    @property
    def count(self) -> int:
        """How many cards there are, made or not."""
        return self._count

    def made(self) -> Iterator[tuple[int, QWidget]]:
        """The cards that are there, with their numbers, in the order in which they are read."""
        for number in sorted(self._made):
            yield number, self._made[number]

    def card(self, number: int) -> QWidget:
        """The card of a number, made now if it was not there."""
        if number not in self._made:
            self._put_in([number])
            self._settle(keep=self._row_of(number))
        return self._made[number]

    def bring_into_view(self, number: int) -> QWidget:
        """The card of a number, scrolled to where all of it can be seen if there is room for it."""
        card = self.card(number)
        area = self._area
        if area is not None and self.isVisible():
            row = self._row_of(number)
            top, bottom = self._sight()
            high = self._rows.height(row) + self._gap
            begins = self._rows.top(row)
            if begins - self._gap < top or high > bottom - top:
                self._go_to(begins - self._gap)
            elif begins + high > bottom:
                self._go_to(begins + high - (bottom - top))
            self._settle(keep=row)
        return card

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is in sight."""
        super().showEvent(event)
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width gives other heights."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._begin_rows(self._columns)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Something above the shelf came or went, so others are in sight."""
        super().moveEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """A card wants another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    # Which cards are there.

    def _begin_rows(self, columns: int) -> None:
        """Measure all rows anew; the card that is read at the top of what is in sight stays there."""
        top, _ = self._sight()
        read = self._rows.at(top) * self._columns if top > 0 and self._rows.count else None
        self._columns = columns
        self._rows = RowHeights(-(-self._count // columns), self._gap)
        self._aim = None
        self._settle(read=read)

    def _scrolled(self) -> None:
        if not self._settling:
            self._aim = None
        self._settle()

    def _range_changed(self) -> None:
        """The page has taken in the new height of the shelf, so that it can be scrolled to where it was."""
        if self._aim is not None:
            self._go_to(self._aim)
            self._aim = None
        self._settle()

    def _settle(self, *_news: object, keep: int | None = None, read: int | None = None) -> None:
        """Make the cards that are in sight now, or needed by the keyboard, and put all of them in their places."""
        if self._settling or self._area is None or not self.isVisible() or not self.width():
            return
        self._settling = True
        try:
            self._fill(0.0, keep, read)
        finally:
            self._settling = False
        self._later.start()

    def _make_ready(self) -> None:
        """Make those beside what is in sight, and take away those far from it."""
        if self._area is None or not self.isVisible():
            return
        self._settling = True
        try:
            self._fill(_READY_BEYOND)
            top, bottom = self._sight()
            beyond = round(_KEPT_BEYOND * (bottom - top))
            near = {*self._rows.between(top - beyond, bottom + beyond), *self._always()}
            self._drop([number for number in self._made if self._row_of(number) not in near])
        finally:
            self._settling = False

    def _fill(self, beyond: float, keep: int | None = None, read: int | None = None) -> None:
        """Make what is in sight and ``beyond`` heights of it above and below; what is read at the top stays where it is.

        The row ``keep`` is made too; the card ``read`` is what is read, where that is known already.
        """
        if not self._rows.count:
            self._place()
            return
        top, bottom = self._sight()
        high = bottom - top
        held, below = self._held(top, bottom, read)
        after = bottom - self._rows.total if read is None and self._at_end() else None
        self._measure()
        if self._rows.unknown:
            self._put_in_rows({held})
        while True:
            if after is not None:
                top = self._rows.total + after - high
            elif below is not None:
                top = self._rows.top(held) - below
            around = round(beyond * high)
            wanted = {*self._rows.between(top - around, top + high + around), *self._always()}
            if not self._put_in_rows(wanted if keep is None else wanted | {keep}):
                break
        self._place()
        if below is not None:
            self._go_to(top)

    def _held(self, top: int, bottom: int, read: int | None) -> tuple[int, int | None]:
        """The row that stays where it is seen, and how far below the top that is; ``None`` at the very top of the page.

        It is the first in sight that was measured, so that one above it which becomes known now does not push it down.
        """
        if read is not None:
            return min(self._rows.count - 1, self._row_of(read)), 0
        known = (row for row in self._rows.between(top, bottom) if self._rows.is_known(row))
        row = next(known, self._rows.at(top))
        return row, self._rows.top(row) - top if top > 0 else None

    def _always(self) -> set[int]:
        """Rows that Tab needs: the first and last it can come to, and those around the one that it is on."""
        if not self._count:
            return set()
        last = self._count - 1
        numbers = {self._next(0, 1), self._next(last, -1)}
        here = self._has_keyboard()
        if here is not None:
            numbers |= {here, self._next(here + 1, 1), self._next(here - 1, -1)}
        return {self._row_of(number) for number in numbers if number is not None}

    def _next(self, number: int, step: int) -> int | None:
        """The first that the keyboard can reach from a number on."""
        while 0 <= number < self._count:
            if self._reachable(number):
                return number
            number += step
        return None

    def _has_keyboard(self) -> int | None:
        widget = QApplication.focusWidget()
        while widget is not None and widget.parentWidget() is not self:
            widget = widget.parentWidget()
        return next((number for number, card in self._made.items() if card is widget), None) if widget else None

    def _put_in_rows(self, rows: Iterable[int]) -> bool:
        """Make the cards of some rows that are not there, and measure these; false if all were there."""
        missing = [number for row in sorted(rows) for number in self._numbers(row) if number not in self._made]
        if missing:
            self._put_in(missing)
            self._measure()
        return bool(missing)

    def _put_in(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            card = self._made[number] = self._make(number)
            card.setParent(self)
            card.ensurePolished()
        self.cards_changed.emit()

    def _drop(self, numbers: list[int]) -> None:
        for number in numbers:
            card = self._made.pop(number)
            card.hide()
            card.setParent(None)
            card.deleteLater()
        if numbers:
            self.cards_changed.emit()

    # Where they stand.

    def _row_of(self, number: int) -> int:
        return number // self._columns

    def _numbers(self, row: int) -> range:
        return range(row * self._columns, min(self._count, (row + 1) * self._columns))

    def _wide(self) -> int:
        return (self.width() - self._gap * (self._columns - 1)) // self._columns

    def _measure(self) -> None:
        """Measure the rows of which all cards are there."""
        heights: dict[int, int] = {}
        wide = self._wide()
        for row in {self._row_of(number) for number in self._made}:
            cards = [self._made.get(number) for number in self._numbers(row)]
            there = [card for card in cards if card is not None]
            if len(there) == len(cards):
                heights[row] = max(_height(card, wide) for card in there)
        if heights:
            self._rows.learn(heights)

    def _place(self) -> None:
        wide = self._wide()
        for number, card in self._made.items():
            row, column = divmod(number, self._columns)
            card.setGeometry(column * (wide + self._gap), self._rows.top(row), wide, self._rows.height(row))
            card.show()
        if self.height() != self._rows.total:
            self.setFixedHeight(self._rows.total)

    def _sight(self) -> tuple[int, int]:
        """Between which places of the shelf the page can be seen; they may lie beyond its ends."""
        area = self._area
        page = area.widget() if area is not None else None
        if area is None or page is None:
            return 0, 0
        top = area.verticalScrollBar().value() - self.mapTo(page, QPoint(0, 0)).y()
        if self._aim is not None:
            top = self._aim
        # Nothing scrolls sideways here and there is no frame, so that what is in sight is as high as the area. To ask for its
        # viewport would load every kind of widget there is, which takes a tenth of the time to the first window.
        return top, top + area.height()

    def _at_end(self) -> bool:
        """Whether the page is scrolled as far down as it goes, where it stays then."""
        bar = self._area.verticalScrollBar() if self._area is not None else None
        return bar is not None and bar.value() == bar.maximum() > 0

    def _go_to(self, top: int) -> None:
        """Scroll so that what can be seen begins at a place of the shelf, now or as soon as the page is high enough."""
        area = self._area
        page = area.widget() if area is not None else None
        if area is None or page is None:
            return
        bar = area.verticalScrollBar()
        value = top + self.mapTo(page, QPoint(0, 0)).y()
        was, self._settling = self._settling, True
        bar.setValue(value)
        self._settling = was
        self._aim = None if bar.value() == max(0, value) else top


def _height(card: QWidget, wide: int) -> int:
    needed = card.heightForWidth(wide)
    return max(needed if needed >= 0 else card.sizeHint().height(), card.minimumHeight())
