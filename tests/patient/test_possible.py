"""What a patient could do next, seen from outside, agrees with what the patient does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ORIGIN_FAMILIES, Family, ReactionState, family_of
from simulator.patient.act import Act, repeated
from simulator.patient.gauges import Alliance
from simulator.patient.grid import GRID_STATES, parse_cell
from simulator.patient.possible import Opening, Possible, origins_in
from simulator.patient.reacting import react
from simulator.patient.state import Cause, Disposition, Fit, Past, PatientState, Rung
from tests.grids import base_grid
from tests.patient.reaction_graph import reaction_graph, shortest_repair, states_beyond_repair

dispositions = st.builds(
    Disposition,
    st.sampled_from(ORIGIN_FAMILIES),
    st.sampled_from(Fit),
    st.sampled_from(Cause),
    st.integers(1, 3),
)
levels = st.integers(0, 20)


@st.composite
def patient_states(draw: st.DrawFn) -> PatientState:
    reaction = draw(st.sampled_from(GRID_STATES))
    return PatientState(
        reaction=reaction,
        alliance=Alliance(draw(levels), draw(levels), draw(levels)),
        origin=draw(st.sampled_from(origins_in(reaction))),
        ruptures=draw(st.integers(0, 6)),
        owned=draw(st.integers(0, 4)),
        rungs=draw(st.integers(0, 31)),
        past=draw(st.integers(0, 2 * Past.LEAVING - 1)),
        last_move=draw(st.none() | st.sampled_from(Move)),
        streak=draw(st.integers(0, 2)),
    )


@given(patient_states(), st.sampled_from(Move), st.integers(0, 4), dispositions, st.booleans())
def test_whatever_happened_before_the_patient_moves_to_a_possible_state(
    state: PatientState, move: Move, quality: int, disposition: Disposition, waits: bool
) -> None:
    quality_given = quality if move is Move.OWN_CONTRIBUTION else None
    asked = waits and move is Move.HOLD_SILENCE
    reached = react(state, Act(move, quality_given, asked=asked), disposition, base_grid()).graph
    possible = Possible(base_grid(), disposition)
    third_time = state.last_move is move and state.streak >= 2
    expected = possible.after(state.reaction, move, quality_given)
    if asked:
        expected |= possible.after(state.reaction, Move.RETREAT)
    if third_time:
        expected |= possible.after(state.reaction, repeated(move))
    assert reached in expected


def test_every_possible_state_is_reached_by_some_patient() -> None:
    for disposition in (
        Disposition(Family.WITHDRAWAL, Fit.GOOD, Cause.TONE, 1),
        Disposition(Family.CONFRONTATION, Fit.POOR, Cause.MIX_UP, 3),
    ):
        possible = Possible(base_grid(), disposition)
        for state in GRID_STATES:
            for move in Move:
                assert possible.after(state, move, 4) == _seen(state, move, disposition), (state, move)


def _seen(state: ReactionState, move: Move, disposition: Disposition) -> set[ReactionState]:
    """All states that patients of every kind reach with this move."""
    before = Past.ATTEMPTED | Past.TRIED
    pasts = (
        before,
        before | Past.HINDERED,
        before | Past.HINDERED | Past.INVITED,
        before | Past.ADJUSTED,
        before | Past.SLIPPED,
    )
    return {
        react(
            PatientState(state, Alliance(level, level, level), origin, 1, owned, rungs, past),
            Act(move, 4 if move is Move.OWN_CONTRIBUTION else None),
            replace(disposition, difficulty=difficulty),
            base_grid(),
        ).graph
        for difficulty in {1, disposition.difficulty}
        for level in (0, 20)
        for origin in origins_in(state)
        for owned in (0, 4)
        for rungs in (Rung.NONE, Rung.EXPLORING)
        for past in pasts
    }


@pytest.mark.parametrize(
    ("state", "move", "quality", "opening"),
    [
        ("minimal", "own_contribution", 3, Opening.ALWAYS),
        ("minimal", "own_contribution", 1, Opening.NEVER),
        ("minimal", "notice_shift", None, Opening.SOMETIMES),
        ("minimal", "defend_justify", None, Opening.NEVER),
        ("pressure", "over_apologise", None, Opening.NEVER),
        ("complying", "own_contribution", 4, Opening.SOMETIMES),
        ("engaged", "explore_experience", None, Opening.NEVER),
    ],
)
def test_how_surely_a_move_opens(state: str, move: str, quality: int | None, opening: Opening) -> None:
    possible = Possible(base_grid(), Disposition(Family.WITHDRAWAL, Fit.GOOD, Cause.TONE, 2))
    assert possible.opening(ReactionState(state), Move(move), quality) is opening


@pytest.mark.parametrize("style", ORIGIN_FAMILIES)
@pytest.mark.parametrize("fit", Fit)
def test_from_every_state_and_every_origin_repair_can_be_reached(style: Family, fit: Fit) -> None:
    disposition = Disposition(style, fit, Cause.TONE, 2)
    assert states_beyond_repair(base_grid(), disposition) == frozenset()


def test_a_grid_that_shuts_the_block_for_good_is_found_out() -> None:
    shut = {
        key: parse_cell("stay") if key[1] is ReactionState.BLOCK else cell for key, cell in base_grid().cells.items()
    }
    grid = replace(base_grid(), cells=shut)
    stuck = states_beyond_repair(grid, Disposition(Family.WITHDRAWAL, Fit.GOOD, Cause.TONE, 2))
    assert stuck == {ReactionState.BLOCK}


def test_the_shortest_repair_from_a_withdrawal_is_three_moves() -> None:
    moves = shortest_repair(base_grid(), Disposition(Family.WITHDRAWAL, Fit.GOOD, Cause.TONE, 1), ReactionState.MINIMAL)
    assert len(moves) == 3
    assert moves[-1] is Move.RENEGOTIATE


def test_the_graph_has_an_edge_for_each_possible_step_and_names_its_moves() -> None:
    graph = reaction_graph(base_grid(), Disposition(Family.DEFERENCE, Fit.GOOD, Cause.TONE, 1))
    assert set(graph) == set(ReactionState)
    assert Move.DEFEND_JUSTIFY in graph.edges[ReactionState.MINIMAL, ReactionState.SHUT_DOWN]["moves"]
    assert not graph.has_edge(ReactionState.ENGAGED, ReactionState.REPAIRED)
    assert all(graph.out_degree(state) == 0 for state in ReactionState if family_of(state) is Family.END)


@pytest.mark.parametrize(("level", "slips"), [(2, False), (3, True)])
def test_only_at_the_highest_level_a_repair_can_slip_away_late(level: int, slips: bool) -> None:
    possible = Possible(base_grid(), Disposition(Family.WITHDRAWAL, Fit.GOOD, Cause.FRAME, level))
    reached = possible.after(ReactionState.EXPLORING, Move.RENEGOTIATE)
    assert ReactionState.REPAIRED in reached
    assert (ReactionState.COMPLYING in reached) is slips


def test_the_first_hindering_move_can_be_forgiven() -> None:
    possible = Possible(base_grid(), Disposition(Family.WITHDRAWAL, Fit.GOOD, Cause.TONE, 1))
    assert ReactionState.EXPLORING in possible.after(ReactionState.EXPLORING, Move.DEFEND_JUSTIFY)
