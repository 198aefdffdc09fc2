"""The strip at the foot of the window that says what could not be done, until it is put away."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from simulator.messages.sentences import window as say
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import row
from simulator.ui.widgets.text import text_label


class NoticeStrip(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        box = row(self, spacing=12)
        box.setContentsMargins(24, 10, 16, 10)
        self.words = text_label("", "body")
        away = Button(look.say(say.CLOSE()), "quiet", name=look.say(say.CLOSE_MESSAGE()))
        away.clicked.connect(self.hide)
        box.addWidget(self.words, 1)
        box.addWidget(away)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence in the place of the one before."""
        self.words.setText(sentence)
        self.show()

    def take_back(self, sentence: str) -> None:
        """Put the strip away if this sentence is the one that it shows."""
        if self.words.text() == sentence:
            self.hide()

    @property
    def said(self) -> str:
        """What it shows; nothing while it is hidden."""
        return "" if self.isHidden() else self.words.text()
