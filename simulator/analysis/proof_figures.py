"""The figures of a proof as messages: shares that never claim more than is known, and values with their bounds."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Message, Rounded, Value
from simulator.messages.sentences import proof as say

_ROUNDING: Final = 1e-9
"""Shares are sums of many small ones: so little is none."""


def percent(share: float) -> Message:
    """A share of one; what is rare is never told as nothing, nor what is nearly certain as certain."""
    if _ROUNDING < share < 0.001:
        return say.BELOW_PERCENT(share=Rounded(0.1))
    if 0.9995 <= share < 1 - _ROUNDING:
        return say.ABOVE_PERCENT(share=Rounded(99.9))
    return say.PERCENT(share=Rounded(100 * share, 0 if round(share, 9) in (0, 1) else 1))


def between(bounds: tuple[int, int]) -> Value:
    """A value that is known, or its bounds."""
    low, high = bounds
    return low if low == high else say.BETWEEN(low=low, high=high)
