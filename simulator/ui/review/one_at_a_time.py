"""Long work behind a page of the Review desk: one thing at a time, the newest wins, and whoever leaves stops it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from simulator.messages.message import Message
from simulator.ui.background import Background, report
from simulator.ui.review.progress import Progress


class OneAtATime(QObject):
    """What was under way before goes unheard once something new begins."""

    expected: type[Exception]
    """What work may raise that is no mistake of the program."""

    begun = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Background[Any] = Background(self)
        self._reading: Progress | None = None

    @property
    def under_way(self) -> bool:
        """Whether something is being done."""
        return self._reading is not None

    def read_telling(
        self, work: Callable[[Progress], Any], done: Callable[[Any], None], progressed: Callable[[Message], None]
    ) -> None:
        """Do something that says in its own words how far it is."""
        self.stop()
        self.begun.emit()
        reading = self._reading = Progress(self)
        reading.progressed.connect(progressed)

        def ended(result: Any) -> None:
            self._reading = None
            done(result)

        self._work.ask(lambda: work(reading), ended, self.fail)

    def stop(self) -> None:
        """Let work under way end soon, and its result go unheard."""
        self._work.forget()
        if self._reading is not None:
            self._reading.stop()
            self._reading.progressed.disconnect()
            self._reading = None

    def fail(self, fault: Exception) -> None:
        """It came to nothing; what was not expected is raised."""
        self._reading = None
        if not isinstance(fault, self.expected):
            report(fault)
