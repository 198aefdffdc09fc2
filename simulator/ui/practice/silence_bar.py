"""A silence that lasts: how long it has been, and the choice to stay with it or to take more time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import conversation as say
from simulator.scenario.document import Silence
from simulator.storage.key_bindings import KeyAction
from simulator.ui.look import Look
from simulator.ui.practice.tags_and_responses import with_key
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import row
from simulator.ui.widgets.text import text_label

_TICK_MS: Final = 250
_MORE_S: Final = 20


class SilenceBar(QWidget):
    """Counts a silence in seconds and tells when it has run its time; without a timer it just waits.

    Only time at whose beginning and end ``counts()`` held is counted: nobody's silence goes on while they are reading, or away.
    """

    stayed = Signal()
    ran_out = Signal()

    def __init__(self, look: Look, counts: Callable[[], bool]) -> None:
        super().__init__()
        self._look = look
        self._counts = counts
        self._clock = QElapsedTimer()
        self._counted_ms = 0
        self._counting = False
        self._silence: Silence | None = None
        self._lasts_s: int | None = None
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        box = row(self, spacing=10)
        self.words = text_label("", "small")
        self.stay = Button(
            look.say(say.STAY_SILENT()), "quiet", hint=with_key(look, look.say(say.STAY_HINT()), KeyAction.STAY_SILENT)
        )
        self.more = Button(look.say(say.MORE_TIME()), "quiet", hint=look.say(say.MORE_TIME_HINT(seconds=_MORE_S)))
        self.stay.clicked.connect(self.stayed)
        self.more.clicked.connect(self._more_time)
        box.addWidget(self.words, 1)
        box.addWidget(self.more)
        box.addWidget(self.stay)

    def show_silence(self, silence: Silence | None, *, timed: bool) -> None:
        """Begin a silence (or none: then staying silent is still possible, and nothing is counted)."""
        self.stop()
        self._silence = silence
        self._lasts_s = silence.seconds if silence and timed else None
        self.more.setVisible(self._lasts_s is not None)
        self.words.setText("")
        self.stay.show_words(self._look.say(say.STAY_WITH_IT() if silence else say.STAY_SILENT()))
        if silence:
            self._go_on()
            self._tell()

    def stop(self) -> None:
        """The moment is over."""
        self._timer.stop()
        self._silence = None
        self._counted_ms = 0

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is counted."""
        super().hideEvent(event)
        self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Back in sight it goes on where it was."""
        super().showEvent(event)
        if self._silence is not None:
            self._go_on()

    def _go_on(self) -> None:
        self._counting = False
        self._clock.start()
        self._timer.start()

    def _tick(self) -> None:
        passed, counted_before = self._clock.restart(), self._counting
        self._counting = self._counts()
        if not (counted_before and self._counting):
            return
        self._counted_ms += passed
        self._tell()
        if self._lasts_s is not None and self._counted_ms >= 1000 * self._lasts_s:
            self.stop()
            self.ran_out.emit()

    def _tell(self) -> None:
        seconds = self._counted_ms // 1000
        told = say.SILENCE_LASTS(seconds=seconds)
        if self._lasts_s is not None:
            told = say.SILENCE_OF(seconds=seconds, lasts=self._lasts_s)
        words = self._look.say(told)
        if self.words.text() != words:
            self.words.setText(words)

    def _more_time(self) -> None:
        if self._lasts_s is not None:
            self._lasts_s += _MORE_S
            self._tell()
