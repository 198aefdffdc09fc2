"""What an instructor reads before they look for the first time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import handed_in
from simulator.messages.sentences import review as say
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column, in_the_middle, scrolling
from simulator.ui.widgets.text import text_label

_WIDEST = 700


class BeforePage(QWidget):
    """Three short points: what the numbers are not for, what this desk shows, and what Attune is."""

    read = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        inside = QWidget()
        box = in_the_middle(inside, round(_WIDEST * look.scale), spacing=18, margins=(36, 48, 36, 32))
        box.addWidget(text_label(look.say(say.BEFORE_TITLE()), "title"))
        box.addWidget(text_label(look.say(handed_in.NO_GRADES()), "lead"))
        for sentence in (say.BEFORE_MORE, say.BEFORE_TRAINING):
            box.addWidget(text_label(look.say(sentence()), "body"))
        self.button = Button(look.say(say.BEFORE_READ()), "primary")
        self.button.clicked.connect(self.read)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        column(self).addWidget(scrolling(inside, look.say(say.BEFORE_TITLE())))
