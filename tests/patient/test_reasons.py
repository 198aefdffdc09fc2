"""Why the patient reacted is logged as codes, and told in the sentences that stand behind them."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from types import MappingProxyType

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.messages.sentences.reasons import RULES
from simulator.patient.act import Act
from simulator.patient.gauges import Alliance
from simulator.patient.grid import GRID_STATES, ReactionGrid
from simulator.patient.reacting import react
from simulator.patient.reasons import CELL, Direction, Why, reason_messages
from simulator.patient.start import begin
from simulator.patient.state import Cause, Disposition, Fit
from tests.grids import base_grid

R = ReactionState


def told(
    *codes: str, heard: Move = Move.EXPLORE_FEAR, before: R = R.BLOCK, grid: ReactionGrid | None = None
) -> list[str]:
    return [str(message) for message in reason_messages(codes, heard, before, grid or base_grid())]


def with_reason(move: Move, state: R, because: str) -> ReactionGrid:
    """The usual reaction graph with a reason of its own in one cell."""
    grid = base_grid()
    cells = {**grid.cells, (move, state): replace(grid.cells[move, state], because=because)}
    return replace(grid, cells=MappingProxyType(cells))


def test_every_rule_has_its_sentence_and_no_sentence_is_without_its_rule() -> None:
    assert set(RULES) == set(Why)
    sentences = [sentence.text for sentence in RULES.values()]
    assert len(set(sentences)) == len(sentences)
    for why in Why:
        assert told(why) == [RULES[why].text]


def test_which_way_a_move_goes_is_told_in_the_words_of_the_reaction_graph() -> None:
    reasons = base_grid().reasons[Move.EXPLORE_FEAR]
    assert told(Direction.OPENS, Direction.HOLDS, Direction.SLIPS) == [reasons.opens, reasons.holds, reasons.slips]
    assert told(Direction.OPENS, heard=Move.VALIDATE_FEELING) == [base_grid().reasons[Move.VALIDATE_FEELING].opens]


def test_a_cell_with_a_reason_of_its_own_is_told_in_that() -> None:
    grid = with_reason(Move.EXPLORE_FEAR, R.BLOCK, "Ines has waited for this.")
    assert told(CELL, Why.SECONDARY, grid=grid) == ["Ines has waited for this.", RULES[Why.SECONDARY].text]
    assert told(CELL, grid=grid, before=R.HURT) == []
    assert told(CELL) == [], "a graph whose cell lost its reason"


def test_a_state_without_a_cell_has_no_reason() -> None:
    assert (Move.EXPLORE_FEAR, R.LEFT) not in base_grid().cells
    assert told(CELL, before=R.LEFT) == []


def test_the_reason_of_a_cell_stands_in_place_of_the_graphs_where_the_cell_decides() -> None:
    disposition = Disposition(Family.WITHDRAWAL, Fit.GOOD, Cause.TONE, 2)
    state = begin(R.MINIMAL, Alliance.of_points(50, 50, 50), Family.WITHDRAWAL)
    act = Act(Move.DEFEND_JUSTIFY)
    assert react(state, act, disposition, base_grid()).why[0] == Direction.SLIPS
    grid = with_reason(Move.DEFEND_JUSTIFY, R.MINIMAL, "Ines hears her father.")
    assert react(state, act, disposition, grid).why[0] == CELL
    scripted = replace(act, scripted=R.EXPLORING)
    assert react(state, scripted, disposition, grid).why == (Why.SCRIPT,), "the script decided, and not the cell"


def test_a_code_of_newer_rules_is_passed_over() -> None:
    assert told("a-rule-to-come", Why.SECONDARY) == [RULES[Why.SECONDARY].text]
    assert told() == []


def test_whatever_is_played_wherever_there_is_a_sentence_for_each_code() -> None:
    for move, state, difficulty in product(Move, GRID_STATES, (1, 3)):
        begun = begin(state, Alliance.of_points(40, 40, 40), Family.WITHDRAWAL)
        disposition = Disposition(Family.WITHDRAWAL, Fit.POOR, Cause.TONE, difficulty)
        act = Act(move, 4 if move is Move.OWN_CONTRIBUTION else None)
        appraisal = react(begun, act, disposition, base_grid())
        sentences = told(*appraisal.why, heard=appraisal.played, before=state)
        assert len(sentences) == len(appraisal.why)
        assert all(sentences)
