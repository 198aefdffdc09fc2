"""The ten competencies: one file each, and one line each in this table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from simulator.messages.sentences.competencies import LEFT_EARLY
from simulator.scoring.competencies import (
    depth,
    exploring,
    flexibility,
    latency,
    non_defensiveness,
    noticing,
    outcome,
    own_role,
    secondary_ruptures,
    validating,
)
from simulator.scoring.competency import Competency, Finding
from simulator.scoring.evidence_words import name_of
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.standings import left_early, not_reached
from simulator.session.transcript import Transcript

Assessing: TypeAlias = Callable[[Transcript], Finding]
Bounding: TypeAlias = Callable[[Sequence[PossibleTurn]], int | None]


class Assessor(NamedTuple):
    """How a competency is scored.

    ``highest`` says what any session made of such turns can earn at most, ``None`` where it cannot show the competency at
    all; no session ever earns more. ``soon`` tells that it has a number also where the patient has left by turn 4.
    """

    found: Assessing
    highest: Bounding
    soon: bool = False

    def assess(self, transcript: Transcript) -> Finding:
        """What a session shows of the competency."""
        finding = self.found(transcript)
        if self.soon or finding.score is None or not left_early(transcript):
            return finding
        told = LEFT_EARLY(name=name_of(transcript), turn=transcript.exchanges[-1].turn)
        return not_reached((told,), finding.evidence)


ASSESSORS: Final[Mapping[Competency, Assessor]] = {
    Competency.NOTICING: Assessor(noticing.noticing, noticing.highest),
    Competency.LATENCY: Assessor(latency.latency, latency.highest, soon=True),
    Competency.OWN_ROLE: Assessor(own_role.own_role, own_role.highest, soon=True),
    Competency.EXPLORING: Assessor(exploring.exploring, exploring.highest),
    Competency.VALIDATING: Assessor(validating.validating, validating.highest),
    Competency.NON_DEFENSIVENESS: Assessor(non_defensiveness.non_defensiveness, non_defensiveness.highest, soon=True),
    Competency.FLEXIBILITY: Assessor(flexibility.flexibility, flexibility.highest),
    Competency.DEPTH: Assessor(depth.depth, depth.highest),
    Competency.SECONDARY_RUPTURES: Assessor(secondary_ruptures.secondary_ruptures, secondary_ruptures.highest),
    Competency.OUTCOME: Assessor(outcome.outcome, outcome.highest, soon=True),
}
