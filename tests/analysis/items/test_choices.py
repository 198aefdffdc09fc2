"""The columns of choices, and what is said of people who choose as the learner does."""

from __future__ import annotations

import random
from functools import cache

import numpy as np
import pytest

from simulator.analysis.choice_evidence import evidence_of
from simulator.analysis.items.choices import Choices, Meeting, choices_of
from simulator.analysis.items.item_analysis import item_analysis
from simulator.analysis.items.rest_score import Rest, rest_scores
from simulator.analysis.skill import PRIOR_SD, estimate
from simulator.analysis.solve import Solution
from simulator.session.transcript import Transcript
from tests.analysis.playing import solved
from tests.analysis.trainees import Trainee, made_up


def meeting(points: list[str], taken: list[int]) -> Meeting[str, str]:
    """A meeting of choices between an answer worth 20 (column 1) and one worth nothing, silence among them."""
    evidence = made_up([((0, 20, 0), column) for column in taken])
    return Meeting("here", evidence, points, [["silent", "good", "bad"]] * len(points), Rest(0, 1))


def test_only_the_first_time_at_a_point_counts_in_a_meeting() -> None:
    found = choices_of([meeting(["a", "b", "a"], [1, 2, 2]), meeting(["a"], [2])])
    assert found.points == ("a", "b")
    assert found.meetings.tolist() == [2, 2]
    assert found.point[found.offer[found.answer]].tolist() == [0, 1, 0]
    assert found.better.tolist() == [True, False, False]
    assert found.tells.all()
    assert [found.items[item] for item in found.item[found.answer]] == ["good", "bad", "bad"]
    answers = zip(found.offer.tolist(), found.item.tolist(), found.price.tolist(), strict=True)
    assert list(answers) == [(0, 0, 40), (0, 1, 0), (0, 2, 40), (1, 0, 20), (1, 1, 0), (1, 2, 20)]
    assert found.expects.sum() == pytest.approx(3), "the learner takes one answer each time"


def test_reach_is_told_of_all_meetings_and_everything_else_of_those_who_came() -> None:
    met = [meeting(["start", "there"] if number % 2 else ["start"], [1, 1][: 1 + number % 2]) for number in range(60)]
    start, there = item_analysis(choices_of(met))
    assert (start.came, start.meetings) == (60, 60)
    assert (there.came, there.meetings) == (30, 60)
    assert there.reach.low < 0.5 < there.reach.high
    assert {answer.offered for answer in there.answers} == {30}


def test_the_skill_elsewhere_leaves_out_what_is_looked_at() -> None:
    good, bad = made_up([((0, 20), 1)] * 12), made_up([((0, 20), 0)] * 12)
    without_good, without_bad = rest_scores([good, bad])
    assert without_good.mean == pytest.approx(estimate([bad]).mean)
    assert without_bad.mean == pytest.approx(estimate([good]).mean)
    (alone,) = rest_scores([good])
    assert alone.mean == pytest.approx(0, abs=1e-6)
    assert alone.spread == pytest.approx(PRIOR_SD, abs=0.02)


@cache
def _played(count: int) -> Choices[str, str]:
    """Learners of every skill in a small scenario, each of whose skill is known."""
    solution: Solution = solved(9)
    dice = random.Random(4)
    skills = [dice.gauss(0, PRIOR_SD) for _ in range(count)]
    plays = [Trainee(solution, skill, dice, 0.05).play() for skill in skills]
    evidence = evidence_of(solution, plays).sessions
    return choices_of(
        Meeting(
            "here",
            one,
            _points(play),
            [_items(exchange.moment.id, solution) for exchange in play.exchanges],
            Rest(skill, 0),
        )
        for one, play, skill in zip(evidence, plays, skills, strict=True)
    )


def _points(play: Transcript) -> list[str]:
    return [exchange.moment.id for exchange in play.exchanges]


def _items(moment: str, solution: Solution) -> list[str]:
    return [f"{moment}/{column}" for column in range(solution.options.columns)]


@pytest.mark.slow
def test_of_people_who_choose_as_the_learner_does_the_learner_is_hardly_ever_left_out() -> None:
    found = [one for one in item_analysis(_played(800)) if one.fit is not None]
    assert len(found) >= 3
    for one in found:
        assert one.fit is not None
        assert one.flags == ()
        assert abs(one.fit.learner_share - one.fit.share.mean) < 0.15
    answers = [answer for one in found for answer in one.answers]
    assert np.mean([not answer.share.leaves_out(answer.expects) for answer in answers]) > 0.85
