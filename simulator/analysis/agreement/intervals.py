"""Intervals by drawing again what was rated: over people and over distinct transcripts.

Two conversations of one person resemble each other, and so do two that took the same course, so neither is one more independent
observation. People are drawn again, and transcripts are, and the two distances from the estimate are added as variances are in
two-way clustering, less what both share (Cameron, A. C., Gelbach, J. B., & Miller, D. L. (2011). Robust inference with multiway
clustering. Journal of Business & Economic Statistics, 29, 238-249). What is drawn again varies too little where there is little
to draw from: the distances are widened as Student’s t is wider than the normal distribution.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from math import sqrt
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.agreement.figures import Numbers

FEWEST: Final = 5
"""Fewer people, or fewer transcripts, say nothing of how others would vary."""

DRAWS: Final = 1_000
_TAILS: Final = (2.5, 97.5)
_NORMAL: Final = 1.96
_MOST_WITHOUT: Final = 0.1
"""Where more of the draws than this have no number, the interval would be one of the lucky draws."""


class Interval(NamedTuple):
    """Between these two a number lies in 95 of 100 such samples."""

    low: float
    high: float


class Draws:
    """What was rated, drawn again many times; made once for all the numbers that are worked out of the same ratings.

    ``people`` and ``transcripts`` name, for every rated thing, whose it was and which course it took.
    """

    def __init__(
        self, people: Sequence[Hashable], transcripts: Sequence[Hashable], *, seed: int = 1, draws: int = DRAWS
    ) -> None:
        pairs = list(zip(people, transcripts, strict=True))
        self._count = min(len(set(people)), len(set(transcripts)))
        drawing = np.random.default_rng(seed)
        labels = (people, transcripts, pairs) if self._count >= FEWEST else ()
        self._weights = tuple(_drawn(each, drawing, draws) for each in labels)

    def interval(self, of: Callable[[Numbers], Numbers], estimate: float) -> Interval | None:
        """The 95 % interval of what ``of`` works out of weights; ``None``: no saying.

        Weights have a row for each draw, and a column for each rated thing: how often it counts.
        """
        apart = [_distances(of(weights), estimate) for weights in self._weights]
        if not apart or any(one is None for one in apart):
            return None
        by_person, by_transcript, by_both = (np.array(one) for one in apart)
        least = np.maximum(by_person, by_transcript)
        whole = np.sqrt(np.maximum(by_person**2 + by_transcript**2 - by_both**2, least**2)) * _wider(self._count)
        if not whole.any():
            return None
        return Interval(float(estimate - whole[0]), float(min(1.0, estimate + whole[1])))


def _wider(count: int) -> float:
    """How much wider an interval of so many has to be than what is drawn again (Student’s t by its first correction)."""
    free = count - 1
    return (1 + (_NORMAL**2 + 1) / (4 * free)) * sqrt(count / free)


def _drawn(labels: Sequence[Hashable], drawing: np.random.Generator, draws: int) -> Numbers:
    """How often each rated thing counts where what it belongs to is drawn again, as often as there are."""
    number = {label: at for at, label in enumerate(dict.fromkeys(labels))}
    of: NDArray[np.int64] = np.array([number[label] for label in labels])
    count = len(number)
    drawn = drawing.integers(0, count, size=(draws, count)) + count * np.arange(draws)[:, None]
    times = np.bincount(drawn.ravel(), minlength=draws * count).reshape(draws, count)
    weights: Numbers = times[:, of].astype(float)
    return weights


def _distances(found: Numbers, estimate: float) -> tuple[float, float] | None:
    """How far the ends of what was drawn are from the estimate, down and up."""
    numbers = found[~np.isnan(found)]
    if len(numbers) < (1 - _MOST_WITHOUT) * len(found):
        return None
    low, high = np.percentile(numbers, _TAILS)
    return max(0.0, estimate - float(low)), max(0.0, float(high) - estimate)
