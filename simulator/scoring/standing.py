"""A single figure to compare paths through a scenario in proofs and tests; never shown, never a grade."""

from __future__ import annotations

from typing import Final

from simulator.scoring.competency import Competency, SessionScore

_HEADLINE: Final = frozenset({Competency.OWN_ROLE, Competency.DEPTH, Competency.OUTCOME})
_WEIGHT: Final = 3


def standing(score: SessionScore) -> float:
    """The mean of the observed competencies, 1 to 5, own role, depth and outcome counting threefold; 0 if none was."""
    total = weights = 0
    for competency, found in score.competencies.items():
        if found.score is not None:
            weight = _WEIGHT if competency in _HEADLINE else 1
            total += weight * found.score
            weights += weight
    return total / weights if weights else 0.0
