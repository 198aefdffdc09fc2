"""What of a patient's state can have a part in the reaction to an act: all else passes through it.

Each line here is an argument from the reaction rules; ``Drawings`` holds each against the rules once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import ReactionState
from simulator.analysis.patient_codes import BITS, EVERY_DWELT, ORIGIN, OWNED, PAST, REACTION, RUNGS, RUPTURES, TALK
from simulator.patient.act import Act, repeated
from simulator.patient.effects import paid_by
from simulator.patient.grid import Cell, Course, Hinge, ReactionGrid
from simulator.patient.reacting import CAUSE_REMEDY, OWNED_REPAIRS
from simulator.patient.state import Past, Rung
from simulator.session.script import Script

ENOUGH: Final = OWNED.put(OWNED_REPAIRS)
"""Of what was owned, all but owning itself asks only whether it was so much (the gate is asked apart)."""

GATE: Final = 1 << BITS
"""Beside the bits of a code: whether it matters that the gate is open."""

FRESH: Final = GATE << 1
"""The same: whether more is owned than ever before, and no more than that of what was owned."""

_ALWAYS: Final = REACTION.mask | ORIGIN.mask | RUPTURES.mask | EVERY_DWELT | TALK | PAST.put(Past.SIGNED | Past.LEAVING)
_PARTING: Final = (ReactionState.TRANSFER, Course.PART)


def cells_of(grid: ReactionGrid, act: Act, reaction: ReactionState, *, third: bool) -> list[Cell]:
    """The cells that can decide about an act; ``third`` if the move comes the third time running."""
    heard = (act.move, *heard_as(act, third=third))
    return [grid.cells[move, reaction] for move in heard if (move, reaction) in grid.cells]


def part_in_reaction(script: Script, act: Act, reaction: ReactionState, *, third: bool) -> int:
    """The bits of a code that the reaction to an act can ask for, and ``GATE``; ``third`` as in ``cells_of``."""
    disposition, grid = script.disposition, script.scenario.patient.grid
    heard, cells = tuple(heard_as(act, third=third)), cells_of(grid, act, reaction, third=third)
    targets = {act.scripted, *(target for cell in cells for target in (cell.first, cell.second))}
    asked = _ALWAYS
    for move in heard:
        asked |= PAST.put(paid_by(move))
    if act.move is Move.OWN_CONTRIBUTION:
        asked |= OWNED.mask
    if disposition.difficulty == 1 and any(map(is_hindering, heard)):
        asked |= PAST.put(Past.HINDERED)
    if any(cell.hinge is Hinge.GATE for cell in cells):
        asked |= GATE
    if any(cell.hinge is Hinge.INVITED for cell in cells):
        asked |= PAST.put(Past.INVITED)
    if Move.RENEGOTIATE in heard:
        asked |= RUNGS.put(Rung.EXPLORING)
    if targets & set(_PARTING):
        asked |= RUNGS.put(Rung.EXPLORING) | PAST.put(Past.ADJUSTED)
    if ReactionState.REPAIRED in targets or CAUSE_REMEDY.get(disposition.cause) in heard:
        asked |= ENOUGH
        if disposition.difficulty >= 3:  # the late slip
            asked |= RUNGS.put(Rung.REPAIRED) | PAST.put(Past.GUARD_RESPECTED | Past.SLIPPED)
    if owns_anew(act) and not third:
        asked = asked & ~OWNED.mask | FRESH
    return asked


def owns_anew(act: Act) -> bool:
    """Whether the act owns so much that, from then on, enough was owned for everything that asks for no more."""
    return act.owning >= OWNED_REPAIRS


def heard_as(act: Act, *, third: bool) -> Iterator[Move]:
    """The moves as which an act can be heard (rules 1, 3 and 12); ``third`` as in ``cells_of``."""
    yield act.move
    if act.leaves_unanswered:
        yield Move.RETREAT
    elif third:
        yield repeated(act.move)
    if act.move is Move.OWN_CONTRIBUTION:
        yield from (Move.REASSURE_EARLY, Move.VALIDATE_FEELING)
