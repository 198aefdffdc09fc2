"""Scoring: what a session shows of ten competencies, always with its evidence, and what was missed on the way."""

from simulator.scoring.competency import (
    Competency,
    CompetencyEntry,
    CompetencyScore,
    Counts,
    Evidence,
    FalseRepair,
    MissedOpportunity,
    Resolution,
    SessionScore,
)
from simulator.scoring.rubric import COMPETENCIES
from simulator.scoring.score import score

__all__ = [
    "COMPETENCIES",
    "Competency",
    "CompetencyEntry",
    "CompetencyScore",
    "Counts",
    "Evidence",
    "FalseRepair",
    "MissedOpportunity",
    "Resolution",
    "SessionScore",
    "score",
]
