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
from simulator.services.reaction_view import Leads
from simulator.ui.studio.canvas.canvas_style import CanvasStyle
from simulator.ui.studio.reactions.state_item import StateItem

_BEND: Final = 26
_HEAD: Final = 9
_AROUND: Final = 30


@dataclass(frozen=True, slots=True)
class Edge:
    """From one state to another, by some moves; ``sometimes`` where it hangs on something whether they lead there.

    ``number`` stands on it, and in the list of what the numbers mean; 0 where it was only walked.
    """

    source: ReactionState
    target: ReactionState
    number: int
    leads: tuple[Leads, ...]
    sometimes: bool
    walked: bool = False

    @property
    def differs(self) -> bool:
        """Whether the person differs from the base in one of the moves."""
        return any(one.base is not None for one in self.leads)


class EdgesItem(QGraphicsItem):
    """All edges in one item, below the cards."""

    def __init__(self, cards: Mapping[ReactionState, StateItem], style: CanvasStyle) -> None:
        super().__init__()
        self.cards, self._style = cards, style
        self.edges: tuple[Edge, ...] = ()

    def show_edges(self, edges: tuple[Edge, ...]) -> None:
        """Draw other edges."""
        if edges != self.edges:
            self.edges = edges
            if self.scene() is not None:
                self.scene().update()

    def boundingRect(self) -> QRectF:
        """Around all cards."""
        whole = QRectF()
        for card in self.cards.values():
            whole = whole.united(QRectF(card.pos().x(), card.pos().y(), card.width, card.height))
        around = _AROUND * self._style.scale
        return whole.adjusted(-around, -around, around, around)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the edges."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for edge in self.edges:
            path, end, angle = edge_path(self.cards, edge, self._style.scale)
            pen = self._pen(edge)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen)
            painter.drawPath(path)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pen.color())
            painter.drawPolygon(self._head(end, angle))

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

    def _head(self, end: QPointF, angle: float) -> QPolygonF:
        size = _HEAD * self._style.scale
        points = [end]
        for turn in (math.radians(155), math.radians(-155)):
            points.append(end + QPointF(math.cos(angle + turn), math.sin(angle + turn)) * size)
        return QPolygonF(points)


class NumbersItem(QGraphicsItem):
    """The numbers on the edges, over the cards."""

    def __init__(self, edges: EdgesItem, style: CanvasStyle) -> None:
        super().__init__()
        self._edges, self._style = edges, style
        self.setZValue(2)

    def boundingRect(self) -> QRectF:
        """As large as the edges."""
        return self._edges.boundingRect()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the numbers."""
        style = self._style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(style.small)
        metrics = style.metrics[0]
        for edge in self._edges.edges:
            if edge.number:
                words = f"≠ {edge.number}" if edge.differs else str(edge.number)
                wide = metrics.horizontalAdvance(words) + 10 * style.scale
                at = edge_path(self._edges.cards, edge, style.scale)[0].pointAtPercent(0.5)
                place = QRectF(at.x() - wide / 2, at.y() - metrics.height() / 2, wide, metrics.height())
                painter.setPen(QPen(style.accent if edge.differs else style.quiet, style.scale))
                painter.setBrush(style.accent if edge.differs else style.paper)
                painter.drawRoundedRect(place, metrics.height() / 2, metrics.height() / 2)
                painter.setPen(style.on_accent if edge.differs else style.ink)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def edge_path(
    cards: Mapping[ReactionState, StateItem], edge: Edge, scale: float
) -> tuple[QPainterPath, QPointF, float]:
    """The line from border to border, bent so that there and back do not cover each other, with its end and angle."""
    one, other = cards[edge.source], cards[edge.target]
    start, end = one.middle, other.middle
    away = end - start
    length = math.hypot(away.x(), away.y()) or 1.0
    aside = QPointF(-away.y() / length, away.x() / length) * _bend(one, other, scale)
    control = (start + end) / 2 + aside
    start, end = _border(one, control), _border(other, control)
    path = QPainterPath(start)
    path.quadTo(control, end)
    return path, end, math.atan2(end.y() - control.y(), end.x() - control.x())


def _bend(one: StateItem, other: StateItem, scale: float) -> float:
    """Within a column it goes around the cards at their side."""
    same_column = abs(one.x() - other.x()) < 1
    return one.width + 2 * _BEND * scale if same_column else _BEND * scale


def _border(card: StateItem, towards: QPointF) -> QPointF:
    """Where a line from the middle of a card to a point leaves the card."""
    middle = card.middle
    away = towards - middle
    if not away.x() and not away.y():
        return middle
    across = (card.width / 2 + 4) / abs(away.x()) if away.x() else math.inf
    down = (card.height / 2 + 4) / abs(away.y()) if away.y() else math.inf
    return middle + away * min(across, down, 1.0)
