"""A single figure to compare paths through a scenario in proofs and tests; never shown, never a grade."""

from __future__ import annotations

from typing import Final

from simulator.scoring.competency import Competency, SessionScore

_HEADLINE: Final = frozenset({Competency.OWN_ROLE, Competency.DEPTH, Competency.OUTCOME})
_WEIGHT: Final = 3
_DIVIDE: Final = 2.5
"""Every repair stands at or above this, every session that left things more strained below it."""

_LOWEST, _HIGHEST = 1.0, 5.0
_STRAINED, _BACK = 1, 4


def overall(score: SessionScore) -> float:
    """The mean of the observed competencies, 1 to 5, own role, depth and outcome counting threefold; 0 if none was.

    What was done well on the way does not lift a session in which the patient was lost above one that ended repaired:
    the means of the former are pressed below a dividing line (in their order), those of the latter held above it.
    """
    mean = _mean(score)
    level = score.resolution.level if score.resolution else None
    if level == _STRAINED:
        return _LOWEST + (mean - _LOWEST) * (_DIVIDE - _LOWEST) / (_HIGHEST - _LOWEST)
    return max(mean, _DIVIDE) if level is not None and level >= _BACK else mean


def _mean(score: SessionScore) -> float:
    weighted = [
        (_WEIGHT if competency in _HEADLINE else 1, found.score)
        for competency, found in score.competencies.items()
        if found.score is not None
    ]
    total = sum(weight for weight, _ in weighted)
    return sum(weight * level for weight, level in weighted) / total if total else 0.0
