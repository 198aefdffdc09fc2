"""How hard a decision point is, and whether those who choose well elsewhere choose better here.

The learner of the scenario, asked of the exact states in which people came, takes a better answer with some chance at every
skill. People may do so more often or less (``ease``), and skill may make more or less of a difference than it makes to the
learner (``slope``): the log-odds are the learner's plus ``ease + slope x skill``. What is not shown by the choices is drawn
to the learner, where both are 0. How well somebody chooses elsewhere is known only so well: the learner's chances are those
of all skills that it may be, and what comes on top is brought down as MacKay (1992), "The evidence framework applied to
classification networks", has it for a normal skill. Rows are counted in bins of skill and spread, so that the work does not
grow with the number of conversations.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import pi
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.choice_evidence import SKILLS
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

_NODES, _AREAS = np.polynomial.hermite_e.hermegauss(7)
_NODE_WEIGHTS: Final[Numbers] = _AREAS / _AREAS.sum()
"""Where a normal skill is looked at, in standard deviations, and how much each place weighs."""


@dataclass(frozen=True, slots=True)
class PointFit:
    """What the choices at a point say.

    ``ease`` and ``slope`` are log-odds beyond the learner's, in all and for each step of skill. ``share`` is how often
    somebody half-way takes a better answer, and ``gain`` by how much more often a strong person (skill 1) than a weak one
    (skill -1); ``learner_share`` and ``learner_gain`` are the learner's.
    """

    ease: Between
    slope: Between
    share: Between
    gain: Between
    learner_share: float
    learner_gain: float


def bins_of(skill: NDArray[np.float32], spread: NDArray[np.float32]) -> NDArray[np.int64]:
    """The bin of each row."""
    of_skill = np.clip(np.rint((skill - SKILL_BINS[0]) / (SKILL_BINS[1] - SKILL_BINS[0])), 0, len(SKILL_BINS) - 1)
    of_spread = np.clip(np.rint(spread / (SPREAD_BINS[1] - SPREAD_BINS[0])), 0, len(SPREAD_BINS) - 1)
    return np.asarray(of_skill * len(SPREAD_BINS) + of_spread).astype(np.int64)


def fit(came: Numbers, better: Numbers, learner: Numbers) -> PointFit:
    """What is known of a point: who ``came`` to it and who took a ``better`` answer, by bin.

    ``learner`` are the learner's chances of a better answer at the skills ``SKILLS``.
    """
    used = np.flatnonzero(came)
    skill, spread = SKILL_BINS[used // len(SPREAD_BINS)], SPREAD_BINS[used % len(SPREAD_BINS)]
    expected = _log_odds(_NODE_WEIGHTS @ np.interp(skill + spread * _NODES[:, None], SKILLS, learner))
    weak, half_way, strong = (_log_odds(np.interp(at, SKILLS, learner)) for at in (-1, 0, 1))
    own = np.interp(skill, SKILLS, np.gradient(_log_odds(learner), SKILLS))
    ease, slope = EASE_SD * _EASES[:, None], SLOPE_SD * _SLOPES[None, :]
    log = -(_EASES[:, None] ** 2 + _SLOPES[None, :] ** 2) / 2
    for at, sd, odds, steep, count, good in zip(skill, spread, expected, own, came[used], better[used], strict=True):
        told = odds + (ease + slope * at) / np.sqrt(1 + pi / 8 * ((steep + slope) * sd) ** 2)
        log += good * told - count * np.logaddexp(0, told)
    known = np.exp(log - log.max())
    known /= known.sum()
    shares = _chance(half_way + ease[:, 0])
    gains = _chance(strong + ease + slope) - _chance(weak + ease - slope)
    return PointFit(
        _between(known.sum(axis=1), ease[:, 0]),
        _between(known.sum(axis=0), slope[0]),
        _between(known.sum(axis=1), shares),
        _of_many(known, gains),
        float(_chance(half_way)),
        float(_chance(strong) - _chance(weak)),
    )


def _between(known: Numbers, values: Numbers) -> Between:
    return Between(float(known @ values), *middle(known, values))


def _of_many(known: Numbers, values: Numbers) -> Between:
    order = np.argsort(values, axis=None)
    flat, likely = values.ravel()[order], known.ravel()[order]
    return Between(float(flat @ likely), *middle(likely, flat))


def _chance(odds: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-odds)))


def _log_odds(chance: Numbers) -> Numbers:
    kept = np.clip(chance, 0.01, 0.99)
    return np.asarray(np.log(kept / (1 - kept)))
