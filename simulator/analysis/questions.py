"""Conditions of a scenario as masks over all gauge vectors at once."""

from __future__ import annotations

from typing import Final

import numpy as np

from simulator.alliance import family_of
from simulator.analysis.lattice import SIZE, Mask, compares
from simulator.patient import PatientState
from simulator.scenario.conditions import (
    And,
    Compare,
    Condition,
    Flag,
    Gauge,
    Not,
    Or,
    ReactionIs,
    Relation,
    Seen,
    parts,
)
from simulator.scenario.document import Scenario
from simulator.session.memory import Memory

ALWAYS: Final = np.ones(SIZE, dtype=np.bool_)
NEVER: Final = np.zeros(SIZE, dtype=np.bool_)

_HOLDS = {
    Relation.LESS: int.__lt__,
    Relation.AT_MOST: int.__le__,
    Relation.MORE: int.__gt__,
    Relation.AT_LEAST: int.__ge__,
    Relation.EQUAL: int.__eq__,
    Relation.UNEQUAL: int.__ne__,
}


class Questions:
    """Answers conditions for a patient whose gauges are left open."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def mask(self, asked: Condition | None, patient: PatientState, turn: int, past: int, moment: str) -> Mask:
        """For which gauge vectors a condition on ``moment`` holds."""
        match asked:
            case None:
                return ALWAYS
            case Compare(Gauge.BOND | Gauge.TASK | Gauge.GOAL | Gauge.ALLIANCE):
                return compares(asked)
            case Compare(gauge, relation, number):
                return _all(_HOLDS[relation](self._counted(gauge, patient, turn, past, moment), number))
            case Seen(name):
                return _all(self._memory.seen(past, name))
            case ReactionIs(reaction):
                return _all(reaction in (patient.reaction, family_of(patient.reaction)))
            case Flag(name):
                return _all(self._memory.flag(past, name))
            case Not(inner):
                return ~self.mask(inner, patient, turn, past, moment)
            case And(left, right):
                return self.mask(left, patient, turn, past, moment) & self.mask(right, patient, turn, past, moment)
            case Or(left, right):
                return self.mask(left, patient, turn, past, moment) | self.mask(right, patient, turn, past, moment)

    def _counted(self, gauge: Gauge, patient: PatientState, turn: int, past: int, moment: str) -> int:
        match gauge:
            case Gauge.RUPTURES:
                return patient.ruptures
            case Gauge.OWNED:
                return patient.owned
            case Gauge.TURN:
                return turn
            case _:
                return self._memory.visits(past, moment)


def asks_for_turn(scenario: Scenario) -> bool:
    """Whether some condition of a scenario looks at the clock."""
    asked = [m.when for m in scenario.moments.values()]
    asked += [r.when for m in scenario.moments.values() for r in m.responses]
    return any(isinstance(p, Compare) and p.gauge is Gauge.TURN for c in asked if c is not None for p in parts(c))


def _all(holds: bool) -> Mask:
    return ALWAYS if holds else NEVER
