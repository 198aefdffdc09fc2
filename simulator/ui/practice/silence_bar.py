"""A silence that lasts: how long it has been, and the choice to stay with it or to take more time."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QWidget

from simulator.scenario.document import Silence
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import row
from simulator.ui.widgets.text import text_label

_TICK_MS = 250
_MORE_S = 20


class SilenceBar(QWidget):
    """Counts a silence in seconds and tells when it has run its time; without a timer it just waits."""

    stayed = Signal()
    ran_out = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._clock = QElapsedTimer()
        self._before_pause_ms = 0
        self._paused = False
        self._lasts_s: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        box = row(self, spacing=10)
        self._words = text_label("", "small")
        self.stay = Button(self.tr("Stay silent"), "quiet", hint=self.tr("Remain silent, attentive (Space)"))
        self.more = Button(
            self.tr("More time"), "quiet", hint=self.tr("The silence lasts 20 seconds longer before it leads on")
        )
        self.stay.clicked.connect(self.stayed)
        self.more.clicked.connect(self._more_time)
        box.addWidget(self._words, 1)
        box.addWidget(self.more)
        box.addWidget(self.stay)

    def show_silence(self, silence: Silence | None, *, timed: bool, reading_s: int = 0) -> None:
        """Begin a silence (or none: then staying silent is still possible, and nothing is counted).

        ``reading_s`` is added to its time where there is much to read first.
        """
        self.stop()
        self._lasts_s = silence.seconds + reading_s if silence and timed else None
        self.more.setVisible(self._lasts_s is not None)
        self._words.setText("")
        self.stay.setText(self.tr("Stay with it") if silence else self.tr("Stay silent"))
        self.stay.setAccessibleName(self.stay.text())
        if silence:
            self._clock.start()
            self._timer.start()
            self._tick()

    def pause(self) -> None:
        """Stop counting."""
        if self._timer.isActive():
            self._before_pause_ms += self._clock.elapsed()
            self._timer.stop()
            self._paused = True

    def resume(self) -> None:
        """Go on counting, if a silence was being counted."""
        if self._paused:
            self._paused = False
            self._clock.start()
            self._timer.start()

    def stop(self) -> None:
        """The moment is over."""
        self._timer.stop()
        self._before_pause_ms = 0
        self._paused = False

    def _tick(self) -> None:
        since = 0 if self._paused else self._clock.elapsed()
        seconds = (self._before_pause_ms + since) // 1000
        words = self.tr("Silence, {0} s").format(seconds)
        if self._lasts_s is not None:
            words = self.tr("Silence, {0} of {1} s").format(seconds, self._lasts_s)
        if self._words.text() != words:
            self._words.setText(words)
        if self._lasts_s is not None and seconds >= self._lasts_s:
            self.stop()
            self.ran_out.emit()

    def _more_time(self) -> None:
        if self._lasts_s is not None:
            self._lasts_s += _MORE_S
            self._tick()
