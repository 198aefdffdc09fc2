"""The headings of a table, which wrap in narrow columns, with an arrow at the column that the rows are ordered by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from simulator.ui.look import Look
from simulator.ui.theme import Size, pixels

ASIDE: Final = 10
"""Pixels between the edge of a column and what stands in it, at a text size of 100 %."""
_ABOVE, _ARROW, _GAP = 8, 8, 5
_ENDLESS: Final = 100_000
_ROUNDED: Final = 2
"""Pixels by which words may be wider than their letters tell."""


class Headings(QHeaderView):
    """Click on a heading to order by it; a second click turns the order round, a third gives that of the file."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._grown = 0.5 + 0.5 * look.scale
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # noqa: N803 Qt's name
        """Room for the longest line and the arrow."""
        lines = self._text(logicalIndex).split("\n")
        high = QFontMetrics(self._letters()).lineSpacing() * len(lines)
        return QSize(self._wide_enough(lines), high + 2 * self._scaled(_ABOVE) + self._look.theme.edge)

    def least_width(self, section: int) -> int:
        """The width in pixels below which the longest word of a heading would be cut."""
        return self._wide_enough(self._text(section).split())

    def sizeHint(self) -> QSize:
        """As high as the heading with most lines at the widths of now."""
        high = max(map(self._height, range(self.count())), default=0)
        return QSize(super().sizeHint().width(), high + 2 * self._scaled(_ABOVE) + self._look.theme.edge)

    def _height(self, section: int) -> int:
        inside = max(1, self.sectionSize(section) - 2 * self._scaled(ASIDE) - self._arrow_room)
        wraps = int(Qt.TextFlag.TextWordWrap)
        metrics = QFontMetrics(self._letters())
        lines = metrics.boundingRect(0, 0, inside, _ENDLESS, wraps, self._text(section)).height() / metrics.height()
        return metrics.lineSpacing() * round(lines)

    def _wide_enough(self, parts: Sequence[str]) -> int:
        widest = max(map(QFontMetrics(self._letters()).horizontalAdvance, parts), default=0)
        return widest + _ROUNDED + 2 * self._scaled(ASIDE) + self._arrow_room

    @property
    def _arrow_room(self) -> int:
        """What the arrow needs where there is one."""
        return self._scaled(_ARROW + _GAP) if self.sectionsClickable() else 0

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 Qt's name
        """Draw a heading."""
        theme = self._look.theme
        ordered = logicalIndex == self.sortIndicatorSection()
        painter.fillRect(rect, QColor(theme.surface))
        painter.fillRect(rect.x(), rect.bottom() + 1 - theme.edge, rect.width(), theme.edge, QColor(theme.control_edge))
        inside = rect.adjusted(self._scaled(ASIDE), self._scaled(_ABOVE), -self._scaled(ASIDE), -self._scaled(_ABOVE))
        painter.setFont(self._letters())
        painter.setPen(QColor(theme.ink if ordered else theme.quiet_ink))
        alignment = self._alignment(logicalIndex)
        if alignment & Qt.AlignmentFlag.AlignRight:
            words_in = inside.adjusted(self._arrow_room, 0, 0, 0)
        else:
            words_in = inside.adjusted(0, 0, -self._arrow_room, 0)
        how = int(alignment) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(words_in, how, self._text(logicalIndex))
        if ordered:
            words = QFontMetrics(self._letters()).boundingRect(words_in, how, self._text(logicalIndex))
            on_right = bool(alignment & Qt.AlignmentFlag.AlignRight)
            room = self._scaled(_GAP) + self._scaled(_ARROW) / 2
            self._draw_arrow(painter, words.left() - room if on_right else words.right() + room, words.center().y())

    def _draw_arrow(self, painter: QPainter, x: float, y: float) -> None:
        half = self._scaled(_ARROW) / 2
        up = half if self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder else -half
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.theme.accent))
        corners = (QPointF(x - half, y + up / 2), QPointF(x + half, y + up / 2), QPointF(x, y - up))
        painter.drawPolygon(QPolygonF(corners))

    def _text(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal))

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        found = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        return Qt.AlignmentFlag(found)

    def _letters(self) -> QFont:
        letters = QFont(self.font())
        letters.setPixelSize(pixels(Size.SMALL, self._look.scale))
        return letters

    def _scaled(self, length: int) -> int:
        return round(length * self._grown)
