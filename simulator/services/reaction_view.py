"""A reaction graph to look at: where each move leads from each state, and where a person differs from the base."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ORIGIN_FAMILIES, Family, ReactionState, family_of
from simulator.patient.grid import GRID_STATES, Cell, Hinge, ReactionGrid, resolve
from simulator.patient.state import Cause, Disposition, Fit
from simulator.scenario.editing.written import Written
from simulator.scenario.nodes import Path
from simulator.scenario.read import Reading
from simulator.services.shared_files import PATIENT

COLUMNS: Final[tuple[tuple[ReactionState, ...], ...]] = (
    (ReactionState.ENGAGED, ReactionState.MIXED),
    (ReactionState.MINIMAL, ReactionState.AVOIDING, ReactionState.SHUT_DOWN),
    (ReactionState.COMPLYING, ReactionState.APPEASING),
    (ReactionState.COMPLAINT, ReactionState.REJECTING, ReactionState.PRESSURE),
    (ReactionState.EXPLORING, ReactionState.QUALIFIED_ASSERTION, ReactionState.BLOCK, ReactionState.SELF_ASSERTION),
    (ReactionState.HURT, ReactionState.VULNERABILITY, ReactionState.REPAIRED),
    (ReactionState.TRANSFER, ReactionState.LEFT),
)
"""The columns of the picture from the left: a family each; repair has one more, for what is felt and for its end."""


@dataclass(frozen=True, slots=True)
class Leads:
    """Where one move leads from one state: ``first``, or ``second`` where that hangs on something.

    ``base`` is the cell that this person differs from, if they do.
    """

    move: Move
    state: ReactionState
    cell: Cell
    first: ReactionState
    second: ReactionState
    base: Cell | None = None

    @property
    def forks(self) -> bool:
        """Whether it hangs on something where it leads."""
        return self.cell.hinge is not Hinge.NONE and self.first is not self.second


class ReactionView:
    """The whole graph of one person, or of a reaction file, which has no differences."""

    def __init__(self, grid: ReactionGrid, base: ReactionGrid | None, style: Family, fit: Fit = Fit.GOOD) -> None:
        self.grid, self.base = grid, base
        self._disposition = Disposition(style, fit, Cause.TONE, 2)
        self._leads: dict[ReactionState, tuple[Leads, ...]] = {}

    def leads_from(self, state: ReactionState) -> tuple[Leads, ...]:
        """Where every move leads from a state."""
        if state not in self._leads:
            found = (self.leads(move, state) for move in Move) if state in GRID_STATES else ()
            self._leads[state] = tuple(found)
        return self._leads[state]

    def leads(self, move: Move, state: ReactionState) -> Leads:
        """Where one move leads from one state."""
        cell = self.grid.cells[move, state]
        own = family_of(state)
        origin = own if own in ORIGIN_FAMILIES else self._disposition.style
        first, second = (resolve(target, state, origin, self._disposition) for target in (cell.first, cell.second))
        base = self.base.cells[move, state] if self.base is not None else None
        return Leads(move, state, cell, first, second, base if base is not None and base != cell else None)

    def differences(self) -> Iterator[Leads]:
        """Every cell in which the person differs."""
        for state in GRID_STATES:
            yield from (one for one in self.leads_from(state) if one.base is not None)


def view_of(reading: Reading) -> ReactionView | None:
    """The graph of a file as it reads now; nothing where it cannot be read."""
    person = reading.patient
    if person is not None:
        return ReactionView(person.grid, reading.base, person.style, person.fit)
    return ReactionView(reading.grid, None, Family.WITHDRAWAL) if reading.grid is not None else None


def cell_place(kind: str, move: Move, state: ReactionState) -> Path:
    """Where a cell is written in a file of a kind: in a patient file as a difference."""
    if kind == PATIENT:
        return "reactions", "change", str(move), str(state)
    return "moves", str(move), str(state)


def reason_of(leads: Leads, written: Written, place: Path) -> str:
    """Why the person differs, as it is written in this file or in the one that they begin from."""
    node = written.node((*place, "because"))
    return node.strip() if isinstance(node, str) else leads.cell.because
