"""A part of a page that keeps the height that it needs at its width."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class WholePart(QWidget):
    """What is in it has room, also where what is around does not ask for the height of a width, as a splitter."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower, words and rows need more lines."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Other words, and things that came or went, may need more lines."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            needed = layout.totalMinimumHeightForWidth(self.width())
            if needed != self.minimumHeight():
                self.setMinimumHeight(needed)
                layout.invalidate()
