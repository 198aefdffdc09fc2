"""Rules 7 and 13: when a patient does not stay, and the sign that comes before anybody leaves.

In real work many leave without one; the sign is a safety net of this simulator.
"""

from __future__ import annotations

from typing import Final

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import WORST_RUPTURES, Family, ReactionState, family_of, is_rupture, worst_of
from simulator.patient.gauges import Alliance
from simulator.patient.state import PAID, RUPTURE_CAP, Disposition, Past, PatientState
from simulator.patient.stuck import ended_in

LOWEST_ALLIANCE: Final = 15
"""Felt alliance (mean, in points) below which a patient does not stay through a rupture."""


def loses_heart(reaction: ReactionState, alliance: Alliance) -> bool:
    """Rule 7: whether too little is left of the alliance to stay through a rupture."""
    return is_rupture(reaction) and not alliance.at_least(LOWEST_ALLIANCE)


def worn_out(state: PatientState) -> bool:
    """Rule 7: whether there were too many ruptures to stay through the deepest of them."""
    return state.reaction in WORST_RUPTURES and state.ruptures >= RUPTURE_CAP


def gives_sign(state: PatientState) -> bool:
    """Whether the patient shows a sign of leaving now."""
    return bool(state.past & Past.LEAVING)


def follows_the_sign(before: PatientState, played: Move) -> bool:
    """Whether a move, as it is heard, is the one that makes a patient go who has just shown the sign."""
    return gives_sign(before) and is_hindering(played)


def has_gone(state: PatientState) -> bool:
    """Whether the patient has left, or parted politely."""
    return state.reaction is ReactionState.LEFT or bool(state.past & Past.PARTED)


def does_not_stay(before: PatientState, new: PatientState, disposition: Disposition, *, in_place: bool) -> PatientState:
    """The patient who has cause to leave: with a sign of it the first time, gone the next.

    ``before`` is the state in which the move was made, ``new`` the one it led to. ``in_place`` tells that rule 14 is the
    cause: who only goes in circles shows the sign where they are, and a deferring one parts politely.
    """
    if before.past & Past.SIGNED:
        return goes(new, politely=in_place)
    signed = new._replace(past=new.past | Past.SIGNED | Past.LEAVING)
    if in_place:
        return signed
    worst = worst_of(new.origin)
    return signed if new.reaction is worst else _moved_to(worst, signed, before, disposition)


def goes(state: PatientState, *, politely: bool) -> PatientState:
    """The patient who leaves; a deferring one can end the hour ``politely``, and stays away or not by rule 7."""
    if politely and family_of(state.reaction) is Family.DEFERENCE:
        return state._replace(past=state.past | Past.PARTED)
    return state._replace(reaction=ReactionState.LEFT)


def _moved_to(
    worst: ReactionState, signed: PatientState, before: PatientState, disposition: Disposition
) -> PatientState:
    """The same patient in the deepest state of the rupture: entering it costs nothing more."""
    return signed._replace(
        reaction=worst,
        origin=family_of(worst),
        past=signed.past & ~PAID,
        last_move=None,
        streak=0,
        dwelt=ended_in(before, worst, disposition.difficulty),
    )
