"""Reaction files: the grid that says where each move leads from each state, and a person's differences from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.patient.grid import GRID_STATES, Cell, MoveReasons, ReactionGrid
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.key_tables import REACTIONS
from simulator.scenario.loading import Loaded, note_id
from simulator.scenario.record_readers import Values, read_record
from simulator.scenario.remarks_in_prose import cut_sentences
from simulator.scenario.spans import SpanMap


@dataclass(frozen=True, slots=True)
class GridReading:
    """A reaction file as read: the grid if there is no fault, and everything wrong with it."""

    grid: ReactionGrid | None
    diagnostics: tuple[Diagnostic, ...]
    spans: SpanMap


@lru_cache(maxsize=16)
def grid_of(loaded: Loaded) -> GridReading:
    """The grid of one reaction file; remembered, for nearly every patient uses the same."""
    faults = loaded.new_faults()
    values = None
    if loaded.root is not None and loaded.root != "":
        values = read_record(REACTIONS, loaded.root, None, faults)
    if values is not None:
        note_id(values.get("id"), loaded, faults)
    found = (*loaded.faults, *cut_sentences(loaded, REACTIONS), *faults.diagnostics())
    grid = _grid(values) if values is not None and not faults and not loaded.broken else None
    return GridReading(grid, found, SpanMap(loaded.spans))


def _grid(values: Values) -> ReactionGrid:
    cells: dict[tuple[Move, ReactionState], Cell] = {}
    reasons: dict[Move, MoveReasons] = {}
    for move, row in values["moves"].items():
        because = row["because"]
        reasons[move] = MoveReasons(because.get("opens", ""), because.get("holds", ""), because.get("slips", ""))
        for state in GRID_STATES:
            cells[move, state] = row[state]
    return ReactionGrid(values["id"], MappingProxyType(cells), MappingProxyType(reasons))


def changed_grid(
    grid: ReactionGrid, change: dict[Move, dict[ReactionState, Values]] | None, person: str
) -> ReactionGrid:
    """The base grid with the cells in which a person differs."""
    if not change:
        return grid
    cells = dict(grid.cells)
    for move, row in change.items():
        for state, values in row.items():
            cells[move, state] = replace(values["to"], because=values["because"])
    return ReactionGrid(person, MappingProxyType(cells), grid.reasons)
