"""Intervals of shares: as they were counted, and drawn towards what was expected where little was counted."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

SURE: Final = 0.95
"""The share of cases in which an interval holds what it is about."""

_Z: Final = NormalDist().inv_cdf((1 + SURE) / 2)
_SHARES: Final = (np.arange(400) + 0.5) / 400


@dataclass(frozen=True, slots=True)
class Between:
    """An estimate with the ends of its interval."""

    mean: float
    low: float
    high: float

    def leaves_out(self, value: float) -> bool:
        """Whether a value lies outside."""
        return not self.low <= value <= self.high


def wilson(count: float, of: float, z: float = _Z) -> Between:
    """The interval of a share that was counted (Wilson, 1927); nothing counted tells nothing."""
    if of <= 0:
        return Between(0.5, 0.0, 1.0)
    share = count / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return Between(share, max(0.0, middle - half), min(1.0, middle + half))


def drawn_to(
    counts: NDArray[np.float64], of: NDArray[np.float64], expected: NDArray[np.float64], weight: float
) -> list[Between]:
    """Shares with their intervals, each drawn to what was expected as if that had been seen ``weight`` times.

    The posterior of a share under a Beta prior, worked out on a grid.
    """
    prior = np.clip(expected, 0.01, 0.99) * weight
    for_it = (prior + counts)[:, None]
    against = (weight - prior + of - counts)[:, None]
    log = (for_it - 1) * np.log(_SHARES) + (against - 1) * np.log1p(-_SHARES)
    known = np.exp(log - log.max(axis=1, keepdims=True))
    known /= known.sum(axis=1, keepdims=True)
    return [
        Between(float(mean[0]), *middle(one, _SHARES))
        for mean, one in zip(for_it / (for_it + against), known, strict=True)
    ]


def middle(known: NDArray[np.float64], values: NDArray[np.float64]) -> tuple[float, float]:
    """Between which values the middle of what is known lies."""
    up_to = np.cumsum(known) - known / 2
    low, high = np.interp([(1 - SURE) / 2, (1 + SURE) / 2], up_to, values)
    return float(low), float(high)
