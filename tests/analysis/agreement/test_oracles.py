"""The same ratings give what other people’s programs make of them, to nine digits."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from simulator.analysis.agreement.figures import Ratings
from simulator.analysis.agreement.intraclass import of_one_rater, of_their_mean
from simulator.analysis.agreement.kappa import Weights, disagreement, weighted_kappa
from simulator.analysis.agreement.projection import of_one_conversation
from tests.analysis.agreement.oracles import SHAPES, Found, by_oracles, rated

PRINTED: dict[tuple[int, int], Found] = {
    (6, 2): {
        "linear by scikit-learn": 0.36842105263157887,
        "quadratic by scikit-learn": 0.4,
        "linear by statsmodels": 0.36842105263157887,
        "quadratic by statsmodels": 0.3999999999999999,
        "ICC(1,1)": 0.45454545454545436,
        "ICC(2,1)": 0.44444444444444425,
        "ICC(2,k)": 0.6153846153846152,
    },
    (24, 2): {
        "linear by scikit-learn": 0.5961538461538463,
        "quadratic by scikit-learn": 0.7963944856839873,
        "linear by statsmodels": 0.5961538461538461,
        "quadratic by statsmodels": 0.7963944856839873,
        "ICC(1,1)": 0.8006500541711808,
        "ICC(2,1)": 0.8032085561497324,
        "ICC(2,k)": 0.8908659549228943,
    },
    (40, 3): {
        "linear by scikit-learn": 0.524214103653356,
        "quadratic by scikit-learn": 0.7651376146788991,
        "linear by statsmodels": 0.5242141036533561,
        "quadratic by statsmodels": 0.7651376146788991,
        "ICC(1,1)": 0.7782840093540844,
        "ICC(2,1)": 0.7787834902244751,
        "ICC(2,k)": 0.9135050962627407,
    },
    (75, 4): {
        "linear by scikit-learn": 0.6190476190476191,
        "quadratic by scikit-learn": 0.8127567045179995,
        "linear by statsmodels": 0.6190476190476191,
        "quadratic by statsmodels": 0.8127567045179995,
        "ICC(1,1)": 0.8130314604814395,
        "ICC(2,1)": 0.813595885455717,
        "ICC(2,k)": 0.9458251618058023,
    },
}
"""What ``python -m tests.analysis.agreement.oracles`` printed: scikit-learn 1.9.1, statsmodels 0.15.0, pingouin 0.7.0."""


def ours(found: Ratings) -> Found:
    linear, quadratic = (weighted_kappa(found[:, :2], disagreement(5, weights)).value for weights in Weights)
    assert linear is not None
    assert quadratic is not None
    one, two, mean = of_one_conversation(found.tolist()).value, of_one_rater(found).value, of_their_mean(found).value
    assert one is not None
    assert two is not None
    assert mean is not None
    return {
        "linear by scikit-learn": linear,
        "quadratic by scikit-learn": quadratic,
        "linear by statsmodels": linear,
        "quadratic by statsmodels": quadratic,
        "ICC(1,1)": one,
        "ICC(2,1)": two,
        "ICC(2,k)": mean,
    }


@pytest.mark.parametrize("shape", SHAPES)
def test_ours_are_what_the_oracles_printed(shape: tuple[int, int]) -> None:
    assert ours(rated(*shape)) == pytest.approx(PRINTED[shape], abs=1e-9)


@pytest.mark.slow
@pytest.mark.skipif(find_spec("pingouin") is None, reason="the packages of the extra “oracles” are not installed")
def test_the_oracles_still_say_what_they_printed() -> None:
    for shape in SHAPES:
        assert by_oracles(rated(*shape)) == pytest.approx(PRINTED[shape], abs=1e-9)
