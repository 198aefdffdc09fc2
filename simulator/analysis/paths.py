"""Ways through a solved scenario: how a state is reached, the shortest way to a repair, and what no repair can do without."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.alliance.reactions import is_rupture
from simulator.analysis.patient_codes import REACTIONS
from simulator.analysis.solve import FAR, GOOD_VERDICTS, WHOLE_VERDICTS, Solution
from simulator.analysis.state_space import NOT_OFFERED, NOWHERE, Layer
from simulator.scenario.document import Moment, Response

SILENCE: Final = "silence"
"""Stands for staying silent where responses are named."""

Rows: TypeAlias = NDArray[np.bool_]
"""For every state of a layer whether something is true of it."""


@dataclass(frozen=True, slots=True)
class Said:
    """One step of a way: the moment, and the response given there (``None`` for staying silent)."""

    moment: Moment
    response: Response | None

    @property
    def name(self) -> str:
        """The response's id, or ``SILENCE``."""
        return SILENCE if self.response is None else self.response.id


Way: TypeAlias = tuple[Said, ...]


def steps_of(way: Way) -> tuple[str, ...]:
    """The answers of a way by their ids; staying silent is empty."""
    return tuple(said.response.id if said.response is not None else "" for said in way)


def moments_of(layer: Layer) -> NDArray[np.int32]:
    """The number of the moment of every state of a layer."""
    return layer.of_states(layer.moments)


_BROKEN: Final = np.array([is_rupture(reaction) for reaction in REACTIONS])
"""Whether collaboration is broken, by the number of a reaction state."""


def in_rupture(solution: Solution, layer: Layer) -> Rows:
    """Whether collaboration is broken in every state of a layer."""
    return layer.of_states(_BROKEN[solution.options.people.reactions.array[layer.patients]])


def moment_of(solution: Solution, index: int, row: int) -> Moment:
    """The moment of a state: layer ``index`` (from 0), state ``row``."""
    return solution.options.moments[solution.layers[index].control(row).moment]


def way_to(solution: Solution, index: int, row: int) -> Way:
    """One way from the start to a state."""
    way: list[Said] = []
    while index:
        index -= 1
        before, column = (int(n) for n in np.argwhere(solution.layers[index].next == row)[0])
        way.append(_said(solution, index, before, column))
        row = before
    return tuple(reversed(way))


def shortest_repair_way(solution: Solution) -> Way:
    """The shortest way from the start to a repair, the first found of equals; empty if there is none.

    A whole repair if one is within reach, else a partial one.
    """
    return tuple(_said(solution, index, row, column) for index, row, column in _shortest(solution))


def longest_repair(solution: Solution, beat: Callable[[], object] = lambda: None) -> int:
    """The most turns that the shortest repair takes from any rupture from which there is one; 0 if there is none.

    ``beat`` is called every now and then; what it raises ends the work.
    """
    longest = 0
    for layer, solved in zip(solution.layers, solution.solved, strict=True):
        beat()
        within_reach = solved.turns[in_rupture(solution, layer) & (solved.turns < FAR)]
        longest = max(longest, int(within_reach.max(initial=0)))
    return longest


def needed(solution: Solution, beat: Callable[[], object] = lambda: None) -> Way:
    """The steps of the shortest repair without which no path comes to a repair of its kind (whole, or partial).

    ``beat`` is called every now and then; what it raises ends the work.
    """
    without = _Without(solution, beat)
    return tuple(
        _said(solution, index, row, column)
        for index, row, column in _shortest(solution)
        if not without.repairs(solution.layers[index].control(row).moment, column)
    )


def _kind(solution: Solution) -> NDArray[np.bool_]:
    """By verdict, the endings that count: whole repairs if one is within reach, else all."""
    return GOOD_VERDICTS if solution.start.turns_to_whole is None else WHOLE_VERDICTS


def _said(solution: Solution, index: int, row: int, column: int) -> Said:
    moment = moment_of(solution, index, row)
    return Said(moment, moment.responses[column - 1] if column else None)


def _shortest(solution: Solution) -> Iterator[tuple[int, int, int]]:
    """Layer, state and column of every step of the shortest repair."""
    kind = _kind(solution)
    distances = [solved.whole if kind is WHOLE_VERDICTS else solved.turns for solved in solution.solved]
    index, row, said = 0, 0, ""
    while distances[index][row] < FAR:
        layer = solution.layers[index]
        ends_well = (layer.verdict[row] != NOT_OFFERED) & kind[layer.verdict[row]]
        if ends_well.any():
            yield index, row, int(np.where(ends_well, layer.value[row], -1).argmax())
            return
        following, after = layer.next[row], solution.solved[index + 1]
        turns = np.where(following == NOWHERE, FAR, distances[index + 1][following])
        nearest = [(_said(solution, index, row, c), c) for c in (turns == turns.min()).nonzero()[0].tolist()]
        # Of equals, words before silence, nothing twice running, and the most valuable.
        step, column = max(
            nearest,
            key=lambda found: (found[0].response is not None, found[0].name != said, after.best[following[found[1]]]),
        )
        said = step.name
        yield index, row, column
        index, row = index + 1, int(following[column])


class _Without:
    """Asks whether a repair is left when one choice is taken away wherever it stands."""

    def __init__(self, solution: Solution, beat: Callable[[], object]) -> None:
        self._beat = beat
        self._layers = solution.layers
        self._moments = [moments_of(layer) for layer in solution.layers]
        kind = _kind(solution)
        self._ends_well = [(layer.value != NOT_OFFERED) & kind[layer.verdict] for layer in solution.layers]

    def repairs(self, moment: int, column: int) -> bool:
        """Whether some path from the start still ends repaired without a choice (its column) of a moment."""
        after: Rows = np.zeros(0, dtype=np.bool_)
        for layer, moments, ends_well in zip(
            reversed(self._layers), reversed(self._moments), reversed(self._ends_well), strict=True
        ):
            good = ends_well.copy()
            if len(after):
                good |= (layer.next != NOWHERE) & after[layer.next]
            good[moments == moment, column] = False
            after = good.any(axis=1)
            self._beat()
        return bool(after[0])
