"""How often a moment is met and what its answers cost: exact where everything could be tried, sampled and said so where not."""

from __future__ import annotations

from typing import Final

import pytest

from simulator.analysis.budget import Budget
from simulator.analysis.card_visits import card_visits, sampled_visits
from simulator.analysis.learner_play import careless_outcome
from simulator.analysis.solve import Solution, solve
from simulator.scenario.document import Scenario
from simulator.session.script import Script
from tests.scenario.texts import SMALL, read_text


def story() -> Scenario:
    """A story of six turns, in which one moment never comes."""
    never = "  never:\n    copy: silence\n    when: turn > 20\n"
    found = read_text(SMALL.replace("difficulty: 1\n", "difficulty: 2\nturns: 6\n") + never).scenario
    assert found is not None
    return found


STORY: Final = Script(story())


@pytest.fixture(scope="module")
def solution() -> Solution:
    return solve(STORY)


def test_everybody_meets_the_start_and_nobody_what_never_comes(solution: Solution) -> None:
    visits = card_visits(solution)
    assert visits.exact
    assert visits.careless["silence"] >= 1
    assert visits.halfway["silence"] >= 1
    assert visits.careless["never"] == visits.halfway["never"] == 0
    assert visits.halfway["~repaired"] > visits.careless["~repaired"] > 0


def test_the_best_answer_costs_less_than_others(solution: Solution) -> None:
    visits = card_visits(solution)
    of_start = {answer: price for (card, answer), price in visits.prices.items() if card == "silence"}
    assert of_start["own-it"] < of_start["notice"]
    assert min(of_start.values()) >= 0


def test_a_sample_comes_near_to_what_is_exact(solution: Solution) -> None:
    exact = careless_outcome(solution).visits
    sampled = sampled_visits(STORY)
    for card, often in exact.items():
        assert sampled.get(card, 0.0) == pytest.approx(often, abs=0.1)


def test_where_the_budget_ends_early_the_plays_are_sampled() -> None:
    visits = card_visits(solve(STORY, Budget(states=5)))
    assert not visits.exact
    assert not visits.halfway
    assert visits.careless["silence"] >= 1
