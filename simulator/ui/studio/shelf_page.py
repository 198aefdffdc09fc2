"""The shelf of the Studio: a person's own scenarios, those that come with the program, and the people they are with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import studio as say
from simulator.messages.sentences import studio_shelf as shelf
from simulator.messages.sentences.first_evening import TOUR
from simulator.messages.sentences.giving import OPEN_FILE
from simulator.messages.sentences.new_scenario import NEW
from simulator.messages.sentences.shelf import OPEN_FOLDER
from simulator.messages.sentences.studio_editor import EDIT_COPY
from simulator.services.studio import StudioItem
from simulator.ui.look import Look
from simulator.ui.studio.people_fold import PeopleFold
from simulator.ui.studio.shelf_row import READABLE, FirstRow, ShelfHeading, ShelfRow, part_of
from simulator.ui.studio.unsaved_card import UnsavedCard
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.card_shelf import CardShelf
from simulator.ui.widgets.empty_state import EmptyState
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import column, scrolling
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import Paragraph, text_label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from simulator.scenario.diagnostics.diagnostic import Diagnostic
    from simulator.scenario.library_index import Card
    from simulator.services.shared_files import SharedFile

_STACKED_BELOW = 760
_GAP = 12


class ShelfPage(QWidget):
    """What can be written here, from the top: something new, one's own scenarios, those of the program, and the people."""

    chosen = Signal(StudioItem)
    folder_wanted = Signal()
    edit_wanted = Signal(StudioItem)
    new_wanted = Signal()
    tour_wanted = Signal()

    def __init__(self, look: Look, first_fault: Callable[[Card], Diagnostic | None]) -> None:
        super().__init__()
        self._look = look
        self._first_fault = first_fault
        self._items: tuple[StudioItem, ...] = ()
        self._firsts: frozenset[int] = frozenset()
        self._here: int | None = None
        self._widest = 0
        inside = self._inside = QWidget()
        box = column(inside, spacing=6)
        box.setContentsMargins(40, 28, 40, 28)
        box.addWidget(text_label(look.say(say.TITLE()), "title"))
        box.addWidget(Paragraph(look.say(say.LEAD()), round(READABLE * look.scale), "quiet"))
        box.addSpacing(8)
        box.addWidget(self._ways())
        self._said = text_label("", "body")
        self._said.hide()
        box.addWidget(self._said)
        self.unsaved = UnsavedCard(look)
        box.addWidget(self.unsaved)
        self.empty = EmptyState(look.say(shelf.EMPTY()), look.say(OPEN_FOLDER()), look.scale)
        self.empty.button.clicked.connect(self.folder_wanted)
        box.addWidget(self.empty)
        self.empty.hide()
        none = shelf.OWN_NONE(new=NEW(), copy=EDIT_COPY())
        self._none_own = ShelfHeading(shelf.OWN(), none, look)
        box.addWidget(self._none_own)
        self.scenarios = CardShelf(self._row, gap=_GAP)
        self.scenarios.cards_changed.connect(lambda: tab_in_reading_order(inside))
        box.addWidget(self.scenarios)
        self._people_heading = ShelfHeading(shelf.PEOPLE(), shelf.PEOPLE_SAID(), look)
        box.addWidget(self._people_heading)
        self.people = PeopleFold(look)
        box.addWidget(self.people)
        box.addStretch(1)
        self._area = scrolling(inside, look.say(say.ALL_FILES()))
        column(self).addWidget(self._area)
        self.scenarios.watch(self._area)

    def _ways(self) -> QWidget:
        """Where one can begin."""
        look = self._look
        self.new_button = Button(look.say(NEW()), "primary")
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button = Button(look.say(OPEN_FILE()), "quiet")
        self.people_button = Button("", "quiet")
        self.people_button.clicked.connect(self._go_to_people)
        self.tour_button = Button(look.say(TOUR()), "quiet")
        self.tour_button.clicked.connect(self.tour_wanted)
        ways = Flow()
        for button in (self.new_button, self.open_button, self.people_button, self.tour_button):
            ways.items.addWidget(button)
        return ways

    def show_shelf(self, items: tuple[StudioItem, ...], at: Card | None = None) -> None:
        """Show scenarios; the keyboard goes to that of ``at``, or else to where a new one is begun."""
        self.empty.setVisible(not items)
        self._none_own.setVisible(bool(items) and all(part_of(item) is not shelf.OWN for item in items))
        self._said.hide()
        if items != self._items:
            self._items = items
            parts = [part_of(item) for item in items]
            self._firsts = frozenset(parts.index(part) for part in set(parts))
            self._widest = self._widest_aside()
            self.scenarios.show_cards(len(items), lambda _number: True)
        places = {_place(item.card): number for number, item in enumerate(items)} if at is not None else {}
        self._here = places.get(_place(at)) if at is not None else None
        if self.isVisible():
            self._take_keyboard()

    def show_people(self, files: tuple[SharedFile, ...]) -> None:
        """Show the people and reaction graphs that there are."""
        self.people.show_files(files)
        words = self._look.say(shelf.TO_PEOPLE(count=len(files)))
        self.people_button.show_words(words)

    def say(self, words: str) -> None:
        """Tell something above the shelf until it is shown anew."""
        self._said.setText(words)
        self._said.show()

    def items(self) -> tuple[StudioItem, ...]:
        """What is on the shelf, in the order in which it is shown."""
        return self._items

    def row(self, number: int) -> ShelfRow:
        """The row of a number, brought into view; it is made if nobody has come to it yet."""
        return _row_in(self.scenarios.bring_into_view(number))

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where it was, or where one begins."""
        super().showEvent(event)
        self._take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons go below the words where both would be too narrow."""
        super().resizeEvent(event)
        for _number, card in self.scenarios.made():
            self._arrange(_row_in(card))

    def _take_keyboard(self) -> None:
        if self._here is None:
            self.new_button.setFocus()
        else:
            self.row(self._here).edit_button.setFocus()

    def _go_to_people(self) -> None:
        """Show the people, with the keyboard on the first of them."""
        self.people.set_open(True)
        for row in self.people.rows[:1]:
            row.edit_button.setFocus()
        QTimer.singleShot(0, self, self._scroll_to_people)

    def _scroll_to_people(self) -> None:
        self._area.verticalScrollBar().setValue(self._people_heading.y())

    def _arrange(self, row: ShelfRow) -> None:
        stacked = self.width() < _STACKED_BELOW * (0.5 + 0.5 * self._look.scale)
        row.aside.setMinimumWidth(0 if stacked else self._widest)
        row.stack(stacked)

    def _row(self, number: int) -> QWidget:
        item = self._items[number]
        row = ShelfRow(item, self._look, self._first_fault(item.card))
        row.edit_wanted.connect(self.edit_wanted)
        row.chosen.connect(self.chosen)
        self._arrange(row)
        return FirstRow(item, row, self._look) if number in self._firsts else row

    def _widest_aside(self) -> int:
        """The width in pixels that the buttons of every row have room in, so that all rows are alike.

        They are measured once for each kind of words that there are.
        """
        kinds = {(bool(item.card.problems), item.proof is None, item.shipped): item for item in self._items}
        samples = [ShelfRow(item, self._look) for item in kinds.values()]
        for sample in samples:
            sample.ensurePolished()
        widest = max((sample.aside.sizeHint().width() for sample in samples), default=0)
        for sample in samples:
            sample.deleteLater()
        return widest


def _row_in(card: QWidget) -> ShelfRow:
    row = card.row if isinstance(card, FirstRow) else card
    assert isinstance(row, ShelfRow)
    return row


def _place(card: Card) -> tuple[Path, str]:
    return card.root, card.path
