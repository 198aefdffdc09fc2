"""What stands on the canvas: the cards of a map with their edges, which of them is looked at, and which match what is sought."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from simulator.analysis.judgements import judge
from simulator.messages.sentences import canvas as say
from simulator.messages.sentences.live_proof import NEVER_ON_OFFER
from simulator.scenario.story_graph import NO_STORY, Answer, Card, CardKind, EdgeKind, StoryEdge, StoryGraph
from simulator.scenario.story_layout import Spot
from simulator.services.canvas_visits import Painting
from simulator.services.judgement_words import LABELS
from simulator.ui.look import Look
from simulator.ui.studio.canvas.band_heading import BandHeading
from simulator.ui.studio.canvas.canvas_style import CanvasStyle
from simulator.ui.studio.canvas.card_item import CardItem
from simulator.ui.studio.canvas.card_signs import signs_of
from simulator.ui.studio.canvas.edge_layer import EdgeLayer

_MARGIN = 300
_FEW = 3


class CanvasScene(QGraphicsScene):
    """The cards and edges of one map. ``here`` is the card that the keyboard is on."""

    here_changed = Signal(str)
    """The keyboard is on another card, by its id; nothing where it is on none."""

    edge_chosen = Signal(int)
    """An edge was chosen, by its number in ``graph.edges``."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.style_of_cards = CanvasStyle(look)
        self.graph: StoryGraph = NO_STORY
        self.cards: dict[str, CardItem] = {}
        self.here = ""
        self._painting: Painting | None = None
        self._pale: frozenset[str] = frozenset()
        self.uncovered: frozenset[tuple[str, str]] = frozenset()
        self._wanted: Callable[[Card], bool] | None = None
        self.edges = EdgeLayer(self.style_of_cards, self.label_of)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.addItem(self.edges)
        self.heading = BandHeading(self.style_of_cards)
        self.addItem(self.heading)
        self.setBackgroundBrush(self.style_of_cards.paper)

    def show_map(self, graph: StoryGraph, spots: Mapping[str, Spot]) -> None:
        """Show a map; cards that were there stay the same things, so that what is chosen stays chosen."""
        for id_ in [id_ for id_ in self.cards if id_ not in graph.cards]:
            self.removeItem(self.cards.pop(id_))
        for id_, card in graph.cards.items():
            item = self.cards.get(id_)
            if item is None or item.card.kind is not card.kind:
                if item is not None:
                    self.removeItem(item)
                item = self.cards[id_] = CardItem(card, self.style_of_cards)
                item.put(spots[id_])
                self.addItem(item)
                continue
            item.show_card(card)
            if item.spot != spots[id_]:
                item.put(spots[id_])
        self.graph = graph
        self.edges.show_edges(graph.edges, self.cards)
        self._dot()
        self.settle()
        here = self.here if self.here in self.cards else ""
        self.here = ""
        self.stand_on(here)

    def put_cards(self, spots: Mapping[str, Spot]) -> None:
        """Put cards somewhere, without changing what they are."""
        for id_, spot in spots.items():
            item = self.cards.get(id_)
            if item is not None and item.spot != spot:
                item.put(spot)
                self.edges.card_moved(id_)
        self.settle()

    def stand_on(self, id_: str) -> None:
        """Put the keyboard on a card, or on none."""
        if id_ == self.here:
            return
        if self.here in self.cards:
            self.cards[self.here].set_here(False)
        self.here = id_
        if id_ in self.cards:
            self.cards[id_].set_here(True)
        self.edges.mark(self.edges.of_card(id_))
        self.here_changed.emit(id_)

    def choose_edge(self, number: int) -> None:
        """Let one edge stand out alone."""
        self.edges.mark((number,))
        self.edge_chosen.emit(number)

    def chosen(self) -> tuple[str, ...]:
        """The ids of the cards that are selected, in the order of the map; that with the keyboard where none is."""
        found = tuple(id_ for id_, item in self.cards.items() if item.isSelected())
        return found or ((self.here,) if self.here else ())

    def sift(self, wanted: Callable[[Card], bool] | None) -> tuple[str, ...]:
        """Let only cards of some kind stand out, all where nothing is wanted; gives their ids."""
        self._wanted = wanted
        self._fade()
        return tuple(id_ for id_, item in self.cards.items() if wanted(item.card)) if wanted is not None else ()

    def neighbour(self, direction: tuple[int, int]) -> str:
        """The card that an arrow key leads to: along an edge where one goes that way, else the nearest that way."""
        if self.here not in self.cards:
            return next((card.id for card in self.graph.cards.values() if card.start), next(iter(self.cards), ""))
        linked = {
            edge.target if edge.source == self.here else edge.source
            for edge in (self.graph.edges[number] for number in self.edges.of_card(self.here))
        }
        return self._nearest(linked - {self.here}, direction) or self._nearest(
            self.cards.keys() - {self.here}, direction
        )

    def beside(self, id_: str) -> str:
        """The words of a card for whoever hears them: what it is, and what leads to and from it."""
        from simulator.ui.studio.canvas.card_item import state_word

        card = self.graph.cards[id_]
        word = state_word(card, self.style_of_cards)
        after = [edge for edge in self.graph.edges if edge.source == id_]
        scripted = [edge.target for edge in after if edge.kind is EdgeKind.SCRIPT]
        before = sum(edge.target == id_ for edge in self.graph.edges)
        own = self.look.say(say.OWN_LINES_CARD(name=card.whose))
        name = own if card.kind is CardKind.STACK else id_
        told = say.CARD_HEARD(card=name, state=word, words=card.words or "…", answers=card.responses, before=before)
        then = self.look.say(say.LEADS_TO(cards=", ".join(scripted))) if scripted else ""
        signs = signs_of(card, self.look)
        return " ".join(filter(None, (self.look.say(told), then, f"({signs})" if signs else "")))

    def room_of(self, ids: Iterable[str]) -> QRectF:
        """What some cards lie in."""
        places = [(item.x(), item.y()) for item in map(self.cards.__getitem__, ids)]
        if not places:
            return QRectF()
        (left, right), (top, low) = ((min(ways), max(ways)) for ways in zip(*places, strict=True))
        wide, high = self.style_of_cards.card_size
        return QRectF(left, top, right - left + wide, low - top + high)

    def settle(self) -> None:
        """Cards stay where they are now: let one scroll a little beyond them, and no further."""
        self.edges.cards_settled()
        self.heading.stand_over(self.cards.values())
        self.setSceneRect(self.room_of(self.cards).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))

    def paint_met(self, painting: Painting | None) -> int:
        """Say on each card how often it is met, and on edges what answers cost; gives how many cards step back for it."""
        self._painting = painting
        for id_, item in self.cards.items():
            if painting is None:
                item.show_met(None, "")
            else:
                item.show_met(painting.often(id_), self.look.say(painting.words(id_)))
        self._pale = frozenset(id_ for id_ in self.cards if painting is not None and painting.pale(id_))
        self._fade()
        self.edges.update()
        return len(self._pale)

    def paint_uncovered(self, responses: Collection[tuple[str, str]]) -> None:
        """Dot the ways of responses that hardly anybody is offered, as moments and responses; they stay so when the map changes."""
        self.uncovered = frozenset(responses)
        self._dot()

    def _dot(self) -> None:
        dotted = self.uncovered and {
            number
            for number, edge in enumerate(self.graph.edges)
            if all((edge.source, answer.response) in self.uncovered for answer in edge.answers)
        }
        self.edges.mark_uncovered(dotted or ())

    def _fade(self) -> None:
        """What is not sought, and what hardly anybody meets, steps back."""
        wanted, faded = self._wanted, set(self._pale)
        if wanted is not None:
            faded |= {id_ for id_, item in self.cards.items() if not wanted(item.card)}
        for id_, item in self.cards.items():
            item.fade(id_ in faded)
        self.edges.fade(faded)

    def _nearest(self, ids: Iterable[str], direction: tuple[int, int]) -> str:
        here = self._middle(self.here)
        best, found = float("inf"), ""
        for id_ in ids:
            way = self._middle(id_) - here
            ahead = way.x() * direction[0] + way.y() * direction[1]
            aside = abs(way.x() * direction[1]) + abs(way.y() * direction[0])
            if ahead > 1 and ahead * 2 >= aside and ahead + 2 * aside < best:
                best, found = ahead + 2 * aside, id_
        return found

    def _middle(self, id_: str) -> QPointF:
        item, style = self.cards[id_], self.style_of_cards
        return QPointF(item.x() + style.width / 2, item.y() + style.height / 2)

    def _answer(self, edge: StoryEdge, answer: Answer) -> str:
        """The name of an answer, with what it costs where that is known."""
        name = answer.response or self.look.say(say.SILENCE())
        if (edge.source, answer.response) in self.uncovered:
            return self.look.say(NEVER_ON_OFFER(response=name))
        price = None if self._painting is None else self._painting.price(edge.source, answer.response)
        return name if price is None else f"{name}: {self.look.say(LABELS[judge(price)]())}"

    def label_of(self, edge: StoryEdge) -> str:
        """What stands upon an edge: the answers that take it, and on what condition."""
        names = [self._answer(edge, answer) for answer in edge.answers]
        told = ", ".join(names[:_FEW]) + ("…" if len(names) > _FEW else "")
        conditions = [answer.condition for answer in edge.answers if answer.condition]
        if edge.kind is EdgeKind.GRAPH:
            conditions.append(self.graph.cards[edge.target].condition)
        condition = next(filter(None, conditions), "")
        return f"{told} · {condition}" if condition else told
