"""How far numbers of several conversations tell people apart, and how many conversations it would take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

import numpy as np

ENOUGH: Final = 0.7
"""From this reliability of a mean on it may be told of a person."""

_PEOPLE: Final = 10
"""Below so many people with two numbers or more nothing is said of reliability."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """``one`` is the share of what a single conversation's number tells that is the person's own: ICC(1)."""

    one: float

    def of_mean(self, conversations: int) -> float:
        """The projected reliability of a mean over so many conversations (Spearman, 1910; Brown, 1910)."""
        return conversations * self.one / (1 + (conversations - 1) * self.one) if conversations else 0.0

    @property
    def needed(self) -> int | None:
        """How many conversations a mean needs that is reliable enough; ``None`` where none ever would be."""
        if self.one <= 0:
            return None
        return max(1, ceil(round(ENOUGH * (1 - self.one) / (self.one * (1 - ENOUGH)), 9)))


def reliability(people: Iterable[Sequence[float]]) -> Reliability | None:
    """From the numbers of each person's conversations; ``None`` where too few people have two or more.

    One-way random effects with numbers of conversations that differ (Shrout and Fleiss, 1979; Searle, 1971): never below 0.
    """
    groups = [np.array(numbers, dtype=np.float64) for numbers in people if len(numbers)]
    if sum(len(numbers) > 1 for numbers in groups) < _PEOPLE:
        return None
    sizes = np.array([len(numbers) for numbers in groups], dtype=np.float64)
    count, total = len(groups), sizes.sum()
    means = np.array([numbers.mean() for numbers in groups])
    within = sum(float(((numbers - numbers.mean()) ** 2).sum()) for numbers in groups) / (total - count)
    between = float((sizes * (means - (sizes @ means) / total) ** 2).sum()) / (count - 1)
    usual = (total - (sizes**2).sum() / total) / (count - 1)
    own = max(0.0, (between - within) / usual)
    return Reliability(own / (own + within) if own + within > 0 else 0.0)


def projected(known: Sequence[tuple[float, float]], counts: Sequence[int]) -> Reliability | None:
    """From estimates with their variances, each by so many conversations: what one conversation tells.

    The share of the variance of what is estimated that is not that of the estimates (Bock and Mislevy, 1982), brought down
    to one conversation by the formula of Spearman and Brown.
    """
    if len(known) < _PEOPLE:
        return None
    means, variances = (np.array(some) for some in zip(*known, strict=True))
    between, unsure = float(means.var(ddof=1)), float(variances.mean())
    together, usual = between / (between + unsure), float(np.mean(counts))
    return Reliability(together / (usual - (usual - 1) * together))
