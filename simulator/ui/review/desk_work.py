"""What the Review desk reads and keeps behind its pages: one thing at a time, and the newest wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from simulator.messages.message import Message
from simulator.session.errors import ServiceError
from simulator.ui.background import Background
from simulator.ui.review.progress import Progress


class DeskWork(QObject):
    """What was under way before goes unheard once something new begins."""

    begun = Signal()
    refused = Signal(object)
    """What cannot be done (``ServiceError``)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Background[Any] = Background(self)
        self._reading: Progress | None = None

    @property
    def under_way(self) -> bool:
        """Whether something is being read or kept."""
        return self._reading is not None

    def do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do something that is over soon."""
        self.read(lambda _tell: work(), done, lambda _how_far: None)

    def read(
        self,
        work: Callable[[Callable[[int, int], bool]], Any],
        done: Callable[[Any], None],
        progressed: Callable[[Message], None],
    ) -> None:
        """Read files, and tell how many of how many are read."""
        self.read_telling(lambda reading: work(reading.tell), done, progressed)

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
        """Tell what went wrong, where it is no mistake of the program."""
        self._reading = None
        if not isinstance(fault, ServiceError):
            raise fault
        self.refused.emit(fault)
