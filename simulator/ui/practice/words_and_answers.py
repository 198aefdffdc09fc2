"""What was said, above what one can answer: the answers take the height that they need, the words all the rest."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from simulator.ui.look import Look
from simulator.ui.practice.answer_area import AnswerArea
from simulator.ui.practice.transcript_view import TranscriptView, column_margin

_ASIDE = 20
"""Pixels between the edge and the answers, as in the conversation above them."""


class WordsAndAnswers(QWidget):
    """Shares its height out by hand: a layout would ask for what is needed a moment later, and be seen to jump."""

    def __init__(self, transcript: TranscriptView, answers: AnswerArea, look: Look) -> None:
        super().__init__()
        self._look = look
        self._transcript = transcript
        self._answers = answers
        for half in (transcript, answers):
            half.setParent(self)
        answers.refitted.connect(self._share)

    def minimumSizeHint(self) -> QSize:
        """The least of both, one above the other."""
        words, answers = self._transcript.minimumSizeHint(), self._answers.minimumSizeHint()
        return QSize(max(words.width(), answers.width()), words.height() + answers.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size is shared out anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        width, height = self.width(), self.height()
        self._answers.fit(width, _ASIDE + column_margin(width, self._look))
        below = self._answers.height_of(height)
        self._transcript.setGeometry(0, 0, width, height - below)
        self._answers.setGeometry(0, height - below, width, below)
