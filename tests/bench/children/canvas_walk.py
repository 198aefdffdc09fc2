"""Builds, paints and drags a map of a thousand moments, by turns with a plain one, and prints how long each took."""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from statistics import median

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication, QGraphicsItem, QGraphicsPathItem, QGraphicsScene, QGraphicsSimpleTextItem

from simulator.scenario.files import PinnedFiles
from simulator.scenario.read import read_scenario
from simulator.scenario.story_graph import EdgeKind, StoryGraph, story_of
from simulator.scenario.story_layout import Spot, lay_out
from simulator.ui.look import Look
from simulator.ui.studio.canvas.canvas_scene import CanvasScene
from simulator.ui.studio.canvas.canvas_style import CanvasStyle
from simulator.ui.studio.canvas.canvas_view import CanvasView
from simulator.ui.studio.canvas.edge_layer import Course
from simulator.ui.theme import apply_theme, load_theme
from tests.bench.measuring import SCENARIOS
from tests.bench.reader import large_scenario

_SIZE = (1280, 800)
_DRAGS = 500


class PlainScene(QGraphicsScene):
    """The same map as one makes it first: an item for each card with its words, and one for each edge; always drawn in full."""

    def __init__(self, style: CanvasStyle) -> None:
        super().__init__()
        self._style = style

    def show_map(self, graph: StoryGraph, spots: dict[str, Spot]) -> None:
        """Put everything there."""
        style = self._style
        nodes: dict[str, QGraphicsPathItem] = {}
        for id_, card in graph.cards.items():
            family = style.families[card.family]
            node = nodes[id_] = QGraphicsPathItem(family.outline)
            node.setPen(family.line)
            node.setBrush(family.fill)
            node.setFlags(
                QGraphicsItem.GraphicsItemFlag.ItemIsMovable | QGraphicsItem.GraphicsItemFlag.ItemIsSelectable
            )
            for line, (words, font) in enumerate(((id_, style.bold), (card.words[:60], style.speech))):
                text = QGraphicsSimpleTextItem(words, node)
                text.setFont(font)
                text.setPos(16, 8 + 24 * line)
            node.setPos(*spots[id_])
            self.addItem(node)
        for edge in graph.edges:
            start, end = nodes[edge.source].pos(), nodes[edge.target].pos()
            middle = style.height / 2
            path = QPainterPath()
            Course(start.x() + style.width, start.y() + middle, end.x(), end.y() + middle, 1, -1).path(path)
            line_ = QGraphicsPathItem(path)
            line_.setPen(style.script if edge.kind is EdgeKind.SCRIPT else style.graph_dashed)
            line_.setZValue(-1)
            self.addItem(line_)


def main(moments: int) -> None:
    """Measure everything, and print it as JSON."""
    app = QApplication([])
    look = Look(load_theme("light"))
    apply_theme(app, look.theme)
    paths = ("patients/ines-carvalho.yaml", "reactions/alliance_base.yaml")
    texts = {"large.yaml": large_scenario(moments), **{path: (SCENARIOS / path).read_text("utf-8") for path in paths}}
    graph = story_of(read_scenario(PinnedFiles(texts), "large.yaml"))
    spots = lay_out(graph, {})

    def ours() -> CanvasScene:
        scene = CanvasScene(look)
        scene.show_map(graph, spots)
        return scene

    def plain() -> PlainScene:
        scene = PlainScene(CanvasStyle(look))
        scene.show_map(graph, spots)
        return scene

    found: dict[str, float] = {"moments": len(graph.cards), "edges": len(graph.edges)}
    builds, paints = [], []
    for _ in range(3):
        builds.append((_cpu(ours)[0], _cpu(plain)[0]))
    mine, other = ours(), plain()
    for _ in range(4):
        paints.append((_cpu(lambda: _paint(mine))[0], _cpu(lambda: _paint(other))[0]))
    found["build"], found["plain_build"] = (min(pair[n] for pair in builds) for n in (0, 1))
    found["paint"], found["plain_paint"] = (min(pair[n] for pair in paints[1:]) for n in (0, 1))
    found["drag"], found["drag_middle"], found["pan"] = _handled(mine)
    print(json.dumps(found))


def _cpu(work: Callable[[], object]) -> tuple[float, object]:
    gc.collect()
    gc.disable()
    before = time.process_time()
    made = work()
    taken = time.process_time() - before
    gc.enable()
    return taken, made


def _paint(scene: QGraphicsScene) -> None:
    """The whole map at the size of the window."""
    image = QImage(*_SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    scene.render(painter, QRectF(0, 0, *_SIZE), scene.itemsBoundingRect())
    painter.end()


def _handled(scene: CanvasScene) -> tuple[float, float, float]:
    """CPU seconds that a step of a drag takes, of 500 the 95th in 100 and the middle one; and those of a step to the side."""
    view = CanvasView(scene)
    view.resize(*_SIZE)
    view.show()
    view.fit()
    item = next(iter(scene.cards.values()))

    def drag() -> None:
        item.moveBy(3, 1)
        scene.edges.card_moved(item.card.id)

    drags = [_cpu(drag)[0] for _ in range(_DRAGS)]
    bar = view.horizontalScrollBar()
    view.enlarge(8)
    view.centerOn(QPointF(0, 0))
    pans = [_cpu(lambda: bar.setValue(bar.value() + 5))[0] for _ in range(_DRAGS)]
    return _slowest(drags), median(drags), _slowest(pans)


def _slowest(taken: list[float]) -> float:
    return sorted(taken)[len(taken) * 95 // 100]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
