"""How a learner fares: each state, ending and repair value with its exact chance, for somebody who chooses well so often."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from numpy.typing import NDArray

from simulator.analysis.learner import Links
from simulator.analysis.policies import Outcome, Played, carried_forward, outcome_of, weighed, worths_ahead
from simulator.analysis.solve import Solution

HALFWAY_NAME: Final = "half-way"
CARELESS_NAME: Final = "careless"


def halfway_played(solution: Solution) -> Iterator[Played]:
    """All states as the half-way learner of an exact solution meets them, turn by turn."""
    learner = solution.halfway
    assert learner is not None
    worths = [learner.worths(turn) for turn in range(len(solution.layers))]
    return _played(solution, learner.sensitivity, worths)


def halfway_outcome(solution: Solution, beat: Callable[[], object] = lambda: None) -> Outcome:
    """What the half-way learner of an exact solution comes to; ``beat`` is called every now and then."""
    return outcome_of(HALFWAY_NAME, solution, halfway_played(solution), beat)


def outcome_at(solution: Solution, sensitivity: float, beat: Callable[[], object] = lambda: None) -> Outcome:
    """What a learner of any sensitivity comes to in an exact solution; at 0 every choice is as likely, silence too."""
    if sensitivity == 0:
        worths: Sequence[NDArray[Any]] = [solved.best for solved in solution.solved]
        return outcome_of(CARELESS_NAME, solution, _played(solution, 0.0, worths), beat)
    found = Links(solution.layers, beat).worths(sensitivity)
    return outcome_of(HALFWAY_NAME, solution, _played(solution, sensitivity, found), beat)


def _played(solution: Solution, sensitivity: float, worths: Sequence[NDArray[Any]]) -> Iterator[Played]:
    return carried_forward(solution, worths, lambda piece, after: weighed(worths_ahead(piece, after), sensitivity))
