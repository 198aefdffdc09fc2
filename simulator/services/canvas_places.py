"""Where the cards of one scenario stand on the canvas: read from its sidecar, and kept there when one is put by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from simulator.messages.sentences.canvas import PLACES_NOT_KEPT
from simulator.scenario.canvas_sidecar import places_in, sidecar_of, with_places
from simulator.scenario.story_graph import StoryGraph
from simulator.scenario.story_layout import Spot, lay_out
from simulator.session.errors import ServiceError
from simulator.storage.files import replace_file

_LARGEST: Final = 5_000_000


class CanvasPlaces:
    """The places of a scenario's cards, by the path of its file.

    ``spots`` are those on the canvas now. Only what was put by hand stands in the sidecar; every other card keeps its
    place for as long as the scenario is open, and new ones get one beside what leads to them.
    """

    def __init__(self, scenario: Path) -> None:
        self._file = Path(sidecar_of(str(scenario)))
        self._by_hand: dict[str, Spot] = places_in(self._read())
        self.spots: dict[str, Spot] = dict(self._by_hand)

    def lay_out(self, graph: StoryGraph) -> Mapping[str, Spot]:
        """A place for every card of a map."""
        # A card that is gone for the moment, because its block is broken, finds its place again.
        self.spots = {**self.spots, **lay_out(graph, self.spots)}
        return self.spots

    def arrange_anew(self, graph: StoryGraph) -> Mapping[str, Spot]:
        """New places for all cards but those that were put by hand."""
        self.spots = dict(self._by_hand)
        return self.lay_out(graph)

    def put(self, spots: Mapping[str, Spot]) -> None:
        """Put cards by hand, and keep that; raises ``ServiceError`` where it cannot be kept."""
        self.spots.update(spots)
        self._by_hand.update(spots)
        self._keep()

    def rename(self, old: str, new: str) -> None:
        """A moment has another id from now on, and its card the same place; raises as ``put``."""
        if old in self.spots:
            self.spots[new] = self.spots.pop(old)
        if old in self._by_hand:
            self._by_hand[new] = self._by_hand.pop(old)
            self._keep()

    def _keep(self) -> None:
        try:
            replace_file(self._file, with_places(self._read(), self._by_hand), keep_rights=self._file.exists())
        except OSError as error:
            raise ServiceError(PLACES_NOT_KEPT(file=self._file.name, reason=error.strerror or str(error))) from error

    def _read(self) -> bytes:
        try:
            with self._file.open("rb") as file:
                return file.read(_LARGEST)
        except OSError:
            return b""
