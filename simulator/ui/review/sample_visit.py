"""The way to the sample group at the Review desk, while nothing was handed in yet."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess, Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import sample_group as say
from simulator.shipped_files import CHECKOUT
from simulator.started_as import starting
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label

COMMAND = "demo"
"""What is typed behind the program for the sample group."""


class SampleOffer(QWidget):
    """The way to the sample group, with what it is."""

    wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        box = column(self, spacing=8)
        box.setContentsMargins(0, 12, 0, 0)
        self.button = Button(look.say(say.OPEN()), "plain")
        self.button.clicked.connect(self.wanted)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.told = text_label(look.say(say.OPEN_HELP()), "small")
        box.addWidget(self.told)

    def show_opened(self, *, opened: bool) -> None:
        """Say that a second window opens, or that it cannot."""
        self.told.setText(self._look.say(say.OPENED() if opened else say.NOT_OPENED()))


def open_sample_window() -> bool:
    """Open a second window, on the sample group; false where the system refuses."""
    program, *rest = map(str, starting(Path(sys.executable), CHECKOUT))
    started, _ = QProcess.startDetached(program, [*rest, COMMAND])
    return bool(started)
