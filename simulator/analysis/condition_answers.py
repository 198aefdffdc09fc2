"""Conditions of a scenario, answered for many states at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from simulator.alliance import family_of
from simulator.analysis.arrays import Numbers
from simulator.analysis.gauge_vectors import COMPARE, Mask, compares
from simulator.analysis.patients import REACTIONS, Patients
from simulator.analysis.session_memories import SessionMemories
from simulator.scenario.conditions import (
    And,
    Compare,
    Condition,
    Flag,
    Gauge,
    Not,
    Or,
    ReactionIs,
    Seen,
)


@dataclass(frozen=True, slots=True)
class StateBatch:
    """States of one turn side by side: their gauge vectors, patients and memories, by numbers."""

    vectors: Numbers
    patients: Numbers
    memories: Numbers
    turn: int

    def __len__(self) -> int:
        return len(self.vectors)

    def only(self, chosen: Mask | Numbers) -> StateBatch:
        """Some of the states."""
        return StateBatch(self.vectors[chosen], self.patients[chosen], self.memories[chosen], self.turn)


class ConditionAnswers:
    """Answers conditions for a batch."""

    def __init__(self, patients: Patients, memories: SessionMemories) -> None:
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
            case _:
                return self._memories.visits(moment)[batch.memories]
