"""The library: every scenario as a card, with what it practises and how far you have come."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from simulator.alliance.reactions import Family
from simulator.messages.message import Listed, Message, Sentence
from simulator.messages.sentences import shelf as say
from simulator.patient.verdicts import Verdict
from simulator.services.practice import Progress, Shelf, ShelfItem
from simulator.ui.look import Look
from simulator.ui.practice.portrait_view import PortraitView
from simulator.ui.practice.soundness_card import SoundnessCard
from simulator.ui.widgets.buttons import Button, ButtonKind, set_kind
from simulator.ui.widgets.card_shelf import CardShelf
from simulator.ui.widgets.family_mark import FamilyMark
from simulator.ui.widgets.layouts import PANEL, Card, column, row, scrolling
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label

_CARD_WIDTH = 360
_PORTRAIT = 84
_GAP: Final = 20
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
        self.open_button = Button(kind="primary")
        self.open_button.setEnabled(not card.problems)
        self.open_button.clicked.connect(lambda: self.chosen.emit(self.item))
        self._buttons.addWidget(self.open_button)
        self._buttons.addStretch(1)
        self.resume_button: Button | None = None
        self.earlier_button: Button | None = None
        self.body.addLayout(self._buttons)
        self._show()

    def show_progress(self, item: ShelfItem) -> None:
        """Show how far the trainee has come; the keyboard stays where it is."""
        if item.progress != self.item.progress:
            self.item = item
            self._show()

    @property
    def first_button(self) -> Button:
        """The one that most will want: go on with what was left open, else begin."""
        resume = self.resume_button
        return resume if resume is not None and not resume.isHidden() else self.open_button

    def _show(self) -> None:
        progress, title = self.item.progress or Progress(), self.item.card.title
        self._facts.setText(_facts(self.item, self._look))
        resuming = bool(progress.unfinished)
        word, name = (say.START_AGAIN, say.START_AGAIN_NAMED) if resuming else (say.OPEN, say.OPEN_NAMED)
        self.open_button.show_words(self._look.say(word()), self._look.say(name(title=title)))
        set_kind(self.open_button, "plain" if resuming else "primary")
        self._show_resume(title, shown=resuming)
        self._show_earlier(title, shown=bool(progress.ended or progress.tries) or len(progress.unfinished) > 1)

    # Most cards need one button only; the others are made when they are first needed.

    def _show_resume(self, title: str, *, shown: bool) -> None:
        button = self.resume_button
        if shown and button is None:
            button = self.resume_button = self._button(say.RESUME, say.RESUME_NAMED, "primary", title)
            button.clicked.connect(lambda: self.resumed.emit(self.item))
            self._buttons.insertWidget(0, button)
        if button is not None:
            button.setVisible(shown)

    def _show_earlier(self, title: str, *, shown: bool) -> None:
        button = self.earlier_button
        if shown and button is None:
            button = self.earlier_button = self._button(say.LOOK_BACK, say.LOOK_BACK_NAMED, "quiet", title)
            button.clicked.connect(lambda: self.earlier_wanted.emit(self.item))
            self._buttons.addWidget(button)
        if button is not None:
            button.setVisible(shown)

    def _button(self, word: Sentence, name: Sentence, kind: ButtonKind, title: str) -> Button:
        return Button(self._look.say(word()), kind, name=self._look.say(name(title=title)))


def _facts(item: ShelfItem, look: Look) -> str:
    card = item.card
    if card.problem is not None and card.digest:
        return look.say(say.SAME_ID(why=card.problem))
    if card.problems:
        return look.say(say.BROKEN(count=card.problems, file=str(card.root / card.path)))
    itself = (say.DIFFICULTY(level=card.difficulty), say.MINUTES(minutes=card.minutes))
    lines = (" · ".join(map(look.say, told)) for told in (itself, _told(item.progress)) if told)
    return "\n".join(lines)


def _told(progress: Progress | None) -> list[Message]:
    """How far the trainee has come; nothing where that is not known."""
    if progress is None:
        return []
    unfinished = [say.UNFINISHED(count=len(progress.unfinished))] if progress.unfinished else []
    beside = [*([say.TRIES(count=progress.tries)] if progress.tries else []), *unfinished]
    if not progress.ended:
        return beside or [say.NOT_PLAYED()]
    if progress.best is None:
        return [say.ENDED(count=progress.ended), *beside]
    return [say.ENDED_BEST(count=progress.ended, best=_BEST[progress.best]()), *beside]


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
        self._here: tuple[Path, str] | None = None
        self._began_on: Button | None = None
        inside = self._inside = QWidget()
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
        box.addSpacing(4)
        self.soundness = SoundnessCard(look)
        self.soundness.changed.connect(self._tab_in_order)
        box.addWidget(self.soundness)
        box.addSpacing(10)
        self.scenarios = CardShelf(self._card, gap=_GAP)
        self.scenarios.cards_changed.connect(self._tab_in_order)
        box.addWidget(self.scenarios)
        self._left_out = text_label("", "small")
        box.addSpacing(8)
        box.addWidget(self._left_out)
        box.addStretch(1)
        outer = column(self)
        area = scrolling(inside, look.say(say.REGION()))
        outer.addWidget(area)
        self.scenarios.watch(area)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the scenarios of the library, and what is on no shelf; a card whose scenario is as before stays."""
        before, self._shelf = self._shelf, shelf
        self._lead.setText(self._look.say(say.LEAD() if shelf.items else say.EMPTY()))
        if [item.card for item in before.items] == [item.card for item in shelf.items]:
            self._show_progress_on_cards()
        else:
            self.scenarios.show_cards(len(shelf.items), lambda number: not shelf.items[number].card.problems)
        self._show_left_out(shelf)

    def show_progress(self, progress: Mapping[str, Progress]) -> None:
        """Show how far the trainee has come in each of them; the keyboard stays where somebody has put it."""
        untouched = self._began_on is not None and self._began_on.hasFocus()
        self._shelf = self._shelf.with_progress(progress)
        self._show_progress_on_cards()
        if untouched:
            self._take_keyboard()
        self._began_on = None

    def _show_progress_on_cards(self) -> None:
        for number, card in self.scenarios.made():
            if isinstance(card, ScenarioCard):
                card.show_progress(self._shelf.items[number])
        self._tab_in_order()

    def _show_left_out(self, shelf: Shelf) -> None:
        left = shelf.left_out
        told = [say.LEFT_OUT_ONE(path=one.path, reason=one.reason) for one in left[:_MOST_LEFT_OUT]]
        if len(left) > _MOST_LEFT_OUT:
            told.append(say.AND_MORE(count=len(left) - _MOST_LEFT_OUT))
        self._left_out.setText("\n".join(map(self._look.say, (say.LEFT_OUT(count=len(left)), *told))) if left else "")
        self._left_out.setVisible(bool(left))

    def items(self) -> tuple[ShelfItem, ...]:
        """What is on the shelf, in the order in which it is shown."""
        return self._shelf.items

    def card(self, number: int) -> ScenarioCard:
        """The card of a number, brought into view; it is made if nobody has come to it yet."""
        card = self.scenarios.bring_into_view(number)
        assert isinstance(card, ScenarioCard)
        return card

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where it was left, at first on the first scenario."""
        super().showEvent(event)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Put the keyboard on the scenario that somebody went to from here, or else on the first that can be played."""
        self._began_on = None
        places = {_place(item): number for number, item in enumerate(self._shelf.items) if not item.card.problems}
        if self._here in places:
            self._begin_on(self.card(places[self._here]))
        elif places:
            first = self.scenarios.card(min(places.values()))
            assert isinstance(first, ScenarioCard)
            self._begin_on(first)

    def _begin_on(self, card: ScenarioCard) -> None:
        self._began_on = card.first_button
        self._began_on.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        wide = round(_CARD_WIDTH * (0.5 + 0.5 * self._look.scale))
        self.scenarios.set_columns(max(1, min(3, (self.width() - 80) // wide)))

    def _tab_in_order(self) -> None:
        tab_in_reading_order(self._inside)

    def _card(self, number: int) -> ScenarioCard:
        card = ScenarioCard(self._shelf.items[number], self._look)
        card.chosen.connect(lambda item: self._go_to(item, self.chosen))
        card.resumed.connect(lambda item: self._go_to(item, self.resumed))
        card.earlier_wanted.connect(self._look_back_at)
        return card

    def _go_to(self, item: ShelfItem, way: SignalInstance) -> None:
        """Leave for a scenario; whoever comes back finds the keyboard there."""
        self._here = _place(item)
        way.emit(item)

    def _look_back_at(self, item: ShelfItem) -> None:
        self._here = _place(item)
        self.earlier_wanted.emit(item.card.id)


def _place(item: ShelfItem) -> tuple[Path, str]:
    return item.card.root, item.card.path
