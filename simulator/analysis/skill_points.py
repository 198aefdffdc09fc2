"""A skill as it is told: points of 100 that a person who chooses like this would reach on a shelf of scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from simulator.analysis.choice_evidence import Numbers, SkillCurve
from simulator.analysis.skill import FINE, SkillEstimate, finely
from simulator.messages.message import Message
from simulator.messages.sentences.skill import AT_LEAST, POINTS

_FLAT: Final = 1.0
"""So many points below what a shelf comes to at the end of the grid nothing tells a skill from any higher one."""


@dataclass(frozen=True, slots=True)
class SkillPoints:
    """A skill in points of a shelf: 0 is what choosing blindly comes to, 100 what always the best answer on offer does.

    ``low`` and ``high`` are the ends of the 95 % interval. ``at_least`` tells that the choices only show that it is not
    lower than ``low``: the upper end lies where even more skill would hardly come to more.
    """

    points: int
    low: int
    high: int
    at_least: bool

    @property
    def message(self) -> Message:
        """The points in words."""
        if self.at_least:
            return AT_LEAST(low=self.low)
        return POINTS(points=self.points, low=self.low, high=self.high)


def skill_points(skill: SkillEstimate, shelf: Sequence[SkillCurve]) -> SkillPoints:
    """What a skill comes to on a shelf, the mean over the scenarios that reward skill; ``ValueError`` where there is none.

    Where careless play pays, more skill comes to less for a while; the ends are then the least and the most in between.
    """
    rewarding = [finely(curve.points) for curve in shelf if curve.rewards_skill]
    if not rewarding:
        raise ValueError("Points are told of a shelf with a scenario on it that rewards skill.")
    points: Numbers = np.mean(rewarding, axis=0)
    at_mean = np.interp(skill.mean, FINE, points)
    between = np.interp(np.clip(FINE, skill.low, skill.high), FINE, points)
    flat = between[-1] >= points[-1] - _FLAT
    return SkillPoints(_whole(at_mean), _whole(between.min()), _whole(between.max()), bool(flat))


def _whole(points: float) -> int:
    return round(float(np.clip(points, 0, 100)))
