"""The shelf of the Studio: every scenario file, what is known of it, and a button that tries everything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import studio as say
from simulator.messages.sentences import studio_editor as editing
from simulator.messages.sentences.first_evening import TOUR
from simulator.messages.sentences.giving import OPEN_FILE
from simulator.messages.sentences.new_scenario import NEW
from simulator.messages.sentences.shelf import OPEN_FOLDER
from simulator.messages.sentences.studio_shelf import EMPTY
from simulator.messages.sentences.text import AS_WRITTEN
from simulator.services.standings import STANDING_WORDS
from simulator.services.studio import StudioItem
from simulator.ui.look import Look
from simulator.ui.studio.marks import Mark, MarkedWord
from simulator.ui.studio.people_fold import PeopleFold
from simulator.ui.studio.unsaved_card import UnsavedCard
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.card_shelf import CardShelf
from simulator.ui.widgets.empty_state import EmptyState
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import Card as Surface
from simulator.ui.widgets.layouts import column, scrolling
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import Paragraph, text_label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from simulator.scenario.diagnostics.diagnostic import Diagnostic
    from simulator.scenario.library_index import Card

_STACKED_BELOW = 760
_READABLE = 860
_GAP = 12


class ShelfRow(Surface):
    """One scenario file."""

    chosen = Signal(StudioItem)
    edit_wanted = Signal(StudioItem)

    def __init__(self, item: StudioItem, look: Look, fault: Diagnostic | None = None) -> None:
        super().__init__(margin=18, spacing=0)
        self.item = item
        self._look = look
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(20)
        self.body.addLayout(self._box)
        words = column(spacing=4)
        words.addWidget(text_label(item.card.title, "heading"))
        facts = text_label(self._facts(), "small-quiet")
        facts.setToolTip(str(item.card.root / item.card.path))
        words.addWidget(facts)
        if fault is not None:
            words.addWidget(
                text_label(look.say(editing.FIRST_FAULT(line=str(fault.span.line), what=fault.message)), "small")
            )
        if item.card.about:
            words.addWidget(Paragraph(item.card.about, round(_READABLE * look.scale)))
        words.addStretch(1)
        self._box.addLayout(words, 1)
        self.aside = QWidget()
        aside = column(self.aside, spacing=8)
        aside.addWidget(self._state())
        word, named = self._words()
        self.button = Button(look.say(word()), "plain", name=look.say(named(title=item.card.title)))
        self.button.clicked.connect(lambda: self.chosen.emit(item))
        aside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        edit = look.say((editing.EDIT_COPY if item.shipped else editing.EDIT)())
        self.edit_button = Button(edit, "quiet", name=look.say(editing.EDIT_IT(button=edit, title=item.card.title)))
        self.edit_button.clicked.connect(lambda: self.edit_wanted.emit(item))
        aside.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignLeft)
        aside.addStretch(1)
        self._box.addWidget(self.aside)

    def stack(self, stacked: bool) -> None:
        """Put the button below the words, or beside them."""
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

    def _facts(self) -> str:
        card = self.item.card
        whose = say.COMES_WITH() if self.item.shipped else say.YOUR_OWN()
        path = str(card.root / card.path) if self.item.brought else card.path
        known = () if card.problems else (say.DIFFICULTY(level=card.difficulty),)
        standing = STANDING_WORDS.get(self.item.standing)
        stands = (standing(),) if standing is not None else ()
        return " · ".join(map(self._look.say, (AS_WRITTEN(words=path), *known, whose, *stands)))

    def _words(self) -> tuple[Sentence, Sentence]:
        """What stands on the button, and its name with the scenario's title."""
        if self.item.proof is not None:
            return say.SHOW_FOUND, say.SHOW_FOUND_NAMED
        return (say.SHOW_FAULTS, say.SHOW_FAULTS_NAMED) if self.item.card.problems else (say.TRY, say.TRY_NAMED)

    def _state(self) -> MarkedWord:
        mark, words = self._known()
        return MarkedWord(self._look, mark, self._look.say(words))

    def _known(self) -> tuple[Mark | None, Message]:
        if self.item.card.problems:
            return Mark.ERROR, say.ERRORS(count=self.item.card.problems)
        if self.item.proof is None:
            return None, say.NOT_TRIED()
        warnings = len(self.item.proof.diagnostics)
        return (Mark.WARNING, say.TRIED_WARNINGS(count=warnings)) if warnings else (Mark.CLEAN, say.TRIED_CLEAN())


class ShelfPage(QWidget):
    """Every scenario file in a row of its own."""

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
        self._here: int | None = None
        self._widest = 0
        inside = self._inside = QWidget()
        box = column(inside, spacing=6)
        box.setContentsMargins(40, 28, 40, 28)
        box.addWidget(text_label(look.say(say.QUESTION()), "title"))
        self._lead = Paragraph("", round(_READABLE * look.scale), "quiet")
        box.addWidget(self._lead)
        self.new_button = Button(look.say(NEW()), "primary")
        self.new_button.clicked.connect(self.new_wanted)
        box.addSpacing(8)
        self.open_button = Button(look.say(OPEN_FILE()), "quiet")
        self.tour_button = Button(look.say(TOUR()), "quiet")
        self.tour_button.clicked.connect(self.tour_wanted)
        ways = Flow()
        for button in (self.new_button, self.open_button, self.tour_button):
            ways.items.addWidget(button)
        box.addWidget(ways)
        self._said = text_label("", "body")
        self._said.hide()
        box.addWidget(self._said)
        self.people = PeopleFold(look)
        box.addWidget(self.people)
        self.unsaved = UnsavedCard(look)
        box.addWidget(self.unsaved)
        box.addSpacing(14)
        self.empty = EmptyState(look.say(EMPTY()), look.say(OPEN_FOLDER()), look.scale)
        self.empty.button.clicked.connect(self.folder_wanted)
        box.addWidget(self.empty)
        self.empty.hide()
        self.scenarios = CardShelf(self._row, gap=_GAP)
        self.scenarios.cards_changed.connect(lambda: tab_in_reading_order(inside))
        box.addWidget(self.scenarios)
        box.addStretch(1)
        area = scrolling(inside, look.say(say.ALL_FILES()))
        column(self).addWidget(area)
        self.scenarios.watch(area)

    def show_shelf(self, items: tuple[StudioItem, ...], at: Card | None = None) -> None:
        """Show scenario files; the keyboard goes to that of ``at``, or else to the first."""
        self._lead.setText(self._look.say(say.LEAD()))
        self.empty.setVisible(not items)
        self._said.hide()
        if items != self._items:
            self._items = items
            self._widest = self._widest_aside()
            self.scenarios.show_cards(len(items), lambda _number: True)
        places = {_place(item.card): number for number, item in enumerate(items)} if at is not None else {}
        self._here = places.get(_place(at)) if at is not None else None
        if self.isVisible():
            self._take_keyboard()

    def say(self, words: str) -> None:
        """Tell something above the shelf until it is shown anew."""
        self._said.setText(words)
        self._said.show()

    def items(self) -> tuple[StudioItem, ...]:
        """What is on the shelf, in the order in which it is shown."""
        return self._items

    def row(self, number: int) -> ShelfRow:
        """The row of a number, brought into view; it is made if nobody has come to it yet."""
        row = self.scenarios.bring_into_view(number)
        assert isinstance(row, ShelfRow)
        return row

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where it was, or on the first scenario."""
        super().showEvent(event)
        self._take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons go below the words where both would be too narrow."""
        super().resizeEvent(event)
        for _number, row in self.scenarios.made():
            if isinstance(row, ShelfRow):
                self._arrange(row)

    def _take_keyboard(self) -> None:
        if self._items:
            self.row(self._here or 0).button.setFocus()

    def _arrange(self, row: ShelfRow) -> None:
        stacked = self.width() < _STACKED_BELOW * (0.5 + 0.5 * self._look.scale)
        row.aside.setMinimumWidth(0 if stacked else self._widest)
        row.stack(stacked)

    def _row(self, number: int) -> ShelfRow:
        item = self._items[number]
        row = ShelfRow(item, self._look, self._first_fault(item.card))
        row.edit_wanted.connect(self.edit_wanted)
        row.chosen.connect(self.chosen)
        self._arrange(row)
        return row

    def _widest_aside(self) -> int:
        """The width in pixels that the state and the button of every row have room in, so that all rows are alike.

        They are measured once for each kind of words that there are; a number counts by its digits.
        """
        kinds = {_kind(item): item for item in self._items}
        samples = [ShelfRow(item, self._look) for item in kinds.values()]
        for sample in samples:
            sample.ensurePolished()
        widest = max((sample.aside.sizeHint().width() for sample in samples), default=0)
        for sample in samples:
            sample.deleteLater()
        return widest


def _kind(item: StudioItem) -> tuple[object, object]:
    """What the words about a scenario depend on."""
    return _in_words(item.card.problems), item.proof and _in_words(len(item.proof.diagnostics))


def _in_words(count: int) -> tuple[int, int]:
    """None, one or several, and how many digits."""
    return min(count, 2), len(str(count))


def _place(card: Card) -> tuple[Path, str]:
    return card.root, card.path
