"""How well somebody chooses elsewhere: the skill by all first meetings but the one that is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

import numpy as np

from simulator.analysis.choice_evidence import ChoiceEvidence, Numbers
from simulator.analysis.skill import FINE, finely, posterior


class Rest(NamedTuple):
    """Mean and standard deviation of what is known of a skill; with nothing else played, what is assumed of everybody."""

    mean: float
    spread: float


def skill_of(sessions: Sequence[ChoiceEvidence]) -> Rest:
    """What is known of a skill by some first meetings."""
    return known(sum((finely(session.log_likelihood) for session in sessions), np.zeros(len(FINE))))


def rest_scores(sessions: Sequence[ChoiceEvidence]) -> tuple[Rest, ...]:
    """For each of a person's first meetings the skill by the others, which are with other scenarios."""
    each = np.array([finely(session.log_likelihood) for session in sessions]).reshape(-1, len(FINE))
    together = each.sum(axis=0)
    return tuple(known(together - one) for one in each)


def known(log_likelihood: Numbers) -> Rest:
    """What is known of a skill, by how likely the choices are at each of ``FINE``."""
    likely = posterior(log_likelihood)
    mean = float(likely @ FINE)
    return Rest(mean, sqrt(max(float(likely @ FINE**2) - mean**2, 0.0)))
