"""A place: everything that decides what can happen in a session from now on."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.patient.state import PatientState
from simulator.scenario.document import Moment


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session stands: the moment on the screen, the patient, the turn (from 1) and what is remembered.

    ``number`` is the place's number in its script; two places of one script are the same if their numbers are.
    """

    number: int
    moment: Moment
    patient: PatientState
    turn: int
    remembered: int
