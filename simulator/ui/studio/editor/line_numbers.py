"""The strip at the left of a text: line numbers, marks where something is to be mended, and what folds a block away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from simulator.ui.look import Look
from simulator.ui.theme import Role

_ROOM: Final = 2.6
"""Widths of a digit beside the numbers: a mark at the left, a triangle at the right."""


class NumberedText(QPlainTextEdit):
    """A text beside which the strip can stand."""

    def __init__(self) -> None:
        super().__init__()
        self.folds: dict[int, int] = {}
        """What can be folded away: the last line of it, by the line on which it hangs."""

        self.folded: set[int] = set()
        self.marked_lines: dict[int, bool] = {}
        """Where something is to be mended, and whether it keeps the file from being played."""

    @property
    def line_height(self) -> int:
        """How high one line is."""
        return self.fontMetrics().lineSpacing()

    def fold(self, number: int) -> None:
        """Fold away what hangs on a line, or unfold it."""
        raise NotImplementedError


class LineNumbers(QWidget):
    """Drawn beside a text; it has no keyboard of its own, because everything in it can be done in the text."""

    def __init__(self, area: NumberedText, look: Look) -> None:
        super().__init__(area)
        self._area = area
        self._look = look

    def room(self) -> int:
        """How wide the strip has to be."""
        digits = max(3, len(str(self._area.blockCount())))
        return round((digits + 2 * _ROOM) * self._digit())

    def sizeHint(self) -> QSize:
        """As wide as it has to be."""
        return QSize(self.room(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip beside the lines that are on the screen."""
        painter = QPainter(self)
        theme, area = self._look.theme, self._area
        painter.fillRect(event.rect(), QColor(theme.paper))
        painter.setFont(area.font())
        quiet, ink = QColor(theme.quiet_ink), QColor(theme.ink)
        here = area.textCursor().blockNumber()
        block = area.firstVisibleBlock()
        offset = area.contentOffset()
        while block.isValid():
            place = area.blockBoundingGeometry(block).translated(offset)
            if place.top() > event.rect().bottom():
                break
            if block.isVisible() and place.bottom() >= event.rect().top():
                number = block.blockNumber()
                painter.setPen(ink if number == here else quiet)
                line = QRect(
                    0, round(place.top()), self.width() - round(_ROOM * self._digit()), round(area.line_height)
                )
                painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number + 1))
                self._draw_mark(painter, number, place.top())
                self._draw_fold(painter, number, place.top())
            block = block.next()
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold the block that begins on the line."""
        block = self._area.cursorForPosition(event.position().toPoint()).block()
        self._area.fold(block.blockNumber())

    def _digit(self) -> int:
        return self._area.fontMetrics().horizontalAdvance("0")

    def _draw_mark(self, painter: QPainter, number: int, top: float) -> None:
        severe = self._area.marked_lines.get(number)
        if severe is None:
            return
        size = self._digit() * 1.1
        middle = QPointF(size * 0.9, top + self._area.line_height / 2)
        painter.setBrush(QColor(self._look.theme.colour(Role.CONFRONTATION if severe else Role.DEFERENCE)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = size / 2
        if severe:
            painter.drawRect(QRect(round(middle.x() - half), round(middle.y() - half), round(size), round(size)))
        else:
            corners = [QPointF(0, -half), QPointF(half, half), QPointF(-half, half)]
            painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))

    def _draw_fold(self, painter: QPainter, number: int, top: float) -> None:
        if number not in self._area.folds:
            return
        size = self._digit() * 0.45
        middle = QPointF(self.width() - self._digit() * 1.2, top + self._area.line_height / 2)
        folded = number in self._area.folded
        right = [QPointF(-size, -size), QPointF(size, 0), QPointF(-size, size)]
        down = [QPointF(-size, -size), QPointF(size, -size), QPointF(0, size)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.theme.accent if folded else self._look.theme.control_edge))
        painter.drawPolygon(QPolygonF([middle + corner for corner in (right if folded else down)]))
