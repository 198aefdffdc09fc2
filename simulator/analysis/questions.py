"""Conditions of a scenario, answered for many states at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from simulator.alliance import family_of
from simulator.alliance.said_classes import SaidClass
from simulator.analysis.arrays import Numbers
from simulator.analysis.lattice import COMPARE, Mask, compares
from simulator.analysis.pasts import Pasts
from simulator.analysis.patients import REACTIONS, Patients
from simulator.scenario.conditions import (
    And,
    Compare,
    Condition,
    Flag,
    Gauge,
    Just,
    Not,
    Or,
    ReactionIs,
    Seen,
)


@dataclass(frozen=True, slots=True)
class Crowd:
    """States of one turn side by side: their gauge vectors, patients and pasts, by numbers.

    ``said`` holds the classes of what led to each, as bits; ``None`` where nothing asks.
    """

    vectors: Numbers
    patients: Numbers
    pasts: Numbers
    turn: int
    said: Numbers | None = None

    def __len__(self) -> int:
        return len(self.vectors)

    def only(self, chosen: Mask | Numbers) -> Crowd:
        """Some of the states."""
        said = None if self.said is None else self.said[chosen]
        return Crowd(self.vectors[chosen], self.patients[chosen], self.pasts[chosen], self.turn, said)


def class_bits(classes: frozenset[SaidClass]) -> int:
    """Classes of what was said as bits of a number."""
    return sum(1 << i for i, said in enumerate(SaidClass) if said in classes)


class Questions:
    """Answers conditions for a crowd."""

    def __init__(self, patients: Patients, pasts: Pasts, level: int) -> None:
        self._level = level
        self._patients = patients
        self._pasts = pasts

    def holds(self, asked: Condition, crowd: Crowd, moment: str) -> Mask:
        """For which states a condition on ``moment`` holds."""
        match asked:
            case Compare(Gauge.BOND | Gauge.TASK | Gauge.GOAL | Gauge.ALLIANCE):
                return compares(asked)[crowd.vectors]
            case Compare(_, relation, number):
                return np.asarray(COMPARE[relation](self._counted(asked.gauge, crowd, moment), number))
            case Seen(name):
                return self._pasts.seen(name)[crowd.pasts] > 0
            case Just(said):
                bits = crowd.said if crowd.said is not None else np.zeros(len(crowd), dtype=np.int64)
                return np.asarray(bits & class_bits(frozenset({said})) > 0)
            case ReactionIs(reaction):
                among = np.array([reaction in (r, family_of(r)) for r in REACTIONS])
                return np.asarray(among[self._patients.reactions.array[crowd.patients]])
            case Flag(name):
                return self._pasts.flag(name)[crowd.pasts] > 0
            case Not(inner):
                return ~self.holds(inner, crowd, moment)
            case And(left, right):
                return self.holds(left, crowd, moment) & self.holds(right, crowd, moment)
            case Or(left, right):
                return self.holds(left, crowd, moment) | self.holds(right, crowd, moment)

    def _counted(self, gauge: Gauge, crowd: Crowd, moment: str) -> Numbers:
        match gauge:
            case Gauge.RUPTURES:
                return self._patients.ruptures.array[crowd.patients]
            case Gauge.OWNED:
                return self._patients.owned.array[crowd.patients]
            case Gauge.TURN:
                return np.full(len(crowd), crowd.turn, dtype=np.int64)
            case Gauge.LEVEL:
                return np.full(len(crowd), self._level, dtype=np.int64)
            case _:
                return self._pasts.visits(moment)[crowd.pasts]
