"""Which learner comes how far: the least sensitive one, also where more sensitivity is not always better."""

from __future__ import annotations

from collections.abc import Callable
from math import exp, log

import pytest

from simulator.analysis.learner import MOST_SENSITIVE
from simulator.analysis.learner_levels import HALFWAY, STRONG, TOLERANCE, WEAK, sensitivity_at


class Counted:
    """A course of expected values, and how often it was asked."""

    def __init__(self, course: Callable[[float], float]) -> None:
        self.course = course
        self.asked: list[float] = []

    def __call__(self, sensitivity: float) -> float:
        self.asked.append(sensitivity)
        return self.course(sensitivity)


def rising(sensitivity: float) -> float:
    """From 20 to 90, half-way where the sensitivity is .07 x ln 2."""
    return 90 - 70 * exp(-sensitivity / 0.07)


@pytest.mark.parametrize(("share", "left"), [(WEAK, 3 / 4), (HALFWAY, 1 / 2), (STRONG, 1 / 4)])
def test_a_level_is_found_in_few_looks(share: float, left: float) -> None:
    course = Counted(rising)
    found = sensitivity_at(course, 90, share)
    assert rising(found) == pytest.approx(20 + share * 70, abs=TOLERANCE)
    assert found == pytest.approx(-0.07 * log(left), rel=0.01)
    assert course.asked[-1] == found
    assert len(course.asked) <= 9


@pytest.mark.parametrize("scale", [0.0005, 0.02, 0.3, 2])
def test_a_level_is_found_however_much_it_takes(scale: float) -> None:
    def course(sensitivity: float) -> float:
        return 90 - 70 * exp(-((sensitivity / scale) ** 3))

    asked = Counted(course)
    assert course(sensitivity_at(asked, 90, HALFWAY)) == pytest.approx(55, abs=TOLERANCE)
    assert len(asked.asked) <= 25


def test_where_it_falls_on_the_way_the_first_crossing_counts() -> None:
    def there_and_back(sensitivity: float) -> float:
        """Rises to 70 at .1, falls to 30 at .4, and rises for good."""
        return (
            20 + 500 * sensitivity if sensitivity < 0.1 else max(70 - 133 * (sensitivity - 0.1), 90 - 24 / sensitivity)
        )

    assert there_and_back(0.4) < 55 < there_and_back(0.1)
    assert sensitivity_at(there_and_back, 90, HALFWAY) == pytest.approx(0.07, abs=0.001)


def test_where_careless_play_is_the_best_there_is_nothing_to_look_for() -> None:
    course = Counted(lambda _sensitivity: 60.0)
    assert sensitivity_at(course, 60, HALFWAY) == 0
    assert course.asked == [0]


def test_what_nobody_reaches_is_left_at_the_end_of_the_scale() -> None:
    assert sensitivity_at(lambda _sensitivity: 20.0, 90, HALFWAY) >= MOST_SENSITIVE
