"""All edges of the canvas in one item: painted together, as curves where one can see them and as plain lines from afar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from simulator.scenario.story_graph import CardKind, EdgeKind, StoryEdge
from simulator.ui.studio.canvas.canvas_style import NEAR, CanvasStyle
from simulator.ui.studio.canvas.card_item import CardItem

_ALL_AFAR: Final = 1_500
"""Of more edges only those of the script are drawn from afar: all of them would be a grey field."""

_CROWDED: Final = 3
"""Where more edges of the script come to a card, those that nobody looks at are drawn quietly."""

_CURVES: Final = 0.2
"""From this size on edges are curves."""

_SPREAD: Final = (0.5, 0.36, 0.64, 0.43, 0.57, 0.29, 0.71)
"""Where along the side of a card edges end, one after the other, as shares of its height."""

_BULGE: Final = 60
_AROUND: Final = 400
"""So far beyond its cards an edge may swing."""
_ARROW: Final = 9
_LABEL: Final = 180
_LABEL_AT: Final = (0.5, 0.35, 0.65, 0.22, 0.78)
"""Where upon an edge its words can stand, as shares of the way."""


class Course(NamedTuple):
    """The way of one edge: where it leaves and arrives, and on which side (1 right, -1 left)."""

    x: float
    y: float
    to_x: float
    to_y: float
    leaves: int
    arrives: int

    @property
    def reach(self) -> float:
        """How far the curve swings out."""
        return max(_BULGE, abs(self.to_x - self.x) / 2) if self.leaves != self.arrives else _BULGE

    def path(self, onto: QPainterPath) -> None:
        """Draw the curve."""
        reach = self.reach
        onto.moveTo(self.x, self.y)
        onto.cubicTo(
            self.x + self.leaves * reach, self.y, self.to_x + self.arrives * reach, self.to_y, self.to_x, self.to_y
        )

    def at(self, share: float) -> QPointF:
        """The point at a share of the way."""
        reach, back = self.reach, 1 - share
        ways = (back**3, 3 * back**2 * share, 3 * back * share**2, share**3)
        xs = (self.x, self.x + self.leaves * reach, self.to_x + self.arrives * reach, self.to_x)
        ys = (self.y, self.y, self.to_y, self.to_y)
        return QPointF(
            sum(way * x for way, x in zip(ways, xs, strict=True)), sum(way * y for way, y in zip(ways, ys, strict=True))
        )

    @property
    def room(self) -> QRectF:
        """What the curve lies in."""
        bulge = self.reach if self.leaves == self.arrives else _BULGE
        left, right = min(self.x, self.to_x) - bulge, max(self.x, self.to_x) + bulge
        top, low = min(self.y, self.to_y) - _ARROW, max(self.y, self.to_y) + _ARROW
        return QRectF(left, top, right - left, low - top)


class EdgeLayer(QGraphicsItem):
    """Every edge of a map behind its cards. Some can be marked: those of a card that is looked at, or of what was played."""

    def __init__(self, style: CanvasStyle, label_of: Callable[[StoryEdge], str]) -> None:
        super().__init__()
        self._style = style
        self._label_of = label_of
        self._edges: Sequence[StoryEdge] = ()
        self._items: Mapping[str, CardItem] = {}
        self._courses: list[Course] = []
        self._of_card: dict[str, list[int]] = {}
        self._lines: tuple[list[QLineF], list[QLineF], list[QLineF]] | None = None
        self._marked: frozenset[int] = frozenset()
        self._played: frozenset[int] = frozenset()
        self._uncovered: frozenset[int] = frozenset()
        self._pale: frozenset[int] = frozenset()
        self._to_own: frozenset[int] = frozenset()
        """Those to the patient's own lines: they are drawn only where somebody looks at one of their cards."""

        self._script = style.script
        self._room = QRectF()
        self.setZValue(-1)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_edges(self, edges: Sequence[StoryEdge], items: Mapping[str, CardItem]) -> None:
        """Show other edges, between cards that stand where they should."""
        self._edges, self._items = edges, items
        of_card: dict[str, list[int]] = defaultdict(list)
        for number, edge in enumerate(edges):
            of_card[edge.source].append(number)
            of_card[edge.target].append(number)
        self._of_card = of_card
        self._marked = self._played = self._uncovered = self._pale = frozenset()
        own = {id_ for id_, item in items.items() if item.card.kind is CardKind.STACK}
        self._to_own = frozenset(
            n for n, edge in enumerate(edges) if edge.target in own and edge.kind is EdgeKind.GRAPH
        )
        scripted = sum(edge.kind is EdgeKind.SCRIPT for edge in edges)
        self._script = self._style.crowded if scripted > _CROWDED * len(items) else self._style.script
        places = {id_: (item.x(), item.y()) for id_, item in items.items()}
        wide, high = self._style.card_size
        self._courses = [
            _course(number, places[edge.source], places[edge.target], wide, high) for number, edge in enumerate(edges)
        ]
        self._lines = None

    @property
    def edges(self) -> Sequence[StoryEdge]:
        """What is shown."""
        return self._edges

    def card_moved(self, id_: str) -> None:
        """A card is somewhere else: its edges follow."""
        for number in self._of_card.get(id_, ()):
            self.update(self._courses[number].room)
            self._courses[number] = _course(number, *self._places(number), *self._style.card_size)
            self.update(self._courses[number].room)
        self._lines = None

    def cards_settled(self) -> None:
        """Cards stay where they are now: that is the room in which edges are drawn."""
        self.prepareGeometryChange()
        if self._courses:
            left, top = min(course.x for course in self._courses), min(course.y for course in self._courses)
            right, low = max(course.x for course in self._courses), max(course.y for course in self._courses)
            to_left, to_top = min(course.to_x for course in self._courses), min(course.to_y for course in self._courses)
            to_right, to_low = (
                max(course.to_x for course in self._courses),
                max(course.to_y for course in self._courses),
            )
            corner = QPointF(min(left, to_left), min(top, to_top))
            room = QRectF(corner, QPointF(max(right, to_right), max(low, to_low)))
            self._room = room.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)

    def mark(self, numbers: Collection[int]) -> None:
        """Let some edges stand out, by their numbers."""
        if frozenset(numbers) != self._marked:
            self._marked = frozenset(numbers)
            self.update()

    def mark_played(self, steps: Collection[tuple[str, str]]) -> None:
        """Let the edges of a play stand out, as pairs of cards."""
        wanted = set(steps)
        self._played = frozenset(n for n, edge in enumerate(self._edges) if (edge.source, edge.target) in wanted)
        self.update()

    def mark_uncovered(self, numbers: Collection[int]) -> None:
        """Dot some edges: of answers that hardly anybody is offered."""
        if frozenset(numbers) != self._uncovered:
            self._uncovered = frozenset(numbers)
            self.update()

    def fade(self, cards: Collection[str]) -> None:
        """Let edges step back that join two of these cards."""
        self._pale = frozenset(
            n for n, edge in enumerate(self._edges) if cards and edge.source in cards and edge.target in cards
        )
        self._lines = None
        self.update()

    @property
    def pale(self) -> frozenset[int]:
        """The numbers of the edges that step back."""
        return self._pale

    @property
    def unseen(self) -> frozenset[int]:
        """The numbers of the edges that are not drawn: to the patient's own lines, while nobody looks at them."""
        return self._to_own - self._marked - self._played - self._uncovered

    @property
    def uncovered(self) -> frozenset[int]:
        """The numbers of the edges that are dotted."""
        return self._uncovered

    @property
    def played(self) -> frozenset[int]:
        """The numbers of the edges of a play."""
        return self._played

    def of_card(self, id_: str) -> Sequence[int]:
        """The numbers of the edges of a card."""
        return self._of_card.get(id_, ())

    def nearest(self, point: QPointF, within: float) -> int | None:
        """The number of the edge that passes nearest to a point, if one does so within a distance."""
        best, found = within, None
        unseen = self.unseen
        for number, course in enumerate(self._courses):
            if number in unseen or not course.room.adjusted(-within, -within, within, within).contains(point):
                continue
            for step in range(25):
                there = course.at(step / 24)
                far = abs(there.x() - point.x()) + abs(there.y() - point.y())
                if far < best:
                    best, found = far, number
        return found

    def boundingRect(self) -> QRectF:
        """All edges."""
        return self._room

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the edges that can be seen, each kind at once."""
        size = option.levelOfDetailFromTransform(painter.worldTransform()) * self._style.scale
        if size < _CURVES:
            self._paint_afar(painter)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, size >= NEAR)
        exposed, near, style = option.exposedRect, size >= NEAR, self._style
        seen = [number for number, course in enumerate(self._courses) if course.room.intersects(exposed)]
        apart = self._marked | self._played | self._uncovered
        quiet = [n for n in seen if n not in apart and n not in self._to_own]
        self._draw(painter, [n for n in quiet if n in self._pale], style.pale)
        plain = [n for n in quiet if n not in self._pale]
        graph = [n for n in plain if self._edges[n].kind is EdgeKind.GRAPH]
        script = [n for n in plain if self._edges[n].kind is EdgeKind.SCRIPT]
        self._draw(painter, graph, style.graph_dashed if near else style.graph)
        self._draw(painter, script, self._script, arrows=True)
        dotted = [n for n in seen if n in self._uncovered and n not in self._marked]
        self._draw(painter, dotted, style.uncovered, arrows=True)
        self._draw(painter, [n for n in seen if n in self._played], style.played, arrows=True)
        marked = [n for n in seen if n in self._marked]
        scripted = [n for n in marked if self._edges[n].kind is EdgeKind.SCRIPT]
        self._draw(painter, scripted, style.marked, arrows=True)
        self._draw(painter, [n for n in marked if n not in scripted], style.marked_dashed, arrows=True)
        if near:
            self._write(painter, [*marked, *dotted, *script], exposed)

    def _paint_afar(self, painter: QPainter) -> None:
        style = self._style
        if self._lines is None:
            graph, script, pale = self._lines = [], [], []
            for number, (edge, course) in enumerate(zip(self._edges, self._courses, strict=True)):
                scripted = edge.kind is EdgeKind.SCRIPT
                if number not in self._to_own and (scripted or len(self._edges) <= _ALL_AFAR):
                    lines = pale if number in self._pale else script if scripted else graph
                    lines.append(QLineF(course.x, course.y, course.to_x, course.to_y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        graph, script, pale = self._lines
        for lines, pen in ((pale, style.pale), (graph, style.graph), (script, self._script)):
            painter.setPen(QPen(pen.color(), 0))
            painter.drawLines(lines)
        marks = ((self._uncovered, style.uncovered), (self._played, style.played), (self._marked, style.marked))
        for numbers, pen in marks:
            painter.setPen(pen)
            painter.drawLines([QLineF(*self._courses[n][:4]) for n in numbers])

    def _draw(self, painter: QPainter, numbers: Sequence[int], pen: QPen, *, arrows: bool = False) -> None:
        if not numbers:
            return
        path = QPainterPath()
        for number in numbers:
            self._courses[number].path(path)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(path)
        if arrows:
            painter.setPen(QPen(pen.color(), 0))
            painter.setBrush(pen.color())
            for number in numbers:
                painter.drawPolygon(self._arrow(self._courses[number]))

    def _arrow(self, course: Course) -> QPolygonF:
        size = _ARROW * self._style.scale
        tip, back = QPointF(course.to_x, course.to_y), course.to_x + course.arrives * size
        return QPolygonF([tip, QPointF(back, course.to_y - size / 2), QPointF(back, course.to_y + size / 2)])

    def _write(self, painter: QPainter, numbers: Sequence[int], seen: QRectF) -> None:
        """Conditions and answers of edges that stand out, each upon its edge where there is room for it."""
        style = self._style
        small = style.metrics[0]
        painter.setFont(style.small)
        taken = [room for item in self._items.values() if (room := item.sceneBoundingRect()).intersects(seen)]
        for number in numbers:
            words = self._label_of(self._edges[number])
            words = small.elidedText(words, Qt.TextElideMode.ElideRight, _LABEL * style.scale)
            box = QRectF(0, 0, small.horizontalAdvance(words) + 10, small.height() + 2)
            for share in _LABEL_AT:
                box.moveCenter(self._courses[number].at(share))
                if words and seen.contains(box) and not any(box.intersects(other) for other in taken):
                    taken.append(QRectF(box))
                    painter.setPen(QPen(style.graph.color(), 0))
                    painter.setBrush(style.paper)
                    painter.drawRoundedRect(box, 4, 4)
                    painter.setPen(style.ink)
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
                    break

    def _places(self, number: int) -> tuple[tuple[float, float], tuple[float, float]]:
        edge = self._edges[number]
        source, target = self._items[edge.source], self._items[edge.target]
        return (source.x(), source.y()), (target.x(), target.y())


def _course(number: int, source: tuple[float, float], target: tuple[float, float], wide: float, high: float) -> Course:
    """The way of an edge between two cards that stand somewhere."""
    x, y = source
    to_x, to_y = target
    leaves, arrives = 1, -1
    if to_x + wide < x:
        leaves, arrives = -1, 1
    elif abs(to_x - x) < wide:
        leaves = arrives = 1
    return Course(
        x + wide if leaves > 0 else x,
        y + high * _SPREAD[number % len(_SPREAD)],
        to_x + wide if arrives > 0 else to_x,
        to_y + high * _SPREAD[(number * 3 + 1) % len(_SPREAD)],
        leaves,
        arrives,
    )
