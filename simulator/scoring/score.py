"""The score of a session: every competency with its evidence, the resolution, and what was missed. Pure."""

from __future__ import annotations

from types import MappingProxyType

from simulator.scoring.competencies import ASSESSORS
from simulator.scoring.competency import Competency, CompetencyScore, SessionScore
from simulator.scoring.false_repairs import false_repairs
from simulator.scoring.headline import headline, own_part
from simulator.scoring.missed import missed_opportunities
from simulator.scoring.resolution import resolution
from simulator.scoring.rubric import anchor
from simulator.session.transcript import Transcript


def score(transcript: Transcript) -> SessionScore:
    """What a session shows; the same transcript always gives the same score."""
    return SessionScore(
        MappingProxyType({competency: _assess(competency, transcript) for competency in Competency}),
        resolution(transcript),
        headline(transcript),
        own_part(transcript),
        missed_opportunities(transcript),
        false_repairs(transcript),
    )


def _assess(competency: Competency, transcript: Transcript) -> CompetencyScore:
    finding = ASSESSORS[competency].assess(transcript)
    return CompetencyScore(competency, finding.score, anchor(competency, finding.score), finding.why, finding.evidence)
