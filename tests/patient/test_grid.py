"""The shipped grid is the grid of the clinical reference, cell by cell, and every state can be repaired."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import REACTIONS, Family, ReactionState
from simulator.patient.grid import GRID_STATES, CellFault, Course, Hinge, parse_cell, resolve
from simulator.patient.state import Cause, Disposition, Fit
from tests.grids import base_grid

_NAMES = {entry.code: state for state, entry in REACTIONS.items()}
_COURSES = {
    "=": Course.STAY,
    "UP": Course.NEXT,
    "RO": Course.BACK,
    "RS": Course.HABIT,
    "DEEP": Course.DEEPEST,
    "FT!": Course.PART,
}
REFERENCE = (Path(__file__).parent / "domain_grid.txt").read_text(encoding="utf-8").strip().splitlines()


def _reference_cells() -> dict[tuple[Move, ReactionState], str]:
    columns = [_NAMES[code] for code in REFERENCE[0].split()[1:]]
    cells: dict[tuple[Move, ReactionState], str] = {}
    for line in REFERENCE[1:]:
        move, *row = line.split()
        cells |= {(Move(move), state): cell for state, cell in zip(columns, row, strict=True)}
    return cells


def _in_file_notation(cell: str) -> str:
    for hinge in "/*":
        if hinge in cell:
            return f" {hinge} ".join(str(_word(part)) for part in cell.split(hinge))
    return str(_word(cell))


def _word(code: str) -> Course | ReactionState:
    return _COURSES[code] if code in _COURSES else _NAMES[code]


def test_all_408_cells_are_those_of_the_clinical_reference() -> None:
    reference = _reference_cells()
    assert len(reference) == 408
    assert {key: str(cell) for key, cell in base_grid().cells.items()} == {
        key: _in_file_notation(cell) for key, cell in reference.items()
    }


@pytest.mark.parametrize("move", list(Move))
def test_every_move_says_why_wherever_it_can_lead(move: Move) -> None:
    reasons = base_grid().reasons[move]
    assert reasons.holds
    assert reasons.slips
    for state, origin, style in product(GRID_STATES, (Family.WITHDRAWAL, Family.CONFRONTATION), [Family.DEFERENCE]):
        cell = base_grid().cells[move, state]
        disposition = Disposition(style, Fit.POOR, Cause.TONE, 1)
        for target in (cell.first, cell.second):
            assert resolve(target, state, origin, disposition) in ReactionState


@pytest.mark.parametrize("text", ["exploring / avoiding / stay", "explorin", "", "exploring /", "next * "])
def test_a_cell_that_cannot_be_read_is_a_sentence(text: str) -> None:
    with pytest.raises(CellFault) as refused:
        parse_cell(text)
    assert "“" in str(refused.value.message)


def test_a_cell_knows_what_decides_it() -> None:
    assert parse_cell("exploring / avoiding").hinge is Hinge.GATE
    assert parse_cell("exploring*shut-down").hinge is Hinge.INVITED
    assert parse_cell("next").hinge is Hinge.NONE
