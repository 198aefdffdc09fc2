"""A scenario on the shelf: who it is, what happened, and how far you have come; nothing that gives the answer away."""

from __future__ import annotations

from PySide6.QtCore import Signal

from simulator.messages.message import Listed, Message, Sentence
from simulator.messages.sentences import shelf as say
from simulator.messages.sentences.publishing import NOT_REVIEWED
from simulator.services.first_meeting import cause_told, skill_told, themes_told
from simulator.services.practice import Progress, ShelfItem
from simulator.services.verdict_words import VERDICT_WORDS
from simulator.ui.look import Look
from simulator.ui.portraits.portrait_view import PortraitView
from simulator.ui.widgets.buttons import Button, ButtonKind, set_kind
from simulator.ui.widgets.layouts import Card, clear, column, row
from simulator.ui.widgets.text import text_label

_PORTRAIT = 84


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
        self._practised = column(spacing=10)
        self.body.addLayout(self._practised)
        themes = themes_told(card.content_notes)
        if themes is not None:
            self.body.addWidget(text_label(look.say(themes), "small"))
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
        self._show_practised(item.met)
        self._show()

    def show_progress(self, item: ShelfItem) -> None:
        """Show how far the trainee has come; the keyboard stays where it is."""
        if item != self.item:
            met, self.item = self.item.met, item
            if item.met != met:
                self._show_practised(item.met)
            self._show()

    def _show_practised(self, met: bool) -> None:
        """What is practised: before a first meeting in words that do not give the answer away."""
        card, look, box = self.item.card, self._look, self._practised
        clear(box)
        if not met:
            if not card.problems:
                box.addWidget(text_label(look.say(skill_told(card.skill)), "quiet"))
            return
        # Loaded with what the store tells: the first drawing has met nobody yet.
        from simulator.alliance.reactions import Family
        from simulator.ui.widgets.family_mark import FamilyMark

        box.addWidget(text_label(look.say(say.PRACTISE_TO(objectives=Listed(card.objectives))), "quiet"))
        cause = cause_told(card.cause)
        if cause is not None:
            box.addWidget(text_label(look.say(cause), "quiet"))
        families = row(spacing=14)
        for family in card.families:
            families.addWidget(FamilyMark(look, Family(family), wrap=False))
        families.addStretch(1)
        box.addLayout(families)

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
    unseen = () if item.reviewed else (NOT_REVIEWED(),)
    itself = (say.DIFFICULTY(level=card.difficulty), say.MINUTES(minutes=item.minutes), *unseen)
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
    return [say.ENDED_BEST(count=progress.ended, best=VERDICT_WORDS[progress.best]()), *beside]
