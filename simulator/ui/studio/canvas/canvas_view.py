"""Looks at the canvas: enlarges, moves about, chooses and drags cards, and leads the keyboard from card to card."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsPathItem, QGraphicsView, QWidget

from simulator.messages.sentences import canvas as say
from simulator.ui.studio.canvas.canvas_scene import CanvasScene
from simulator.ui.studio.canvas.card_item import CardItem

_LARGEST: Final = 2.0
_SMALLEST: Final = 0.03
_STEP: Final = 1.25
_LEAST: Final = 60
"""So high it is at least, in pixels at a text size of 100 %."""

_EDGE_WITHIN: Final = 12
"""So near to an edge, in pixels, a click means it."""

_ARROWS: Final = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
}


class CanvasView(QGraphicsView):
    """The canvas as one sees it; what is done with it goes up."""

    opened = Signal(str)
    """A card was opened, by Enter or by a double click."""

    linked = Signal(str, str)
    """A line was drawn from one card to another."""

    cards_put = Signal(dict)
    """Cards were dragged somewhere: their places by their ids."""

    looked_elsewhere = Signal()
    """Another part of the canvas is on the screen, or it is larger or smaller."""

    def __init__(self, scene: CanvasScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self._pressed_at: dict[str, tuple[float, float]] = {}
        self._pan: QPoint | None = None
        self._fits = False
        self._link: tuple[CardItem, QGraphicsPathItem] | None = None
        self.over: QWidget | None = None
        """What lies upon a corner of it, and should hide nothing that is to be seen."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(round(_LEAST * scene.look.scale))
        # The small map and the wheel take one about; bars would come and go while the whole map is fitted in.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for named in (self, self.viewport()):
            named.setAccessibleName(scene.look.say(say.CANVAS()))
        self.setAccessibleDescription(scene.look.say(say.CANVAS_KEYS()))

    @property
    def scene_of_cards(self) -> CanvasScene:
        """What is looked at."""
        return self._scene

    @property
    def size_of_things(self) -> float:
        """How large things are; 1 is life size."""
        return self.transform().m11()

    def enlarge(self, by: float) -> None:
        """Make everything larger or smaller."""
        self._fits = False
        by = min(_LARGEST / self.size_of_things, max(_SMALLEST / self.size_of_things, by))
        self.scale(by, by)
        self.looked_elsewhere.emit()

    def larger(self) -> None:
        """One step nearer."""
        self.enlarge(_STEP)

    def smaller(self) -> None:
        """One step further away."""
        self.enlarge(1 / _STEP)

    def fit(self) -> None:
        """Show the whole map, or as much of it as can be told apart."""
        room = self._scene.room_of(self._scene.cards).adjusted(-30, -30, 30, 30)
        if room.isEmpty():
            return
        self.fitInView(room, Qt.AspectRatioMode.KeepAspectRatio)
        self.enlarge(min(1.0, 1.0 / self.size_of_things))
        self._fits = True

    def show_card(self, id_: str, *, large: bool = False) -> None:
        """Bring a card into view; ``large`` makes its words readable."""
        if id_ not in self._scene.cards:
            return
        if large and self.size_of_things < 1:
            self.enlarge(1 / self.size_of_things)
            self.centerOn(self._scene.cards[id_])
        if not self.visible_part().contains(room := self._scene.room_of([id_])):
            self.ensureVisible(room, 60, 40)
            self.looked_elsewhere.emit()
        over = self.over
        if over is not None and over.isVisible() and over.geometry().intersects(self.mapFromScene(room).boundingRect()):
            self.centerOn(room.center())
            self.looked_elsewhere.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves about; with Ctrl it enlarges."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.enlarge(_STEP ** (event.angleDelta().y() / 120))
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the whole map was shown it still is."""
        super().resizeEvent(event)
        if self._fits:
            self.fit()
        self.looked_elsewhere.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Tell that another part is on the screen."""
        super().scrollContentsBy(dx, dy)
        self.looked_elsewhere.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows lead along edges, Enter opens, Space selects."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _ARROWS:
            self._go(self._scene.neighbour(_ARROWS[key]))
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._scene.here:
            if not event.isAutoRepeat():
                self.opened.emit(self._scene.here)
        elif plain and key == Qt.Key.Key_Space and self._scene.here:
            item = self._scene.cards[self._scene.here]
            item.setSelected(not item.isSelected())
        elif plain and key == Qt.Key.Key_Home:
            self._go(next((card.id for card in self._scene.graph.cards.values() if card.start), ""))
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_A:
            for item in self._scene.cards.values():
                item.setSelected(True)
        elif key == Qt.Key.Key_Escape and (self._scene.selectedItems() or self._link):
            self._scene.clearSelection()
            self._drop_link()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a card or an edge, begin to draw a line from the right end of a card, or move about."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan = event.position().toPoint()
            return
        item = self._card_at(event.position().toPoint())
        if item is None:
            super().mousePressEvent(event)
            if event.button() == Qt.MouseButton.LeftButton:
                self._choose_edge(self.mapToScene(event.position().toPoint()))
            return
        self._scene.stand_on(item.card.id)
        if event.button() == Qt.MouseButton.LeftButton and item.on_handle(self.mapToScene(event.position().toPoint())):
            self._begin_link(item)
            return
        super().mousePressEvent(event)
        self._pressed_at = {id_: (one.x(), one.y()) for id_, one in self._scene.cards.items() if one.isSelected()}

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move about, draw the line, or drag cards."""
        if self._pan is not None:
            way = event.position().toPoint() - self._pan
            self._pan = event.position().toPoint()
            for bar, step in ((self.horizontalScrollBar(), way.x()), (self.verticalScrollBar(), way.y())):
                bar.setValue(bar.value() - step)
        elif self._link is not None:
            self._draw_link(self.mapToScene(event.position().toPoint()))
        else:
            super().mouseMoveEvent(event)
            for id_ in self._pressed_at:
                self._scene.edges.card_moved(id_)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what was begun; cards that were dragged are told."""
        if self._pan is not None:
            self._pan = None
            return
        if self._link is not None:
            source, target = self._link[0], self._card_at(event.position().toPoint())
            self._drop_link()
            if target is not None and target is not source:
                self.linked.emit(source.card.id, target.card.id)
            return
        super().mouseReleaseEvent(event)
        cards, before, self._pressed_at = self._scene.cards, self._pressed_at, {}
        put = {id_: cards[id_].spot for id_, at in before.items() if (cards[id_].x(), cards[id_].y()) != at}
        if put:
            self.cards_put.emit(put)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a card."""
        item = self._card_at(event.position().toPoint())
        if item is not None:
            self.opened.emit(item.card.id)

    def _go(self, id_: str) -> None:
        if id_:
            self._scene.clearSelection()
            self._scene.stand_on(id_)
            self.show_card(id_)

    def _card_at(self, point: QPoint) -> CardItem | None:
        return next((item for item in self.items(point) if isinstance(item, CardItem)), None)

    def _choose_edge(self, at: QPointF) -> None:
        number = self._scene.edges.nearest(at, _EDGE_WITHIN / self.size_of_things)
        if number is None:
            self._scene.stand_on("")
        else:
            self._scene.choose_edge(number)

    def _begin_link(self, item: CardItem) -> None:
        line = QGraphicsPathItem()
        line.setPen(QPen(self._scene.style_of_cards.marked))
        self._scene.addItem(line)
        self._link = item, line

    def _draw_link(self, to: QPointF) -> None:
        assert self._link is not None
        item, line = self._link
        path = QPainterPath(item.handle)
        path.lineTo(to)
        line.setPath(path)

    def _drop_link(self) -> None:
        if self._link is not None:
            self._scene.removeItem(self._link[1])
            self._link = None

    def visible_part(self) -> QRectF:
        """The part of the canvas that is on the screen."""
        return self.mapToScene(self.viewport().rect()).boundingRect()
