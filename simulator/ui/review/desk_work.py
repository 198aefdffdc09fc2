"""What the Review desk reads and keeps behind its pages: one thing at a time, and the newest wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from simulator.messages.message import Message
from simulator.session.errors import ServiceError
from simulator.ui.review.one_at_a_time import OneAtATime


class DeskWork(OneAtATime):
    """What cannot be done is told."""

    expected = ServiceError
    refused = Signal(object)
    """What cannot be done (``ServiceError``)."""

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

    def fail(self, fault: Exception) -> None:
        """Tell what went wrong, where it is no mistake of the program."""
        super().fail(fault)
        self.refused.emit(fault)
