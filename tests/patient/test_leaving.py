"""Rules 7 and 13: who has cause to leave, the sign that comes first, and what the next answer decides."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ORIGIN_FAMILIES, Family, ReactionState
from simulator.patient.act import Act
from simulator.patient.gauges import Alliance
from simulator.patient.reacting import react
from simulator.patient.reasons import CELL, Direction, Why
from simulator.patient.start import verdict
from simulator.patient.state import NOWHERE_YET, Past
from simulator.patient.verdicts import Verdict
from tests.grids import base_grid
from tests.patient.playing import Bench, bench, set_state

R = ReactionState
W, D, C = ORIGIN_FAMILIES
STYLE = {R.MINIMAL: W, R.COMPLYING: D, R.COMPLAINT: C}
SIGN = Past.SIGNED | Past.LEAVING


def close_to_leaving(state: R = R.SHUT_DOWN, style: Family = W, points: int = 50, level: int = 2) -> Bench:
    """A patient whose sign of leaving is on the screen."""
    return set_state(bench(state, style=style, points=points, difficulty=level), past=SIGN | Past.HINDERED)


@pytest.mark.parametrize(
    ("state", "worst"), [(R.MINIMAL, R.SHUT_DOWN), (R.COMPLYING, R.SHUT_DOWN), (R.COMPLAINT, R.PRESSURE)]
)
def test_who_has_lost_heart_shows_a_sign_first_by_where_the_rupture_came_from(state: R, worst: R) -> None:
    table = bench(state, style=STYLE[state], points=15, difficulty=2)
    appraisal = table.act(Move.PRESS_ON)
    assert appraisal.state.reaction is worst
    assert appraisal.state.past & SIGN == SIGN
    assert appraisal.why[-2:] == (Why.DROPPED_OUT, Why.SIGN_GIVEN)


def test_entering_for_the_sign_costs_nothing_more() -> None:
    table = set_state(bench(R.MINIMAL, points=15, difficulty=2), last_move=Move.EXPLORE_EXPERIENCE, streak=2)
    appraisal = table.act(Move.RENEGOTIATE)  # complies: one more rupture, and a bond below what it takes to stay
    state = appraisal.state
    assert (appraisal.graph, state.reaction, state.origin) == (R.COMPLYING, R.SHUT_DOWN, W)
    assert state.alliance == Alliance(2, 3, 3)
    assert (state.ruptures, state.last_move, state.streak) == (2, None, 0)
    assert state.dwelt == (0, 0, 1)


def test_a_cell_that_leads_out_shows_the_sign_where_the_patient_is() -> None:
    table = bench(R.SHUT_DOWN, points=80, difficulty=2)
    appraisal = table.act(Move.BLAME_INTERPRET)
    assert (appraisal.graph, appraisal.state.reaction) == (R.LEFT, R.SHUT_DOWN)
    assert appraisal.state.past & SIGN == SIGN
    assert appraisal.state.dwelt == (0, 0, 1)
    assert (appraisal.rupture, appraisal.state.ruptures) == (False, 1)
    assert appraisal.why == (Direction.SLIPS, Why.SIGN_GIVEN)


def test_too_many_ruptures_show_a_sign_too() -> None:
    table = set_state(bench(R.MINIMAL, points=90, difficulty=2), ruptures=5)
    appraisal = table.act(Move.DEFEND_JUSTIFY)
    assert (appraisal.state.reaction, appraisal.state.ruptures) == (R.SHUT_DOWN, 6)
    assert appraisal.why == (Direction.SLIPS, Why.WORN_OUT, Why.SIGN_GIVEN)


def test_a_hindering_answer_to_the_sign_is_the_last_one() -> None:
    table = close_to_leaving(points=90)
    appraisal = table.act(Move.RETREAT)
    assert appraisal.state.reaction is R.LEFT
    assert appraisal.change.bond == -1
    assert appraisal.why == (Why.SIGN_PASSED,)


@pytest.mark.parametrize("state", [R.COMPLYING, R.APPEASING])
@pytest.mark.parametrize(("points", "came_to"), [(40, Verdict.QUIET_DROP_OUT), (60, Verdict.UNRESOLVED)])
def test_a_deferring_patient_ends_the_hour_politely(state: R, points: int, came_to: Verdict) -> None:
    table = close_to_leaving(state, D, points)
    ended = table.act(Move.SEEK_AGREEMENT).state
    assert (ended.reaction, ended.past & Past.PARTED) == (state, Past.PARTED)
    assert verdict(ended) is came_to


def test_thin_owning_is_heard_as_soothing_and_does_not_hold() -> None:
    assert close_to_leaving().own(1).state.reaction is R.LEFT


def test_a_question_left_unanswered_does_not_hold() -> None:
    assert close_to_leaving().wait(asked=True).state.reaction is R.LEFT
    assert close_to_leaving().wait().state.reaction is R.SHUT_DOWN


@pytest.mark.parametrize("move", [Move.NOTICE_SHIFT, Move.VALIDATE_PROTECTION, Move.HOLD_SILENCE, Move.RENEGOTIATE])
def test_whatever_does_not_hinder_holds_for_this_turn_however_little_is_left(move: Move) -> None:
    table = set_state(close_to_leaving(points=0), ruptures=6, dwelt=(0, 0, 3))
    appraisal = table.act(move)
    assert appraisal.state.reaction not in (R.LEFT,)
    assert not appraisal.state.past & (Past.LEAVING | Past.PARTED)
    assert Why.SIGN_HEARD in appraisal.why


def test_a_closed_gate_that_would_throw_out_holds_after_the_sign() -> None:
    table = close_to_leaving(R.PRESSURE, C, points=20)
    appraisal = table.act(Move.DISCUSS_FIT)
    assert (appraisal.graph, appraisal.state.reaction) == (R.PRESSURE, R.PRESSURE)


def test_from_the_turn_after_the_rules_hold_again_and_there_is_no_second_sign() -> None:
    table = close_to_leaving(points=10)
    assert table.act(Move.NOTICE_SHIFT).state.reaction is R.SHUT_DOWN
    appraisal = table.act(Move.NOTICE_SHIFT)
    assert appraisal.state.reaction is R.LEFT
    assert appraisal.why[-1] == Why.DROPPED_OUT


def test_on_the_turn_that_holds_nobody_goes_deeper_and_it_is_counted() -> None:
    table = set_state(close_to_leaving(points=60), dwelt=(2, 2, 1), owned=4)
    state = table.own(4).state  # eases to minimal, for the third time
    assert (state.reaction, state.ruptures) == (R.MINIMAL, 1)
    assert state.dwelt == (2, 2, 1)


def test_a_stage_of_repair_renews_the_sign() -> None:
    table = set_state(close_to_leaving(R.PRESSURE, C, points=60), owned=4)
    table.own(4)
    assert table.state.past & Past.SIGNED
    table.act(Move.EXPLORE_EXPERIENCE)
    assert table.state.reaction is R.EXPLORING
    assert not table.state.past & Past.SIGNED


def test_an_own_reason_of_the_cell_that_leads_out_is_told() -> None:
    grid, key = base_grid(), (Move.BLAME_INTERPRET, R.SHUT_DOWN)
    special = replace(grid, cells={**grid.cells, key: replace(grid.cells[key], because="She has heard that before.")})
    table = bench(R.SHUT_DOWN, points=80, difficulty=2)
    assert react(table.state, Act(key[0]), table.disposition, special).why == (CELL, Why.SIGN_GIVEN)


@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize(("state", "origin"), [(R.SHUT_DOWN, W), (R.SHUT_DOWN, D), (R.APPEASING, D), (R.PRESSURE, C)])
def test_one_specific_owning_keeps_the_patient_from_every_alliance_at_which_a_sign_can_come(
    state: R, origin: Family, level: int
) -> None:
    for bond, task, goal in product(range(0, 21, 2), repeat=3):
        table = close_to_leaving(state, origin, level=level)
        set_state(table, alliance=Alliance(bond, task, goal), ruptures=6, dwelt=(3, 3, 4))
        for quality in (3, 4):
            after = Bench(table.state, table.disposition).own(quality).state
            assert after.reaction is not R.LEFT
            assert not after.past & Past.PARTED


def test_nothing_of_it_is_remembered_where_nothing_happened() -> None:
    state = bench(R.MINIMAL, hindered=False).act(Move.EXPLORE_EXPERIENCE).state
    assert not state.past & (SIGN | Past.PARTED | Past.HINDERED)
    assert state.dwelt == NOWHERE_YET
