"""How often a moment comes in nearly all sessions of the half-way learner: a number of visits that few sessions exceed.

Exact, not sampled: going backwards over the turns, each state keeps the chances of at least one, two and more visits still to
come. A sample would say the same within a visit, and another number each time the seed is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.foresight import Foresight, of_a_learner
from simulator.analysis.paths import moments_of
from simulator.analysis.solve import Solution
from simulator.analysis.state_space import NOWHERE, Layer

Tails: TypeAlias = NDArray[np.float32]
"""For every state (row) the chance of at least so many visits of a moment still to come, its own included (columns)."""

NEARLY_ALL: Final = 0.95
"""The share of sessions that counts as nearly all."""

_AT_ONCE: Final = 24
"""So many moments are counted together."""


def likely_visits(
    solution: Solution, bounds: Mapping[str, int], beat: Callable[[], object] = lambda: None, share: float = NEARLY_ALL
) -> Mapping[str, int]:
    """The least number of visits that a share of the half-way learner's sessions does not exceed, by the moment's id.

    ``bounds`` are the moments asked for, with the visits that no session exceeds; what ends a session is not counted, for it
    comes once at most. Needs an exact solution. ``beat`` is called
    every now and then; what it raises ends the work.
    """
    learner = solution.halfway
    assert learner is not None
    ahead = of_a_learner(solution, learner)
    left, found = iter(bounds.items()), dict[str, int]()
    while together := dict(islice(left, _AT_ONCE)):
        tails = _from_start(solution, ahead, together, beat)
        first = 0
        for moment, bound in together.items():
            found[moment] = int((tails[first : first + bound] > 1 - share + 1e-6).sum())
            first += bound
    return found


def chances_of_coming(solution: Solution, beat: Callable[[], object] = lambda: None) -> Mapping[str, float]:
    """How likely the half-way learner comes to each moment at all, by the moment's id; what ends a session is left out."""
    learner = solution.halfway
    assert learner is not None
    ahead = of_a_learner(solution, learner)
    left, found = iter(moment.id for moment in solution.options.moments), dict[str, float]()
    while together := dict.fromkeys(islice(left, _AT_ONCE), 1):
        found |= zip(together, _from_start(solution, ahead, together, beat).tolist(), strict=True)
    return found


def _from_start(
    solution: Solution, ahead: Foresight, bounds: Mapping[str, int], beat: Callable[[], object]
) -> NDArray[np.float32]:
    """The chances of at least one, two ... visits of each moment, side by side, from the start on."""
    first = np.full(len(solution.options.moments), NOWHERE)
    numbers = [solution.options.moment_numbers[moment] for moment in bounds]
    many = np.array(list(bounds.values()))
    first[numbers] = np.cumsum(many) - many
    bound_of = np.zeros(len(first), dtype=np.int64)
    bound_of[numbers] = many
    after: Tails = np.zeros((0, int(many.sum())), dtype=np.float32)
    for index in reversed(range(len(solution.layers))):
        layer = solution.layers[index]
        here: Tails = np.empty((layer.size, after.shape[1]), dtype=np.float32)
        for rows, piece in layer.pieces():
            here[rows] = _carried_back(piece, after, ahead.chances(index, piece).astype(np.float32))
            _count_own(piece, here[rows], first, bound_of)
            beat()
        after = here
    return np.asarray(after[0])


def _carried_back(piece: Layer, after: Tails, chances: NDArray[np.float32]) -> Tails:
    here = np.zeros((piece.size, after.shape[1]), dtype=np.float32)
    for column in range(piece.next.shape[1]):
        rows = np.flatnonzero(piece.next[:, column] != NOWHERE)
        if len(rows):
            here[rows] += chances[rows, column, None] * after[piece.next[rows, column]]
    return here


def _count_own(piece: Layer, here: Tails, first: NDArray[np.int64], bound_of: NDArray[np.int64]) -> None:
    """Count the visit that being in a state is: at least one is certain, and each further one was one less before."""
    moments = moments_of(piece)
    for moment in np.unique(moments):
        if first[moment] != NOWHERE:
            rows = np.flatnonzero(moments == moment)
            start, end = first[moment], first[moment] + bound_of[moment]
            counted = here[rows, start:end]
            here[rows, start + 1 : end] = counted[:, :-1]
            here[rows, start] = 1
