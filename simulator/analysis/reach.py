"""How often random play meets each moment, response and ending, and what each response costs where it is met.

Exact, not sampled: chances are carried forward turn by turn. Here random play takes anything on offer with the same chance,
staying silent too, so that what waits behind a silence is met. (The policy “random” never stays silent by itself.)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.foresight import uniform
from simulator.analysis.paths import moments_of
from simulator.analysis.policies import Played, carried_forward
from simulator.analysis.solve import Solution
from simulator.analysis.state_space import NOT_OFFERED, NOWHERE
from simulator.scenario.document import Moment, Response

Chances: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ResponseReach:
    """A response in random play: how often a session meets it on offer, and what it is worth there.

    ``offered`` is the mean number of times a session; ``cost`` the mean regret of choosing it, in points of repair value
    (0-100); ``best`` the share of its offers in which no other choice is better.
    """

    response: Response
    offered: float
    cost: float
    best: float


@dataclass(frozen=True, slots=True)
class MomentReach:
    """A moment in random play: how often a session comes to it on average, and its responses in file order."""

    moment: Moment
    visits: float
    responses: tuple[ResponseReach, ...]


def reach(solution: Solution, beat: Callable[[], object] = lambda: None) -> tuple[MomentReach, ...]:
    """The scenario's own moments in file order (endings too), then the lines of the patient's file; exact solutions only.

    ``beat`` is called every now and then; what it raises ends the work.
    """
    moments = solution.options.moments
    counts = _Counts(len(moments), solution.options.columns)
    for met in carried_forward(solution, lambda _turn, piece: uniform(piece.on_offer)):
        counts.add(met, _ahead(solution, met))
        beat()
    return tuple(counts.of(number, moment) for number, moment in enumerate(moments))


def _ahead(solution: Solution, met: Played) -> NDArray[np.int8]:
    """The best repair value that each choice leaves attainable in some states; means nothing where it is not on offer."""
    further = met.index + 1 < len(solution.solved)
    after = solution.solved[met.index + 1].best if further else np.zeros(1, dtype=np.int8)
    return np.where(met.piece.value != NOT_OFFERED, met.piece.value, after[met.piece.next])


class _Counts:
    """Sums over all states: by moment, and by moment and choice."""

    def __init__(self, moments: int, columns: int) -> None:
        self._visits = np.zeros(moments)
        self._offered, self._cost, self._best = (np.zeros((moments, columns)) for _ in range(3))

    def add(self, states: Played, ahead: NDArray[np.int8]) -> None:
        """Count states that are met, and what each choice leaves attainable there (``ahead``)."""
        layer, here = states.piece, states.here
        moments, count = moments_of(layer), len(self._visits)
        self._visits += np.bincount(moments, weights=here, minlength=count)
        offered = layer.on_offer
        cost = np.where(offered, ahead, -1).max(axis=1, keepdims=True) - ahead
        for column in range(offered.shape[1]):
            met = here * offered[:, column]
            self._offered[:, column] += np.bincount(moments, weights=met, minlength=count)
            self._cost[:, column] += np.bincount(moments, weights=met * cost[:, column], minlength=count)
            self._best[:, column] += np.bincount(moments, weights=met * (cost[:, column] == 0), minlength=count)
        ends = layer.ended_in != NOWHERE
        self._visits += np.bincount(layer.ended_in[ends], weights=states.chances[ends], minlength=count)

    def of(self, number: int, moment: Moment) -> MomentReach:
        """What was counted of a moment."""
        responses = (self._of(number, column, response) for column, response in enumerate(moment.responses, 1))
        return MomentReach(moment, float(self._visits[number]), tuple(responses))

    def _of(self, number: int, column: int, response: Response) -> ResponseReach:
        offered = float(self._offered[number, column])
        total = offered or 1.0
        cost, best = self._cost[number, column] / total, self._best[number, column] / total
        return ResponseReach(response, offered, float(cost), float(best))
