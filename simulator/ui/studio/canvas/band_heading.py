"""What stands over the cards of the patient's own lines, so that nobody wonders who wrote them; it is as large at every distance."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from simulator.messages.sentences import canvas as say
from simulator.scenario.story_graph import CardKind
from simulator.scenario.story_layout import ROW
from simulator.ui.studio.canvas.canvas_style import NAMES, CanvasStyle
from simulator.ui.studio.canvas.card_item import CardItem

_ABOVE: Final = 6


class BandHeading(QGraphicsItem):
    """A line of words over the uppermost of these cards; nothing where there are none."""

    def __init__(self, style: CanvasStyle) -> None:
        super().__init__()
        self._style = style
        self.words = ""
        self.setZValue(1)
        self.hide()

    def stand_over(self, cards: Iterable[CardItem]) -> None:
        """Stand where the patient's own lines begin now."""
        stacks = [item for item in cards if item.card.kind is CardKind.STACK]
        self.setVisible(bool(stacks))
        if stacks:
            first = min(stacks, key=lambda item: (item.y(), item.x()))
            self.prepareGeometryChange()
            self.words = self._style.look.say(say.OWN_LINES_BAND(name=first.card.whose))
            self.setPos(first.pos())

    def boundingRect(self) -> QRectF:
        """The words as large as they ever are, above the corner of the first card."""
        small, high = self._style.metrics[0], ROW * self._style.scale
        return QRectF(0, -high, (small.horizontalAdvance(self.words) + 2 * _ABOVE) * self._style.scale / NAMES, high)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Write it quietly, wherever cards have their names."""
        style, small = self._style, self._style.metrics[0]
        lod = option.levelOfDetailFromTransform(painter.worldTransform())
        if lod * style.scale < NAMES:
            return
        painter.scale(1 / lod, 1 / lod)
        high = small.height() + _ABOVE * style.scale
        painter.fillRect(QRectF(0, -high, small.horizontalAdvance(self.words), small.height()), style.paper)
        painter.setFont(style.small)
        painter.setPen(style.quiet)
        painter.drawText(QPointF(0, small.ascent() - high), self.words)
        painter.scale(lod, lod)
