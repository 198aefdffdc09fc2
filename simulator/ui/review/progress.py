"""Reading many files in the background: it tells how far it is, and can be stopped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Progress(QObject):
    """One reading; ``progressed`` tells how many files are read of how many, on the window's thread."""

    progressed = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopped = False

    def tell(self, done: int, all_: int) -> bool:
        """How far it is, from whatever thread reads; false once it should end."""
        if not self._stopped:
            self.progressed.emit(done, all_)
        return not self._stopped

    def stop(self) -> None:
        """Let the reading end soon."""
        self._stopped = True
