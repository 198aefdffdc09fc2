"""Where the cards of a map stand: in columns by how soon a conversation can come to them; a card that has a place keeps it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from math import ceil, sqrt
from typing import Final, NamedTuple

from simulator.alliance.reactions import ReactionState
from simulator.scenario.document import BANK_PREFIX
from simulator.scenario.story_graph import CardKind, StoryGraph

CARD_WIDTH: Final = 220
CARD_HEIGHT: Final = 96
COLUMN: Final = 300
"""From one column to the next, in pixels at a text size of 100 %."""

ROW: Final = 132
_BAND_GAP: Final = 1
"""Empty rows between two bands."""

_FEWEST_ROWS: Final = 6
_WIDE: Final = 1.2
"""So many columns for each row, where there is a choice: with cards wider than high, about the shape of a screen."""

_SWEEPS: Final = 6


class Spot(NamedTuple):
    """The upper left corner of a card, in pixels at a text size of 100 %."""

    x: int
    y: int


def lay_out(graph: StoryGraph, kept: Mapping[str, Spot]) -> dict[str, Spot]:
    """A place for every card; those in ``kept`` stay where they are, and no other is put upon them.

    Where most have a place already, each new one is put beside the cards that it hangs together with.
    """
    known = {id_: spot for id_, spot in kept.items() if id_ in graph.cards}
    new = [id_ for id_ in graph.cards if id_ not in known]
    if not new:
        return known
    taken = _Taken(known.values())
    wished = _beside(graph, known, new) if len(known) > len(new) else _in_columns(graph)
    for id_ in new:
        known[id_] = taken.nearest(wished[id_])
    return {id_: known[id_] for id_ in graph.cards}


class _Taken:
    """Which stretches of the map have a card on them."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self._cells: dict[tuple[int, int], list[Spot]] = defaultdict(list)
        for spot in spots:
            self._take(spot)

    def nearest(self, wished: Spot) -> Spot:
        """The free place nearest below or above the wished one, which is then taken."""
        spot, step = wished, 0
        while not self._free(spot):
            step += 1
            down, up = Spot(wished.x, wished.y + step * ROW), Spot(wished.x, wished.y - step * ROW)
            spot = up if not self._free(down) and self._free(up) else down
        self._take(spot)
        return spot

    def _take(self, spot: Spot) -> None:
        self._cells[spot.x // COLUMN, spot.y // ROW].append(spot)

    def _free(self, spot: Spot) -> bool:
        column, row = spot.x // COLUMN, spot.y // ROW
        around = ((column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        return not any(
            abs(other.x - spot.x) < CARD_WIDTH and abs(other.y - spot.y) < CARD_HEIGHT
            for cell in around
            for other in self._cells.get(cell, ())
        )


def _beside(graph: StoryGraph, known: Mapping[str, Spot], new: Sequence[str]) -> dict[str, Spot]:
    """For each new card a place right of what leads to it, or else left of where it leads, or else below everything."""
    sources: dict[str, list[Spot]] = defaultdict(list)
    targets: dict[str, list[Spot]] = defaultdict(list)
    wanted = set(new)
    for edge in graph.edges:
        if edge.target in wanted and edge.source in known:
            sources[edge.target].append(known[edge.source])
        if edge.source in wanted and edge.target in known and not edge.target.startswith(BANK_PREFIX):
            targets[edge.source].append(known[edge.target])
    left = min(spot.x for spot in known.values())
    below = max(spot.y for spot in known.values()) + 2 * ROW
    found: dict[str, Spot] = {}
    for id_ in new:
        near, step = (sources[id_], COLUMN) if sources[id_] else (targets[id_], -COLUMN)
        if near:
            found[id_] = Spot(_middle([spot.x for spot in near]) + step, _middle([spot.y for spot in near]))
        else:
            found[id_] = Spot(left, below)
    return found


def _in_columns(graph: StoryGraph) -> dict[str, Spot]:
    """Every card in its column; what nothing leads to stands below the story, and the patient's own lines below that."""
    stacks = [id_ for id_, card in graph.cards.items() if card.kind is CardKind.STACK]
    layers, unreached = _layers(graph)
    rows = max(_FEWEST_ROWS, ceil(sqrt(len(graph.cards) / _WIDE)))
    columns = [column for layer in _ordered(layers, graph) for column in _cut(layer, rows)]
    across = max(len(columns) if len(columns) <= _WIDE * 3 * rows else 0, ceil(_WIDE * rows))
    bands = [columns[n : n + across] for n in range(0, len(columns), across)]
    order = list(map(str, ReactionState))
    stacks.sort(key=lambda id_: order.index(id_.removeprefix(BANK_PREFIX)))
    for further in (unreached, stacks):
        if further:
            wide = max(max(map(len, bands), default=across), ceil(len(further) / rows))
            bands.append([further[n::wide] for n in range(min(wide, len(further)))])
    return _in_bands(bands)


def _in_bands(bands: Iterable[Sequence[Sequence[str]]]) -> dict[str, Spot]:
    """The places of columns that stand side by side in bands, each below the one before."""
    found: dict[str, Spot] = {}
    top = 0
    for number, band in enumerate(bands):
        tallest = max(map(len, band))
        for across, column in enumerate(band):
            # The columns of the first band are put around one line, so that short ones stand in its middle.
            lower = (tallest - len(column)) * ROW // 2 if number == 0 else 0
            for down, id_ in enumerate(column):
                found[id_] = Spot(across * COLUMN, top + lower + down * ROW)
        top += (tallest + _BAND_GAP) * ROW
    return found


def _layers(graph: StoryGraph) -> tuple[list[list[str]], list[str]]:
    """Cards by how many turns it takes at least to come to them, and those that nothing leads to; no stacks."""
    following: dict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        if graph.cards[edge.target].kind is not CardKind.STACK:
            following[edge.source].append(edge.target)
    first = next((card.id for card in graph.cards.values() if card.start), None)
    depth = {} if first is None else {first: 0}
    waiting = deque(depth)
    while waiting:
        here = waiting.popleft()
        for target in following[here]:
            if target not in depth:
                depth[target] = depth[here] + 1
                waiting.append(target)
    layers: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    unreached = []
    for id_, card in graph.cards.items():
        if id_ in depth:
            layers[depth[id_]].append(id_)
        elif card.kind is not CardKind.STACK:
            unreached.append(id_)
    return layers, unreached


def _ordered(layers: list[list[str]], graph: StoryGraph) -> list[list[str]]:
    """The cards of each layer in the order in which the fewest edges cross, as far as a few sweeps find it."""
    near: dict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        near[edge.source].append(edge.target)
        near[edge.target].append(edge.source)
    depth = {id_: number for number, layer in enumerate(layers) for id_ in layer}
    place = {id_: number - len(layer) / 2 for layer in layers for number, id_ in enumerate(layer)}
    for sweep in range(_SWEEPS):
        step = 1 if sweep % 2 == 0 else -1
        for layer in layers[::step]:
            wished = {id_: _mean_place(id_, near[id_], depth, place, step) for id_ in layer}
            layer.sort(key=wished.__getitem__)
            place.update((id_, number - len(layer) / 2) for number, id_ in enumerate(layer))
    return layers


def _mean_place(
    id_: str, near: Iterable[str], depth: Mapping[str, int], place: Mapping[str, float], step: int
) -> float:
    there = [place[other] for other in near if depth.get(other) == depth[id_] - step]
    return sum(there) / len(there) if there else place[id_]


def _cut(layer: list[str], rows: int) -> list[list[str]]:
    """A layer in as many columns as it needs, of about the same height."""
    columns = ceil(len(layer) / rows)
    each = ceil(len(layer) / columns)
    return [layer[n : n + each] for n in range(0, len(layer), each)]


def _middle(numbers: list[int]) -> int:
    return sorted(numbers)[len(numbers) // 2]
