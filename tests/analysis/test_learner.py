"""The learner: what every place is worth to somebody who chooses well only so often, against the plain recursion."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.analysis.budget import Budget
from simulator.analysis.learner import MOST_SENSITIVE, worths
from simulator.analysis.learner_levels import HALFWAY, STRONG, TOLERANCE, WEAK, Learners
from simulator.analysis.solve import Solution, solve
from simulator.analysis.value import value_of
from simulator.session.place import Place
from simulator.session.script import Script
from tests.analysis.generating import VARIED
from tests.analysis.oracle import choices, learned, truths
from tests.analysis.playing import solved
from tests.analysis.stories import DRIFT, early_exit, moment, says, story
from tests.quick_and_slow import quick_and_slow

FEW_OR_MANY = pytest.mark.parametrize("seeds", quick_and_slow([VARIED], [range(0, 320, 8)]))
HALF_A_HUNDREDTH = 0.005 + 1e-9


def at(place: Place, solution: Solution) -> tuple[int, int]:
    found = solution.row(place)
    assert found is not None
    return found


@FEW_OR_MANY
@pytest.mark.parametrize("sensitivity", [0, 0.03, 0.3, 5])
def test_every_place_is_worth_what_the_plain_recursion_says(sensitivity: float, seeds: Iterable[int]) -> None:
    for seed in seeds:
        solution = solved(seed)
        script = solution.script
        found = worths(solution, sensitivity)
        for place, worth in learned(script, sensitivity).items():
            turn, state = at(place, solution)
            assert found[turn][state] == pytest.approx(worth, abs=1e-6), f"scenario {seed}: {place}"


@FEW_OR_MANY
def test_the_half_way_learner_of_a_solution_expects_in_every_place_what_the_plain_recursion_says(
    seeds: Iterable[int],
) -> None:
    for seed in seeds:
        solution = solved(seed)
        script = solution.script
        assert solution.halfway is not None
        for place, worth in learned(script, solution.halfway.sensitivity).items():
            assert solution.expected(place) == pytest.approx(worth, abs=HALF_A_HUNDREDTH), f"scenario {seed}: {place}"


def test_without_any_sensitivity_all_that_can_be_done_is_as_likely() -> None:
    script = Script(early_exit())
    solution = solve(script)
    (speaks,) = (place for place in truths(script) if place.moment.id == "speaks")
    closings = [script.step(speaks, choice).after.closing for choice in choices(script, speaks)]
    ends = [value_of(closing) for closing in closings if closing is not None]
    assert len(ends) == 3, "silence is one of the choices"
    turn, state = at(speaks, solution)
    assert worths(solution, 0)[turn][state] == pytest.approx(sum(ends) / 3)


@FEW_OR_MANY
def test_with_more_than_enough_every_place_is_worth_the_best_that_is_attainable(seeds: Iterable[int]) -> None:
    for seed in seeds:
        solution = solved(seed)
        for found, figures in zip(worths(solution, 1e6), solution.solved, strict=True):
            assert np.abs(found - figures.best).max() < 0.01


def test_more_than_enough_is_enough() -> None:
    solution = solved(8)
    assert worths(solution, MOST_SENSITIVE)[0][0] == worths(solution, 1e300)[0][0]


@FEW_OR_MANY
def test_weak_half_way_and_strong_come_a_quarter_a_half_and_three_quarters_of_the_way(seeds: Sequence[int]) -> None:
    found = 0
    for seed in seeds:
        solution = solved(seed)
        careless, best = worths(solution, 0)[0][0], solution.start.best[0]
        learners = Learners(solution.layers, best)
        levels = [learners.at(share) for share in (WEAK, HALFWAY, STRONG)]
        for learner, share in zip(levels, (WEAK, HALFWAY, STRONG), strict=True):
            wanted = careless + share * (best - careless)
            assert learner.expected(0, 0) == pytest.approx(wanted, abs=TOLERANCE + HALF_A_HUNDREDTH), seed
        assert [one.sensitivity for one in levels] == sorted(one.sensitivity for one in levels)
        found += levels[0].sensitivity > 0
    assert found > len(seeds) / 2


def test_a_learner_is_the_same_whoever_was_asked_for_before() -> None:
    solution = solved(144)
    best, halfway = solution.start.best[0], solution.halfway
    assert halfway is not None
    learners = Learners(solution.layers, best)
    first, again = [(learners.at(WEAK), learners.at(HALFWAY), learners.at(STRONG)) for _ in range(2)]
    assert first[1].sensitivity == again[1].sensitivity == halfway.sensitivity
    for one, other in zip(first[1].hundredths, halfway.hundredths, strict=True):
        assert np.array_equal(one, other)


def test_where_there_is_nothing_to_learn_the_half_way_learner_plays_carelessly() -> None:
    either_way = moment(
        "quiet",
        ReactionState.MINIMAL,
        says("one", "drift", Move.NOTICE_SHIFT),
        says("other", "drift", Move.NOTICE_SHIFT),
        silent="drift",
    )
    solution = solve(Script(story(either_way, DRIFT)))
    assert solution.halfway is not None
    assert solution.halfway.sensitivity == 0
    assert solution.expected(solution.script.start()) == solution.start.best[0]


def test_where_not_everything_was_tried_nobody_knows_what_a_learner_may_expect() -> None:
    exact = solved(8)
    script = exact.script
    solution = solve(script, Budget(states=exact.states // 2))
    assert solution.halfway is None
    with pytest.raises(LookupError, match="exact solutions only"):
        solution.expected(script.start())


def test_a_place_that_cannot_be_reached_has_no_expected_value() -> None:
    solution = solved(8)
    script = solution.script
    beyond = max(truths(script), key=lambda place: place.turn)
    elsewhere = next(other for other in truths(solved(12).script) if solution.row(other) is None)
    assert solution.expected(beyond) >= 0
    with pytest.raises(LookupError, match="can be reached"):
        solution.expected(elsewhere)
