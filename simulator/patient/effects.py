"""What moves and reactions do to the gauges: rule 2 of the reaction graph, in stored levels of five points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import WORST_RUPTURES, ReactionState
from simulator.patient.gauges import NO_CHANGE, Change
from simulator.patient.state import Past, PatientState

_NEW_RUNG: Final = Change(bond=1)
_NEW_RUPTURE: Final = Change(bond=-1)
_DEEPEST_RUPTURE: Final = Change(bond=-1)

_OWNING: Final = Change(bond=1)
"""Of what is heard as owning: from quality 3 on. Quality 0 and 1 cost bond, because they play as early reassurance."""

_HINDERING: Final = Change(bond=-1)
_HINDERING_ALSO: Final[Mapping[Move, Change]] = MappingProxyType(
    {
        Move.PRESS_ON: Change(task=-1, goal=-1),
        Move.DEFEND_JUSTIFY: Change(task=-1),
        Move.SEEK_AGREEMENT: Change(goal=-1),
    }
)


@dataclass(frozen=True, slots=True)
class _Bonus:
    """A gain that a move brings in certain states, once for each visit of the state."""

    change: Change
    states: frozenset[ReactionState]
    paid: int


_BONUSES: Final[Mapping[Move, _Bonus]] = MappingProxyType(
    {
        Move.RENEGOTIATE: _Bonus(
            Change(task=2, goal=1),
            frozenset(
                {
                    ReactionState.EXPLORING,
                    ReactionState.QUALIFIED_ASSERTION,
                    ReactionState.SELF_ASSERTION,
                    ReactionState.COMPLAINT,
                    ReactionState.HURT,
                }
            ),
            Past.PAID_RENEGOTIATE,
        ),
        Move.SUPPORT_ASSERTION: _Bonus(
            Change(task=1, goal=1), frozenset({ReactionState.SELF_ASSERTION}), Past.PAID_SUPPORT
        ),
        Move.GIVE_RATIONALE: _Bonus(
            Change(task=1), frozenset({ReactionState.EXPLORING, ReactionState.COMPLAINT}), Past.PAID_RATIONALE
        ),
    }
)


def move_change(state: PatientState, played: Move, owning: int) -> Change:
    """What the move, as it is heard, does to the gauges in this state; ``owning`` is how well the own part was named (0-4)."""
    if is_hindering(played):
        return _HINDERING + _HINDERING_ALSO.get(played, NO_CHANGE)
    if played is Move.OWN_CONTRIBUTION:
        fresh = owning > state.owned and state.reaction is not ReactionState.ENGAGED
        return _OWNING if fresh else NO_CHANGE
    bonus = _BONUSES.get(played)
    if bonus and state.reaction in bonus.states and not state.past & bonus.paid:
        return bonus.change
    return NO_CHANGE


def entering_change(target: ReactionState, *, new_rung: bool, rupture: bool) -> Change:
    """What entering a state does to the gauges: a rung reached for the first time, or a new rupture."""
    change = _NEW_RUNG if new_rung else NO_CHANGE
    if rupture:
        change = change + _NEW_RUPTURE
        if target in WORST_RUPTURES:
            change = change + _DEEPEST_RUPTURE
    return change


def paid_by(played: Move) -> int:
    """The mark (of ``Past``) that keeps a move's bonus from paying twice in one visit of a state."""
    bonus = _BONUSES.get(played)
    return bonus.paid if bonus else Past.NONE


def bonus_states(move: Move) -> frozenset[ReactionState]:
    """The states in which a move brings a gain that pays once for each visit."""
    bonus = _BONUSES.get(move)
    return bonus.states if bonus else frozenset()
