"""The gate: whether the patient lets a move in, because enough was owned or because the felt alliance bears it."""

from __future__ import annotations

from typing import Final

from simulator.alliance.moves import is_hindering
from simulator.alliance.reactions import is_rupture
from simulator.patient.act import Act
from simulator.patient.state import Disposition, Past, PatientState

OWNED_OPENS_GATE: Final = 3
"""From this quality on, owning the contribution opens the gate to what follows."""

_BASE, _STEP, _RUPTURES = 45, 5, 4
_FIRST_ATTEMPT_FROM: Final = 2


def gate_threshold(state: PatientState, act: Act, disposition: Disposition) -> int | None:
    """The felt alliance (mean, in points) from which the gate is open to this act; ``None`` if it stays closed."""
    if meets_first_attempt_rule(state, act, disposition):
        return None
    if state.owned >= OWNED_OPENS_GATE:
        return 0
    return gate_at(state.ruptures)


def gate_at(ruptures: int) -> int:
    """The felt alliance (mean, in points) that opens the gate by itself after so many ruptures; the same at every level."""
    return _BASE + _STEP * (min(max(ruptures, 1), _RUPTURES) - 1)


def gate_open(state: PatientState, act: Act, disposition: Disposition) -> bool:
    """Whether the patient lets the therapist in: enough was owned, or the felt alliance bears it.

    From level 2 the first attempt to help after each new rupture meets a closed gate unless it owns the contribution
    specifically.
    """
    threshold = gate_threshold(state, act, disposition)
    return threshold is not None and state.alliance.at_least(threshold)


def meets_first_attempt_rule(state: PatientState, act: Act, disposition: Disposition) -> bool:
    """Whether the gate is closed to an act only because it is the first attempt to help after a new rupture (rule 16)."""
    if disposition.difficulty < _FIRST_ATTEMPT_FROM or state.past & Past.TRIED or not is_rupture(state.reaction):
        return False
    return not is_hindering(act.move) and act.owning < OWNED_OPENS_GATE
