"""Weighted kappa: agreement beyond chance on categories in an order, for two raters or more.

Cohen, J. (1968). Weighted kappa. Psychological Bulletin, 70, 213-220. For more than two raters the disagreement that was seen
and the one to be expected are each averaged over all pairs (Conger, A. J. (1980). Psychological Bulletin, 88, 322-328).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from simulator.alliance.codes import Code
from simulator.analysis.agreement.figures import Figure, Numbers, Ratings, figure_of, once

_LEAST_EXPECTED = 1e-12


class Weights(Code):
    """How much two categories disagree by: by how far they are apart, or by its square."""

    LINEAR = "linear"
    QUADRATIC = "quadratic"


def disagreement(categories: int, weights: Weights) -> Numbers:
    """How much every two categories disagree."""
    apart = np.abs(np.subtract.outer(np.arange(categories), np.arange(categories))).astype(float)
    return apart if weights is Weights.LINEAR else apart**2


def weighted_kappa(rated: Ratings, apart: Numbers, pairs: Sequence[tuple[int, int]] | None = None) -> Figure:
    """Weighted kappa over all pairs of raters, or only these; ``apart`` tells how much every two categories disagree."""
    if not rated.size or rated.shape[1] < 2:
        return figure_of(np.nan, rated)
    return figure_of(kappas(rated, apart, once(rated), pairs)[0], rated)


def kappas(rated: Ratings, apart: Numbers, weights: Numbers, pairs: Sequence[tuple[int, int]] | None = None) -> Numbers:
    """Weighted kappa for each row of weights, which say how often each rated thing counts; ``nan`` where it has none."""
    seen, expected = np.zeros(len(weights)), np.zeros(len(weights))
    for one, other in pairs or tuple(combinations(range(rated.shape[1]), 2)):
        table = _tables(rated[:, one], rated[:, other], len(apart), weights)
        seen += (table * apart).sum(axis=(1, 2))
        expected += np.einsum("bi,ij,bj->b", table.sum(axis=2), apart, table.sum(axis=1))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(expected > _LEAST_EXPECTED, 1 - seen / expected, np.nan)


def _tables(one: Ratings, other: Ratings, categories: int, weights: Numbers) -> Numbers:
    """For each row of weights, the share of every pair of categories."""
    cells = np.zeros((len(one), categories * categories))
    cells[np.arange(len(one)), (one - 1) * categories + other - 1] = 1
    whole = weights.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        tables: Numbers = (weights @ cells / whole).reshape(len(weights), categories, categories)
    return tables
