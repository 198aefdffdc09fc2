"""When a skill may be told, in which points, and whether it explains what was chosen."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.analysis.choice_evidence import SKILLS, SkillCurve
from simulator.analysis.choice_fit import OFF, choice_fit
from simulator.analysis.skill import SkillEstimate
from simulator.analysis.skill_grounds import CHOICES, MEETINGS, PATIENTS, SkillGrounds, grounds_of
from simulator.analysis.skill_points import skill_points
from simulator.messages.sentences.skill import CHOICES_NEEDED, MEETINGS_NEEDED, PATIENTS_NEEDED
from tests.analysis.trainees import made_up

MATTERS, HARDLY_MATTERS = ((50.0, 47.0), 0), ((50.0, 47.1), 0)


def curve(blind: float = 20, best: float = 80) -> SkillCurve:
    """A scenario in which skill is worth more and more, half of it at 0."""
    return SkillCurve(blind + (best - blind) / (1 + np.exp(-2 * SKILLS)), blind, best)


# Whether it may be told.


def test_three_meetings_with_two_patients_and_thirty_choices_that_matter_are_enough() -> None:
    played = [made_up([MATTERS] * 10, patient=name) for name in ("kim", "kim", "lou")]
    assert grounds_of(played) == SkillGrounds(3, 2, 30)
    assert grounds_of(played).missing == ()


def test_choices_that_hardly_matter_and_conversations_without_any_do_not_count() -> None:
    played = [made_up([MATTERS] * 9 + [HARDLY_MATTERS] * 5), made_up([], patient="lou")]
    assert grounds_of(played) == SkillGrounds(1, 1, 9)


@pytest.mark.parametrize(
    ("grounds", "sentence"),
    [
        (SkillGrounds(MEETINGS - 1, PATIENTS, CHOICES), MEETINGS_NEEDED),
        (SkillGrounds(MEETINGS, PATIENTS - 1, CHOICES), PATIENTS_NEEDED),
        (SkillGrounds(MEETINGS, PATIENTS, CHOICES - 1), CHOICES_NEEDED),
    ],
)
def test_whatever_is_missing_is_told(grounds: SkillGrounds, sentence: object) -> None:
    assert [message.sentence for message in grounds.missing] == [sentence]


def test_it_is_told_how_far_somebody_has_come() -> None:
    words = [str(message) for message in grounds_of([made_up([MATTERS] * 10)]).missing]
    assert [line.rpartition(". ")[2] for line in words] == ["So far: 1.", "So far: 1.", "So far: 10."]
    assert all(str(needed) in line for needed, line in zip((3, 2, 30), words, strict=True))


# Points.


def test_half_way_is_fifty_points_on_every_shelf_of_such_scenarios() -> None:
    told = skill_points(SkillEstimate(0, -0.5, 0.5), [curve(), curve(0, 90)])
    assert (told.points, told.low, told.high, told.at_least) == (50, 27, 73, False)
    assert str(told.message) == "About 50 of 100, most likely between 27 and 73."


def test_points_are_the_mean_over_the_shelf_and_not_of_repair_values() -> None:
    flat = SkillCurve(np.where(SKILLS < 4, 10.0, 100.0), 10, 100)
    assert skill_points(SkillEstimate(0, -0.5, 0.5), [curve(), flat]).points == 25


@pytest.mark.parametrize("high", [2.6, 5.0], ids=["within a point", "the end of the grid"])
def test_where_more_skill_would_hardly_reach_more_only_the_lower_end_is_told(high: float) -> None:
    told = skill_points(SkillEstimate(1.5, 0.5, high), [curve()])
    assert told.at_least
    assert str(told.message) == "At least 73 of 100."


def test_where_careless_play_pays_the_ends_are_the_least_and_the_most_on_the_way() -> None:
    dip = SkillCurve(np.where(np.abs(SKILLS) < 0.3, 10.0, 50.0) + 5 * (SKILLS > 4), 40, 60)
    told = skill_points(SkillEstimate(0.5, -1, 1), [dip])
    assert (told.low, told.points) == (0, 50)
    assert told.low <= told.points <= told.high


def test_a_scenario_in_which_anything_does_says_nothing_of_skill() -> None:
    anything = SkillCurve(np.full(len(SKILLS), 40.0), 40, 40)
    told = SkillEstimate(0, -0.5, 0.5)
    assert skill_points(told, [curve(), anything]) == skill_points(told, [curve()])
    for shelf in ([], [anything]):
        with pytest.raises(ValueError, match="shelf"):
            skill_points(told, shelf)


# Fit.


def test_choices_that_the_skill_makes_likely_fit_and_their_opposites_do_not() -> None:
    worth = (80.0, 40.0, 10.0)
    likely, opposite = made_up([(worth, 0)] * 10), made_up([(worth, 2)] * 10)
    skilled = 1.5
    fits = [choice_fit([(session, skilled)]) for session in (likely, opposite)]
    assert fits[0] is not None
    assert fits[1] is not None
    assert 0 < fits[0] < 2
    assert fits[1] < OFF
    assert choice_fit([(likely, skilled), (opposite, -5)]) == pytest.approx(0.5, abs=1)


@pytest.mark.parametrize(("place", "less"), [(0, 30.0), (0.25, 30.0), (20, 30.0), (39.75, 49.9), (40, 49.9)])
def test_the_fit_is_the_surplus_of_the_log_likelihood_over_its_deviation(place: float, less: float) -> None:
    worth = (50.0, less)
    session = made_up([(worth, 0), (worth, 1)])
    grid = np.arange(len(SKILLS))
    chances = np.array([np.interp(place, grid, of_one) for of_one in session.chances[0].T])
    expected = float(chances @ np.log(chances))
    deviation = float(np.sqrt(2 * (chances @ np.log(chances) ** 2 - expected**2)))
    skill = float(np.interp(place, grid, SKILLS))
    assert choice_fit([(session, skill)]) == pytest.approx((np.log(chances).sum() - 2 * expected) / deviation)


def test_where_nothing_could_have_been_otherwise_there_is_no_fit() -> None:
    assert choice_fit([(made_up([]), 0.0), (made_up([((40.0,), 0)]), 0.0)]) is None
