"""How much choosing better pays: what learners may expect from the start, from careless play to the expert's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from simulator.analysis.learner import MOST_SENSITIVE
from simulator.analysis.learner_levels import HALFWAY, STRONG, WEAK, Learners

NOTICED: Final = 1.0
"""Points of repair value by which better choices must lead to less before it is told."""

_FIRST: Final = 0.01
_STEP: Final = 2**0.5
_NEARLY: Final = 1.0
"""Points below the best from which on the rest of the curve is of no interest."""


class Fall(NamedTuple):
    """Two expected repair values (0-100): the later belongs to somebody who chooses better, and is lower."""

    before: float
    after: float


@dataclass(frozen=True, slots=True)
class LearningCurve:
    """The expected repair value (0-100) from the start by sensitivity, and the sensitivities of three learners.

    ``points`` are pairs of a sensitivity (log-odds a point of repair value) and the expected value, ascending from careless
    play (0); ``best`` is what is attainable. ``weak``, ``halfway`` and ``strong`` come a quarter, a half and three quarters
    of the way from careless play to it; ``expected`` is what the half-way learner may expect.
    """

    points: tuple[tuple[float, float], ...]
    best: int
    weak: float
    halfway: float
    strong: float
    expected: float

    @property
    def careless(self) -> float:
        """What may be expected of taking anything on offer, staying silent included, each with the same chance."""
        return self.points[0][1]

    @property
    def fall(self) -> Fall | None:
        """The deepest fall on the way, if it is one that is noticed."""
        highest, deepest = self.careless, Fall(0, 0)
        for _, expected in self.points:
            highest = max(highest, expected)
            if highest - expected > deepest.before - deepest.after:
                deepest = Fall(highest, expected)
        return deepest if deepest.before - deepest.after >= NOTICED else None


def learning_curve(learners: Learners) -> LearningCurve:
    """The curve of a scenario, in steps of half a doubling of the sensitivity up to nearly the best."""
    sensitivity, points = _FIRST, [(0.0, learners.expected(0.0))]
    while points[-1][1] < learners.best - _NEARLY and sensitivity <= MOST_SENSITIVE:
        points.append((sensitivity, learners.expected(sensitivity)))
        sensitivity *= _STEP
    weak, halfway, strong = (learners.sensitivity(share) for share in (WEAK, HALFWAY, STRONG))
    return LearningCurve(tuple(points), learners.best, weak, halfway, strong, learners.expected(halfway))
