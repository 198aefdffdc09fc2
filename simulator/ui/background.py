"""The one door off the window's thread: work goes out, its newest result comes back, errors come back as values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

T = TypeVar("T")


class _Relay(QObject):
    done = Signal(int, object, object)


class _Task(QRunnable):
    def __init__(self, ticket: int, work: Callable[[], object], relay: _Relay) -> None:
        super().__init__()
        self._ticket = ticket
        self._work = work
        self._relay = relay

    def run(self) -> None:
        """Do the work; whatever goes wrong is handed to the window, not lost in a thread."""
        try:
            result = self._work()
        except Exception as fault:  # noqa: BLE001 the background door: every error becomes a value
            self._relay.done.emit(self._ticket, None, fault)
        else:
            self._relay.done.emit(self._ticket, result, None)


class Background(QObject, Generic[T]):
    """Runs one kind of work; a newer request makes older results stale."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._relay = _Relay(self)
        self._relay.done.connect(self._arrived)
        self._ticket = 0
        self._done: Callable[[T], None] | None = None
        self._failed: Callable[[Exception], None] | None = None

    def ask(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Start work; exactly one of the two is called on the window's thread, unless a newer request came."""
        self._ticket += 1
        self._done, self._failed = done, failed
        QThreadPool.globalInstance().start(_Task(self._ticket, work, self._relay))

    def forget(self) -> None:
        """Let results still under way go unheard."""
        self._ticket += 1

    def _arrived(self, ticket: int, result: T, fault: Exception | None) -> None:
        if ticket != self._ticket:
            return
        if fault is not None:
            if self._failed is not None:
                self._failed(fault)
        elif self._done is not None:
            self._done(result)
