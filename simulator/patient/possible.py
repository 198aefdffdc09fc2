"""Every state a patient could move to after a move, whatever happened before: what authors and proofs reason with."""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from typing import Final

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import ORIGIN_FAMILIES, Family, ReactionState, family_of
from simulator.patient.act import as_heard
from simulator.patient.grid import ReactionGrid, Target, resolve
from simulator.patient.reacting import CAUSE_REMEDY
from simulator.patient.reasons import Direction, direction
from simulator.patient.state import Cause, Disposition, Fit

_GUARD_RESPECTED: Final = (Move.EXPLORE_FEAR, Move.VALIDATE_PROTECTION)
_LATE_SLIP_FROM: Final = 3
_SLIPS: Final = (ReactionState.COMPLYING, ReactionState.COMPLAINT)


class Opening(IntEnum):
    """How sure it is that a move takes the patient nearer to repair."""

    NEVER = 0
    SOMETIMES = 1
    """If the gate is open, or after an invitation."""
    ALWAYS = 2


class Possible:
    """The states that each move could lead to for one person, worked out once for each state and move.

    Neither the gate nor the turns before are known, so every answer holds all of them. What can follow any move is left
    out: drop-out for a lost alliance, the sign before it, and going deeper after too many turns.
    """

    __slots__ = ("_disposition", "_grid", "_known", "_openings")

    def __init__(self, grid: ReactionGrid, disposition: Disposition) -> None:
        self._grid = grid
        self._disposition = disposition
        self._known: dict[tuple[Move, ReactionState], frozenset[ReactionState]] = {}
        self._openings: dict[tuple[Move, ReactionState], Opening] = {}

    def after(self, state: ReactionState, move: Move, quality: int | None = None) -> frozenset[ReactionState]:
        """Where a move could lead from a state; ``quality`` counts for ``own_contribution`` only."""
        key = (as_heard(move, quality), state)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._work_out(*key)
        return known

    def opening(self, state: ReactionState, move: Move, quality: int | None = None) -> Opening:
        """Whether a move takes the patient nearer to repair from here."""
        key = (as_heard(move, quality), state)
        known = self._openings.get(key)
        if known is None:
            known = self._openings[key] = self._judge(*key)
        return known

    def _judge(self, move: Move, state: ReactionState) -> Opening:
        cell = self._grid.cells.get((move, state))
        if cell is None or is_hindering(move) or not self._all_open(cell.first, state):
            return Opening.NEVER
        return Opening.ALWAYS if self._all_open(cell.second, state) else Opening.SOMETIMES

    def _all_open(self, target: Target, state: ReactionState) -> bool:
        reached = _meanings(target, state, self._disposition.style, self._disposition.fit)
        return all(direction(state, one) is Direction.OPENS for one in reached)

    def _work_out(self, move: Move, state: ReactionState) -> frozenset[ReactionState]:
        cell = self._grid.cells.get((move, state))
        if cell is None:
            return frozenset()
        person = self._disposition
        found = _meanings(cell.first, state, person.style, person.fit)
        found |= _meanings(cell.second, state, person.style, person.fit)
        if ReactionState.TRANSFER in found:
            found |= {state}
        if is_hindering(move):
            found |= {state}  # at level 1 the first one of the hour is forgiven
        if state is ReactionState.EXPLORING and CAUSE_REMEDY.get(person.cause) is move:
            found |= {ReactionState.REPAIRED}
        if (
            ReactionState.REPAIRED in found
            and state is not ReactionState.REPAIRED
            and move is not Move.OWN_CONTRIBUTION
        ):
            found |= {state}  # nothing is repaired that was not owned
        if ReactionState.REPAIRED in found and state is not ReactionState.REPAIRED and self._can_slip(move):
            found |= {_SLIPS[origin is Family.CONFRONTATION] for origin in origins_in(state)}
        return found

    def _can_slip(self, move: Move) -> bool:
        return self._disposition.difficulty >= _LATE_SLIP_FROM and move not in _GUARD_RESPECTED


@cache
def _meanings(target: Target, state: ReactionState, style: Family, fit: Fit) -> frozenset[ReactionState]:
    """What a target such as ``back`` can mean in a state, wherever the rupture came from; a small table in the end."""
    any_other = Disposition(style, fit, Cause.TONE, 1)
    return frozenset(resolve(target, state, origin, any_other) for origin in origins_in(state))


@cache
def origins_in(state: ReactionState) -> tuple[Family, ...]:
    """The families a rupture can have come from while the patient is in this state."""
    family = family_of(state)
    return (family,) if family in ORIGIN_FAMILIES else ORIGIN_FAMILIES
