"""The ten competencies: one file each, and one line each in this table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from simulator.scoring.competencies.depth import depth
from simulator.scoring.competencies.exploring import exploring
from simulator.scoring.competencies.flexibility import flexibility
from simulator.scoring.competencies.latency import latency
from simulator.scoring.competencies.non_defensiveness import non_defensiveness
from simulator.scoring.competencies.noticing import noticing
from simulator.scoring.competencies.outcome import outcome
from simulator.scoring.competencies.own_role import own_role
from simulator.scoring.competencies.secondary_ruptures import secondary_ruptures
from simulator.scoring.competencies.validating import validating
from simulator.scoring.competency import Competency, Finding
from simulator.session import Transcript

Assessor: TypeAlias = Callable[[Transcript], Finding]

ASSESSORS: Final[Mapping[Competency, Assessor]] = {
    Competency.NOTICING: noticing,
    Competency.LATENCY: latency,
    Competency.OWN_ROLE: own_role,
    Competency.EXPLORING: exploring,
    Competency.VALIDATING: validating,
    Competency.NON_DEFENSIVENESS: non_defensiveness,
    Competency.FLEXIBILITY: flexibility,
    Competency.DEPTH: depth,
    Competency.SECONDARY_RUPTURES: secondary_ruptures,
    Competency.OUTCOME: outcome,
}
