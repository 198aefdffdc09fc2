"""How well a skill explains what was chosen: whether choices are as likely as those of a learner of that skill usually are."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import Final

import numpy as np

from simulator.analysis.choice_evidence import SKILLS, ChoiceEvidence, Numbers

OFF: Final = -2.0
"""A fit below this would come about in one of forty cases by chance alone."""


def choice_fit(sessions: Iterable[tuple[ChoiceEvidence, float]]) -> float | None:
    """How expected the choices of sessions are, each at the skill of whoever played it; in standard deviations, around 0.

    The log-likelihood of all choices together, minus what it is on average for learners of those skills, over its
    standard deviation: l_z of Drasgow, Levine and Williams (1985), "Appropriateness measurement with polychotomous item
    response models and standardized indices". Below ``OFF`` the skill does not explain what was chosen: of one person's
    sessions that tells of the person, of many people's sessions with one scenario it is a fault of the scenario. A skill
    that was estimated by the same choices explains them a little better than chance. ``None`` where nothing was chosen
    that could have been otherwise.
    """
    surplus, variance = 0.0, 0.0
    for session, skill in sessions:
        chances = _at(session.chances, skill)
        told = np.log(chances, out=np.zeros_like(chances), where=chances > 0)
        expected = (chances * told).sum(axis=1)
        surplus += float((told[np.arange(len(session)), session.taken] - expected).sum())
        variance += float((chances * told**2).sum() - (expected**2).sum())
    return surplus / sqrt(variance) if variance > 1e-9 else None


def _at(chances: Numbers, skill: float) -> Numbers:
    """The chances at a skill: those at its two neighbours on the grid, by how near they are."""
    step = float(np.interp(skill, SKILLS, np.arange(len(SKILLS))))
    left = min(int(step), len(SKILLS) - 2)
    return np.asarray((left + 1 - step) * chances[:, left] + (step - left) * chances[:, left + 1])
