"""A panel above the faces of the editor, for something more that can be done with the open file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame


class Aside(QFrame):
    """Hidden until it is opened; Escape puts it away."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "aside")
        self.hide()

    def open(self) -> None:
        """Show it, and put the keyboard there."""
        self.show()

    def put_away(self) -> None:
        """Hide it, and let the keyboard go back to where one goes on."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
