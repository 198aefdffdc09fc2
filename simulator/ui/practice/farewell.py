"""The end of a conversation: nothing more to say, and a way to look back at it when you are ready."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import conversation as say
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label


class Farewell(QWidget):
    """Stands where the responses were."""

    looked_back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        box = column(self, spacing=12)
        self.words = look.say(say.OVER())
        box.addWidget(text_label(self.words, "body"))
        self.button = Button(look.say(say.LOOK_BACK()), "primary")
        self.button.clicked.connect(self.looked_back)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
