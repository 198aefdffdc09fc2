"""Intraclass correlations of ratings, the raters a sample of all who might rate: ICC(2,1) of one, ICC(2,k) of their mean.

Shrout, P. E., & Fleiss, J. L. (1979). Intraclass correlations: uses in assessing rater reliability. Psychological Bulletin,
86, 420-428. Absolute agreement: who always rates one higher disagrees.
"""

from __future__ import annotations

import numpy as np

from simulator.analysis.agreement.figures import Figure, Numbers, Ratings, figure_of, once

_NOTHING = 1e-12


def of_one_rater(rated: Ratings) -> Figure:
    """ICC(2,1): how far one rater’s number would be another’s."""
    return figure_of(singles(rated, once(rated))[0], rated) if _enough(rated) else figure_of(np.nan, rated)


def of_their_mean(rated: Ratings) -> Figure:
    """ICC(2,k): the same of the mean of so many raters as there are."""
    return figure_of(means(rated, once(rated))[0], rated) if _enough(rated) else figure_of(np.nan, rated)


def _enough(rated: Ratings) -> bool:
    return len(rated) > 1 and rated.shape[1] > 1


def singles(rated: Ratings, weights: Numbers) -> Numbers:
    """ICC(2,1) for each row of weights, which say how often each rated thing counts; ``nan`` where it has none."""
    rows, raters, rest, things = _mean_squares(rated, weights)
    count = rated.shape[1]
    with np.errstate(invalid="ignore", divide="ignore"):
        whole = rows + (count - 1) * rest + count * (raters - rest) / things
        return np.where(whole > _NOTHING, (rows - rest) / whole, np.nan)


def means(rated: Ratings, weights: Numbers) -> Numbers:
    """ICC(2,k) for each row of weights."""
    rows, raters, rest, things = _mean_squares(rated, weights)
    with np.errstate(invalid="ignore", divide="ignore"):
        whole = rows + (raters - rest) / things
        return np.where(whole > _NOTHING, (rows - rest) / whole, np.nan)


def _mean_squares(rated: Ratings, weights: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Mean squares between things, between raters and of the rest, and how many things there are, for each row of weights."""
    count = rated.shape[1]
    things = weights.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        of_thing = rated.mean(axis=1)
        of_rater = weights @ rated / things[:, None]
        grand = of_rater.mean(axis=1)
        between = count * (weights @ of_thing**2 - things * grand**2)
        raters = things * ((of_rater - grand[:, None]) ** 2).sum(axis=1)
        whole = weights @ (rated.astype(float) ** 2).sum(axis=1) - things * count * grand**2
        rest = whole - between - raters
        free = things - 1
        return between / free, raters / (count - 1), rest / (free * (count - 1)), things
