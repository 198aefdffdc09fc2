"""Conditions of a scenario, answered for many gauge vectors at once."""

from __future__ import annotations

from typing import Final

import numpy as np

from simulator.alliance import family_of
from simulator.analysis.lattice import SIZE, Mask, Vectors, compares
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
)
from simulator.session.memory import Memory

NEVER: Final = np.zeros(SIZE, dtype=np.bool_)
"""Holds for no gauge vector."""

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

    def holds(
        self, asked: Condition, vectors: Vectors, patient: PatientState, turn: int, past: int, moment: str
    ) -> Mask:
        """For which of these gauge vectors a condition on ``moment`` holds."""
        answer = self._answer(asked, vectors, patient, turn, past, moment)
        return np.full(len(vectors), answer) if isinstance(answer, bool) else answer

    def _answer(
        self, asked: Condition, vectors: Vectors, patient: PatientState, turn: int, past: int, moment: str
    ) -> Mask | bool:
        """One answer for all vectors where it does not depend on them."""
        match asked:
            case Compare(Gauge.BOND | Gauge.TASK | Gauge.GOAL | Gauge.ALLIANCE):
                return compares(asked)[vectors]
            case Compare(gauge, relation, number):
                return _HOLDS[relation](self._counted(gauge, patient, turn, past, moment), number)
            case Seen(name):
                return self._memory.seen(past, name)
            case ReactionIs(reaction):
                return reaction in (patient.reaction, family_of(patient.reaction))
            case Flag(name):
                return self._memory.flag(past, name)
            case Not(inner):
                answer = self._answer(inner, vectors, patient, turn, past, moment)
                return not answer if isinstance(answer, bool) else ~answer
            case And(left, right):
                first = self._answer(left, vectors, patient, turn, past, moment)
                if first is False:
                    return False
                second = self._answer(right, vectors, patient, turn, past, moment)
                return second if first is True else first & second
            case Or(left, right):
                first = self._answer(left, vectors, patient, turn, past, moment)
                if first is True:
                    return True
                second = self._answer(right, vectors, patient, turn, past, moment)
                return second if first is False else first | second

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
