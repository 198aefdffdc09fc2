"""How reliable a mean of more would be, and how many more it takes.

Spearman, C. (1910), and Brown, W. (1910), British Journal of Psychology, 3. How far one conversation of a person tells of
another is the intraclass correlation ICC(1,1) of Shrout and Fleiss (1979), people with different numbers of conversations
weighed as in an analysis of variance (Donner, A. (1986), International Statistical Review, 54, 67-82).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

import numpy as np

from simulator.analysis.agreement.figures import Figure, NoFigure, Numbers

_NOTHING: Final = 1e-12
_SLACK: Final = 1e-9
"""What rounding may cost: three more that reach .8 exactly are three."""


def projected(one: float, times: float) -> float:
    """The reliability of the mean of so many, where that of one is known (Spearman-Brown)."""
    return times * one / (1 + (times - 1) * one)


def needed(one: float, target: float) -> int | None:
    """How many have to be averaged to reach a reliability; ``None`` where no number does."""
    if one <= 0:
        return None
    if one >= target:
        return 1
    return ceil(target * (1 - one) / (one * (1 - target)) - _SLACK)


def of_one_conversation(by_person: Sequence[Sequence[float]]) -> Figure:
    """How far the number of one conversation would be that of another of the same person: ICC(1,1)."""
    held = [one for one in by_person if one]
    if not held:
        return Figure(None, NoFigure.NOTHING_RATED)
    if len(held) < 2 or all(len(one) < 2 for one in held):
        return Figure(None, NoFigure.ONE_THING)
    value = float(reliabilities(held, np.ones((1, len(held))))[0])
    return Figure(None, NoFigure.ONE_CATEGORY) if np.isnan(value) else Figure(value)


def reliabilities(by_person: Sequence[Sequence[float]], weights: Numbers) -> Numbers:
    """ICC(1,1) for each row of weights, which say how often each person counts; ``nan`` where it has none."""
    count = np.array([len(one) for one in by_person], dtype=float)
    mean = np.array([np.mean(one) for one in by_person])
    inside = np.array([np.var(one) * len(one) for one in by_person])
    people, things = weights.sum(axis=1), weights @ count
    with np.errstate(invalid="ignore", divide="ignore"):
        grand = weights @ (count * mean) / things
        between = (weights @ (count * mean**2) - things * grand**2) / (people - 1)
        within = (weights @ inside) / (things - people)
        size = (things - weights @ count**2 / things) / (people - 1)
        whole = between + (size - 1) * within
        return np.where(whole > _NOTHING, (between - within) / whole, np.nan)
