"""The one door off the window's thread: work goes out, its newest result comes back, errors come back as values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal
from shiboken6 import isValid

T = TypeVar("T")


def report(fault: Exception) -> None:
    """Let a mistake in the program be reported: what failed could not fail for any other reason."""
    raise fault


class _Messenger(QObject):
    """Brings one result from the thread that worked to the window's.

    It belongs to the work and not to the asker: an asker that is taken apart in the very moment in which it was asked to
    hand on a result would end the process.
    """

    arrived = Signal(int, object, object)


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
        from PySide6.QtCore import Qt

        ticket, messenger = self._ticket, _Messenger()
        messenger.arrived.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        QThreadPool.globalInstance().start(lambda: _do(ticket, work, messenger))

    def forget(self) -> None:
        """Let results still under way go unheard."""
        self._ticket += 1

    def _hand_over(self, ticket: int, result: T, fault: Exception | None) -> None:
        if ticket != self._ticket or self._done is None or self._failed is None:
            return
        if fault is None:
            self._done(result)
        else:
            self._failed(fault)


def _do(ticket: int, work: Callable[[], T], messenger: _Messenger) -> None:
    """Do some work on this thread and send off what came of it."""
    result: T | None = None
    fault: Exception | None = None
    try:
        result = work()
    except Exception as raised:  # noqa: BLE001 the background door: every error becomes a value
        fault = raised
    if isValid(messenger):  # otherwise the program has ended meanwhile, and nobody is left to hear it
        messenger.arrived.emit(ticket, result, fault)
