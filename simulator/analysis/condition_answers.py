"""Conditions of a scenario, answered for many states at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from simulator.alliance.reactions import family_of
from simulator.alliance.said_classes import SaidClass
from simulator.analysis.arrays import Numbers
from simulator.analysis.gauge_vectors import COMPARE, Mask, compares
from simulator.analysis.patient_codes import REACTIONS
from simulator.analysis.patients import Patients
from simulator.analysis.session_memories import SessionMemories
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
class StateBatch:
    """States of one turn side by side: their gauge vectors, patients and memories, by numbers.

    ``said`` holds the classes of what led to each, as bits; ``None`` where nothing asks.
    """

    vectors: Numbers
    patients: Numbers
    memories: Numbers
    turn: int
    said: Numbers | None = None

    def __len__(self) -> int:
        return len(self.vectors)

    def only(self, chosen: Mask | Numbers) -> StateBatch:
        """Some of the states."""
        said = None if self.said is None else self.said[chosen]
        return StateBatch(self.vectors[chosen], self.patients[chosen], self.memories[chosen], self.turn, said)


def class_bits(classes: frozenset[SaidClass]) -> int:
    """Classes of what was said as bits of a number."""
    return sum(1 << i for i, said in enumerate(SaidClass) if said in classes)


class ConditionAnswers:
    """Answers conditions for a batch."""

    def __init__(self, patients: Patients, memories: SessionMemories, level: int) -> None:
        self._level = level
        self._patients = patients
        self._memories = memories

    def holds(self, asked: Condition, batch: StateBatch, moment: str) -> Mask:
        """For which states a condition on ``moment`` holds."""
        match asked:
            case Compare(Gauge.BOND | Gauge.TASK | Gauge.GOAL | Gauge.ALLIANCE):
                return compares(asked)[batch.vectors]
            case Compare(_, relation, number):
                return np.asarray(COMPARE[relation](self._counted(asked.gauge, batch, moment), number))
            case Seen(name):
                return self._memories.seen(name)[batch.memories] > 0
            case Just(said):
                bits = batch.said if batch.said is not None else np.zeros(len(batch), dtype=np.int64)
                return np.asarray(bits & class_bits(frozenset({said})) > 0)
            case ReactionIs(reaction):
                among = np.array([reaction in (r, family_of(r)) for r in REACTIONS])
                return np.asarray(among[self._patients.reactions.array[batch.patients]])
            case Flag(name):
                return self._memories.flag(name)[batch.memories] > 0
            case Not(inner):
                return ~self.holds(inner, batch, moment)
            case And(left, right):
                return self.holds(left, batch, moment) & self.holds(right, batch, moment)
            case Or(left, right):
                return self.holds(left, batch, moment) | self.holds(right, batch, moment)

    def _counted(self, gauge: Gauge, batch: StateBatch, moment: str) -> Numbers:
        match gauge:
            case Gauge.RUPTURES:
                return self._patients.ruptures.array[batch.patients]
            case Gauge.OWNED:
                return self._patients.owned.array[batch.patients]
            case Gauge.TURN:
                return np.full(len(batch), batch.turn, dtype=np.int64)
            case Gauge.LEVEL:
                return np.full(len(batch), self._level, dtype=np.int64)
            case _:
                return self._memories.visits(moment)[batch.memories]
