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
from simulator.analysis.items.rest_score import Rest

Numbers = NDArray[np.float64]

EASE_SD: Final = 1.0
SLOPE_SD: Final = 0.75
"""How far a point is taken to be from the learner, before anything was chosen there; our assumption."""

SKILL_BINS: Final = np.linspace(-4, 4, 33)
SPREAD_BINS: Final = np.linspace(0, 1.5, 7)
"""The middles of the bins."""

BINS: Final = len(SKILL_BINS) * len(SPREAD_BINS)

SKILL_OF_BIN: Final[Numbers] = np.repeat(SKILL_BINS, len(SPREAD_BINS))
"""The skill in the middle of each bin."""

_CERTAIN: Final = 40.0
"""Log-odds beyond which nothing changes any more."""

_REACH: Final = 4.5
_AROUND: Final = np.linspace(-_REACH, _REACH, 21)
_TURN: Final = 0.3
_LIKELY: Final = np.stack(np.meshgrid(_AROUND, _AROUND), axis=-1).reshape(-1, 2) @ np.array(
    [[np.cos(_TURN), -np.sin(_TURN)], [np.sin(_TURN), np.cos(_TURN)]]
)
"""Places around the likeliest ease and slope, in steps of how sure they are; turned a little, so that no two are the same
in one of them, and quantiles lie close together.
"""

_ROUNDS: Final = 25
_STRIDE: Final = 1.0

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


def bin_of(rest: Rest) -> int:
    """The bin of somebody of whom so much is known."""
    skill = round(float((rest.mean - SKILL_BINS[0]) / (SKILL_BINS[1] - SKILL_BINS[0])))
    spread = round(float(rest.spread / (SPREAD_BINS[1] - SPREAD_BINS[0])))
    return min(max(skill, 0), len(SKILL_BINS) - 1) * len(SPREAD_BINS) + min(max(spread, 0), len(SPREAD_BINS) - 1)


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """What was seen at a point, an entry a bin: who came, who took a better answer, and what the learner would do.

    ``odds`` are the learner's log-odds over all skills of a bin, ``steep`` how they grow with skill there.
    """

    skill: Numbers
    spread: Numbers
    odds: Numbers
    steep: Numbers
    came: Numbers
    better: Numbers

    def dampened(self, slope: Numbers) -> Numbers:
        """How much of what comes on top of the learner is left in each bin (columns), by slope (rows)."""
        return np.asarray(1 / np.sqrt(1 + pi / 8 * ((self.steep + slope) * self.spread) ** 2))

    def likelihood(self, ease: Numbers, slope: Numbers) -> Numbers:
        """The logarithm of how likely pairs of ease and slope are, after what was seen."""
        told = self.odds + (ease[:, None] + slope[:, None] * self.skill) * self.dampened(slope[:, None])
        seen = told @ self.better - np.log(1 + np.exp(np.minimum(told, _CERTAIN))) @ self.came
        return np.asarray(seen - ((ease / EASE_SD) ** 2 + (slope / SLOPE_SD) ** 2) / 2)


def fit(came: Numbers, better: Numbers, learner: Numbers) -> PointFit:
    """What is known of a point: who ``came`` to it and who took a ``better`` answer, by bin.

    ``learner`` are the learner's chances of a better answer at the skills ``SKILLS``.
    """
    used = np.flatnonzero(came)
    skill, spread = SKILL_BINS[used // len(SPREAD_BINS)], SPREAD_BINS[used % len(SPREAD_BINS)]
    odds = _log_odds(_NODE_WEIGHTS @ np.interp(skill + spread * _NODES[:, None], SKILLS, learner))
    steep = np.interp(skill, SKILLS, np.gradient(_log_odds(learner), SKILLS))
    seen = _Seen(skill, spread, odds, steep, came[used].astype(np.float64), better[used].astype(np.float64))
    middle_of, spread_of = _likeliest(seen)
    ease, slope = (middle_of + _LIKELY @ spread_of.T).T
    log = seen.likelihood(ease, slope)
    known = np.exp(log - log.max())
    known /= known.sum()
    weak, half_way, strong = _log_odds(np.interp([-1, 0, 1], SKILLS, learner))
    return PointFit(
        _between(known, ease),
        _between(known, slope),
        _between(known, _chance(half_way + ease)),
        _between(known, _chance(strong + ease + slope) - _chance(weak + ease - slope)),
        float(_chance(half_way)),
        float(_chance(strong) - _chance(weak)),
    )


def _likeliest(seen: _Seen) -> tuple[Numbers, Numbers]:
    """The likeliest ease and slope, and how sure they are (a root of their covariance), by steps of Fisher scoring."""
    at = np.zeros(2)
    prior = np.diag([1 / EASE_SD**2, 1 / SLOPE_SD**2])
    for _ in range(_ROUNDS):
        left = seen.dampened(at[1:])
        design = np.stack([left, left * seen.skill], axis=1)
        chance = _chance(seen.odds + design @ at)
        sure = design.T @ (design * (seen.came * chance * (1 - chance))[:, None]) + prior
        step = np.linalg.solve(sure, design.T @ (seen.better - seen.came * chance) - prior @ at)
        at = at + np.clip(step, -_STRIDE, _STRIDE)
        if np.abs(step).max() < 1e-4:
            break
    return at, np.linalg.cholesky(np.linalg.inv(sure))


def _between(known: Numbers, values: Numbers) -> Between:
    order = np.argsort(values)
    return Between(float(known @ values), *middle(known[order], values[order]))


def _chance(odds: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-odds)))


def _log_odds(chance: Numbers) -> Numbers:
    kept = np.clip(chance, 0.01, 0.99)
    return np.asarray(np.log(kept / (1 - kept)))
