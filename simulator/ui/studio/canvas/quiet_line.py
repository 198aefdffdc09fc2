"""A silence in a play of the Studio: how long it is and of what kind, with its seconds running; nothing follows unasked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from simulator.messages.sentences import canvas as say
from simulator.scenario.document import Silence
from simulator.ui.look import Look
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label

_SECOND_MS: Final = 1_000


class QuietLine(QWidget):
    """Counts as far as the silence lasts, while it can be seen."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._silence: Silence | None = None
        self._name, self._seconds = "", 0
        self.words: QLabel = text_label("", "small-quiet")
        column(self).addWidget(self.words)
        self._timer = QTimer(self, interval=_SECOND_MS)
        self._timer.timeout.connect(self._tick)
        self.hide()

    def show_silence(self, silence: Silence | None, name: str) -> None:
        """Begin a silence of somebody, or none."""
        self._timer.stop()
        self._silence, self._name, self._seconds = silence, name, 0
        self.setVisible(silence is not None)
        self._tell()
        if silence is not None and self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """In sight the seconds run."""
        super().showEvent(event)
        if self._silence is not None:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight they stand."""
        super().hideEvent(event)
        self._timer.stop()

    def _tick(self) -> None:
        if self._silence is None or self._seconds >= self._silence.seconds:
            self._timer.stop()
            return
        self._seconds += 1
        self._tell()

    def _tell(self) -> None:
        silence = self._silence
        if silence is None:
            self.words.setText("")
            return
        # Late: what looks back at conversations is not needed to open the Studio.
        from simulator.services.debriefing import SILENCES

        told = say.QUIET_NOW(
            name=self._name, lasts=silence.seconds, kind=SILENCES[silence.kind](), seconds=self._seconds
        )
        self.words.setText(self._look.say(told))
