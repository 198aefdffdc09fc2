"""What somebody who looks ahead weighs, and how likely that makes each choice: in whole layers, or at one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.learner import Learner
from simulator.analysis.solve import Solution
from simulator.analysis.state_space import NOT_OFFERED, Layer
from simulator.analysis.value import value_of
from simulator.session.script import Step

Chances: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Foresight:
    """A figure (0-100) for every state of an exact solution, and how strongly a point of it draws a choice (log-odds).

    Choices are as likely as ``exp(draw x figure)`` of where they lead; a closing counts what it is worth.
    """

    solution: Solution
    figures: Sequence[NDArray[Any]]
    draw: float

    def chances(self, turn: int, layer: Layer) -> Chances:
        """How likely each choice (column) is in each state (row) of a part of a layer, the one at ``turn`` (from 0)."""
        after = self.figures[turn + 1] if turn + 1 < len(self.figures) else np.zeros(1)
        return chances_by_worth(worths_ahead(layer, after), self.draw)

    def chances_of(self, steps: Sequence[Step]) -> list[float]:
        """How likely each of the steps is that can be made at one place."""
        worth = np.array([[self._worth(step) for step in steps]], dtype=np.float64)
        found: list[float] = chances_by_worth(worth, self.draw)[0].tolist()
        return found

    def _worth(self, step: Step) -> float:
        if step.after.closing is not None:
            return value_of(step.after.closing)
        assert step.after.place is not None
        found = self.solution.row(step.after.place)
        assert found is not None, "an exact solution holds every place"
        return float(self.figures[found[0]][found[1]])


def worths_ahead(layer: Layer, after: NDArray[Any]) -> Chances:
    """What each choice (column) of each state (row) leads to, by the figures of the next turn; minus infinity: not on offer."""
    worth = np.where(layer.value != NOT_OFFERED, layer.value, after[layer.next]).astype(np.float64)
    worth[~layer.on_offer] = -np.inf
    return worth


def of_the_best(solution: Solution, draw: float) -> Foresight:
    """That of somebody who weighs the repair value that a choice leaves attainable."""
    return Foresight(solution, [solved.best for solved in solution.solved], draw)


def of_a_learner(solution: Solution, learner: Learner) -> Foresight:
    """That of a learner, who weighs what they may expect if they go on as they are."""
    return Foresight(solution, learner.worths, learner.sensitivity)


def uniform(offered: NDArray[np.bool_]) -> Chances:
    """The chance of each choice where all that are on offer have the same; staying silent (column 0) is one of them."""
    return np.asarray(offered / offered.sum(axis=1, keepdims=True))


def chances_by_worth(worth: Chances, draw: float) -> Chances:
    """Chances of the choices (columns) of each state (row) by their worth; one worth minus infinity is not on offer."""
    loss = worth.max(axis=1, keepdims=True) - worth
    pulls = np.full_like(loss, -np.inf)
    np.multiply(loss, -draw, out=pulls, where=np.isfinite(loss))
    weights = np.exp(pulls)
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))
