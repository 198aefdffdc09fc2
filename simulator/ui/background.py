"""The one door off the window's thread: work goes out, its newest result comes back, errors come back as values.

Nothing that a piece of work holds on to is let go on the thread that worked: it may be the last to know a widget, and a
widget that is taken apart on another thread ends the process.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import count
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal
from shiboken6 import isValid

T = TypeVar("T")


def report(fault: Exception) -> None:
    """Let a mistake in the program be reported: what failed could not fail for any other reason."""
    raise fault


class _Job:
    """One piece of work, and what came of it, until the window's thread has taken it."""

    def __init__(self, asker: Background[Any], ticket: int, work: Callable[[], object]) -> None:
        self.asker, self.ticket = asker, ticket
        self._work = work
        self._result: object = None
        self._fault: Exception | None = None

    def do(self) -> None:
        """Do it, on a thread that works."""
        try:
            self._result = self._work()
        except Exception as raised:  # noqa: BLE001 the background door: every error becomes a value
            self._fault = raised

    def hand_over(self) -> None:
        """Let whoever asked hear of it, if they are still there."""
        if isValid(self.asker):
            self.asker.hear(self.ticket, self._result, self._fault)

    def let_go(self) -> None:
        """Forget everything; a thread that worked may still know this job itself for a moment."""
        del self.asker, self._work, self._result, self._fault


class _Door(QObject):
    """Lives on the window's thread as long as the program, and so do the jobs under way."""

    done = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        from PySide6.QtCore import Qt

        self._under_way: dict[int, _Job] = {}
        self._numbers = count()
        self.done.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def start(self, job: _Job) -> None:
        number = next(self._numbers)
        self._under_way[number] = job
        QThreadPool.globalInstance().start(lambda: self._work(number))

    def _work(self, number: int) -> None:
        self._under_way[number].do()
        if isValid(self):  # otherwise the program has ended meanwhile, and nobody is left to hear it
            self.done.emit(number)

    def _take(self, number: int) -> None:
        job = self._under_way.pop(number)
        try:
            job.hand_over()
        finally:
            job.let_go()


_door: Final = cache(_Door)


class Background(QObject, Generic[T]):
    """Runs one kind of work; a newer request makes older results stale."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticket = 0
        self._done: Callable[[T], None] | None = None
        self._failed: Callable[[Exception], None] | None = None

    def ask(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None] = report
    ) -> None:
        """Start work; exactly one of the two is called on the window's thread, unless a newer request came."""
        self._ticket += 1
        self._done, self._failed = done, failed
        _door().start(_Job(self, self._ticket, work))

    def forget(self) -> None:
        """Let results still under way go unheard."""
        self._ticket += 1

    def hear(self, ticket: int, result: T, fault: Exception | None) -> None:
        """What came of some work, on the window's thread."""
        if ticket != self._ticket or self._done is None or self._failed is None:
            return
        if fault is None:
            self._done(result)
        else:
            self._failed(fault)
