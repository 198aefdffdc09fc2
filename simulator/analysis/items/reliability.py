"""How far estimates of several people, each with its own uncertainty, tell these people apart.

The share of the variance of what is estimated that is not that of the estimates (Bock, R. D., & Mislevy, R. J. (1982), Applied
Psychological Measurement, 6, 431-444), brought down to one conversation by the formula of Spearman and Brown.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from simulator.analysis.agreement.figures import Numbers


def of_estimates(known: Sequence[tuple[float, float]], counts: Sequence[int], weights: Numbers) -> Numbers:
    """What one conversation tells, for each row of weights, which say how often each person counts; ``nan`` where all are alike.

    ``known`` are estimates with their variances, ``counts`` from how many conversations each is.
    """
    means, variances = (np.array(some) for some in zip(*known, strict=True))
    people = weights.sum(axis=1)
    middle = weights @ means / people
    between = np.maximum(weights @ means**2 - people * middle**2, 0.0) / (people - 1)
    unsure, usual = weights @ variances / people, weights @ np.array(counts, dtype=float) / people
    with np.errstate(invalid="ignore", divide="ignore"):
        together = between / (between + unsure)
        found: Numbers = together / (usual - (usual - 1) * together)
    return found
