"""What a patient shows that words can take up, beside what was just said: being stuck, and being about to leave."""

from __future__ import annotations

from typing import Final

from simulator.alliance.said_classes import ShownClass
from simulator.patient.leaving import gives_sign
from simulator.patient.state import PatientState
from simulator.patient.stuck import is_stuck

_NOTHING: Final[frozenset[ShownClass]] = frozenset()
_LEAVING: Final = frozenset({ShownClass.LEAVING})
_STUCK: Final = frozenset({ShownClass.STUCK})


def shown_by(patient: PatientState, level: int) -> frozenset[ShownClass]:
    """What a patient shows at a level: the sign of leaving (rule 13), or that rule 14 is one turn away."""
    if gives_sign(patient):
        return _LEAVING
    return _STUCK if is_stuck(patient, level) else _NOTHING
