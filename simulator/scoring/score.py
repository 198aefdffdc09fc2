"""The score of a session: every competency with its evidence, the resolution, and what was missed. Pure."""

from __future__ import annotations

from types import MappingProxyType

from simulator.scoring.competencies import ASSESSORS
from simulator.scoring.competency import Competency, CompetencyScore, SessionScore
from simulator.scoring.corrections import NO_CORRECTIONS, Corrections, as_coded, rated
from simulator.scoring.false_repairs import false_repairs
from simulator.scoring.headline import headline, own_part
from simulator.scoring.missed import missed_opportunities
from simulator.scoring.resolution import resolution
from simulator.scoring.rubric import anchor
from simulator.scoring.tag_against_answer import tag_against_answer
from simulator.session.transcript import Transcript


def score(transcript: Transcript, corrections: Corrections = NO_CORRECTIONS) -> SessionScore:
    """What a session shows, under what was corrected of it; the same transcript always gives the same score."""
    transcript = as_coded(transcript, corrections)
    return SessionScore(
        MappingProxyType({each: rated(_assess(each, transcript), corrections) for each in Competency}),
        resolution(transcript),
        headline(transcript),
        own_part(transcript),
        missed_opportunities(transcript),
        false_repairs(transcript),
        tag_against_answer(transcript),
    )


def _assess(competency: Competency, transcript: Transcript) -> CompetencyScore:
    finding = ASSESSORS[competency].assess(transcript)
    told = None if finding.score is None else anchor(competency, finding.score)
    return CompetencyScore(
        competency, finding.standing, finding.score, told, finding.why, finding.evidence, finding.signs, finding.rule
    )
