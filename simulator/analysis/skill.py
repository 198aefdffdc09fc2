"""How well a person chooses, from what they chose in first meetings: an estimate with its interval, whatever the path.

The skill s = ln(L / L_half-way) is one number across scenarios (``choice_evidence.py``). Before anything is known it is
taken to be normal around 0; what was chosen makes it a posterior, of which mean and middle 95 % are told. Choices within a
session depend on each other more than the likelihood knows (a person misreads a patient, not a line), so from four
sessions on the interval is also worked out by leaving one session out at a time, and the wider one is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, pvariance
from typing import Final

import numpy as np

from simulator.analysis.choice_evidence import SKILLS, ChoiceEvidence, Numbers

PRIOR_SD: Final = 1.5
"""Standard deviation of the skill, around 0, before anything is known of a person; our assumption."""

_PEOPLE: Final = NormalDist(0, PRIOR_SD)

SURE: Final = 0.95
"""The share of the posterior that the interval holds."""

LEAVING_OUT_FROM: Final = 4
"""From so many sessions on the estimate is also worked out without each of them."""

_BETWEEN: Final = 10
"""Into so many parts the steps of the grid are divided, for means and quantiles."""

FINE: Final[Numbers] = np.linspace(SKILLS[0], SKILLS[-1], (len(SKILLS) - 1) * _BETWEEN + 1)
"""The skills at which the posterior is worked out."""


@dataclass(frozen=True, slots=True)
class SkillEstimate:
    """A person's skill: the mean of the posterior, and between which two skills it lies in 95 of 100 cases.

    Natural logarithms of L / L_half-way; never shown as they are (see ``skill_points.py``).
    """

    mean: float
    low: float
    high: float


def estimate(sessions: Sequence[ChoiceEvidence]) -> SkillEstimate:
    """The skill of a person by first meetings, in any order; without any it is what is assumed of everybody."""
    each = np.array([finely(session.log_likelihood) for session in sessions]).reshape(-1, len(FINE))
    together = each.sum(axis=0)
    known = posterior(together)
    mean = float(known @ FINE)
    low, high = _middle(known)
    if len(each) >= LEAVING_OUT_FROM:
        without = [float(posterior(together - one) @ FINE) for one in each]
        low, high = max((low, high), _leaving_out(mean, without), key=_share_between)
    return SkillEstimate(mean, low, high)


def finely(numbers: Numbers) -> Numbers:
    """A smooth function of the skill, from its values at ``SKILLS`` to those at ``FINE``.

    Cubic between two of them, by the slopes there: within .001 of a log-likelihood, where straight lines are .1 off.
    """
    at = np.linspace(0, len(SKILLS) - 1, len(FINE))
    left = np.minimum(at.astype(np.int64), len(SKILLS) - 2)
    t, slope = at - left, np.gradient(numbers)
    begin, end = (1 + 2 * t) * (1 - t) ** 2 * numbers[left], t**2 * (3 - 2 * t) * numbers[left + 1]
    return np.asarray(begin + end + t * (1 - t) ** 2 * slope[left] - t**2 * (1 - t) * slope[left + 1])


def posterior(log_likelihood: Numbers) -> Numbers:
    """How likely each skill of ``FINE`` is, by how likely the choices are at each; they add up to one."""
    log = log_likelihood - (FINE / PRIOR_SD) ** 2 / 2
    weights = np.exp(log - log.max())
    return np.asarray(weights / weights.sum())


def _middle(known: Numbers) -> tuple[float, float]:
    """Between which skills the middle of a posterior lies, the same share left out on either side."""
    up_to = np.cumsum(known) - known / 2
    low, high = np.interp([(1 - SURE) / 2, (1 + SURE) / 2], up_to, FINE)
    return float(low), float(high)


def _leaving_out(mean: float, without: Sequence[float]) -> tuple[float, float]:
    """The interval around an estimate that those without one session each tell (Tukey's jackknife, 1958).

    Worked out in shares of all people: high skills, which are hard to tell from each other, lie close together there.
    """
    count, shares = len(without), [_PEOPLE.cdf(skill) for skill in without]
    deviation = sqrt((count - 1) * pvariance(shares))
    half, lowest, highest = deviation * student(count - 1), _PEOPLE.cdf(FINE[0]), _PEOPLE.cdf(FINE[-1])
    ends = (min(max(_PEOPLE.cdf(mean) + side, lowest), highest) for side in (-half, half))
    low, high = (_PEOPLE.inv_cdf(end) for end in ends)
    return low, high


def _share_between(interval: tuple[float, float]) -> float:
    """The share of all people whose skill lies in an interval, by what is assumed of them."""
    low, high = interval
    return _PEOPLE.cdf(high) - _PEOPLE.cdf(low)


def student(freedom: int) -> float:
    """The quantile of Student's t that leaves out as much as ``SURE`` does, within 1 % from three degrees of freedom on.

    By Abramowitz and Stegun (1964), 26.7.5.
    """
    z = NormalDist().inv_cdf((1 + SURE) / 2)
    first, second = (z**3 + z) / 4, (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3
