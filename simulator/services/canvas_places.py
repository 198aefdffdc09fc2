"""Where the cards of one scenario stand on the canvas: those put by hand by the map beside it, all others by themselves."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.scenario.canvas_sidecar import places_in, with_places
from simulator.scenario.story_graph import StoryGraph
from simulator.scenario.story_layout import Spot, lay_out


class CanvasPlaces:
    """The places of a scenario's cards; ``text`` is the map beside its file.

    Only what was put by hand stands in that text; every other card keeps its place for as long as the scenario is open, and
    new ones get one beside what leads to them.
    """

    def __init__(self, text: str = "") -> None:
        self._text = text
        self._by_hand = places_in(text)
        self._by_itself: dict[str, Spot] = {}

    def read(self, text: str) -> None:
        """The map beside the file is another one, as after an undo."""
        self._text = text
        self._by_hand = places_in(text)

    def lay_out(self, graph: StoryGraph) -> Mapping[str, Spot]:
        """A place for every card of a map. A renamed moment has the place of its former id."""
        known = {**self._by_itself, **self._by_hand}
        for id_, card in graph.cards.items():
            former = next((old for old in card.formerly if old in known and old not in graph.cards), None)
            if id_ not in known and former is not None:
                known[id_] = known[former]
        spots = lay_out(graph, known)
        # A card that is gone for the moment, because its block is broken, finds its place again.
        self._by_itself.update((id_, spot) for id_, spot in spots.items() if id_ not in self._by_hand)
        return spots

    def arrange_anew(self, graph: StoryGraph) -> Mapping[str, Spot]:
        """New places for all cards but those that were put by hand."""
        self._by_itself.clear()
        return self.lay_out(graph)

    def with_put(self, spots: Mapping[str, Spot]) -> str:
        """The map beside the file once these cards are put by hand."""
        return with_places(self._text, {**self._by_hand, **spots})
