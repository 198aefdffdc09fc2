"""What a question about agreement is answered with: a number, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.alliance.codes import Code

Ratings: TypeAlias = NDArray[np.int64]
"""A row for each thing that was rated, a column for each rater; categories are whole numbers from 1 on."""

Numbers: TypeAlias = NDArray[np.float64]


class NoFigure(Code):
    """Why there is no number."""

    NOTHING_RATED = "nothing-rated"
    ONE_RATER = "one-rater"
    ONE_THING = "one-thing"
    """Agreement on a single thing says nothing of any other."""
    ONE_CATEGORY = "one-category"
    """Everything was rated the same: agreement by chance would be complete too."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, or in its place why there is none."""

    value: float | None
    why: NoFigure | None = None


def figure_of(value: float, rated: Ratings) -> Figure:
    """A number worked out of ratings; one that cannot be worked out (``nan``) is told by what is wrong with them."""
    things, raters = rated.shape
    if things == 0:
        return Figure(None, NoFigure.NOTHING_RATED)
    if raters < 2:
        return Figure(None, NoFigure.ONE_RATER)
    if things == 1:
        return Figure(None, NoFigure.ONE_THING)
    return Figure(None, NoFigure.ONE_CATEGORY) if np.isnan(value) else Figure(float(value))


def once(rated: Ratings) -> Numbers:
    """Every row counted once, as the one row of weights."""
    return np.ones((1, len(rated)))


def without_gaps(rated: Numbers) -> tuple[Ratings, NDArray[np.bool_]]:
    """The rows in which nobody left a gap (``nan``), and which rows those are."""
    whole: NDArray[np.bool_] = np.logical_not(np.isnan(rated).any(axis=1))
    return rated[whole].astype(np.int64), whole
