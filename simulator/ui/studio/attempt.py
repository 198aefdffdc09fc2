"""Trying everything in a scenario, while it goes on in the background: it tells how far it is, and can be stopped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Attempt(QObject):
    """One attempt; ``progressed`` tells the turn and the states so far, on the window's thread."""

    progressed = Signal(int, int)

    heard = Signal(object, object)
    """Something is known before the rest: this attempt, and what it is; on the window's thread."""

    def __init__(self) -> None:
        super().__init__()
        self._stopped = False

    def tell(self, turn: int, states: int) -> bool:
        """How far the work is, from whatever thread does it; false once it should end."""
        if not self._stopped:
            self.progressed.emit(turn, states)
        return not self._stopped

    def stop(self) -> None:
        """Let the work end soon."""
        self._stopped = True
