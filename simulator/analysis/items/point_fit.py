"""How hard a decision point is, and whether those who choose well elsewhere choose better here.

The log-odds of a better answer are ``ease + slope x skill``. The skill elsewhere is known only so well, and the better the
more was played: with a spread, the log-odds are brought down as if the skill were normal around its mean (MacKay, 1992,
"The evidence framework applied to classification networks"). What is not shown by the choices is drawn to the learner of
the scenario, who gives the middle of the prior for both. Rows are counted in bins of skill and spread, so that the work
does not grow with the number of conversations.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import pi
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.items.intervals import Between, middle

Numbers = NDArray[np.float64]

EASE_SD: Final = 1.0
SLOPE_SD: Final = 0.75
"""How far a point is taken to be from the learner, before anything was chosen there; our assumption."""

SKILL_BINS: Final = np.linspace(-4, 4, 33)
SPREAD_BINS: Final = np.linspace(0, 1.5, 7)
"""The middles of the bins."""

BINS: Final = len(SKILL_BINS) * len(SPREAD_BINS)

_EASES: Final = np.linspace(-4, 4, 49)
_SLOPES: Final = np.linspace(-3, 3, 37)
"""Steps away from the learner, in standard deviations of the prior."""


@dataclass(frozen=True, slots=True)
class PointFit:
    """What the choices at a point say.

    ``ease`` and ``slope`` are in log-odds; ``share`` is how often somebody half-way takes a better answer, and ``gain`` by
    how much more often a strong person (skill 1) than a weak one (skill -1). ``learner_*`` is what the learner would do.
    """

    ease: Between
    slope: Between
    share: Between
    gain: Between
    learner_ease: float
    learner_slope: float
    learner_share: float


def bins_of(skill: NDArray[np.float32], spread: NDArray[np.float32]) -> NDArray[np.int64]:
    """The bin of each row."""
    of_skill = np.clip(np.rint((skill - SKILL_BINS[0]) / (SKILL_BINS[1] - SKILL_BINS[0])), 0, len(SKILL_BINS) - 1)
    of_spread = np.clip(np.rint(spread / (SPREAD_BINS[1] - SPREAD_BINS[0])), 0, len(SPREAD_BINS) - 1)
    return np.asarray(of_skill * len(SPREAD_BINS) + of_spread).astype(np.int64)


def fit(came: Numbers, better: Numbers, near: tuple[float, float, float]) -> PointFit:
    """What is known of a point: who ``came`` to it and who took a ``better`` answer, by bin.

    ``near`` are the learner's chances of a better answer at the skills -.5, 0 and .5.
    """
    low, half_way, high = (_log_odds(chance) for chance in near)
    slope = high - low
    eases, slopes = half_way + EASE_SD * _EASES, slope + SLOPE_SD * _SLOPES
    used = np.flatnonzero(came)
    skill, spread = SKILL_BINS[used // len(SPREAD_BINS)], SPREAD_BINS[used % len(SPREAD_BINS)]
    log = -(_EASES[:, None] ** 2 + _SLOPES[None, :] ** 2) / 2
    for at, sd, count, good in zip(skill, spread, came[used], better[used], strict=True):
        odds = (eases[:, None] + slopes[None, :] * at) / np.sqrt(1 + pi / 8 * (slopes[None, :] * sd) ** 2)
        log += good * odds - count * np.logaddexp(0, odds)
    known = np.exp(log - log.max())
    known /= known.sum()
    gains = _chance(eases[:, None] + slopes) - _chance(eases[:, None] - slopes)
    return PointFit(
        _between(known.sum(axis=1), eases),
        _between(known.sum(axis=0), slopes),
        _between(known.sum(axis=1), _chance(eases)),
        _of_many(known, gains),
        half_way,
        slope,
        near[1],
    )


def _between(known: Numbers, values: Numbers) -> Between:
    return Between(float(known @ values), *middle(known, values))


def _of_many(known: Numbers, values: Numbers) -> Between:
    order = np.argsort(values, axis=None)
    flat, likely = values.ravel()[order], known.ravel()[order]
    return Between(float(flat @ likely), *middle(likely, flat))


def _chance(odds: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-odds)))


def _log_odds(chance: float) -> float:
    kept = min(max(chance, 0.02), 0.98)
    return float(np.log(kept / (1 - kept)))
