"""The picture of a reaction graph: a column for each family, a card for each state, and the edges that are asked for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

from simulator.alliance.reactions import ReactionState
from simulator.messages.sentences import patient_desk as say
from simulator.services.reaction_view import COLUMNS
from simulator.ui.look import Look
from simulator.ui.studio.canvas.canvas_style import CanvasStyle
from simulator.ui.studio.reactions.edges_item import Edge, EdgesItem, NumbersItem
from simulator.ui.studio.reactions.state_item import HEIGHT, WIDTH, StateItem

_ACROSS: Final = 44
_DOWN: Final = 40
_MOST_APART: Final = 130
"""So far the cards of a column stand apart at most, from top to top."""

_LARGEST: Final = 2.0
_SMALLEST: Final = 0.3
_READABLE: Final = 0.62
"""Letters can be read from this size on: rather a part that can be read than the whole that cannot."""

_STEP: Final = 1.25
_LEAST: Final = 120
_ARROWS: Final = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
}


class GraphPicture(QGraphicsView):
    """Cards never move; what is chosen goes up, and comes back from whoever knows the graph."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        self._style = CanvasStyle(look)
        scene = QGraphicsScene()
        super().__init__(scene)
        scene.setParent(self)
        self._fits = True
        self.here = ReactionState.ENGAGED
        self.cards = {state: StateItem(state, self._style) for column in COLUMNS for state in column}
        self._put()
        self.edges = EdgesItem(self.cards, self._style)
        for item in (*self.cards.values(), self.edges, NumbersItem(self.edges, self._style)):
            scene.addItem(item)
        scene.setSceneRect(self.edges.boundingRect())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(_LEAST)
        self.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.setBackgroundBrush(self._style.paper)
        for named in (self, self.viewport()):
            named.setAccessibleName(look.say(say.GRAPH_NAME()))
        self.setAccessibleDescription(look.say(say.GRAPH_KEYS()))
        self.setToolTip("")

    def stand_on(self, state: ReactionState) -> None:
        """Choose a card."""
        self.here = state
        self.ensureVisible(self.cards[state])

    def show_edges(self, edges: tuple[Edge, ...]) -> None:
        """Draw these edges."""
        self.edges.show_edges(edges)

    def fit(self) -> None:
        """Show all of it."""
        self._fits = True
        self.fitInView(self.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        if self.transform().m11() < _READABLE:
            self.resetTransform()
            self.scale(_READABLE, _READABLE)
            self.centerOn(self.cards[self.here])

    def enlarge(self, by: float) -> None:
        """Make it larger or smaller."""
        self._fits = False
        size = self.transform().m11()
        by = min(_LARGEST / size, max(_SMALLEST / size, by))
        self.scale(by, by)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was shown whole stays so."""
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From card to card, and nearer or farther."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        key = Qt.Key(event.key())
        if key in _ARROWS and not control:
            self.chosen.emit(str(self._neighbour(*_ARROWS[key])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(str(self.here))
        elif control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.enlarge(_STEP)
        elif control and key == Qt.Key.Key_Minus:
            self.enlarge(1 / _STEP)
        elif control and key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a card."""
        item = self.itemAt(event.position().toPoint())
        if isinstance(item, StateItem):
            self.chosen.emit(str(item.state))
        super().mousePressEvent(event)

    def _put(self) -> None:
        scale = self._style.scale
        rows = max(map(len, COLUMNS))
        whole = (rows - 1) * (HEIGHT + _DOWN)
        for number, column in enumerate(COLUMNS):
            apart = min(whole / (len(column) - 1), _MOST_APART)
            top = (whole - apart * (len(column) - 1)) / 2
            for row, state in enumerate(column):
                self.cards[state].setPos(number * (WIDTH + _ACROSS) * scale, (top + row * apart) * scale)

    def _neighbour(self, right: int, down: int) -> ReactionState:
        """The nearest card in a direction; the same where there is none."""
        here = self.cards[self.here].middle
        found: list[tuple[float, ReactionState]] = []
        for state, card in self.cards.items():
            away = card.middle - here
            along, aside = (away.x() * right, abs(away.y())) if right else (away.y() * down, abs(away.x()))
            if along > 1 and (right or aside < 1):
                found.append((along + aside, state))
        return min(found)[1] if found else self.here
