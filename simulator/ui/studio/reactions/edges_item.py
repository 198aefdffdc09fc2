"""The edges of the reaction graph that are drawn now: one for each pair of states, with the moves that lead along it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from simulator.alliance.reactions import ReactionState
from simulator.ui.studio.canvas.canvas_style import CanvasStyle
from simulator.ui.studio.reactions.state_item import StateItem

_BEND: Final = 26
_HEAD: Final = 9
_AROUND: Final = 60


@dataclass(frozen=True, slots=True)
class Edge:
    """From one state to another; ``sometimes`` where it hangs on something whether it leads there, ``differs`` from the base."""

    source: ReactionState
    target: ReactionState
    words: str
    sometimes: bool
    differs: bool
    walked: bool = False


class EdgesItem(QGraphicsItem):
    """All edges in one item, below the cards."""

    def __init__(self, cards: Mapping[ReactionState, StateItem], style: CanvasStyle) -> None:
        super().__init__()
        self._cards, self._style = cards, style
        self.edges: tuple[Edge, ...] = ()

    def show_edges(self, edges: tuple[Edge, ...]) -> None:
        """Draw other edges."""
        if edges != self.edges:
            self.edges = edges
            self.update()

    def boundingRect(self) -> QRectF:
        """Around all cards."""
        whole = QRectF()
        for card in self._cards.values():
            whole = whole.united(QRectF(card.pos().x(), card.pos().y(), card.width, card.height))
        around = _AROUND * self._style.scale
        return whole.adjusted(-around, -around, around, around)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the edges, then their words over them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn = [(edge, *self._path(edge)) for edge in self.edges]
        for edge, path, end, angle in drawn:
            pen = self._pen(edge)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen)
            painter.drawPath(path)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pen.color())
            painter.drawPolygon(self._head(end, angle))
        painter.setFont(self._style.small)
        for edge, path, _end, _angle in drawn:
            if edge.words:
                self._write(painter, edge, path.pointAtPercent(0.5))

    def _pen(self, edge: Edge) -> QPen:
        style = self._style
        if edge.walked:
            pen = QPen(style.played)
        else:
            pen = QPen(style.accent if edge.differs else style.quiet, (2.2 if edge.differs else 1.2))
            pen.setCosmetic(True)
        if edge.sometimes:
            pen.setStyle(Qt.PenStyle.DashLine)
        return pen

    def _path(self, edge: Edge) -> tuple[QPainterPath, QPointF, float]:
        """The line from border to border, bent a little so that there and back do not cover each other."""
        one, other = self._cards[edge.source], self._cards[edge.target]
        start, end = one.middle, other.middle
        away = end - start
        length = math.hypot(away.x(), away.y()) or 1.0
        aside = QPointF(-away.y() / length, away.x() / length) * self._bend(one, other)
        control = (start + end) / 2 + aside
        start, end = _border(one, control), _border(other, control)
        path = QPainterPath(start)
        path.quadTo(control, end)
        return path, end, math.atan2(end.y() - control.y(), end.x() - control.x())

    def _bend(self, one: StateItem, other: StateItem) -> float:
        """Within a column it goes around the cards between."""
        if abs(one.x() - other.x()) > 1:
            return _BEND * self._style.scale
        rows = abs(one.y() - other.y()) / (one.height or 1)
        return (one.width * 0.5 + _BEND * self._style.scale) if rows > 2 else _BEND * self._style.scale

    def _head(self, end: QPointF, angle: float) -> QPolygonF:
        size = _HEAD * self._style.scale
        points = [end]
        for turn in (math.radians(155), math.radians(-155)):
            points.append(end + QPointF(math.cos(angle + turn), math.sin(angle + turn)) * size)
        return QPolygonF(points)

    def _write(self, painter: QPainter, edge: Edge, at: QPointF) -> None:
        style = self._style
        metrics = style.metrics[0]
        wide = metrics.horizontalAdvance(edge.words) + 8 * style.scale
        place = QRectF(at.x() - wide / 2, at.y() - metrics.height() / 2, wide, metrics.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.paper)
        painter.drawRoundedRect(place, 4 * style.scale, 4 * style.scale)
        painter.setPen(style.accent if edge.differs else style.ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, edge.words)


def _border(card: StateItem, towards: QPointF) -> QPointF:
    """Where a line from the middle of a card to a point leaves the card."""
    middle = card.middle
    away = towards - middle
    if not away.x() and not away.y():
        return middle
    across = (card.width / 2 + 4) / abs(away.x()) if away.x() else math.inf
    down = (card.height / 2 + 4) / abs(away.y()) if away.y() else math.inf
    return middle + away * min(across, down, 1.0)
