"""How much choosing better pays: the curve of learners, and what is told where careless play pays or better play does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.analysis.learner import worths
from simulator.analysis.learner_levels import Learners
from simulator.analysis.learning_curve import Fall, LearningCurve, learning_curve
from simulator.analysis.policies import LEARNER
from simulator.analysis.solve import Solution, solve
from simulator.scenario.document import Ending, Moment, Response, Scenario
from simulator.session.script import Script
from tests.analysis.proving import analysed, message, proved
from tests.analysis.stories import DRIFT, REPAIRS, early_exit, ending, moment, says, story

BLIND = "610"
GOES = ending("goes", ReactionState.SHUT_DOWN, Ending.LEFT)
BETTER_FARES_WORSE, CARELESS_PAYS = "620", "621"


def owns(name: str, then: str) -> Response:
    return replace(says(name, then, Move.OWN_CONTRIBUTION), quality=4)


def forgiving_moment(name: str, reaction: ReactionState, then: str, slip: str) -> Moment:
    """Four good answers and a bad one; silence is as bad."""
    return moment(name, reaction, *(owns(f"well-{n}", then) for n in range(4)), says("badly", slip), silent=slip)


def narrow_moment(name: str, reaction: ReactionState, then: str, slip: str) -> Moment:
    """One good answer and four bad ones; silence is as bad."""
    return moment(name, reaction, owns("well", then), *(says(f"badly-{n}", slip) for n in range(4)), silent=slip)


def forgiving() -> Scenario:
    """Nearly anything that is said leads to a repair within three turns."""
    return replace(
        story(
            forgiving_moment("quiet", ReactionState.MINIMAL, "fears", "drift"),
            forgiving_moment("fears", ReactionState.BLOCK, "speaks", "drift"),
            forgiving_moment("speaks", ReactionState.SELF_ASSERTION, "repairs", "drift"),
            DRIFT, REPAIRS,
        ),
        difficulty=2,
    )  # fmt: skip


def forgiving_way_and_narrow_ones(steps: int, ways: int = 4) -> Scenario:
    """One way that forgives, and ways to the same repair on which nearly every answer is a slip and she leaves."""
    rooms = (
        narrow_moment(f"step-{n}", ReactionState.BLOCK, f"step-{n + 1}" if n < steps else "speaks", "goes")
        for n in range(1, steps + 1)
    )
    doors = (owns(f"way-{n}", "step-1") for n in range(ways))
    start = moment("offer", ReactionState.MINIMAL, owns("forgiving", "fears"), *doors, silent="goes")
    return replace(
        story(
            start,
            forgiving_moment("fears", ReactionState.BLOCK, "speaks", "goes"),
            forgiving_moment("speaks", ReactionState.SELF_ASSERTION, "repairs", "goes"),
            *rooms,
            GOES,
            REPAIRS,
            turns=steps + 3,
        ),
        difficulty=2,
    )


def curve_of(solution: Solution) -> LearningCurve:
    return learning_curve(Learners(solution.layers, solution.start.best[0]))


def test_the_curve_goes_from_careless_play_to_nearly_the_best() -> None:
    solution = solve(Script(early_exit()))
    curve = curve_of(solution)
    assert curve.points[0] == (0, curve.careless)
    assert curve.best - 1 <= curve.points[-1][1] <= curve.best == solution.start.best[0]
    for sensitivity, expected in curve.points:
        assert expected == pytest.approx(float(worths(solution, sensitivity)[0][0]))
    assert [sensitivity for sensitivity, _ in curve.points] == sorted({sensitivity for sensitivity, _ in curve.points})


def test_an_analysis_holds_what_its_half_way_learner_comes_to() -> None:
    found = analysed(early_exit())
    solution = solve(Script(early_exit()))
    assert found.learning is not None
    assert solution.halfway is not None
    assert found.learning.halfway == solution.halfway.sensitivity
    assert found.learning.weak < found.learning.halfway < found.learning.strong
    assert found.learning.expected == pytest.approx(found.outcomes[LEARNER].mean, abs=0.01)
    assert found.learning.careless < found.learning.expected < found.learning.best


@pytest.mark.parametrize(
    ("course", "fall"),
    [
        ((10.0, 30.0, 50.0, 90.0), None),
        ((10.0, 30.0, 29.1, 90.0), None),
        ((10.0, 30.0, 28.0, 90.0), Fall(30, 28)),
        ((10.0, 30.0, 28.0, 60.0, 50.0, 55.0, 40.0, 90.0), Fall(60, 40)),
        ((40.0, 20.0, 90.0), Fall(40, 20)),
    ],
)
def test_the_deepest_fall_is_told_if_anybody_would_notice_it(course: tuple[float, ...], fall: Fall | None) -> None:
    points = tuple((0.01 * number, expected) for number, expected in enumerate(course))
    assert LearningCurve(points, 91, 0.01, 0.02, 0.03, 50.0).fall == fall


def test_where_better_choices_lead_away_from_what_is_safe_they_lead_to_less() -> None:
    assert (BETTER_FARES_WORSE, "key moments") in proved(forgiving_way_and_narrow_ones(steps=10))
    solution = solve(Script(forgiving_way_and_narrow_ones(steps=10)))
    fall = curve_of(solution).fall
    assert fall is not None
    told = message(forgiving_way_and_narrow_ones(steps=10), BETTER_FARES_WORSE)
    assert f"come to {fall.before:.1f} points" in told
    assert f"come to {fall.after:.1f} if" in told


@pytest.mark.slow
def test_where_the_ways_are_short_choosing_better_always_pays() -> None:
    assert BETTER_FARES_WORSE not in [code for code, _ in proved(forgiving_way_and_narrow_ones(steps=3))]


def test_careless_play_that_earns_more_than_half_of_the_best_pays() -> None:
    assert (CARELESS_PAYS, "key moments") in proved(forgiving())
    solution = solve(Script(forgiving()))
    told = message(forgiving(), CARELESS_PAYS)
    assert f"comes to {worths(solution, 0)[0][0]:.1f} points" in told
    assert f"({solution.start.best[0]})" in told


def test_careless_play_that_earns_less_is_not_told() -> None:
    assert CARELESS_PAYS not in [code for code, _ in proved(forgiving_way_and_narrow_ones(steps=3))]


def test_where_nothing_repairs_that_is_told_and_not_that_careless_play_pays() -> None:
    quiet = moment("quiet", ReactionState.MINIMAL, says("one", "drift"), says("other", "drift"), silent="drift")
    codes = [code for code, _ in proved(story(quiet, DRIFT))]
    assert "605" in codes
    assert CARELESS_PAYS not in codes
