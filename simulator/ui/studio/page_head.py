"""What stands above everything that is told of one scenario: its file, a sentence, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import studio as say
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column, row
from simulator.ui.widgets.text import text_label


class PageHead(QWidget):
    """A scenario's name and file with two buttons beside it, and a headline below."""

    again = Signal()
    back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._read_anew = look.say(say.READ_ANEW())
        box = column(self, spacing=6)
        across = row(spacing=10)
        self._file = text_label("", "quiet")
        across.addWidget(self._file, 1)
        self.back_button = Button(look.say(say.BACK()), "quiet")
        self.back_button.clicked.connect(self.back)
        self.again_button = Button(look.say(say.AGAIN()), "plain", hint=self._read_anew)
        self.again_button.clicked.connect(self.again)
        for button in (self.back_button, self.again_button):
            # Their place is kept, so that nothing jumps when the finding comes.
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
            across.addWidget(button)
        box.addLayout(across)
        self._headline = text_label("", "title")
        box.addWidget(self._headline)

    @property
    def headline(self) -> str:
        """The sentence on the page."""
        return self._headline.text()

    def show_words(self, title: str, path: str, headline: str, *, done: bool) -> None:
        """Show a scenario's title, its file and a sentence; the ways on only once the work is ``done``."""
        self._file.setText(f"{title} · {path}")
        self._headline.setText(headline)
        self.back_button.setVisible(done)
        self.again_button.setVisible(done)
        if done:
            # Whoever hears the page is on this button when the finding comes.
            self.again_button.setAccessibleDescription(f"{headline} {self._read_anew}")
            self.again_button.setFocus()
