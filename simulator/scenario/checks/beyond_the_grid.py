"""Where a turn can end although no cell of the grid leads there: circles, and signs of leaving."""

from __future__ import annotations

from collections.abc import Collection

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState, is_rupture, worst_of
from simulator.patient.possible import Possible, origins_in
from simulator.patient.stuck import deeper_from


def can_end_in(state: ReactionState, move: Move, quality: int | None, possible: Possible) -> frozenset[ReactionState]:
    """Every state in which a turn can end after a move, unless the patient has left or a script leads.

    The same state again and again goes deeper, and from every rupture the felt alliance can have gone.
    """
    ended = possible.after(state, move, quality)
    return ended.union(*map(deeper_from, ended), signs_from(ended))


def signs_from(ended: Collection[ReactionState]) -> frozenset[ReactionState]:
    """Where the patient shows a sign of leaving (rule 13), if a turn would have ended in one of some states."""
    return frozenset(worst_of(origin) for one in ended if is_rupture(one) for origin in origins_in(one))
