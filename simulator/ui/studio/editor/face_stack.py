"""The faces of the editor one above the other, and a page that is only as high as what it shows must be."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget


class FaceStack(QStackedWidget):
    """Needs the room that the shown face needs at least, and takes what there is: what does not fit scrolls inside the face."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _number: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """The least: faces grow into the room that is left."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """What the shown face needs; the others have not been laid out for the room that there is now."""
        shown = self.currentWidget()
        if shown is None:
            return QSize()
        least, layout = shown.minimumSizeHint(), shown.layout()
        if layout is not None and layout.hasHeightForWidth() and self.isVisible():
            least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(self.width())))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower, bars and sentences of the shown face need more rows."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class LowPage(QWidget):
    """A page that scrolls only where its parts have no room even at their lowest."""

    def heightForWidth(self, width: int) -> int:
        """The lowest that all parts can be read at."""
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.totalMinimumHeightForWidth(width)
