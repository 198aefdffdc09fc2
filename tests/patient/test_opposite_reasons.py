"""No two reasons that are told of one step are opposite to each other; whoever decided it is told first."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ORIGIN_FAMILIES, Family, ReactionState
from simulator.patient.act import Act
from simulator.patient.gauges import Alliance
from simulator.patient.grid import GRID_STATES, ReactionGrid, parse_cell
from simulator.patient.opposite_reasons import OPPOSITES, beside_the_author, without_opposites
from simulator.patient.reacting import react
from simulator.patient.reasons import CELL, Direction, Why
from simulator.patient.state import Cause, Disposition, Fit, Past, PatientState
from tests.grids import base_grid
from tests.patient.playing import bench

R = ReactionState
CODES = (*Direction, CELL, *Why)
TARGETS = (
    "stay",
    "next",
    "back",
    "habit",
    "part",
    "exploring",
    "shut-down",
    "complaint",
    "complying",
    "repaired",
    "left",
)
CELLS = tuple(f"{one} {hinge} {other}" for one in TARGETS for hinge in "/*" for other in TARGETS)

STATES = st.builds(
    PatientState,
    st.sampled_from(GRID_STATES),
    st.builds(Alliance, *[st.integers(0, 20)] * 3),
    st.sampled_from(sorted(ORIGIN_FAMILIES)),
    st.integers(0, 6),
    st.integers(0, 4),
    st.integers(0, 31),
    st.integers(0, 2 * Past.LEAVING - 1),
    st.sampled_from([None, Move.HOLD_SILENCE, Move.OWN_CONTRIBUTION, Move.EXPLORE_EXPERIENCE]),
    st.integers(0, 2),
    st.tuples(*[st.integers(0, 4)] * 3),
)
ACTS = st.builds(
    lambda move, quality, scripted, asked: Act(
        move, quality if move is Move.OWN_CONTRIBUTION else None, scripted, asked=asked
    ),
    st.sampled_from(Move) | st.sampled_from([Move.HOLD_SILENCE, Move.OWN_CONTRIBUTION]),
    st.integers(0, 4),
    st.none() | st.sampled_from([*GRID_STATES, Family.WITHDRAWAL, Family.REPAIR]),
    st.booleans(),
)
DISPOSITIONS = st.builds(
    Disposition,
    st.sampled_from(sorted(ORIGIN_FAMILIES)),
    st.sampled_from(Fit),
    st.sampled_from(Cause),
    st.integers(1, 3),
)


def opposites_in(why: tuple[str, ...]) -> list[tuple[str, str]]:
    return [pair for pair in combinations(why, 2) if frozenset(pair) in OPPOSITES]


def with_cell(act: Act, state: PatientState, cell: str) -> ReactionGrid:
    """The usual reaction graph, but for the cell in which an act is made."""
    grid = base_grid()
    return replace(grid, cells={**grid.cells, (act.move, state.reaction): parse_cell(cell)})


@given(STATES, ACTS, DISPOSITIONS, st.sampled_from(CELLS))
def test_whatever_the_state_and_the_graph_no_two_reasons_are_opposite(
    state: PatientState, act: Act, disposition: Disposition, cell: str
) -> None:
    for grid in (base_grid(), with_cell(act, state, cell)):
        why = react(state, act, disposition, grid).why
        assert why
        assert opposites_in(why) == []


def test_opposites_are_pairs_of_codes_that_there_are() -> None:
    assert {code for pair in OPPOSITES for code in pair} <= set(CODES)
    assert {len(pair) for pair in OPPOSITES} == {2}


def test_one_direction_at_most_can_be_told_of_a_step() -> None:
    assert all(frozenset(pair) in OPPOSITES for pair in combinations(Direction, 2))


def test_whatever_the_graph_says_of_its_own_choice_gives_way_to_the_author() -> None:
    beside = {code for code in CODES if frozenset((code, Why.SCRIPT)) not in OPPOSITES} - {Why.SCRIPT}
    assert beside == {
        Why.OWNED_NOT,
        Why.OWNED_VAGUELY,
        Why.OWNED_VAGUELY_NOW,
        Why.TOO_OFTEN,
        Why.SILENT_TOO_OFTEN,
        Why.SECONDARY,
        Why.STRAINED_AGAIN,
        Why.DROPPED_OUT,
        Why.WORN_OUT,
        Why.UNANSWERED,
        Why.CIRCLED,
        Why.SIGN_GIVEN,
        Why.SIGN_HEARD,
        Why.SIGN_PASSED,
    }
    assert set(beside_the_author(CODES)) == beside


@pytest.mark.parametrize(
    ("weakest_first", "told"),
    [
        ((Why.OWNED_NOT, Direction.HOLDS), (Direction.HOLDS, Why.OWNED_NOT)),
        ((Why.GATE_OPEN_OWNED, Direction.SLIPS, Why.LATE_SLIP, Why.SECONDARY), (Why.LATE_SLIP, Why.SECONDARY)),
        ((Why.OWNED_NOT, Why.SCRIPT, Why.SECONDARY), (Why.SCRIPT, Why.OWNED_NOT, Why.SECONDARY)),
        ((Why.INVITED, Direction.OPENS, Why.DROPPED_OUT), (Why.DROPPED_OUT,)),
        ((), ()),
    ],
)
def test_the_stronger_of_two_opposites_is_told(weakest_first: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert without_opposites(weakest_first) == told


def test_where_the_author_decides_the_graph_does_not_speak() -> None:
    """A man who shouted, and is led elsewhere, did not stop soothing anybody."""
    table = bench(R.MINIMAL)
    invited = table.state._replace(past=Past.INVITED)
    led = react(invited, Act(Move.HOLD_SILENCE, None, R.AVOIDING), table.disposition, base_grid())
    assert led.why == (Why.SCRIPT,)


def test_silence_is_told_as_making_room_only_where_it_makes_room() -> None:
    table = bench(R.SHUT_DOWN)
    assert table.act(Move.HOLD_SILENCE).why == (Direction.HOLDS, Why.UNINVITED_HOLDS)
    invited = table.state._replace(past=Past.INVITED)
    act = Act(Move.HOLD_SILENCE)
    assert react(invited, act, table.disposition, base_grid()).why == (Direction.OPENS, Why.INVITED)
    stays = with_cell(act, invited, "stay * stay")
    assert react(invited, act, table.disposition, stays).why == (Direction.HOLDS,)


def test_a_closed_gate_that_eases_things_all_the_same_is_not_told_as_letting_nothing_in() -> None:
    table = bench(R.REJECTING, style=Family.CONFRONTATION, points=30)
    assert table.act(Move.INVITE_DISSENT).why == (Direction.OPENS, Why.EASED_ONLY)
    harder = bench(R.REJECTING, style=Family.CONFRONTATION, points=90, difficulty=2)
    assert harder.act(Move.INVITE_DISSENT).why == (Direction.OPENS, Why.EASED_ONLY_FIRST)


def test_an_open_gate_that_changes_nothing_is_told_as_doing_no_harm() -> None:
    table = bench(R.EXPLORING, points=80)
    assert table.act(Move.LINK_PATTERN).why == (Direction.HOLDS, Why.HARMLESS_TRUST)
    table.own()
    table.state = table.state._replace(reaction=R.EXPLORING)
    assert table.act(Move.LINK_PATTERN).why == (Direction.HOLDS, Why.HARMLESS_OWNED)


def test_a_new_rupture_is_never_told_as_an_opening() -> None:
    appraisal = bench(R.MIXED).act(Move.REASSURE_EARLY)
    assert (appraisal.state.reaction, appraisal.rupture) == (R.COMPLYING, True)
    assert appraisal.why == (Direction.SLIPS,)


def test_the_third_silence_running_is_not_told_as_pressing_on() -> None:
    table = bench(R.AVOIDING)
    told = [table.act(Move.HOLD_SILENCE).why for _ in range(3)]
    assert told[-1] == (Direction.HOLDS, Why.SILENT_TOO_OFTEN)


def test_owning_vaguely_after_owning_well_is_told_of_this_time_only() -> None:
    table = bench(R.APPEASING, points=80)
    table.own(4)
    table.state = table.state._replace(reaction=R.COMPLYING)
    assert table.own(2).why == (Direction.OPENS, Why.OWNED_VAGUELY_NOW, Why.GATE_OPEN_OWNED)


def test_who_leaves_for_too_many_ruptures_is_not_told_to_have_lost_all_trust() -> None:
    table = bench(R.MINIMAL, points=90)
    table.state = table.state._replace(ruptures=5, past=Past.SIGNED | Past.HINDERED)
    assert table.act(Move.DEFEND_JUSTIFY).why == (Direction.SLIPS, Why.WORN_OUT)


def test_who_has_lost_all_trust_is_not_told_to_leave_for_too_many_ruptures() -> None:
    table = bench(R.MINIMAL, points=15)
    table.state = table.state._replace(ruptures=5, past=Past.SIGNED | Past.HINDERED)
    appraisal = table.act(Move.DEFEND_JUSTIFY)
    assert (appraisal.state.reaction, appraisal.state.ruptures) == (R.LEFT, 6)
    assert appraisal.why == (Direction.SLIPS, Why.DROPPED_OUT)


def test_what_the_alliance_bears_is_not_told_as_harmless_where_it_ends_the_hour_by_a_circle() -> None:
    table = bench(R.PRESSURE, style=Family.CONFRONTATION, points=90)
    circles = table.state._replace(past=Past.SIGNED, dwelt=(0, 0, 4))
    ended = react(circles, Act(Move.DISCUSS_FIT), table.disposition, base_grid())
    assert (ended.state.reaction, ended.why) == (R.LEFT, (Direction.HOLDS, Why.CIRCLED))
    assert table.act(Move.DISCUSS_FIT).why == (Direction.HOLDS, Why.HARMLESS_TRUST)


def test_the_reason_of_a_cell_is_not_told_where_a_stronger_rule_decided() -> None:
    table = bench(R.EXPLORING, cause=Cause.FRAME)
    table.state = table.state._replace(owned=4)
    grid = base_grid()
    cell = replace(grid.cells[Move.RENEGOTIATE, R.EXPLORING], because="She is not ready.")
    special = replace(grid, cells={**grid.cells, (Move.RENEGOTIATE, R.EXPLORING): cell})
    appraisal = react(table.state, Act(Move.RENEGOTIATE), table.disposition, special)
    assert appraisal.why == (Direction.OPENS, Why.CAUSE_REMEDIED)
