"""The briefing: who is coming, what is practised, what to be warned of, and how much help you want."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from simulator.messages.message import Sentence
from simulator.messages.sentences import briefing as say
from simulator.scenario.document import Scenario
from simulator.services.first_meeting import themes_told
from simulator.session.ids import SessionId
from simulator.session.vocabulary import Mode
from simulator.ui.look import Look
from simulator.ui.portraits.portrait_view import PortraitView
from simulator.ui.practice.practice_goal import StandingGoal
from simulator.ui.practice.practised import everything_practised, neutrally_practised
from simulator.ui.practice.sitting_terms import SittingTerms
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.groups import NamedGroup
from simulator.ui.widgets.layouts import Card, clear, column, row, scrolling, to_top
from simulator.ui.widgets.tab_order import check_one, tab_in_reading_order
from simulator.ui.widgets.text import TextType, text_label

_WIDTH = 820
_WIDE = 1160
_CHOICES_WIDTH = 380
_ANY_WIDTH = 16_777_215
"""Qt’s own word for no greatest width."""

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
        self._met = False
        self._inside = QWidget()
        self._box = column(self._inside, spacing=16)
        self._box.setContentsMargins(32, 24, 32, 32)
        holder = QWidget()
        centred = row(holder)
        centred.addStretch(1)
        centred.addWidget(self._inside, 100)
        centred.addStretch(1)
        outer = column(self, spacing=0)
        self.goal = StandingGoal(look)
        outer.addWidget(self.goal)
        self._area = scrolling(holder, look.say(say.REGION()))
        outer.addWidget(self._area, 1)
        outer.addWidget(self._footer())

    def show_scenario(
        self, scenario: Scenario, mode: Mode, unfinished: Sequence[SessionId] = (), *, met: bool = False
    ) -> None:
        """Brief on a scenario, from the top of the page.

        ``mode`` is the one chosen last, ``unfinished`` what was left open in it, newest first; ``met`` tells that the first
        meeting is over.
        """
        self._scenario, self._met = scenario, met
        clear(self._box)
        self._open = column()
        self._box.addLayout(self._open)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(24)
        self.show_unfinished(unfinished)
        told = column(spacing=16)
        told.addLayout(self._who(scenario))
        told.addWidget(self._what(scenario))
        told.addStretch(1)
        self._how_card = self._how(scenario, mode)
        self._beside.addLayout(told, 1)
        self._beside.addWidget(self._how_card, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(self._beside)
        self._box.addStretch(1)
        self._fit()
        self._show_what_the_mode_tells()
        to_top(self._area)
        self.begin_button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is chosen stands beside what is told where there is room, so that it is seen without scrolling."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale = self._look.scale
        wide = self.width() >= round(_WIDE * scale) - 120
        self._inside.setMaximumWidth(round((_WIDE if wide else _WIDTH) * scale))
        if self._scenario is not None:
            direction = QBoxLayout.Direction
            self._beside.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
            self._how_card.setFixedWidth(round(_CHOICES_WIDTH * scale)) if wide else _unfixed(self._how_card)

    def show_met(self, met: bool) -> None:
        """Say more of the scenario, as soon as the store has told that the first meeting is over."""
        if met != self._met:
            self._met = met
            self._show_practised()

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
        self._practised = column(spacing=8)
        card.body.addLayout(self._practised)
        card.body.addSpacing(6)
        themes = themes_told(scenario.content_notes) or say.NO_THEMES()
        _section(card, self._say(say.CONTENT), (f"{self._look.say(themes)} {self._say(say.CAN_STOP)}",), "body")
        return card

    def _show_practised(self) -> None:
        """What is practised; in Learn and after the first meeting all of it."""
        if self._scenario is not None:
            clear(self._practised)
            told = everything_practised if self._met or self.mode is Mode.LEARN else neutrally_practised
            self._practised.addLayout(told(self._look, self._scenario))

    def _how(self, scenario: Scenario, mode: Mode) -> Card:
        card = Card()
        self.modes = QButtonGroup(card)
        how_much = _choices(card, self._say(say.HOW_MUCH_HELP))
        for index, (_, word, help_) in enumerate(MODES):
            self.modes.addButton(_radio(how_much, self._say(word), self._say(help_)), index)
        check_one(self.modes, [each for each, *_ in MODES].index(mode))
        self.sitting = SittingTerms(self._look)
        card.body.addWidget(self.sitting)
        self.modes.idToggled.connect(lambda _index, checked: self._show_what_the_mode_tells() if checked else None)
        card.body.addSpacing(8)
        self.difficulties = QButtonGroup(card)
        how_hard = _choices(card, self._say(say.DIFFICULTY))
        for level, word, help_ in DIFFICULTIES:
            level_name = self._say(word)
            if level == scenario.difficulty:
                level_name = self._look.say(say.AS_WRITTEN_LEVEL(level=level_name))
            self.difficulties.addButton(_radio(how_hard, level_name, self._say(help_)), level)
        check_one(self.difficulties, scenario.difficulty)
        return card

    @property
    def mode(self) -> Mode:
        """The mode that is chosen now."""
        return MODES[self.modes.checkedId()][0]

    def _show_what_the_mode_tells(self) -> None:
        self._show_practised()
        self.sitting.setVisible(self.mode is Mode.ASSESS)

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
            self.begun.emit(self._scenario, self.mode, self.difficulties.checkedId())


def _section(card: Card, heading: str, lines: tuple[str, ...], type_: TextType) -> None:
    card.body.addWidget(text_label(heading, "heading"))
    for line in lines:
        card.body.addWidget(text_label(line, type_))
    card.body.addSpacing(6)


def _unfixed(widget: QWidget) -> None:
    widget.setMinimumWidth(0)
    widget.setMaximumWidth(_ANY_WIDTH)


def _choices(card: Card, name: str) -> QVBoxLayout:
    """Room for choices of which one is taken, under their heading."""
    card.body.addWidget(text_label(name, "heading"))
    group = NamedGroup(name)
    card.body.addWidget(group)
    return column(group, spacing=8)


def _radio(box: QVBoxLayout, word: str, help_: str) -> QRadioButton:
    radio = QRadioButton(word)
    radio.setAccessibleName(word)
    radio.setAccessibleDescription(help_)
    box.addWidget(radio)
    line = row()
    line.addSpacing(26)
    line.addWidget(text_label(help_, "small"), 1)
    box.addLayout(line)
    return radio
