"""The ten competencies: one file each, and one line each in this table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

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
from simulator.scoring.possible import PossibleTurn
from simulator.session.transcript import Transcript

Assessing: TypeAlias = Callable[[Transcript], Finding]
Bounding: TypeAlias = Callable[[Sequence[PossibleTurn]], int | None]


class Assessor(NamedTuple):
    """How a competency is scored.

    ``assess`` finds what a session shows. ``highest`` says what any session made of such turns can earn at most, ``None``
    where it cannot show the competency at all; no session ever earns more.
    """

    assess: Assessing
    highest: Bounding


ASSESSORS: Final[Mapping[Competency, Assessor]] = {
    Competency.NOTICING: Assessor(noticing.noticing, noticing.highest),
    Competency.LATENCY: Assessor(latency.latency, latency.highest),
    Competency.OWN_ROLE: Assessor(own_role.own_role, own_role.highest),
    Competency.EXPLORING: Assessor(exploring.exploring, exploring.highest),
    Competency.VALIDATING: Assessor(validating.validating, validating.highest),
    Competency.NON_DEFENSIVENESS: Assessor(non_defensiveness.non_defensiveness, non_defensiveness.highest),
    Competency.FLEXIBILITY: Assessor(flexibility.flexibility, flexibility.highest),
    Competency.DEPTH: Assessor(depth.depth, depth.highest),
    Competency.SECONDARY_RUPTURES: Assessor(secondary_ruptures.secondary_ruptures, secondary_ruptures.highest),
    Competency.OUTCOME: Assessor(outcome.outcome, outcome.highest),
}
