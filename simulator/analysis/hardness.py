"""How someone fares who chooses well about half the time, and how hard a scenario is beside the shipped ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from simulator.analysis.learner_levels import TOLERANCE
from simulator.analysis.learner_play import careless_outcome
from simulator.analysis.policies import Outcome
from simulator.analysis.shipped_sensitivities import SHIPPED_SENSITIVITIES
from simulator.analysis.solve import Solution

_ALIKE: Final = 1.25
"""So many times the shipped scenarios' own range of sensitivities still counts as about as hard as they are."""
_FAR_EASIER: Final = 0.5
"""Up to this share of the least sensitivity that a shipped scenario takes, hardly any choosing well is needed."""
_FAR_HARDER: Final = 3.0
_CARELESS_PAYS: Final = 0.5
"""From this share of the best on, what careless play comes to is too much."""


class Hardness(Enum):
    """How hard a scenario is at a level, beside the shipped ones at that level."""

    CARELESS_PAYS = "careless-pays"
    FAR_EASIER = "far-easier"
    EASIER = "easier"
    ALIKE = "alike"
    HARDER = "harder"
    FAR_HARDER = "far-harder"


@dataclass(frozen=True, slots=True)
class Fare:
    """How the half-way learner fares in a scenario at a level.

    ``sensitivity`` is theirs, ``outcome`` what they come to; ``careless`` the repair value to be expected of whoever takes
    anything at random, silence too, ``best`` the one that is attainable. ``hardness`` is ``None`` where nothing that is said
    makes a difference.
    """

    sensitivity: float
    outcome: Outcome
    careless: float
    best: int
    hardness: Hardness | None


def fare(solution: Solution, outcome: Outcome, beat: Callable[[], object] = lambda: None) -> Fare:
    """How the half-way learner fares, who comes to ``outcome``; needs an exact solution. ``beat`` is called every now and then."""
    assert solution.halfway is not None
    sensitivity, best = solution.halfway.sensitivity, solution.start.best[0]
    careless = careless_outcome(solution, beat).mean
    shipped = tuple(SHIPPED_SENSITIVITIES[solution.script.disposition.difficulty].values())
    return Fare(sensitivity, outcome, careless, best, hardness(sensitivity, careless, best, shipped))


def hardness(sensitivity: float, careless: float, best: float, shipped: Sequence[float]) -> Hardness | None:
    """How hard something is for which the half-way learner must be so sensitive, beside what the shipped scenarios take.

    Where careless play comes to more than half of the best, sensitivities say little: there is not much left to gain.
    """
    if best - careless <= TOLERANCE:
        return None
    if careless > _CARELESS_PAYS * best:
        return Hardness.CARELESS_PAYS
    least, most = min(shipped), max(shipped)
    upper_ends = (
        (least * _FAR_EASIER, Hardness.FAR_EASIER),
        (least / _ALIKE, Hardness.EASIER),
        (most * _ALIKE, Hardness.ALIKE),
        (most * _FAR_HARDER, Hardness.HARDER),
    )
    return next((found for end, found in upper_ends if sensitivity <= end), Hardness.FAR_HARDER)
