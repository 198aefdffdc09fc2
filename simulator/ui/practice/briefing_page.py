"""The briefing: who is coming, what is practised, what to be warned of, and how much help you want."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QWidget

from simulator.messages.message import Listed, Sentence
from simulator.messages.sentences import briefing as say
from simulator.scenario.document import Scenario
from simulator.session.ids import SessionId
from simulator.session.vocabulary import Mode
from simulator.ui.look import Look
from simulator.ui.practice.portrait_view import PortraitView
from simulator.ui.practice.sitting_terms import SittingTerms
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, clear, column, row, scrolling
from simulator.ui.widgets.tab_order import check_one, tab_in_reading_order
from simulator.ui.widgets.text import TextType, text_label

_WIDTH = 820

MODES = (
    (Mode.LEARN, say.LEARN, say.LEARN_HELP),
    (Mode.PRACTISE, say.PRACTISE, say.PRACTISE_HELP),
    (Mode.ASSESS, say.ASSESS, say.ASSESS_HELP),
)

DIFFICULTIES = (
    (1, say.LEVEL_1, say.LEVEL_1_HELP),
    (2, say.LEVEL_2, say.LEVEL_2_HELP),
    (3, say.LEVEL_3, say.LEVEL_3_HELP),
)


class BriefingPage(QWidget):
    """What to know before you begin."""

    begun = Signal(Scenario, Mode, int)
    resumed = Signal(str)
    """An unfinished conversation is to be gone on with, by its id."""
    back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._scenario: Scenario | None = None
        self._inside = QWidget()
        self._inside.setMaximumWidth(round(_WIDTH * look.scale))
        self._box = column(self._inside, spacing=16)
        self._box.setContentsMargins(32, 24, 32, 32)
        holder = QWidget()
        centred = row(holder)
        centred.addStretch(1)
        centred.addWidget(self._inside, 100)
        centred.addStretch(1)
        outer = column(self, spacing=0)
        outer.addWidget(scrolling(holder, look.say(say.REGION())), 1)
        outer.addWidget(self._footer())

    def show_scenario(self, scenario: Scenario, mode: Mode, unfinished: Sequence[SessionId] = ()) -> None:
        """Brief on a scenario; ``mode`` is the one chosen last, ``unfinished`` what was left open in it, newest first."""
        self._scenario = scenario
        clear(self._box)
        self._open = column()
        self._box.addLayout(self._open)
        self.show_unfinished(unfinished)
        self._box.addLayout(self._who(scenario))
        self._box.addWidget(self._what(scenario))
        self._box.addWidget(self._how(scenario, mode))
        self._box.addStretch(1)
        self.begin_button.setFocus()

    def show_unfinished(self, unfinished: Sequence[SessionId]) -> None:
        """Say what was left open in this scenario, newest first, as soon as the store has told it."""
        clear(self._open)
        if unfinished:
            self._open.addWidget(self._still_open(unfinished))
            tab_in_reading_order(self._inside)

    def _still_open(self, unfinished: Sequence[SessionId]) -> Card:
        """What becomes of a conversation that was left open, and the way back into it."""
        card, look = Card(margin=16), self._look
        line = row(spacing=12)
        line.addWidget(text_label(look.say(say.STILL_OPEN(count=len(unfinished))), "body"), 1)
        self.resume_button = Button(look.say(say.RESUME_IT()), "plain")
        self.resume_button.clicked.connect(lambda: self.resumed.emit(unfinished[0]))
        line.addWidget(self.resume_button)
        card.body.addLayout(line)
        return card

    def _who(self, scenario: Scenario) -> QHBoxLayout:
        person = scenario.patient
        top = row(spacing=24)
        portrait = PortraitView(self._look, width=168)
        portrait.show_person(person.portrait)
        top.addWidget(portrait, 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=6)
        words.addWidget(text_label(scenario.title, "title"))
        words.addWidget(text_label(f"{person.name}, {person.age}, {person.work} ({person.pronouns})", "quiet"))
        words.addSpacing(6)
        for text in (person.about, person.history, person.seeks):
            words.addWidget(text_label(text, "body"))
        words.addStretch(1)
        top.addLayout(words, 1)
        return top

    def _what(self, scenario: Scenario) -> Card:
        card = Card()
        _section(card, self._say(say.WHAT_HAPPENED), (scenario.about,), "body")
        _section(card, self._say(say.WHAT_YOU_PRACTISE), tuple(f"–  {o}" for o in scenario.objectives), "body")
        notes = scenario.content_notes
        told = say.TOUCHES_ON(themes=Listed(notes)) if notes else say.NO_THEMES()
        _section(card, self._say(say.CONTENT), (f"{self._look.say(told)} {self._say(say.CAN_STOP)}",), "body")
        return card

    def _how(self, scenario: Scenario, mode: Mode) -> Card:
        card = Card()
        card.body.addWidget(text_label(self._say(say.HOW_MUCH_HELP), "heading"))
        self.modes = QButtonGroup(card)
        for index, (_, word, help_) in enumerate(MODES):
            self.modes.addButton(_radio(card, self._say(word), self._say(help_)), index)
        check_one(self.modes, [each for each, *_ in MODES].index(mode))
        self.sitting = SittingTerms(self._look)
        card.body.addWidget(self.sitting)
        self.modes.idToggled.connect(self._show_terms)
        self._show_terms()
        card.body.addSpacing(8)
        card.body.addWidget(text_label(self._say(say.DIFFICULTY), "heading"))
        self.difficulties = QButtonGroup(card)
        for level, word, help_ in DIFFICULTIES:
            level_name = self._say(word)
            if level == scenario.difficulty:
                level_name = self._look.say(say.AS_WRITTEN_LEVEL(level=level_name))
            self.difficulties.addButton(_radio(card, level_name, self._say(help_)), level)
        check_one(self.difficulties, scenario.difficulty)
        return card

    def _show_terms(self) -> None:
        self.sitting.setVisible(MODES[self.modes.checkedId()][0] is Mode.ASSESS)

    def _footer(self) -> QFrame:
        footer = QFrame()
        footer.setProperty("kind", "footer")
        buttons = row(footer, spacing=10)
        buttons.setContentsMargins(32, 10, 32, 10)
        back = Button(self._say(say.BACK), "quiet")
        back.clicked.connect(self.back)
        self.begin_button = Button(self._say(say.BEGIN), "primary")
        self.begin_button.clicked.connect(self._begin)
        buttons.addStretch(1)
        buttons.addWidget(back)
        buttons.addWidget(self.begin_button)
        buttons.addStretch(1)
        return footer

    def _say(self, sentence: Sentence) -> str:
        return self._look.say(sentence())

    def _begin(self) -> None:
        if self._scenario is not None:
            mode = MODES[self.modes.checkedId()][0]
            self.begun.emit(self._scenario, mode, self.difficulties.checkedId())


def _section(card: Card, heading: str, lines: tuple[str, ...], type_: TextType) -> None:
    card.body.addWidget(text_label(heading, "heading"))
    for line in lines:
        card.body.addWidget(text_label(line, type_))
    card.body.addSpacing(6)


def _radio(card: Card, word: str, help_: str) -> QRadioButton:
    radio = QRadioButton(word)
    radio.setAccessibleName(word)
    radio.setAccessibleDescription(help_)
    card.body.addWidget(radio)
    line = row()
    line.addSpacing(26)
    line.addWidget(text_label(help_, "small"), 1)
    card.body.addLayout(line)
    return radio
