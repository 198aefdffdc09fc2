"""What other people’s programs make of the same ratings: ``python -m tests.analysis.agreement.oracles`` prints the values.

Takes the packages of the extra ``oracles``. The printed values stand in ``test_oracles.py``, so that agreement with them is held
at every change, also where the packages are not installed.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from random import Random
from typing import Any, Final, TypeAlias

import numpy as np

from simulator.analysis.agreement.figures import Ratings

Found: TypeAlias = Mapping[str, float]

SHAPES: Final = ((6, 2), (24, 2), (40, 3), (75, 4))
"""How many things, how many raters."""


def rated(things: int, raters: int) -> Ratings:
    """Ratings from 1 to 5 of raters who agree by halves, the later ones kinder: the same on every computer."""
    drawing = Random(f"{things}/{raters}")

    def one(true: int, rater: int) -> int:
        return min(5, max(1, true + drawing.choice((-1, 0, 0, 1)) + (rater == raters - 1 and drawing.random() < 0.4)))

    truths = [drawing.randint(1, 5) for _ in range(things)]
    return np.array([[one(true, rater) for rater in range(raters)] for true in truths])


def by_oracles(found: Ratings) -> Found:
    """Weighted kappa of the first two by scikit-learn and statsmodels, ICC(1,1), ICC(2,1) and ICC(2,k) of all by pingouin."""
    pandas: Any = __import__("pandas")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pingouin import intraclass_corr
        from sklearn.metrics import cohen_kappa_score
        from statsmodels.stats.inter_rater import cohens_kappa
    one, other = found[:, 0], found[:, 1]
    table = np.zeros((5, 5))
    np.add.at(table, (one - 1, other - 1), 1)
    rows = [(thing, rater, int(value)) for (thing, rater), value in np.ndenumerate(found)]
    frame = pandas.DataFrame(rows, columns=["thing", "rater", "value"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        classes: Any = intraclass_corr(frame, "thing", "rater", "value").set_index("Type")["ICC"]
    single, two, mean = (classes.iloc[number] for number in (0, 1, 4))
    return {
        "linear by scikit-learn": float(cohen_kappa_score(one, other, labels=[1, 2, 3, 4, 5], weights="linear")),
        "quadratic by scikit-learn": float(cohen_kappa_score(one, other, labels=[1, 2, 3, 4, 5], weights="quadratic")),
        "linear by statsmodels": float(cohens_kappa(table, wt="linear").kappa),
        "quadratic by statsmodels": float(cohens_kappa(table, wt="quadratic").kappa),
        "ICC(1,1)": float(single),
        "ICC(2,1)": float(two),
        "ICC(2,k)": float(mean),
    }


if __name__ == "__main__":
    for shape in SHAPES:
        print(f"    {shape}: {dict(by_oracles(rated(*shape)))!r},")
