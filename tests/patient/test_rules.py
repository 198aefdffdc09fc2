"""Rules 1 to 11 of the reaction graph, one story each or more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.act import Act
from simulator.patient.gauges import TOP_LEVEL, Alliance, Change
from simulator.patient.reacting import react
from simulator.patient.reasons import Direction, Why, reason_messages
from simulator.patient.start import begin, stated, verdict
from simulator.patient.state import Cause, Disposition, Fit, Past, Rung
from simulator.patient.verdicts import Verdict
from tests.grids import base_grid
from tests.patient.playing import bench, set_state

R = ReactionState


def test_general_ownership_is_heard_as_sympathy() -> None:
    appraisal = bench(R.COMPLAINT, style=Family.CONFRONTATION, points=50).own(2)
    assert appraisal.played is Move.VALIDATE_FEELING
    assert Why.OWNED_VAGUELY in appraisal.why


@pytest.mark.parametrize("quality", [0, 1])
def test_a_conditional_apology_is_heard_as_soothing(quality: int) -> None:
    appraisal = bench(R.MINIMAL).own(quality)
    assert appraisal.played is Move.REASSURE_EARLY
    assert appraisal.state.reaction is R.COMPLYING
    assert appraisal.change.bond < 0


def test_naming_the_effect_and_naming_the_act_both_strengthen_the_bond() -> None:
    for quality in (3, 4):
        table = bench(R.MINIMAL)
        assert table.own(quality).state.alliance.bond == 12  # +5 for owning, +5 for the first stage of repair


def test_owning_again_pays_only_when_it_is_better() -> None:
    table = bench(R.EXPLORING)
    assert table.own(3).change.bond > 0
    assert table.own(3).change == Change()


def test_a_first_attempt_meets_a_closed_gate_from_difficulty_two() -> None:
    easy = bench(R.MINIMAL, points=65, difficulty=1).act(Move.EXPLORE_EXPERIENCE)
    hard = bench(R.MINIMAL, points=65, difficulty=2).act(Move.EXPLORE_EXPERIENCE)
    assert (easy.state.reaction, hard.state.reaction) == (R.EXPLORING, R.AVOIDING)
    assert Why.GATE_CLOSED_FIRST in hard.why


def test_owning_specifically_is_let_in_at_the_first_attempt() -> None:
    assert bench(R.MINIMAL, difficulty=2).own(3).state.reaction is R.EXPLORING


def test_the_gate_closes_further_with_every_rupture() -> None:
    for ruptures, points, opened in [(1, 45, True), (1, 40, False), (2, 45, False), (4, 60, True), (6, 60, True)]:
        table = set_state(bench(R.MINIMAL, points=points), ruptures=ruptures)
        assert table.act(Move.EXPLORE_EXPERIENCE).opened is opened


def test_waiting_after_an_invitation_makes_room_and_without_one_shuts() -> None:
    table = set_state(bench(R.MINIMAL), past=Past.INVITED)
    assert table.act(Move.HOLD_SILENCE).state.reaction is R.EXPLORING
    assert bench(R.MINIMAL).act(Move.HOLD_SILENCE).state.reaction is R.SHUT_DOWN


def test_the_same_question_a_third_time_is_pressing_on() -> None:
    table = bench(R.BLOCK)
    heard = [table.act(Move.EXPLORE_EXPERIENCE).played for _ in range(3)]
    assert heard == [Move.EXPLORE_EXPERIENCE, Move.EXPLORE_EXPERIENCE, Move.PRESS_ON]


def test_a_third_silence_running_is_a_retreat() -> None:
    table = bench(R.AVOIDING)
    heard = [table.act(Move.HOLD_SILENCE).played for _ in range(3)]
    assert heard[-1] is Move.RETREAT


def test_a_change_of_state_starts_the_count_anew() -> None:
    table = bench(R.EXPLORING, points=65)
    for _ in range(2):
        table.act(Move.EXPLORE_EXPERIENCE)
    assert table.state.reaction is R.QUALIFIED_ASSERTION
    assert table.state.streak == 1


def test_renegotiating_pays_once_for_each_visit() -> None:
    table = bench(R.COMPLAINT, points=30, style=Family.CONFRONTATION)
    assert table.act(Move.RENEGOTIATE).change == Change(task=2, goal=1)
    assert table.act(Move.RENEGOTIATE).change == Change()


def test_entering_a_rupture_costs_bond_and_the_deepest_cost_more() -> None:
    assert bench(R.MINIMAL).act(Move.DEFEND_JUSTIFY).change == Change(bond=-3, task=-1)  # shut down
    assert bench(R.AVOIDING).act(Move.PRESS_ON).state.ruptures == 2


def test_easing_within_a_family_is_no_new_rupture() -> None:
    appraisal = bench(R.PRESSURE, style=Family.CONFRONTATION).own(4)
    assert appraisal.state.reaction is R.COMPLAINT
    assert not appraisal.rupture
    assert appraisal.state.ruptures == 1


def test_a_rupture_after_an_attempt_is_secondary() -> None:
    table = bench(R.EXPLORING)
    table.own(4)
    appraisal = table.act(Move.DEFEND_JUSTIFY)
    assert appraisal.secondary
    assert appraisal.why == (Direction.SLIPS, Why.STRAINED_AGAIN)
    assert not bench(R.MINIMAL).act(Move.DEFEND_JUSTIFY).secondary


@pytest.mark.parametrize(
    ("cause", "move"),
    [
        (Cause.MIX_UP, Move.CLARIFY_MISUNDERSTANDING),
        (Cause.UNCLEAR_TASK, Move.GIVE_RATIONALE),
        (Cause.FRAME, Move.RENEGOTIATE),
    ],
)
def test_mending_the_cause_repairs_on_the_surface_once_something_was_owned(cause: Cause, move: Move) -> None:
    table = set_state(bench(R.EXPLORING, cause=cause, points=30), owned=2)
    appraisal = table.act(move)
    assert appraisal.state.reaction is R.REPAIRED
    assert not appraisal.state.deep
    unowned = bench(R.EXPLORING, cause=cause, points=30)
    unowned.act(move)
    assert unowned.state.reaction is not R.REPAIRED


def test_a_repair_is_deep_only_through_the_block_and_something_said() -> None:
    table = set_state(bench(R.SELF_ASSERTION), owned=4, rungs=Rung.EXPLORING | Rung.BLOCK | Rung.SAID)
    assert table.act(Move.SUPPORT_ASSERTION).state.deep
    short = set_state(bench(R.SELF_ASSERTION), owned=4, rungs=Rung.EXPLORING | Rung.SAID)
    assert not short.act(Move.SUPPORT_ASSERTION).state.deep


@pytest.mark.parametrize(("origin", "slip"), [(Family.WITHDRAWAL, R.COMPLYING), (Family.CONFRONTATION, R.COMPLAINT)])
def test_the_late_slip_comes_once_at_difficulty_three(origin: Family, slip: R) -> None:
    table = set_state(bench(R.SELF_ASSERTION, difficulty=3, style=origin), owned=4)
    appraisal = table.act(Move.SUPPORT_ASSERTION)
    assert appraisal.state.reaction is slip
    assert Why.LATE_SLIP in appraisal.why
    set_state(table, reaction=R.SELF_ASSERTION)
    assert table.act(Move.SUPPORT_ASSERTION).state.reaction is R.REPAIRED


def test_no_late_slip_where_the_fear_was_explored() -> None:
    table = set_state(bench(R.BLOCK, difficulty=3), owned=4)
    table.act(Move.EXPLORE_FEAR)
    assert table.state.reaction is R.SELF_ASSERTION
    assert table.act(Move.SUPPORT_ASSERTION).state.reaction is R.REPAIRED


def test_who_has_lost_the_alliance_leaves() -> None:
    table = set_state(bench(R.MINIMAL, points=15), past=Past.SIGNED | Past.HINDERED)
    appraisal = table.act(Move.DEFEND_JUSTIFY)
    assert appraisal.state.reaction is R.LEFT
    assert Why.DROPPED_OUT in appraisal.why


def test_who_was_hurt_six_times_leaves_when_shut_down() -> None:
    table = set_state(bench(R.MINIMAL, points=90), ruptures=5, past=Past.SIGNED | Past.HINDERED)
    assert table.act(Move.DEFEND_JUSTIFY).state.reaction is R.LEFT


@pytest.mark.parametrize(
    ("reaction", "points", "expected"),
    [
        (R.SHUT_DOWN, 30, Verdict.LEFT),
        (R.SHUT_DOWN, 35, Verdict.UNRESOLVED),
        (R.COMPLYING, 40, Verdict.QUIET_DROP_OUT),
        (R.APPEASING, 45, Verdict.UNRESOLVED),
        (R.COMPLAINT, 20, Verdict.UNRESOLVED),
        (R.EXPLORING, 20, Verdict.UNRESOLVED),
        (R.TRANSFER, 20, Verdict.TRANSFER),
        (R.REPAIRED, 60, Verdict.PARTLY),
    ],
)
def test_what_a_session_comes_to_when_the_hour_is_over(reaction: R, points: int, expected: Verdict) -> None:
    state = begin(reaction, Alliance.of_points(points, points, points), Family.WITHDRAWAL)
    assert verdict(state) is expected


def test_a_deferring_patient_states_more_than_is_felt() -> None:
    complying = bench(R.COMPLYING, points=30).state
    assert stated(complying).points == (80, 80, 80)
    assert stated(bench(R.COMPLAINT, points=30).state).points == (30, 30, 30)


def test_parting_needs_exploring_and_a_tried_adjustment() -> None:
    early = bench(R.SELF_ASSERTION, fit=Fit.POOR).act(Move.DISCUSS_FIT)
    assert early.state.reaction is R.SELF_ASSERTION
    assert Why.PARTING_TOO_SOON in early.why
    table = set_state(bench(R.SELF_ASSERTION, fit=Fit.POOR), rungs=Rung.EXPLORING, past=Past.ADJUSTED)
    assert table.act(Move.DISCUSS_FIT).state.reaction is R.TRANSFER


def test_nobody_parts_where_the_fit_is_good() -> None:
    table = set_state(bench(R.SELF_ASSERTION), rungs=Rung.EXPLORING, past=Past.ADJUSTED)
    assert table.act(Move.DISCUSS_FIT).state.reaction is R.SELF_ASSERTION


def test_apologising_where_nothing_was_done_owns_nothing() -> None:
    appraisal = bench(R.ENGAGED).own(4)
    assert appraisal.state.owned == 0
    assert appraisal.change == Change()


def test_a_script_leads_where_it_wants_unless_the_patient_leaves() -> None:
    table = bench(R.MINIMAL, points=50)
    act = Act(Move.EXPLORE_EXPERIENCE, scripted=R.SHUT_DOWN)
    led = react(table.state, act, table.disposition, base_grid())
    assert (led.graph, led.state.reaction) == (R.EXPLORING, R.SHUT_DOWN)
    signed = set_state(bench(R.PRESSURE, style=Family.CONFRONTATION), past=Past.SIGNED | Past.HINDERED)
    assert signed.take(Act(Move.DEFEND_JUSTIFY, scripted=R.COMPLAINT)).state.reaction is R.LEFT


ACTS = st.builds(
    lambda move, quality: Act(move, quality if move is Move.OWN_CONTRIBUTION else None),
    st.sampled_from(Move),
    st.integers(0, 4),
)


@given(
    st.lists(ACTS, max_size=25),
    st.sampled_from([R.MINIMAL, R.COMPLYING, R.COMPLAINT, R.MIXED, R.ENGAGED]),
    st.integers(1, 3),
    st.sampled_from(Fit),
)
def test_whatever_is_played_the_patient_stays_within_bounds_and_says_why(
    acts: list[Act], start: R, difficulty: int, fit: Fit
) -> None:
    disposition = Disposition(Family.WITHDRAWAL, fit, Cause.TONE, difficulty)
    state = begin(start, Alliance.of_points(50, 50, 50), Family.WITHDRAWAL)
    for act in acts:
        if state.reaction in (R.LEFT, R.TRANSFER):
            return
        appraisal = react(state, act, disposition, base_grid())
        assert appraisal == react(state, act, disposition, base_grid())
        told = reason_messages(appraisal.why, appraisal.played, state.reaction, base_grid())
        assert len(told) == len(appraisal.why) > 0
        assert all(str(message).endswith(".") for message in told)
        assert all(
            0 <= level <= TOP_LEVEL
            for level in (appraisal.state.alliance.bond, appraisal.state.alliance.task, appraisal.state.alliance.goal)
        )
        assert state.ruptures <= appraisal.state.ruptures <= 6
        assert appraisal.state.owned >= state.owned
        state = appraisal.state
