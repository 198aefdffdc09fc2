"""The library: every scenario as a card, with what it practises and how far you have come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from simulator.alliance import Family
from simulator.messages import Listed, Message
from simulator.messages.sentences import shelf as say
from simulator.patient import Verdict
from simulator.services.practice import Progress, Shelf, ShelfItem
from simulator.ui.look import Look
from simulator.ui.practice.portrait_view import PortraitView
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.family_mark import FamilyMark
from simulator.ui.widgets.layouts import PANEL, Card, clear, column, row, scrolling
from simulator.ui.widgets.text import text_label

_CARD_WIDTH = 360
_PORTRAIT = 84
_MOST_LEFT_OUT: Final = 8
_BEST: Final = {
    Verdict.REPAIRED: say.REPAIRED,
    Verdict.PARTLY: say.PARTLY,
    Verdict.TRANSFER: say.TRANSFER,
}


class ScenarioCard(Card):
    """One scenario on the shelf."""

    chosen = Signal(ShelfItem)
    resumed = Signal(ShelfItem)
    earlier_wanted = Signal(ShelfItem)

    def __init__(self, item: ShelfItem, look: Look) -> None:
        super().__init__(margin=20, spacing=10)
        self.item = item
        self._look = look
        card = item.card
        top = row(spacing=14)
        portrait = PortraitView(look, width=_PORTRAIT)
        portrait.show_person(card.portrait)
        top.addWidget(portrait)
        words = column(spacing=2)
        words.addWidget(text_label(card.title, "heading"))
        if card.patient_name:
            person = say.PERSON(name=card.patient_name, age=card.patient_age, work=card.patient_work)
            words.addWidget(text_label(look.say(person), "small"))
        words.addStretch(1)
        top.addLayout(words, 1)
        self.body.addLayout(top)
        self.body.addWidget(text_label(card.about, "body"))
        if card.objectives:
            practised = say.PRACTISE_TO(objectives=Listed(card.objectives))
            self.body.addWidget(text_label(look.say(practised), "quiet"))
        families = row(spacing=14)
        for family in card.families:
            families.addWidget(FamilyMark(look, Family(family), family, wrap=False))
        families.addStretch(1)
        self.body.addLayout(families)
        self._facts = text_label("", "small")
        self.body.addWidget(self._facts)
        self.body.addStretch(1)
        self._buttons = row(spacing=8)
        self.body.addLayout(self._buttons)
        self._show()

    def show_progress(self, item: ShelfItem) -> None:
        """Show how far the trainee has come; the keyboard stays on the card if it was there."""
        if item.progress == self.item.progress:
            return
        had_focus = self.first_button.hasFocus()
        self.item = item
        self._show()
        if had_focus:
            self.first_button.setFocus()

    def _show(self) -> None:
        self._facts.setText(_facts(self.item, self._look))
        clear(self._buttons)
        self._fill(self._buttons)

    def _fill(self, buttons: QHBoxLayout) -> None:
        item, say_it = self.item, self._look.say
        progress, title = item.progress or Progress(), item.card.title
        resuming = bool(progress.unfinished)
        word, name = (say.START_AGAIN, say.START_AGAIN_NAMED) if resuming else (say.OPEN, say.OPEN_NAMED)
        self.open_button = Button(say_it(word()), "plain" if resuming else "primary", name=say_it(name(title=title)))
        self.open_button.setEnabled(not item.card.problems)
        self.open_button.clicked.connect(lambda: self.chosen.emit(item))
        self.first_button = self.open_button
        if resuming:
            resume = Button(say_it(say.RESUME()), "primary", name=say_it(say.RESUME_NAMED(title=title)))
            resume.clicked.connect(lambda: self.resumed.emit(item))
            self.first_button = resume
            buttons.addWidget(resume)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        if progress.ended or len(progress.unfinished) > 1:
            earlier = Button(say_it(say.LOOK_BACK()), "quiet", name=say_it(say.LOOK_BACK_NAMED(title=title)))
            earlier.clicked.connect(lambda: self.earlier_wanted.emit(item))
            buttons.addWidget(earlier)


def _facts(item: ShelfItem, look: Look) -> str:
    card = item.card
    if card.problem is not None:
        return look.say(say.SAME_ID(why=card.problem))
    if card.problems:
        return look.say(say.BROKEN(count=card.problems, file=str(card.root / card.path)))
    told = [say.DIFFICULTY(level=card.difficulty), say.MINUTES(minutes=card.minutes), *_told(item.progress)]
    return " · ".join(map(look.say, told))


def _told(progress: Progress | None) -> list[Message]:
    """How far the trainee has come; nothing where that is not known."""
    if progress is None:
        return []
    unfinished = [say.UNFINISHED(count=len(progress.unfinished))] if progress.unfinished else []
    if not progress.ended:
        return unfinished or [say.NOT_PLAYED()]
    if progress.best is None:
        return [say.ENDED(count=progress.ended), *unfinished]
    return [say.ENDED_BEST(count=progress.ended, best=_BEST[progress.best]()), *unfinished]


class LibraryPage(QWidget):
    """The shelf of scenarios."""

    chosen = Signal(ShelfItem)
    resumed = Signal(ShelfItem)
    earlier_wanted = Signal(str)
    """Earlier conversations of a scenario by its id; of all where it is empty."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shelf = Shelf(())
        self._cards: list[ScenarioCard] = []
        self._columns = 0
        inside = QWidget()
        box = column(inside, margin=PANEL, spacing=6)
        box.setContentsMargins(40, 28, 40, 28)
        head = row(spacing=12)
        head.addWidget(text_label(look.say(say.QUESTION()), "title"), 1)
        self.earlier_button = Button(look.say(say.EARLIER()), "quiet")
        self.earlier_button.clicked.connect(lambda: self.earlier_wanted.emit(""))
        head.addWidget(self.earlier_button)
        box.addLayout(head)
        self._lead = text_label("", "quiet")
        box.addWidget(self._lead)
        box.addSpacing(14)
        self._grid = QGridLayout()
        self._grid.setSpacing(20)
        box.addLayout(self._grid)
        self._left_out = text_label("", "small")
        box.addSpacing(8)
        box.addWidget(self._left_out)
        box.addStretch(1)
        outer = column(self)
        outer.addWidget(scrolling(inside, look.say(say.REGION())))

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the scenarios of the library, and what is on no shelf."""
        self._shelf = shelf
        self._lead.setText(self._look.say(say.LEAD() if shelf.items else say.EMPTY()))
        clear(self._grid)
        self._cards = [self._card(item) for item in shelf.items]
        self._columns = 0
        self._lay_out()
        self._show_left_out(shelf)

    def show_progress(self, progress: Mapping[str, Progress]) -> None:
        """Show how far the trainee has come in each of them."""
        self._shelf = self._shelf.with_progress(progress)
        for card, item in zip(self._cards, self._shelf.items, strict=True):
            card.show_progress(item)

    def _show_left_out(self, shelf: Shelf) -> None:
        left = shelf.left_out
        told = [say.LEFT_OUT_ONE(path=one.path, reason=one.reason) for one in left[:_MOST_LEFT_OUT]]
        if len(left) > _MOST_LEFT_OUT:
            told.append(say.AND_MORE(count=len(left) - _MOST_LEFT_OUT))
        self._left_out.setText("\n".join(map(self._look.say, (say.LEFT_OUT(count=len(left)), *told))) if left else "")
        self._left_out.setVisible(bool(left))

    def cards(self) -> list[ScenarioCard]:
        """The cards in the order in which they are shown."""
        return list(self._cards)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on the first scenario."""
        super().showEvent(event)
        for card in self._cards:
            if card.first_button.isEnabled():
                card.first_button.setFocus()
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        self._lay_out()

    def _card(self, item: ShelfItem) -> ScenarioCard:
        card = ScenarioCard(item, self._look)
        card.chosen.connect(self.chosen)
        card.resumed.connect(self.resumed)
        card.earlier_wanted.connect(lambda item: self.earlier_wanted.emit(item.card.id))
        return card

    def _lay_out(self) -> None:
        wide = round(_CARD_WIDTH * (0.5 + 0.5 * self._look.scale))
        columns = max(1, min(3, (self.width() - 80) // wide))
        if columns == self._columns:
            return
        self._columns = columns
        for column_index in range(3):
            self._grid.setColumnStretch(column_index, 1 if column_index < columns else 0)
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // columns, index % columns)
