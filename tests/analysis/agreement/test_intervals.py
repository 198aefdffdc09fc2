"""Intervals hold what they promise, know that conversations of one person and of one course resemble each other, and repeat."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.analysis.agreement.figures import Numbers, Ratings
from simulator.analysis.agreement.intervals import FEWEST, Draws
from simulator.analysis.agreement.intraclass import of_one_rater, singles
from tests.analysis.agreement.oracles import rated


def of(found: Ratings, people: list[int], transcripts: list[int], draws: int = 400) -> tuple[float, float] | None:
    estimate = of_one_rater(found).value
    assert estimate is not None
    return Draws(people, transcripts, draws=draws).interval(lambda weights: singles(found, weights), estimate)


def test_the_same_ratings_give_the_same_interval_with_the_number_in_it() -> None:
    found = rated(40, 3)
    first = of(found, list(range(40)), list(range(40)))
    assert first is not None
    assert first == of(found, list(range(40)), list(range(40)))
    estimate = of_one_rater(found).value
    assert estimate is not None
    assert first[0] < estimate < first[1] <= 1


def test_a_weight_of_two_is_the_same_thing_twice() -> None:
    found = rated(24, 2)
    times = np.arange(24) % 3
    assert singles(found, times[None, :].astype(float))[0] == pytest.approx(
        of_one_rater(found.repeat(times, axis=0)).value
    )


def test_forty_conversations_of_ten_people_are_not_forty_people() -> None:
    found = np.tile(rated(10, 2), (4, 1))
    each_alone = of(found, list(range(40)), list(range(40)))
    same_person = of(found, [at % 10 for at in range(40)], list(range(40)))
    same_course = of(found, list(range(40)), [at % 10 for at in range(40)])
    assert each_alone is not None
    assert same_person is not None
    assert same_course is not None
    width = each_alone[1] - each_alone[0]
    assert same_person[1] - same_person[0] > 1.4 * width
    assert same_course[1] - same_course[0] > 1.4 * width


def test_too_few_people_or_courses_or_complete_agreement_have_no_interval() -> None:
    found = rated(40, 2)
    few = [at % (FEWEST - 1) for at in range(40)]
    assert of(found, few, list(range(40))) is None
    assert of(found, list(range(40)), few) is None
    same = np.repeat(found[:, :1], 2, axis=1)
    assert of(same, list(range(40)), list(range(40))) is None


def test_draws_without_a_number_leave_no_interval() -> None:
    def nothing(weights: Numbers) -> Numbers:
        return np.full(len(weights), np.nan)

    assert Draws(list(range(20)), list(range(20)), draws=50).interval(nothing, 0.5) is None


def _crossed(
    drawing: np.random.Generator, people: int, each: int, courses: int
) -> tuple[Ratings, list[int], list[int]]:
    """Ratings by two of conversations that resemble each other by person and by course, the raters’ quarrels too."""
    of_person, of_course = np.repeat(np.arange(people), each), drawing.integers(0, courses, people * each)
    true = 3 + drawing.normal(0, 0.7, people)[of_person] + drawing.normal(0, 0.7, courses)[of_course]
    quarrel = drawing.normal(0, 0.4, (courses, 2))[of_course]
    rated = true[:, None] + quarrel + drawing.normal(0, 0.6, (len(true), 2))
    return np.clip(np.rint(rated), 1, 5).astype(np.int64), of_person.tolist(), of_course.tolist()


@pytest.mark.slow
def test_of_200_samples_some_190_have_the_true_number_in_their_interval() -> None:
    drawing = np.random.default_rng(5)
    true = of_one_rater(_crossed(drawing, 30_000, 1, 30_000)[0]).value
    assert true is not None
    found = [of(*_crossed(drawing, 24, 3, 40), draws=200) for _ in range(200)]
    assert 0.90 <= np.mean([one is not None and one[0] <= true <= one[1] for one in found]) <= 0.99
