"""Two numbers are different only where the interval of their difference leaves out none."""

from __future__ import annotations

import pytest

from simulator.analysis.shipped_curves import SHIPPED_CURVES, shipped_shelf
from simulator.analysis.skill import SkillEstimate
from simulator.analysis.skill_difference import Interval, difference, mean_of
from simulator.analysis.skill_points import skill_points
from tests.analysis.shipped_curves import curve_of, rounded


def test_the_distances_from_the_ends_add_up_as_squares_do() -> None:
    found = difference(Interval(60, 57, 64), Interval(50, 46, 53))
    assert found.points == 10
    assert found.low == pytest.approx(10 - 18**0.5)
    assert found.high == pytest.approx(10 + 32**0.5)
    assert not found.is_none
    assert difference(Interval(60, 52, 64), Interval(50, 46, 58)).is_none


def test_a_mean_of_many_is_surer_than_each() -> None:
    found = mean_of([Interval(40, 30, 50), Interval(60, 50, 70)] * 2)
    assert (found.points, found.low, found.high) == (50, 45, 55)
    with pytest.raises(ValueError, match="no mean"):
        mean_of([])


def test_the_shelf_runs_from_choosing_blindly_to_the_best() -> None:
    told = [skill_points(SkillEstimate(skill, skill - 0.5, skill + 0.5), shipped_shelf()) for skill in (-4.5, 0, 4.5)]
    assert [one.points for one in told] == [pytest.approx(at, abs=4) for at in (0, 50, 97)]


@pytest.mark.slow
def test_the_figures_of_the_shelf_still_hold() -> None:
    name = "push-me"
    blind, best, values = rounded(curve_of(name))
    assert (blind, best) == SHIPPED_CURVES[name][:2]
    assert values == pytest.approx(SHIPPED_CURVES[name][2], abs=0.5), "python -m tests.analysis.shipped_curves"
