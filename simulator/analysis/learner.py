"""A trainee who goes on as trainees do: what every state is worth to somebody who chooses well only so often.

The learner takes a choice with a chance proportional to ``exp(sensitivity x W)``, where W is the expected repair value
after it if the same learner goes on: the agent form of the quantal response of McKelvey and Palfrey (1998), worked out
backwards over the solver's layers. A sensitivity of 0 is random play, a large one the expert. Choices at a place are the
responses on offer and staying silent, each once; wordings do not multiply them.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.solve import Solution
from simulator.analysis.state_space import NOT_OFFERED, NOWHERE

Worths: TypeAlias = NDArray[np.float32]
"""Expected repair values (0-100), one for each state of a turn."""


def worths(solution: Solution, sensitivity: float) -> tuple[Worths, ...]:
    """The expected repair value of every state, turn by turn, if the learner goes on from there; needs an exact solution."""
    found: list[Worths] = []
    after = np.zeros(0, dtype=np.float32)
    for layer in reversed(solution.layers):
        here = np.empty(layer.size, dtype=np.float32)
        for rows, piece in layer.pieces():
            choices = worths_of_choices(piece.next, piece.value, after)
            here[rows] = _expected(choices, chances_of_choices(choices, sensitivity))
        found.append(here)
        after = here
    return tuple(found[::-1])


def worths_of_choices(following: NDArray[np.int32], value: NDArray[np.int8], after: Worths) -> Worths:
    """What every choice (column) is worth in each state (row) by the worths of the next turn; minus infinity: not on offer.

    ``following`` and ``value`` are rows of ``Layer.next`` and ``Layer.value``.
    """
    ahead = after[np.maximum(following, 0)] if len(after) else np.zeros(following.shape, dtype=np.float32)
    choices = np.where(value != NOT_OFFERED, value, ahead).astype(np.float32)
    choices[(following == NOWHERE) & (value == NOT_OFFERED)] = -np.inf
    return choices


def chances_of_choices(choices: Worths, sensitivity: float) -> Worths:
    """How likely the learner takes each choice (column) in each state (row), by what it is worth."""
    offered = np.isfinite(choices)
    short_of_best = np.where(offered, choices - choices.max(axis=1, keepdims=True), 0)
    weights = np.exp(np.float32(sensitivity) * short_of_best) * offered
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def _expected(choices: Worths, chances: Worths) -> Worths:
    return np.asarray((np.where(chances > 0, choices, 0) * chances).sum(axis=1))
