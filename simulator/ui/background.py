"""The one door off the window's thread: work goes out, its newest result comes back, errors come back as values."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

T = TypeVar("T")


class Background(QObject, Generic[T]):
    """Runs one kind of work; a newer request makes older results stale."""

    _arrived = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticket = 0
        self._done: Callable[[T], None] | None = None
        self._failed: Callable[[Exception], None] | None = None
        from PySide6.QtCore import Qt

        self._arrived.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def ask(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Start work; exactly one of the two is called on the window's thread, unless a newer request came."""
        self._ticket += 1
        self._done, self._failed = done, failed
        ticket = self._ticket
        QThreadPool.globalInstance().start(lambda: self._work(ticket, work))

    def forget(self) -> None:
        """Let results still under way go unheard."""
        self._ticket += 1

    def _work(self, ticket: int, work: Callable[[], T]) -> None:
        result: T | None = None
        fault: Exception | None = None
        try:
            result = work()
        except Exception as raised:  # noqa: BLE001 the background door: every error becomes a value
            fault = raised
        # Whoever asked may have been closed meanwhile.
        with suppress(RuntimeError):
            self._arrived.emit(ticket, result, fault)

    def _hand_over(self, ticket: int, result: T, fault: Exception | None) -> None:
        if ticket != self._ticket or self._done is None or self._failed is None:
            return
        if fault is None:
            self._done(result)
        else:
            self._failed(fault)
