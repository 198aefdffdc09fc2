"""Rules 15 and 16: what a level changes, that nothing is repaired that was not owned, and when a parting counts."""

from __future__ import annotations

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.act import Act
from simulator.patient.gate import gate_at
from simulator.patient.reasons import Direction, Why
from simulator.patient.start import parts_well
from simulator.patient.state import Cause, Fit, Past, Rung
from tests.patient.playing import bench, set_state

R = ReactionState
W, C = Family.WITHDRAWAL, Family.CONFRONTATION


def test_at_level_one_the_first_hindering_move_of_the_hour_costs_bond_and_moves_nobody() -> None:
    table = bench(R.MINIMAL, points=50, difficulty=1, hindered=False)
    first = table.act(Move.DEFEND_JUSTIFY)
    assert (first.state.reaction, first.change.bond, first.rupture) == (R.MINIMAL, -1, False)
    assert first.why == (Why.FORGIVEN,)
    assert table.act(Move.DEFEND_JUSTIFY).state.reaction is R.SHUT_DOWN


@pytest.mark.parametrize("level", [2, 3])
def test_from_level_two_nothing_is_forgiven(level: int) -> None:
    table = bench(R.MINIMAL, points=50, difficulty=level, hindered=False)
    assert table.act(Move.DEFEND_JUSTIFY).state.reaction is R.SHUT_DOWN


def test_a_move_that_is_heard_as_hindering_is_forgiven_too() -> None:
    table = bench(R.MINIMAL, points=50, difficulty=1, hindered=False)
    assert table.own(0).why == (Why.OWNED_NOT, Why.FORGIVEN)
    assert table.state.past & Past.HINDERED


def test_the_first_slip_after_a_sign_is_forgiven_at_level_one() -> None:
    table = bench(R.SHUT_DOWN, points=50, difficulty=1, hindered=False)
    set_state(table, past=Past.SIGNED | Past.LEAVING)
    appraisal = table.act(Move.RETREAT)
    assert appraisal.state.reaction is R.SHUT_DOWN
    assert Why.FORGIVEN in appraisal.why
    assert Why.SIGN_HEARD not in appraisal.why


def test_where_an_author_says_what_follows_nothing_is_forgiven() -> None:
    table = bench(R.MINIMAL, points=50, difficulty=1, hindered=False)
    assert table.take(Act(Move.RETREAT, scripted=R.AVOIDING)).state.reaction is R.AVOIDING


def test_from_level_two_the_first_attempt_after_each_new_rupture_meets_a_closed_gate() -> None:
    table = bench(R.MINIMAL, points=90, difficulty=2)
    assert not table.act(Move.EXPLORE_EXPERIENCE).opened
    assert table.state.reaction is R.AVOIDING, "and that is a new rupture"
    assert not table.act(Move.EXPLORE_EXPERIENCE).opened
    assert table.state.past & Past.TRIED
    assert table.act(Move.EXPLORE_EXPERIENCE).opened


def test_an_attempt_in_a_stage_of_repair_does_not_count_for_the_next_rupture() -> None:
    table = set_state(bench(R.EXPLORING, points=90, difficulty=2), owned=2)
    table.act(Move.NOTICE_SHIFT)
    table.act(Move.DEFEND_JUSTIFY)
    assert table.state.reaction is R.MINIMAL
    assert not table.act(Move.NOTICE_SHIFT).opened


def test_a_hindering_move_is_no_attempt() -> None:
    table = bench(R.AVOIDING, points=90, difficulty=2)
    table.act(Move.RETREAT)
    assert not table.state.past & (Past.TRIED | Past.ATTEMPTED)


def test_the_gate_is_the_same_at_every_level() -> None:
    for level in (1, 2, 3):
        for points, opened in ((40, False), (45, True)):
            table = set_state(bench(R.MINIMAL, points=points, difficulty=level), past=Past.TRIED)
            assert table.act(Move.EXPLORE_EXPERIENCE).opened is opened
    assert [gate_at(ruptures) for ruptures in range(7)] == [45, 45, 50, 55, 60, 60, 60]


@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize(
    ("state", "move"),
    [
        (R.SELF_ASSERTION, Move.RENEGOTIATE),
        (R.SELF_ASSERTION, Move.SUPPORT_ASSERTION),
        (R.VULNERABILITY, Move.VALIDATE_FEELING),
        (R.VULNERABILITY, Move.CHECK_REPAIR),
        (R.QUALIFIED_ASSERTION, Move.RENEGOTIATE),
    ],
)
def test_nothing_is_repaired_that_was_not_owned(state: R, move: Move, level: int) -> None:
    for owned, reached in ((0, state), (1, state), (2, R.REPAIRED)):
        table = set_state(bench(state, points=90, difficulty=level), owned=owned, past=Past.SLIPPED)
        appraisal = table.act(move)
        assert appraisal.state.reaction is reached
        if owned < 2:
            assert appraisal.why == (Why.UNOWNED,)


def test_a_kind_person_who_never_owns_is_told_why_nothing_is_repaired() -> None:
    table = bench(R.VULNERABILITY, points=90, style=C)
    assert table.act(Move.VALIDATE_FEELING).why == (Why.UNOWNED,)


def test_an_author_cannot_repair_what_was_not_owned() -> None:
    act = Act(Move.EXPLORE_EXPERIENCE, scripted=R.REPAIRED)
    unowned = set_state(bench(R.MINIMAL, points=50), owned=1)
    assert unowned.take(act).state.reaction is R.EXPLORING
    assert set_state(bench(R.MINIMAL, points=50), owned=2).take(act).state.reaction is R.REPAIRED
    now = bench(R.MINIMAL, points=50).take(Act(Move.OWN_CONTRIBUTION, 2, scripted=R.REPAIRED))
    assert now.state.reaction is R.REPAIRED


def test_the_cause_is_remedied_once_it_was_owned_in_general() -> None:
    table = set_state(bench(R.EXPLORING, cause=Cause.FRAME, points=30), owned=1)
    assert table.act(Move.RENEGOTIATE).state.reaction is R.EXPLORING
    set_state(table, owned=2)
    assert table.act(Move.RENEGOTIATE).why[0] == Direction.OPENS


@pytest.mark.parametrize(
    ("rungs", "past", "state", "well"),
    [
        (Rung.EXPLORING, Past.ADJUSTED, R.SELF_ASSERTION, True),
        (Rung.EXPLORING, Past.ADJUSTED, R.EXPLORING, True),
        (Rung.EXPLORING, Past.NONE, R.SELF_ASSERTION, False),
        (Rung.NONE, Past.ADJUSTED, R.SELF_ASSERTION, False),
        (Rung.EXPLORING, Past.ADJUSTED, R.COMPLAINT, False),
    ],
)
def test_a_parting_counts_where_it_was_worked_towards(rungs: int, past: int, state: R, well: bool) -> None:
    table = set_state(bench(state, fit=Fit.POOR, points=50), rungs=rungs, past=past | Past.HINDERED)
    assert parts_well(table.state) is well
    scripted = table.take(Act(Move.DISCLOSE_EXPERIENCE, scripted=R.TRANSFER))
    reached_repair = scripted.graph is R.EXPLORING
    assert (scripted.state.reaction is R.TRANSFER) is (well or (state is R.COMPLAINT and reached_repair))
