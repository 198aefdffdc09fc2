"""A field for words of one's own, which says when they are too many."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from simulator.messages.message import Sentence
from simulator.ui.look import Look
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label

_FRAME = 24


class OwnWordsField(QWidget):
    """Some lines to write in; Tab leads on."""

    changed = Signal()

    def __init__(self, look: Look, name: str, lines: int, most: int, too_long: Sentence) -> None:
        super().__init__()
        self._look = look
        self._most = most
        self._too_long = too_long
        box = column(self, spacing=4)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(name)
        self.text.setTabChangesFocus(True)
        self.text.ensurePolished()
        self.text.setFixedHeight(lines * self.text.fontMetrics().lineSpacing() + _FRAME)
        self.text.textChanged.connect(self._look_at_length)
        self._told = text_label("", "small")
        self._told.hide()
        box.addWidget(self.text)
        box.addWidget(self._told)

    @property
    def words(self) -> str:
        """What was written, without what surrounds it."""
        return self.text.toPlainText().strip()

    @property
    def fits(self) -> bool:
        """Whether there is room for what was written."""
        return len(self.words) <= self._most

    def show_words(self, words: str) -> None:
        """Put words into the field."""
        self.text.setPlainText(words)

    def _look_at_length(self) -> None:
        if not self.fits:
            self._told.setText(self._look.say(self._too_long(most=self._most, length=len(self.words))))
        self._told.setVisible(not self.fits)
        self.changed.emit()
