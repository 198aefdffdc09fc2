"""While everything in a scenario is tried: how far that is, and a button that stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import studio as say
from simulator.ui.look import Look
from simulator.ui.studio.page_head import PageHead
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column, scrolling
from simulator.ui.widgets.text import text_label

if TYPE_CHECKING:
    from simulator.scenario.library_index import Card


class TryingPage(QWidget):
    """There at once: nothing that tries or proves is loaded for it."""

    stopped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        inside = QWidget()
        box = column(inside, spacing=14)
        box.setContentsMargins(36, 24, 36, 32)
        self._head = PageHead(look)
        box.addWidget(self._head)
        self.progress = text_label("", "body")
        box.addWidget(self.progress)
        box.addWidget(text_label(look.say(say.HOW_LONG()), "quiet"))
        self.stop_button = Button(look.say(say.STOP()), "primary")
        self.stop_button.clicked.connect(self.stopped)
        box.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        column(self).addWidget(scrolling(inside, look.say(say.TRYING_REGION())))

    def show_card(self, card: Card) -> None:
        """Show which scenario is being tried."""
        headline = self._look.say(say.TRYING(title=card.title))
        self._head.show_words(card.title, card.path, headline, done=False)
        self.progress.setText(self._look.say(say.READING()))

    def show_progress(self, turn: int, states: int) -> None:
        """Show how far it is."""
        self.progress.setText(self._look.say(say.SO_FAR(turn=turn, count=states)))

    def take_keyboard(self) -> None:
        """Put the keyboard on the button that stops the work."""
        self.stop_button.setFocus()
