"""A label of one line, whatever its room: what does not fit is elided, and stands whole in its tooltip."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from simulator.ui.widgets.text import PlainLabel, TextType


class OneLine(PlainLabel):
    """Whoever hears it hears all of it."""

    def __init__(self, type_: TextType = "small-quiet") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", type_)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show some words; those that are there already are not laid out again."""
        if text != self.text():
            super().setText(text)
            self.setToolTip(f"<p>{escape(text)}</p>")

    def minimumSizeHint(self) -> QSize:
        """It can become as narrow as its room."""
        return QSize(1, self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()), metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, words)
        painter.end()
