"""Where a turn can end although no cell of the grid leads there: circles, and signs of leaving."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import Family, ReactionState, family_of
from simulator.patient.possible import Possible

_S = ReactionState
_DEEPER: Final[Mapping[ReactionState, frozenset[ReactionState]]] = MappingProxyType(
    {
        _S.MINIMAL: frozenset({_S.AVOIDING, _S.SHUT_DOWN}),
        _S.AVOIDING: frozenset({_S.SHUT_DOWN}),
        _S.COMPLYING: frozenset({_S.APPEASING}),
        _S.COMPLAINT: frozenset({_S.REJECTING, _S.PRESSURE}),
        _S.REJECTING: frozenset({_S.PRESSURE}),
        _S.MIXED: frozenset({_S.AVOIDING, _S.SHUT_DOWN, _S.APPEASING, _S.REJECTING, _S.PRESSURE}),
    }
)
"""Where rule 14 takes who ends turns in a state again and again."""

_SIGNS: Final[Mapping[Family, frozenset[ReactionState]]] = MappingProxyType(
    {
        Family.WITHDRAWAL: frozenset({_S.SHUT_DOWN}),
        Family.DEFERENCE: frozenset({_S.SHUT_DOWN}),
        Family.CONFRONTATION: frozenset({_S.PRESSURE}),
        Family.MIXED: frozenset({_S.SHUT_DOWN, _S.PRESSURE}),
    }
)
"""Where rule 13 takes who has cause to leave, by the family of the state the turn would have ended in."""

_NOWHERE: Final[frozenset[ReactionState]] = frozenset()


def can_end_in(state: ReactionState, move: Move, quality: int | None, possible: Possible) -> frozenset[ReactionState]:
    """Every state in which a turn can end after a move, unless the patient has left or a script leads.

    The same state again and again goes deeper, and from every rupture the felt alliance can have gone.
    """
    ended = possible.after(state, move, quality)
    deeper = _NOWHERE.union(*(_DEEPER.get(one, _NOWHERE) for one in ended))
    return frozenset(ended | deeper | signs_from(ended))


def repeated(move: Move) -> Move:
    """How a helping move is heard for the third time running; a hindering one stays what it is."""
    if is_hindering(move):
        return move
    return Move.RETREAT if move is Move.HOLD_SILENCE else Move.PRESS_ON


def signs_from(ended: Collection[ReactionState]) -> frozenset[ReactionState]:
    """Where the patient shows a sign of leaving, if a turn would have ended in one of some states."""
    return _NOWHERE.union(*(_SIGNS.get(family_of(one), _NOWHERE) for one in ended))
