"""Why the patient reacted: the rules of the reaction graph as sentences, and whether a step opens, holds or slips."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.alliance import Code, ReactionState, family_of


class Direction(Code):
    """Which way a reaction goes, seen from repair."""

    OPENS = "opens"
    HOLDS = "holds"
    SLIPS = "slips"


class Why(Code):
    """A rule that had a part in the reaction."""

    OWNED_NOT = "owned-not"
    OWNED_VAGUELY = "owned-vaguely"
    TOO_OFTEN = "too-often"
    GATE_OPEN_OWNED = "gate-open-owned"
    GATE_OPEN_TRUST = "gate-open-trust"
    GATE_CLOSED = "gate-closed"
    GATE_CLOSED_STILL = "gate-closed-still"
    GATE_CLOSED_FIRST = "gate-closed-first"
    INVITED = "invited"
    UNINVITED = "uninvited"
    CAUSE_REMEDIED = "cause-remedied"
    PARTING_TOO_SOON = "parting-too-soon"
    LATE_SLIP = "late-slip"
    SECONDARY = "secondary"
    DROPPED_OUT = "dropped-out"
    REPAIR_HOLDS = "repair-holds"
    SCRIPT = "script"


REASONS: Final[Mapping[Why, str]] = MappingProxyType(
    {
        Why.OWNED_NOT: "What sounds like an apology leaves the doubt with the patient, so it is heard as soothing.",
        Why.OWNED_VAGUELY: "Nothing specific is owned, so it is heard as sympathy.",
        Why.TOO_OFTEN: "The same thing for the third time running is heard as pressing on.",
        Why.GATE_OPEN_OWNED: "It is let in because you had owned your part specifically.",
        Why.GATE_OPEN_TRUST: "It is let in because the felt alliance bears it.",
        Why.GATE_CLOSED: "It is not let in: your part is not owned yet, and the felt alliance does not bear it.",
        Why.GATE_CLOSED_STILL: "It is not let in yet: you have only just owned it, and the felt alliance does not bear it.",
        Why.GATE_CLOSED_FIRST: "It is not let in: a first attempt often strains things before it helps.",
        Why.INVITED: "There was an invitation before the silence, so waiting makes room.",
        Why.UNINVITED: "There was no invitation before the silence, so waiting feels like distance.",
        Why.CAUSE_REMEDIED: "It mends what actually caused the strain, and you had owned your part before.",
        Why.PARTING_TOO_SOON: "Parting is not agreed yet: explore first, and try an adjustment.",
        Why.LATE_SLIP: "Close to repair the old pattern comes back: the fear of speaking was never looked at.",
        Why.SECONDARY: "This is a secondary rupture: an attempt to repair can strain things again.",
        Why.DROPPED_OUT: "There is too little left of the alliance to stay for.",
        Why.REPAIR_HOLDS: "You work together again, and that holds.",
        Why.SCRIPT: "The scenario decides what follows here.",
    }
)

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
