"""How far numbers of several conversations tell people apart, and how many conversations it would take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from simulator.analysis.agreement.projection import needed, of_one_conversation, projected

ENOUGH: Final = 0.7
"""From this reliability of a mean on it may be told of a person."""

_PEOPLE: Final = 10
"""Below so many people with two numbers or more nothing is said of reliability."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """``one`` is the share of what a single conversation's number tells that is the person's own, never below 0."""

    one: float

    def of_mean(self, conversations: int) -> float:
        """The projected reliability of a mean over so many conversations."""
        return projected(self.one, conversations) if conversations else 0.0

    @property
    def needed(self) -> int | None:
        """How many conversations a mean needs that is reliable enough; ``None`` where none ever would be."""
        return needed(self.one, ENOUGH)


def reliability(people: Iterable[Sequence[float]]) -> Reliability | None:
    """From the numbers of each person's conversations; ``None`` where too few people have two or more, or all are alike."""
    groups = list(people)
    if sum(len(numbers) > 1 for numbers in groups) < _PEOPLE:
        return None
    found = of_one_conversation(groups).value
    return None if found is None else Reliability(max(0.0, found))


def of_estimates(known: Sequence[tuple[float, float]], counts: Sequence[int]) -> Reliability | None:
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
