"""The first question after a conversation: whether the moment to practise something came, and what was said then."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from simulator.messages.sentences import practice_goal as say
from simulator.services.practice_goal import LONGEST_ANSWER, Came, Goal
from simulator.ui.look import Look
from simulator.ui.practice.own_words import OwnWordsField
from simulator.ui.practice.question_page import QuestionPage
from simulator.ui.widgets.layouts import Card
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label

_LINES = 3
_ANSWERS: Final = ((Came.YES, say.CAME), (Came.NO, say.CAME_NOT), (Came.UNSURE, say.NOT_SURE))


class GoalQuestionPage(QuestionPage):
    """Asks about one thing to practise; who does not want to answer now keeps it."""

    answered = Signal(object, str, str)
    """What somebody tells of a goal (``Goal``): whether the moment came (``Came``), and what they said."""
    skipped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.say(say.REGION()), look.say(say.GO_ON()), look.say(say.SKIP()))
        self._goal: Goal | None = None
        self.other.setToolTip(look.say(say.SKIP_HINT()))
        self.other.setAccessibleDescription(look.say(say.SKIP_HINT()))
        self.body.addWidget(text_label(look.say(say.QUESTION_TITLE()), "quiet"))
        self._words = text_label("", "speech")
        card = Card(margin=20)
        card.body.addWidget(self._words)
        self.body.addWidget(card)
        self.body.addWidget(text_label(look.say(say.DID_IT_COME()), "title"))
        self.came = QButtonGroup(self)
        self.came.setExclusive(True)
        for number, (_, word) in enumerate(_ANSWERS):
            radio = QRadioButton(look.say(word()))
            radio.setAccessibleName(look.say(word()))
            radio.setAccessibleDescription(look.say(say.DID_IT_COME()))
            self.came.addButton(radio, number)
            self.body.addWidget(radio)
        self.came.idToggled.connect(lambda *_: self._show_whether_answered())
        self.body.addSpacing(6)
        self.body.addWidget(text_label(look.say(say.WHAT_DID_YOU_SAY()), "heading"))
        self.said = OwnWordsField(look, look.say(say.WHAT_DID_YOU_SAY()), _LINES, LONGEST_ANSWER, say.TOO_LONG)
        self.said.changed.connect(self._show_whether_answered)
        self.body.addWidget(self.said)
        self.body.addWidget(text_label(look.say(say.FOR_YOU()), "small"))
        self.body.addStretch(1)
        self.go_on.clicked.connect(self._answer)
        self.other.clicked.connect(self.skipped)

    def ask(self, goal: Goal) -> None:
        """Ask about a goal, with nothing answered yet."""
        self._goal = goal
        self._words.setText(goal.text)
        self.came.setExclusive(False)
        for button in self.came.buttons():
            button.setChecked(False)
        self.came.setExclusive(True)
        self.said.show_words("")
        self._show_whether_answered()
        self.to_top()
        tab_in_reading_order(self)
        self.came.button(0).setFocus()

    def _show_whether_answered(self) -> None:
        self.go_on.setEnabled(self.came.checkedId() >= 0 and self.said.fits)

    def _answer(self) -> None:
        if self._goal is not None and self.came.checkedId() >= 0:
            self.answered.emit(self._goal, _ANSWERS[self.came.checkedId()][0], self.said.words)
