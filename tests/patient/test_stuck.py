"""Rule 14: a turn that ends in the same rupture state for the third time takes the patient a step deeper."""

from __future__ import annotations

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.act import Act
from simulator.patient.reasons import Why
from simulator.patient.start import verdict
from simulator.patient.state import NOWHERE_YET, Past
from simulator.patient.stuck import is_stuck
from simulator.patient.verdicts import Verdict
from tests.patient.playing import Bench, bench, set_state

R = ReactionState
W, D, C, MX = Family.WITHDRAWAL, Family.DEFERENCE, Family.CONFRONTATION, Family.MIXED
NOTHING_MOVES = Act(Move.SUPPORT_ASSERTION)
"""Leaves those who withdraw or defer as they are."""

STILL_UNDER_PRESSURE = Act(Move.DISCLOSE_EXPERIENCE)


def stays_in(state: R, style: Family, turns: int, level: int = 2) -> list[R]:
    """Where a patient is after each of some turns that the graph would let end where they began."""
    table = bench(state, style=style, points=90, difficulty=level)
    reached = []
    for _ in range(turns):
        set_state(table, last_move=None, streak=0)  # not the third time running: that is another rule
        reached.append(table.take(NOTHING_MOVES).state.reaction)
    return reached


@pytest.mark.parametrize(
    ("state", "style", "reached"),
    [
        (R.MINIMAL, W, [R.MINIMAL, R.MINIMAL, R.AVOIDING, R.AVOIDING, R.SHUT_DOWN]),
        (R.COMPLYING, D, [R.COMPLYING, R.COMPLYING, R.APPEASING, R.APPEASING, R.APPEASING]),
    ],
)
def test_the_third_time_in_a_state_goes_one_step_deeper(state: R, style: Family, reached: list[R]) -> None:
    assert stays_in(state, style, 5) == reached


def test_hindering_moves_count_alike() -> None:
    table = bench(R.REJECTING, style=C, points=90, difficulty=2)
    reached = [table.act(Move.REASSURE_EARLY).state.reaction for _ in range(3)]
    assert reached == [R.REJECTING, R.REJECTING, R.PRESSURE]


def test_level_one_waits_one_turn_longer() -> None:
    assert stays_in(R.MINIMAL, W, 4, level=1) == [R.MINIMAL, R.MINIMAL, R.MINIMAL, R.AVOIDING]


def test_going_deeper_counts_and_costs_as_entering_does() -> None:
    table = set_state(bench(R.MINIMAL, points=50, difficulty=2), dwelt=(2, 0, 0), past=Past.ATTEMPTED | Past.TRIED)
    appraisal = table.take(NOTHING_MOVES)
    state = appraisal.state
    assert (state.reaction, state.ruptures, state.dwelt) == (R.AVOIDING, 2, (2, 1, 0))
    assert appraisal.change.bond == -1
    assert (appraisal.rupture, appraisal.secondary) == (True, True)
    assert appraisal.why == (Why.STUCK,)
    assert not state.past & Past.TRIED
    assert (state.last_move, state.streak) == (None, 0)


def test_a_step_that_is_used_up_too_goes_one_further() -> None:
    table = set_state(bench(R.MINIMAL, points=90, difficulty=2), dwelt=(2, 2, 1))
    assert table.take(NOTHING_MOVES).state.reaction is R.SHUT_DOWN
    assert table.state.dwelt == (2, 2, 2)


def test_easing_back_to_a_state_that_is_used_up_leads_to_where_one_came_from_and_costs() -> None:
    table = set_state(bench(R.AVOIDING, points=50, difficulty=2), dwelt=(2, 1, 0))
    appraisal = table.act(Move.DEFEND_JUSTIFY)
    assert (appraisal.graph, appraisal.state.reaction) == (R.MINIMAL, R.AVOIDING)
    assert (appraisal.state.ruptures, appraisal.rupture, appraisal.state.dwelt) == (2, True, (2, 2, 0))


@pytest.mark.parametrize(("origin", "reached"), [(W, R.AVOIDING), (D, R.APPEASING), (C, R.REJECTING)])
def test_a_mixed_rupture_goes_where_it_came_from(origin: Family, reached: R) -> None:
    table = set_state(bench(R.MIXED, origin=origin, points=90, difficulty=2), dwelt=(2, 0, 0))
    state = table.act(Move.REFOCUS).state
    assert (state.reaction, state.origin, state.dwelt) == (reached, origin, (0, 1, 0))


@pytest.mark.parametrize(
    "between",
    [Act(Move.OWN_CONTRIBUTION, 4), Act(Move.RENEGOTIATE)],
    ids=["a stage of repair", "another family"],
)
def test_a_stage_of_repair_or_another_family_begins_the_count_anew(between: Act) -> None:
    table = set_state(bench(R.MINIMAL, points=90, difficulty=2), dwelt=(2, 2, 3), past=Past.TRIED)
    state = table.take(between).state
    assert state.reaction in (R.EXPLORING, R.COMPLYING)
    assert state.dwelt == (NOWHERE_YET if state.reaction is R.EXPLORING else (1, 0, 0))


def test_the_start_is_no_turn() -> None:
    assert bench(R.MINIMAL).state.dwelt == NOWHERE_YET


@pytest.mark.parametrize(("owned", "quality", "counted"), [(0, 3, 0), (3, 4, 0), (3, 3, 1), (4, 4, 1)])
def test_owning_better_than_before_is_no_circle(owned: int, quality: int, counted: int) -> None:
    table = set_state(bench(R.APPEASING, style=D, points=20, difficulty=2), owned=owned, past=Past.TRIED, ruptures=4)
    state = table.own(quality).state
    expected = R.APPEASING if owned < 3 else R.EXPLORING
    if state.reaction is R.APPEASING:
        assert state.dwelt == (0, counted, 0)
    else:
        assert state.reaction is expected


def test_owning_better_does_not_go_deeper_the_third_time() -> None:
    table = set_state(bench(R.SHUT_DOWN, points=50, difficulty=2), dwelt=(2, 0, 1))
    assert table.own(3).state.reaction is R.MINIMAL
    again = set_state(bench(R.SHUT_DOWN, points=50, difficulty=2), dwelt=(2, 0, 1), owned=3)
    assert again.own(3).state.reaction is R.AVOIDING


@pytest.mark.parametrize(("state", "style"), [(R.SHUT_DOWN, W), (R.PRESSURE, C), (R.APPEASING, D)])
def test_the_fourth_time_in_the_deepest_state_is_the_sign_of_leaving_where_they_are(state: R, style: Family) -> None:
    index = 1 if state is R.APPEASING else 2
    dwelt = tuple(3 if i == index else 0 for i in range(3))
    table = set_state(bench(state, style=style, points=90, difficulty=2), dwelt=dwelt)
    appraisal = table.take(STILL_UNDER_PRESSURE if style is C else NOTHING_MOVES)
    assert appraisal.state.reaction is state
    assert appraisal.state.past & Past.LEAVING
    assert appraisal.why[-2:] == (Why.CIRCLED, Why.SIGN_GIVEN)
    assert appraisal.state.dwelt == dwelt


def _spent(state: R, style: Family, level: int = 2) -> Bench:
    """A patient whose sign was given, and who has been in the deepest state too often."""
    dwelt = (0, 4, 0) if state is R.APPEASING else (0, 0, 4)
    return set_state(bench(state, style=style, points=90, difficulty=level), dwelt=dwelt, past=Past.SIGNED)


def test_after_the_sign_the_next_time_ends_the_hour() -> None:
    assert _spent(R.SHUT_DOWN, W).take(NOTHING_MOVES).state.reaction is R.LEFT
    assert _spent(R.PRESSURE, C).take(STILL_UNDER_PRESSURE).state.reaction is R.LEFT
    parted = _spent(R.APPEASING, D).take(NOTHING_MOVES)
    assert (parted.state.reaction, parted.state.past & Past.PARTED) == (R.APPEASING, Past.PARTED)
    assert parted.why[-1] == Why.CIRCLED
    assert verdict(parted.state) is Verdict.UNRESOLVED


def test_where_an_author_says_what_follows_the_turn_is_counted_and_nobody_goes_deeper() -> None:
    table = set_state(bench(R.MINIMAL, points=90, difficulty=2), dwelt=(2, 0, 0))
    state = table.take(Act(Move.SUPPORT_ASSERTION, scripted=R.MINIMAL)).state
    assert (state.reaction, state.dwelt) == (R.MINIMAL, (2, 0, 0))
    deepest = set_state(bench(R.SHUT_DOWN, points=90, difficulty=2), dwelt=(0, 0, 3))
    assert deepest.take(Act(Move.SUPPORT_ASSERTION, scripted=R.SHUT_DOWN)).state.past & Past.LEAVING


@pytest.mark.parametrize(
    ("state", "dwelt", "level", "stuck"),
    [
        (R.MINIMAL, (1, 0, 0), 2, False),
        (R.MINIMAL, (2, 0, 0), 2, True),
        (R.MINIMAL, (2, 0, 0), 1, False),
        (R.MINIMAL, (3, 0, 0), 1, True),
        (R.MINIMAL, (0, 2, 3), 2, False),
        (R.AVOIDING, (0, 2, 0), 3, True),
        (R.SHUT_DOWN, (0, 0, 2), 2, False),
        (R.SHUT_DOWN, (0, 0, 3), 2, True),
        (R.APPEASING, (0, 2, 0), 2, False),
        (R.APPEASING, (0, 3, 0), 2, True),
        (R.MIXED, (2, 0, 0), 2, True),
        (R.EXPLORING, (0, 0, 0), 2, False),
    ],
)
def test_who_is_stuck_is_one_turn_from_going_deeper(
    state: R, dwelt: tuple[int, int, int], level: int, stuck: bool
) -> None:
    table = set_state(bench(state), dwelt=dwelt)
    assert is_stuck(table.state, level) is stuck
