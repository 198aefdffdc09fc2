"""Whether two estimates differ: the interval of their difference, and it is called one only where that leaves out 0.

By Zou and Donner (2008), "Construction of confidence limits about effect measures: a general approach": the distances of
each estimate from the ends of its own interval add up as squares do, also where intervals are not symmetrical.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Protocol


class Told(Protocol):
    """An estimate between two ends, in points."""

    @property
    def points(self) -> float:
        """The estimate."""

    @property
    def low(self) -> float:
        """The lower end of its interval."""

    @property
    def high(self) -> float:
        """The upper end."""


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its interval."""

    points: float
    low: float
    high: float

    @property
    def is_none(self) -> bool:
        """Whether, as a difference, it can be none: then two numbers are not called different."""
        return self.low <= 0 <= self.high


def difference(one: Told, other: Told) -> Interval:
    """By how much the first is higher than the second; the two must stand on different choices."""
    between = one.points - other.points
    below = hypot(one.points - one.low, other.high - other.points)
    above = hypot(one.high - one.points, other.points - other.low)
    return Interval(between, between - below, between + above)


def mean_of(some: Sequence[Told]) -> Interval:
    """The mean of independent estimates; ``ValueError`` where there are none."""
    if not some:
        raise ValueError("There is no mean of nothing.")
    mean = sum(one.points for one in some) / len(some)
    below = hypot(*(one.points - one.low for one in some)) / len(some)
    above = hypot(*(one.high - one.points for one in some)) / len(some)
    return Interval(mean, mean - below, mean + above)
