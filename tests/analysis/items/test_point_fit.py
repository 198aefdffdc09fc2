"""Two hundred decision points whose ease and slope are known, come to by people of whom more and more is known."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from simulator.analysis.choice_evidence import SKILLS, chances_with_lapses
from simulator.analysis.items.choices import Choices
from simulator.analysis.items.item_analysis import FEWEST, Flag, PointFigures, item_analysis
from simulator.analysis.items.point_fit import EASE_SD, SLOPE_SD, bin_of
from simulator.analysis.items.rest_score import Rest, known
from simulator.analysis.skill import PRIOR_SD, finely
from tests.analysis.trainees import HALFWAY

POINTS, PEOPLE, CHOICES = 200, 60, 8
"""Points that are simulated, people who come to each, and choices in each of their other conversations."""

SLOPE = 0.8
"""How much more a step of skill is in the learner's log-odds of a better answer at these points; at skill 0 they are even."""


def choices(
    ease: NDArray[np.float64], slope: NDArray[np.float64], sessions: int, people: int = PEOPLE, dice: int = 3
) -> Choices[int, str]:
    """People of known skill at points of known ease and slope; each has played so many conversations elsewhere."""
    chance = np.random.default_rng(dice)
    points = len(ease)
    skill = chance.normal(0, PRIOR_SD, (points, people))
    rest = [_elsewhere(one, sessions, chance) for one in skill.ravel()]
    better = chance.random((points, people)) < 1 / (1 + np.exp(-(ease[:, None] + slope[:, None] * skill)))
    rows = points * people
    taken = better.ravel()
    point = np.arange(points, dtype=np.int32)
    return Choices(
        tuple(range(points)),
        ("better", "other"),
        np.full(points, people, dtype=np.int64),
        np.tile(1 / (1 + np.exp(-SLOPE * SKILLS)), (points, 1)),
        (np.repeat(2 * point, people) + np.where(taken, 0, 1)).astype(np.int32),
        np.array([bin_of(one) for one in rest], dtype=np.int16),
        np.ones(rows, dtype=np.bool_),
        taken,
        np.repeat(point, 2),
        np.tile(np.array([0, 1], dtype=np.int32), points),
        point,
        np.full(2 * points, people / 2),
        np.tile([0.0, 10.0 * people], points),
    )


@cache
def _likelihoods() -> NDArray[np.float64]:
    """How likely the better and the worse of two answers, 15 points apart, are at every skill."""
    worths = np.array([[15.0, 0.0]])
    chances = np.array([chances_with_lapses(worths, HALFWAY * np.exp(skill))[0] for skill in SKILLS])
    return np.asarray(np.log(chances).T)


def _elsewhere(skill: float, sessions: int, chance: np.random.Generator) -> Rest:
    told = _likelihoods()
    good = int(chance.binomial(sessions * CHOICES, np.exp(np.interp(skill, SKILLS, told[0]))))
    return known(finely(good * told[0] + (sessions * CHOICES - good) * told[1]))


@cache
def recovered(sessions: int) -> tuple[tuple[float, float, PointFigures], ...]:
    """Points drawn from what is assumed of points, and what is said of each."""
    dice = np.random.default_rng(2026)
    ease = dice.normal(0, EASE_SD, POINTS)
    slope = dice.normal(SLOPE, SLOPE_SD, POINTS)
    found = item_analysis(choices(ease, slope, sessions))
    return tuple(zip(ease.tolist(), slope.tolist(), found, strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("sessions", [1, 3, 10])
def test_intervals_hold_what_is_true_of_nearly_all_points(sessions: int) -> None:
    held = {"ease": 0, "slope": 0}
    for ease, slope, found in recovered(sessions):
        assert found.fit is not None
        held["ease"] += not found.fit.ease.leaves_out(ease)
        held["slope"] += not found.fit.slope.leaves_out(slope - SLOPE)
    print(sessions, {name: f"{count / POINTS:.1%}" for name, count in held.items()})
    assert all(0.9 <= count / POINTS <= 0.995 for count in held.values())


@pytest.mark.slow
def test_the_more_is_known_of_people_the_more_is_known_of_points() -> None:
    errors = []
    for sessions in (1, 10):
        each = [
            (slope - SLOPE, found.fit.slope.mean) for _, slope, found in recovered(sessions) if found.fit is not None
        ]
        errors.append(float(np.sqrt(np.mean([(true - told) ** 2 for true, told in each]))))
    assert errors[1] < errors[0] < SLOPE_SD


def test_a_point_that_goes_the_other_way_round_is_marked_and_one_like_the_learner_is_not() -> None:
    ease, slope = np.array([0, 0, -2.5, 2.5]), np.array([SLOPE, -1.5, SLOPE, SLOPE])
    usual, backwards, hard, easy = item_analysis(choices(ease, slope, sessions=10, people=200))
    assert usual.flags == ()
    assert usual.fit is not None
    assert usual.fit.gain.low > 0
    assert Flag.BACKWARDS in backwards.flags
    assert hard.flags == (Flag.HARDER,)
    assert easy.flags == (Flag.EASIER,)
    taken = {answer.item: answer for answer in backwards.answers}
    assert Flag.DRAWS_SKILLED in taken[1].flags
    assert taken[1].skill is not None
    assert taken[1].skill.low > 0
    assert not any(answer.flags for answer in usual.answers)


def test_below_twenty_people_nothing_is_said_but_how_many_came() -> None:
    ones = np.ones(1)
    (few,) = item_analysis(choices(ones, ones, sessions=1, people=FEWEST - 1))
    assert (few.came, few.fit, few.answers, few.flags) == (FEWEST - 1, None, (), ())
    assert few.too_few
    (enough,) = item_analysis(choices(ones, ones, sessions=1, people=FEWEST))
    assert enough.fit is not None
    assert not enough.too_few
    assert len(enough.answers) == 2


def test_where_little_was_chosen_it_stays_near_the_learner() -> None:
    ones = np.full(1, 4.0)
    (few,) = item_analysis(choices(ones, np.zeros(1), sessions=1, people=FEWEST))
    assert few.fit is not None
    assert few.better == FEWEST
    assert 0 < few.fit.ease.mean < 4
    (answer, _) = few.answers
    assert answer.taken / answer.offered == 1
    assert 0.5 < answer.share.mean < 1
