"""How well a learner must choose to come a quarter, a half or three quarters of the way from careless play to the best.

V(L) is the repair value that a learner of sensitivity L may expect from the start. The half-way learner is the least
sensitive one with V(L) = V(0) + (best - V(0)) / 2, weak and strong a quarter and three quarters. That makes prices
comparable between scenarios, and says how hard a scenario is at a level.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from simulator.analysis.learner import MOST_SENSITIVE, Learner, Links, Worths, learner
from simulator.analysis.state_space import Layer

Expected: TypeAlias = Callable[[float], float]
"""V: the repair value (0-100) to be expected from the start, by sensitivity."""

WEAK, HALFWAY, STRONG = 0.25, 0.5, 0.75
"""Shares of the way from careless play (sensitivity 0) to the best that is attainable."""

TOLERANCE: Final = 0.05
"""Points of repair value by which a level may be missed; within it there is nothing to learn either."""

_FIRST: Final = 0.02
"""From here on sensitivities are doubled until enough is reached; the half-way learner of most scenarios lies just above."""


class Learners:
    """The learners of a scenario of which all states are known (``layers``) and the ``best`` that is attainable.

    What was worked out for one helps to find the next. ``beat`` is called every now and then; what it raises ends the work.
    """

    def __init__(self, layers: Sequence[Layer], best: int, beat: Callable[[], object] = lambda: None) -> None:
        self._links = Links(layers, beat)
        self.best = best
        self._from_start: dict[float, float] = {}
        self._latest: tuple[float, tuple[Worths, ...]] = -1.0, ()

    def expected(self, sensitivity: float) -> float:
        """V: the repair value (0-100) that a learner of this sensitivity (from 0) may expect from the start."""
        if sensitivity not in self._from_start:
            self._from_start[sensitivity] = float(self._worths(sensitivity)[0][0])
        return self._from_start[sensitivity]

    def at(self, share: float) -> Learner:
        """The least sensitive learner who comes a share (0-1) of the way from careless play to the best."""
        sensitivity = self.sensitivity(share)
        return learner(sensitivity, self._worths(sensitivity))

    def sensitivity(self, share: float) -> float:
        """The sensitivity of that learner (log-odds a point of repair value)."""
        return sensitivity_at(self.expected, self.best, share)

    def _worths(self, sensitivity: float) -> tuple[Worths, ...]:
        # Whoever is found was nearly always looked at last.
        if self._latest[0] != sensitivity:
            self._latest = sensitivity, self._links.worths(sensitivity)
        return self._latest[1]


def sensitivity_at(expected: Expected, best: float, share: float) -> float:
    """The least sensitivity at which a share (0-1) of the way from careless play to ``best`` is reached.

    0 where careless play is the best that there is. Where V falls on the way, the first crossing counts, seen in steps in
    which the sensitivity doubles.
    """
    careless = expected(0.0)
    target = careless + share * (best - careless)
    if best - careless <= TOLERANCE:
        return 0.0
    low, short, high = 0.0, careless - target, _FIRST
    while (beyond := expected(high) - target) < 0 and high < MOST_SENSITIVE:
        low, short, high = high, beyond, 2 * high
    return high if beyond <= TOLERANCE else _crossing(lambda at: expected(at) - target, (low, short), (high, beyond))


def _crossing(off: Expected, below: tuple[float, float], above: tuple[float, float]) -> float:
    """Where something crosses 0 between two points with their values, one below 0 and one above.

    False position in the Illinois form (Dowell and Jarratt, 1971): an end that stays for a second time counts half.
    """
    (low, short), (high, beyond) = below, above
    kept = 0
    while True:
        middle = (low * beyond - high * short) / (beyond - short)
        found = off(middle)
        if abs(found) <= TOLERANCE:
            return middle
        if found < 0:
            low, short, beyond, kept = middle, found, beyond / 2 if kept < 0 else beyond, -1
        else:
            high, beyond, short, kept = middle, found, short / 2 if kept > 0 else short, 1
