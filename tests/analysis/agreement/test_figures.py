"""Published tables to the printed digits, sums done by hand, and an answer for ratings that say nothing."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from simulator.analysis.agreement.figures import Figure, NoFigure, Ratings, without_gaps
from simulator.analysis.agreement.intraclass import of_one_rater, of_their_mean
from simulator.analysis.agreement.kappa import Weights, disagreement, weighted_kappa
from simulator.analysis.agreement.projection import needed, of_one_conversation, projected
from tests.analysis.agreement.oracles import rated

SHROUT_FLEISS = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]])
"""Shrout and Fleiss (1979), Table 2: four ratings of six targets."""

COHEN = ((88, 14, 18), (10, 40, 10), (2, 6, 12))
"""Cohen (1968), Table 1: 200 cases in three kinds of diagnosis."""
COHEN_APART = np.array([[0.0, 1, 3], [1, 0, 6], [3, 6, 0]])

SKIN = ((10, 4, 1, 0), (5, 10, 12, 2), (2, 4, 12, 5), (0, 2, 6, 13))
"""The skin condition study of the SAS/STAT User’s Guide (The FREQ Procedure, Agreement Study)."""


def spread(table: tuple[tuple[int, ...], ...]) -> Ratings:
    """A row for each thing that a table of counts counts."""
    cells = [(one, other) for (one, other), count in np.ndenumerate(np.array(table)) for _ in range(count)]
    return np.array(cells) + 1


def value(found: Figure) -> float:
    assert found.value is not None
    return found.value


def test_intraclass_correlations_of_shrout_and_fleiss() -> None:
    assert round(value(of_one_conversation(SHROUT_FLEISS.tolist())), 2) == 0.17
    assert round(value(of_one_rater(SHROUT_FLEISS)), 2) == 0.29
    assert round(value(of_their_mean(SHROUT_FLEISS)), 2) == 0.62


def test_kappas_of_cohen_and_of_the_skin_condition_study() -> None:
    assert round(value(weighted_kappa(spread(COHEN), 1 - np.eye(3))), 3) == 0.492
    assert round(value(weighted_kappa(spread(COHEN), COHEN_APART)), 3) == 0.348
    assert round(value(weighted_kappa(spread(SKIN), 1 - np.eye(4))), 4) == 0.3449
    assert round(value(weighted_kappa(spread(SKIN), disagreement(4, Weights.LINEAR))), 4) == 0.5082


@pytest.mark.parametrize("weights", Weights)
def test_kappa_of_several_raters_is_one_less_what_they_part_by_of_what_chance_would(weights: Weights) -> None:
    found = rated(40, 4)
    power = 1 if weights is Weights.LINEAR else 2
    seen = expected = 0.0
    for one, other in combinations(range(4), 2):
        seen += sum(abs(int(row[one]) - int(row[other])) ** power for row in found) / 40
        expected += sum(abs(int(a) - int(b)) ** power for a in found[:, one] for b in found[:, other]) / 1600
    assert value(weighted_kappa(found, disagreement(5, weights))) == pytest.approx(1 - seen / expected, abs=1e-12)


def test_quadratic_kappa_is_the_concordance_of_the_two() -> None:
    one, other = rated(60, 2).T.astype(float)
    both = 2 * np.cov(one, other, bias=True)[0, 1] / (one.var() + other.var() + (one.mean() - other.mean()) ** 2)
    found = weighted_kappa(rated(60, 2), disagreement(5, Weights.QUADRATIC))
    assert value(found) == pytest.approx(both, abs=1e-12)


@pytest.mark.parametrize(
    ("ratings", "why"),
    [
        (np.zeros((0, 2), dtype=np.int64), NoFigure.NOTHING_RATED),
        (np.array([[1], [2], [3]]), NoFigure.ONE_RATER),
        (np.array([[1, 2]]), NoFigure.ONE_THING),
        (np.full((20, 3), 4), NoFigure.ONE_CATEGORY),
    ],
)
def test_ratings_that_say_nothing_have_an_answer(ratings: Ratings, why: NoFigure) -> None:
    for weights in Weights:
        assert weighted_kappa(ratings, disagreement(5, weights)) == Figure(None, why)
    assert of_one_rater(ratings) == of_their_mean(ratings) == Figure(None, why)


def test_a_gap_leaves_its_row_out_and_says_which() -> None:
    found, whole = without_gaps(np.array([[1.0, 2], [np.nan, 3], [4, 4]]))
    assert found.tolist() == [[1, 2], [4, 4]]
    assert whole.tolist() == [True, False, True]


def test_complete_agreement_and_its_opposite() -> None:
    same = np.array([[one, one] for one in (1, 2, 3, 4, 5)])
    turned = np.array([[one, 6 - one] for one in (1, 2, 3, 4, 5)])
    for weights in Weights:
        assert value(weighted_kappa(same, disagreement(5, weights))) == 1
        assert value(weighted_kappa(turned, disagreement(5, weights))) < 0
    assert value(of_one_rater(same)) == pytest.approx(1)
    assert value(of_one_rater(turned)) < 0


def test_a_mean_of_more_is_as_reliable_as_spearman_and_brown_say() -> None:
    assert projected(0.25, 3) == pytest.approx(0.5)
    assert projected(0.5, 4) == pytest.approx(0.8)
    assert needed(0.5, 0.8) == 4
    assert needed(0.49, 0.8) == 5
    assert needed(0.9, 0.8) == 1
    assert needed(0, 0.8) is None
    assert needed(-0.2, 0.8) is None
    for one in (0.05, 0.24, 0.4, 0.7):
        count = needed(one, 0.8)
        assert count is not None
        assert projected(one, count) >= 0.8 > projected(one, count - 1)


def test_people_with_more_conversations_weigh_more_in_how_far_one_tells_of_another() -> None:
    by_person = [[1, 2], [4, 5, 5], [3, 3, 2, 4], [2]]
    values = [value for person in by_person for value in person]
    grand = sum(values) / len(values)
    means = [sum(person) / len(person) for person in by_person]
    between = sum(len(p) * (m - grand) ** 2 for p, m in zip(by_person, means, strict=True)) / 3
    within = sum((v - m) ** 2 for p, m in zip(by_person, means, strict=True) for v in p) / (10 - 4)
    size = (10 - (4 + 9 + 16 + 1) / 10) / 3
    expected = (between - within) / (between + (size - 1) * within)
    assert value(of_one_conversation(by_person)) == pytest.approx(expected, abs=1e-12)
    assert of_one_conversation([]) == Figure(None, NoFigure.NOTHING_RATED)
    assert of_one_conversation([[1], [2], [3]]) == Figure(None, NoFigure.ONE_THING)
    assert of_one_conversation([[3, 3], [3, 3]]) == Figure(None, NoFigure.ONE_CATEGORY)
