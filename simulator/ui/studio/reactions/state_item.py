"""One reaction state in the picture of the graph: its family by colour, shape and sign, and what it is called."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from simulator.alliance.reactions import REACTIONS, ReactionState, family_of
from simulator.ui.studio.canvas.canvas_style import CanvasStyle
from simulator.ui.studio.canvas.card_shapes import outline

WIDTH: Final = 142
HEIGHT: Final = 52
_ICON: Final = 15
_ROOM: Final = 14


class StateItem(QGraphicsItem):
    """A card that stays where its family stands."""

    def __init__(self, state: ReactionState, style: CanvasStyle) -> None:
        super().__init__()
        self.state = state
        self.here = False
        self.differs = 0
        """In how many moves the person differs here."""

        self.stays = 0
        """How many of the drawn moves leave the patient here."""

        self._style = style
        self._words = style.look.say(REACTIONS[state].label())
        self._outline = outline(family_of(state), self.width, self.height, style.scale)
        self.setZValue(1)

    @property
    def width(self) -> float:
        """How wide it is."""
        return WIDTH * self._style.scale

    @property
    def height(self) -> float:
        """How high it is."""
        return HEIGHT * self._style.scale

    @property
    def middle(self) -> QPointF:
        """Where edges are drawn to."""
        return self.pos() + QPointF(self.width / 2, self.height / 2)

    def show_marks(self, *, here: bool, differs: int, stays: int) -> None:
        """Say whether it is chosen, and what is to be known of it."""
        if (here, differs, stays) != (self.here, self.differs, self.stays):
            self.here, self.differs, self.stays = here, differs, stays
            self.update()

    def boundingRect(self) -> QRectF:
        """The card with its ring and the signs at its edge."""
        room = _ROOM * self._style.scale
        return QRectF(-room, -room, self.width + 2 * room, self.height + 2 * room)

    def shape(self) -> QPainterPath:
        """Where the mouse meets it."""
        return self._outline

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the card."""
        style, family = self._style, self._style.families[family_of(self.state)]
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setBrush(style.surface)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPath(self._outline)
        painter.setBrush(family.fill)
        painter.setPen(style.focus if self.here else family.line)
        painter.drawPath(self._outline)
        left, size = 16 * style.scale, _ICON * style.scale
        painter.drawPixmap(QRectF(left, (self.height - size) / 2, size, size).toRect(), family.icon)
        painter.setFont(style.small)
        painter.setPen(style.ink)
        inside = QRectF(left + size + 5 * style.scale, 0, self.width - left - size - 13 * style.scale, self.height)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._words)
        if self.differs:
            self._draw_sign(painter, f"≠ {self.differs}", self.width - 8 * style.scale, accent=True)
        if self.stays:
            self._draw_sign(painter, f"↻ {self.stays}", 8 * style.scale, accent=False)

    def _draw_sign(self, painter: QPainter, words: str, x: float, *, accent: bool) -> None:
        """A few letters on the upper edge, at the left or at the right."""
        style = self._style
        metrics = style.metrics[0]
        wide = metrics.horizontalAdvance(words) + 8 * style.scale
        high = metrics.height()
        place = QRectF(x - wide if x > self.width / 2 else x, -high / 2, wide, high)
        painter.setBrush(style.accent if accent else style.paper)
        painter.setPen(Qt.PenStyle.NoPen if accent else QPen(style.quiet, style.scale))
        painter.drawRoundedRect(place, high / 2, high / 2)
        painter.setPen(style.on_accent if accent else style.quiet)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
