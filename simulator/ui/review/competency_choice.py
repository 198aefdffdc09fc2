"""What a rater gives for one competency: a number with its anchor beside it, or one of two words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton

from simulator.messages.message import Message
from simulator.messages.sentences import rating as say
from simulator.scoring.competency import Competency
from simulator.scoring.rubric import COMPETENCIES, anchor
from simulator.services.rating_task import Rating
from simulator.ui.look import Look
from simulator.ui.widgets.layouts import Card
from simulator.ui.widgets.text import PlainLabel, text_label

_LEFT: Final = Qt.MouseButton.LeftButton


class _Anchor(PlainLabel):
    """Words that choose what they stand beside."""

    def __init__(self, words: str, radio: QRadioButton) -> None:
        super().__init__()
        self._radio = radio
        self.setProperty("type", "body")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        above = max(0, (radio.sizeHint().height() - self.fontMetrics().lineSpacing()) // 2)
        self.setContentsMargins(0, above, 0, 0)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the words is one on the button."""
        if event.button() is _LEFT:
            self._radio.click()
            self._radio.setFocus()


class CompetencyChoice(Card):
    """``given`` tells what was chosen by hand."""

    given = Signal(object, object)
    """A competency and a rating."""

    def __init__(self, competency: Competency, look: Look) -> None:
        super().__init__(margin=16, spacing=8)
        self.competency = competency
        entry = COMPETENCIES[competency]
        self.body.addWidget(text_label(look.say(entry.label()), "heading"))
        self.body.addWidget(text_label(look.say(entry.help()), "quiet"))
        self.buttons: dict[Rating, QRadioButton] = {}
        self.anchors: dict[Rating, QLabel] = {}
        self._group = QButtonGroup(self)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, rating in enumerate(Rating):
            words = look.say(_meaning(competency, rating))
            radio = self.buttons[rating] = QRadioButton(rating.value if rating.number else "")
            named = say.GIVES(score=rating.value, anchor=words) if rating.number else None
            radio.setAccessibleName(f"{look.say(entry.label())}, {words if named is None else look.say(named)}")
            radio.clicked.connect(lambda _checked, rating=rating: self.given.emit(self.competency, rating))
            self._group.addButton(radio)
            grid.addWidget(radio, at, 0, Qt.AlignmentFlag.AlignTop)
            beside = self.anchors[rating] = _Anchor(words, radio)
            grid.addWidget(beside, at, 1)
        self.body.addLayout(grid)

    def show_rating(self, rating: Rating | None) -> None:
        """Show what was given, or that nothing was yet."""
        self._group.setExclusive(False)
        for of, radio in self.buttons.items():
            radio.setChecked(of is rating)
        self._group.setExclusive(True)


def _meaning(competency: Competency, rating: Rating) -> Message:
    return anchor(competency, rating.number) if rating.number else say.WORDS[rating.value]()
