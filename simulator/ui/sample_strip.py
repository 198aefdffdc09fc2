"""A strip that says that what is shown was played by the program."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from simulator.messages.sentences import sample_group as say
from simulator.ui.look import Look
from simulator.ui.widgets.layouts import row
from simulator.ui.widgets.text import text_label


class SampleStrip(QFrame):
    """Stands above everything in the window of the sample group, and above what comes from one at another window’s desk."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "sample")
        box = row(self, spacing=12)
        box.setContentsMargins(24, 8, 24, 8)
        box.addWidget(text_label(look.say(say.MADE_BY_MODEL()), "small"), 1)
