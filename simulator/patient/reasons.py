"""Why the patient reacted: codes of the rules that had a part in it, their sentences, and which way a step goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from simulator.alliance.codes import Code
from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState, family_of
from simulator.messages.message import Message
from simulator.messages.sentences.reasons import RULES
from simulator.messages.sentences.text import AS_WRITTEN

if TYPE_CHECKING:
    from simulator.patient.grid import ReactionGrid


class Direction(Code):
    """Which way a reaction goes, seen from repair."""

    OPENS = "opens"
    HOLDS = "holds"
    SLIPS = "slips"


class Why(Code):
    """A rule that had a part in the reaction."""

    OWNED_NOT = "owned-not"
    OWNED_VAGUELY = "owned-vaguely"
    OWNED_VAGUELY_NOW = "owned-vaguely-now"
    """Vaguely this time, and specifically before."""
    TOO_OFTEN = "too-often"
    SILENT_TOO_OFTEN = "silent-too-often"
    GATE_OPEN_OWNED = "gate-open-owned"
    GATE_OPEN_TRUST = "gate-open-trust"
    HARMLESS_OWNED = "harmless-owned"
    """The gate is open, and keeps things as they are."""
    HARMLESS_TRUST = "harmless-trust"
    GATE_CLOSED = "gate-closed"
    GATE_CLOSED_STILL = "gate-closed-still"
    GATE_CLOSED_FIRST = "gate-closed-first"
    EASED_ONLY = "eased-only"
    """The gate is closed, and things ease all the same."""
    EASED_ONLY_FIRST = "eased-only-first"
    INVITED = "invited"
    UNINVITED = "uninvited"
    UNINVITED_HOLDS = "uninvited-holds"
    CAUSE_REMEDIED = "cause-remedied"
    PARTING_TOO_SOON = "parting-too-soon"
    LATE_SLIP = "late-slip"
    SECONDARY = "secondary"
    """A move that meant to help strains things again."""
    STRAINED_AGAIN = "strained-again"
    """A move that does not help strains things again, after an attempt to repair."""
    DROPPED_OUT = "dropped-out"
    WORN_OUT = "worn-out"
    """There were too many ruptures, although the alliance would bear it."""
    UNANSWERED = "unanswered"
    FORGIVEN = "forgiven"
    UNOWNED = "unowned"
    """A repair would be there, and the own part was not owned."""
    STUCK = "stuck"
    """The same rupture for the third time: it goes deeper."""
    CIRCLED = "circled"
    """In the deepest state once more: that ends the hour."""
    SIGN_GIVEN = "sign-given"
    SIGN_HEARD = "sign-heard"
    SIGN_PASSED = "sign-passed"
    REPAIR_HOLDS = "repair-holds"
    SCRIPT = "script"


CELL: Final = "cell"
"""Stands for the reason that a cell of the person's own reaction graph gives."""

AS_IT_WENT: Final[Mapping[tuple[Why, str], Why]] = MappingProxyType(
    {
        (Why.GATE_OPEN_OWNED, Direction.HOLDS): Why.HARMLESS_OWNED,
        (Why.GATE_OPEN_TRUST, Direction.HOLDS): Why.HARMLESS_TRUST,
        (Why.GATE_CLOSED, Direction.OPENS): Why.EASED_ONLY,
        (Why.GATE_CLOSED_FIRST, Direction.OPENS): Why.EASED_ONLY_FIRST,
        (Why.UNINVITED, Direction.HOLDS): Why.UNINVITED_HOLDS,
    }
)
"""What is said of a gate or an invitation where the step that hung on it went another way than it usually does."""


def reason_messages(why: Sequence[str], heard: Move, before: ReactionState, grid: ReactionGrid) -> tuple[Message, ...]:
    """The reasons for a reaction as sentences, the reaction graph's own first; codes of newer rules are passed over.

    ``heard`` is the move as it was heard and ``before`` the state it was heard in; the graph's sentences are words of its
    file.
    """
    told = (_reason(code, heard, before, grid) for code in why)
    return tuple(message for message in told if message is not None)


def _reason(code: str, heard: Move, before: ReactionState, grid: ReactionGrid) -> Message | None:
    of_graph = _of_graph(code, heard, before, grid)
    if of_graph is not None:
        return AS_WRITTEN(words=of_graph) if of_graph else None
    rule = RULES.get(code)
    return rule() if rule is not None else None


def _of_graph(code: str, heard: Move, before: ReactionState, grid: ReactionGrid) -> str | None:
    match code:
        case _ if code == CELL:
            cell = grid.cells.get((heard, before))
            return cell.because if cell is not None else ""
        case Direction.OPENS:
            return grid.reasons[heard].opens
        case Direction.HOLDS:
            return grid.reasons[heard].holds
        case Direction.SLIPS:
            return grid.reasons[heard].slips
        case _:
            return None


_DISTANCE_TO_REPAIR: Final[Mapping[ReactionState, int]] = {
    ReactionState.REPAIRED: 0,
    ReactionState.TRANSFER: 0,
    ReactionState.SELF_ASSERTION: 1,
    ReactionState.VULNERABILITY: 1,
    ReactionState.BLOCK: 2,
    ReactionState.QUALIFIED_ASSERTION: 3,
    ReactionState.HURT: 3,
    ReactionState.EXPLORING: 4,
    ReactionState.ENGAGED: 5,
    ReactionState.MINIMAL: 6,
    ReactionState.COMPLYING: 6,
    ReactionState.COMPLAINT: 6,
    ReactionState.AVOIDING: 7,
    ReactionState.APPEASING: 7,
    ReactionState.REJECTING: 7,
    ReactionState.MIXED: 7,
    ReactionState.SHUT_DOWN: 8,
    ReactionState.PRESSURE: 8,
    ReactionState.LEFT: 9,
}


def distance_to_repair(state: ReactionState) -> int:
    """How many steps a state is away from repair, 0 to 9; a way to compare states, not a count of turns."""
    return _DISTANCE_TO_REPAIR[state]


def direction(old: ReactionState, new: ReactionState) -> Direction:
    """Whether a step goes towards repair, stays as far from it, or goes away from it."""
    step = _DISTANCE_TO_REPAIR[new] - _DISTANCE_TO_REPAIR[old]
    if step == 0:
        return Direction.HOLDS if old is new else Direction.SLIPS
    return Direction.OPENS if step < 0 else Direction.SLIPS


def eases(old: ReactionState, new: ReactionState) -> bool:
    """Whether a step is a milder state of the same family."""
    return family_of(old) is family_of(new) and _DISTANCE_TO_REPAIR[new] < _DISTANCE_TO_REPAIR[old]
