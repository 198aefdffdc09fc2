"""The felt alliance: three gauges stored in coarse levels and shown on a scale of 0 to 100."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

POINTS_PER_LEVEL: Final = 5
"""One stored level in shown points; every threshold of the reaction rules is a multiple of it."""

TOP_LEVEL: Final = 100 // POINTS_PER_LEVEL


@dataclass(frozen=True, slots=True)
class Change:
    """A signed change of the three gauges, in stored levels."""

    bond: int = 0
    task: int = 0
    goal: int = 0

    def __bool__(self) -> bool:
        return bool(self.bond or self.task or self.goal)

    def __add__(self, other: Change) -> Change:
        return Change(self.bond + other.bond, self.task + other.task, self.goal + other.goal)


NO_CHANGE: Final = Change()


@dataclass(frozen=True, slots=True)
class Alliance:
    """Bond and agreement on tasks and goals as the patient feels them, in levels 0 to ``TOP_LEVEL``."""

    bond: int
    task: int
    goal: int

    @classmethod
    def of_points(cls, bond: int, task: int, goal: int) -> Alliance:
        """An alliance from shown points (0-100), rounded to the nearest stored level."""
        return cls(*(_clamp(round(points / POINTS_PER_LEVEL)) for points in (bond, task, goal)))

    @property
    def points(self) -> tuple[int, int, int]:
        """Bond, task and goal in shown points, 0 to 100."""
        return (self.bond * POINTS_PER_LEVEL, self.task * POINTS_PER_LEVEL, self.goal * POINTS_PER_LEVEL)

    @property
    def mean_points(self) -> float:
        """The alliance as one figure: the mean of the three gauges in shown points, 0 to 100."""
        return (self.bond + self.task + self.goal) * POINTS_PER_LEVEL / 3

    def at_least(self, points: int) -> bool:
        """Whether the mean reaches this many shown points; exact, without fractions."""
        return (self.bond + self.task + self.goal) * POINTS_PER_LEVEL >= 3 * points

    def changed(self, change: Change) -> Alliance:
        """The alliance after a change, each gauge held between 0 and ``TOP_LEVEL``."""
        if not change:
            return self
        return Alliance(
            _clamp(self.bond + change.bond), _clamp(self.task + change.task), _clamp(self.goal + change.goal)
        )


def _clamp(level: int) -> int:
    return 0 if level < 0 else min(level, TOP_LEVEL)
