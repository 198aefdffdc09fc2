"""The whole map in a corner of the canvas, with the part that is on the screen; a click goes there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import canvas as say
from simulator.ui.studio.canvas.canvas_view import CanvasView
from simulator.ui.theme import Role

_WIDE: Final = 200
_HIGH: Final = 130
_AROUND: Final = 8


class Minimap(QWidget):
    """A small picture of all cards; a help for the eye and the mouse, which the keyboard does not need."""

    def __init__(self, view: CanvasView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._picture: QPixmap | None = None
        look = view.scene_of_cards.look
        self._theme = look.theme
        self.setFixedSize(QSize(_WIDE, _HIGH))
        self.setAccessibleName(look.say(say.MINIMAP()))
        self.setToolTip(look.say(say.MINIMAP()))
        view.looked_elsewhere.connect(self.update)
        view.over = self

    def redraw(self) -> None:
        """The cards are others, or stand elsewhere."""
        self._picture = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cards, once, and the part that is on the screen."""
        if self._picture is None:
            self._picture = self._drawn()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(QPen(QColor(self._theme.colour(Role.FOCUS)), 2))
        painter.drawRect(self._small(self._view.visible_part()).intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along."""
        self._go(event.position())

    def _go(self, at: QPointF) -> None:
        room, scale, origin = self._scaled()
        self._view.centerOn(room.topLeft() + (at - origin) / scale)

    def _scaled(self) -> tuple[QRectF, float, QPointF]:
        """What is shown, how much smaller, and from where on."""
        scene = self._view.scene_of_cards
        room = scene.room_of(scene.cards)
        wide, high = _WIDE - 2 * _AROUND, _HIGH - 2 * _AROUND
        scale = min(wide / max(1.0, room.width()), high / max(1.0, room.height()))
        left = _AROUND + (wide - room.width() * scale) / 2
        return room, scale, QPointF(left, _AROUND + (high - room.height() * scale) / 2)

    def _small(self, part: QRectF) -> QRectF:
        room, scale, origin = self._scaled()
        corner = origin + (part.topLeft() - room.topLeft()) * scale
        return QRectF(corner, part.size() * scale)

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setPen(QPen(QColor(self._theme.colour(Role.CONTROL_EDGE)), 1))
        painter.setBrush(QColor(self._theme.colour(Role.SURFACE)))
        painter.drawRect(QRectF(0.5, 0.5, _WIDE - 1, _HIGH - 1))
        scene = self._view.scene_of_cards
        for item in scene.cards.values():
            place = self._small(item.mapRectToScene(QRectF(0, 0, *scene.style_of_cards.card_size)))
            painter.fillRect(place, scene.style_of_cards.family_colour(item.card.family))
        painter.end()
        return picture
