"""The shipped reaction grid, read without the scenario reader, so that each is tested on its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.patient.grid import Cell, MoveReasons, ReactionGrid, parse_cell

BASE = Path(__file__).parent.parent / "scenarios" / "reactions" / "alliance_base.yaml"


@cache
def base_grid() -> ReactionGrid:
    """The base reaction graph."""
    moves = yaml.safe_load(BASE.read_text(encoding="utf-8"))["moves"]
    cells: dict[tuple[Move, ReactionState], Cell] = {}
    reasons: dict[Move, MoveReasons] = {}
    for name, row in moves.items():
        move = Move(name)
        because = row.pop("because")
        reasons[move] = MoveReasons(because.get("opens", ""), because.get("holds", ""), because.get("slips", ""))
        cells |= {(move, ReactionState(state)): parse_cell(cell) for state, cell in row.items()}
    return ReactionGrid("alliance_base", cells, reasons)
