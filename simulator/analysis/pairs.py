"""Which answer leads to which moment: every pair of what was said and what follows, as it happens in a solved scenario."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.paths import moments_of
from simulator.analysis.policies import SKILL, Policy, played
from simulator.analysis.solve import Solution
from simulator.analysis.state_space import NOWHERE, Layer
from simulator.scenario.document import Moment, Response
from simulator.session.wording_choice import JustSaid

Answer: TypeAlias = "tuple[Moment, Response | None]"
"""What was said: the moment, and the response given there (``None`` for staying silent)."""

AnswersBefore: TypeAlias = Mapping[str, tuple[Answer, ...]]
"""What leads to each moment, by the moment's id."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Something said, what follows it, and how often a session meets the two on average."""

    moment: Moment
    response: Response | None
    follower: Moment
    often: float

    @property
    def just(self) -> JustSaid:
        """What was said, as words can take it up."""
        return JustSaid.of(self.moment, self.response)

    def taken_up(self, level: int) -> bool:
        """Whether some wording of what follows takes up what was said, by an ``after:`` or an opening."""
        just = self.just
        told = (w for w in self.follower.wordings if not w.levels or level in w.levels)
        return any(just.takes_up(after) for w in told for after in (*w.after, *(after for after, _ in w.opens)))


def answers_before(solution: Solution, beat: Callable[[], object] = lambda: None) -> AnswersBefore:
    """Everything that leads to each moment, and to each line of the patient's bank, on some path.

    ``beat`` is called every now and then; what it raises ends the work.
    """
    numbering = _Numbering(solution)
    met: set[int] = set()
    for index, layer in enumerate(solution.layers):
        for _, piece in layer.pieces():
            for _, keys in numbering.keys(index, piece):
                met.update(np.unique(keys).tolist())
            beat()
    found: dict[str, list[Answer]] = {}
    for key in sorted(met):
        moment, response, follower = numbering.meaning(key)
        found.setdefault(follower.id, []).append((moment, response))
    return {name: tuple(answers) for name, answers in found.items()}


def pairs(solution: Solution, policy: Policy, skill: float = SKILL) -> tuple[Pair, ...]:
    """Every pair that a way of playing meets, the commonest first; exact solutions only.

    Partings when the time is up have no moment, and are left out.
    """
    numbering = _Numbering(solution)
    often: dict[int, float] = {}
    for part in played(solution, policy, skill):
        for choice, (rows, keys) in enumerate(numbering.keys(part.index, part.piece)):
            unique, positions = np.unique(keys, return_inverse=True)
            sums = np.bincount(positions.reshape(-1), weights=part.chances[rows, choice], minlength=len(unique))
            for key, chance in zip(unique.tolist(), sums.tolist(), strict=True):
                often[key] = often.get(key, 0.0) + chance
    met = sorted(((chance, key) for key, chance in often.items() if chance > 0), key=lambda one: (-one[0], one[1]))
    return tuple(Pair(*numbering.meaning(key), often=chance) for chance, key in met)


class _Numbering:
    """Numbers pairs: the moment, the choice made there, and the moment that follows."""

    def __init__(self, solution: Solution) -> None:
        options = solution.options
        self._moments, self._columns = options.moments, options.columns
        self._layers = solution.layers
        self._after: tuple[int, NDArray[np.int32]] = (-1, np.zeros(0, dtype=np.int32))

    def keys(self, index: int, layer: Layer) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
        """For each choice the states of a part of a layer in which a moment follows it, and the numbers of the pairs."""
        here, after = moments_of(layer).astype(np.int64), self._moments_after(index)
        for column in range(self._columns):
            follower = layer.ended_in[:, column].astype(np.int64)
            goes_on = np.flatnonzero(layer.next[:, column] != NOWHERE)
            if len(after):
                follower[goes_on] = after[layer.next[goes_on, column]]
            rows = np.flatnonzero(follower != NOWHERE)
            yield rows, (here[rows] * self._columns + column) * len(self._moments) + follower[rows]

    def _moments_after(self, index: int) -> NDArray[np.int32]:
        """The moments of the states of the next layer; none where nothing more was tried."""
        if self._after[0] != index:
            there = moments_of(self._layers[index + 1]) if index + 1 < len(self._layers) else self._after[1][:0]
            self._after = (index, there)
        return self._after[1]

    def meaning(self, key: int) -> tuple[Moment, Response | None, Moment]:
        """What a number stands for."""
        rest, follower = divmod(key, len(self._moments))
        moment, column = divmod(rest, self._columns)
        said = self._moments[moment]
        return said, said.responses[column - 1] if column else None, self._moments[follower]
