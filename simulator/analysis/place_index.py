"""Finds the place of a session among the states of a solution; asking changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from simulator.analysis.gauge_merging import GaugeMerging
from simulator.analysis.memory_merging import MemoryMerging
from simulator.analysis.patient_codes import code_of
from simulator.analysis.patient_merging import PatientMerging
from simulator.analysis.state_space import Control
from simulator.patient.state import RUPTURE_CAP, PatientState
from simulator.session.place import Place


@dataclass(frozen=True, slots=True, eq=False)
class PlaceIndex:
    """By which numbers the moments, patients (their codes) and memories go, and which of them stand for others."""

    moments: Mapping[str, int]
    patients: Mapping[int, int]
    memories: Mapping[int, int]
    merging: PatientMerging
    forgetting: MemoryMerging
    gauges: GaugeMerging
    turns: int

    def locate(self, place: Place) -> tuple[Control, int] | None:
        """Control and gauge vector that stand for a place; ``None`` if the patient or the memory was never met."""
        left = self.turns - place.turn + 1
        if not 0 <= left <= self.turns or place.patient.ruptures > RUPTURE_CAP:
            return None
        moment = self.moments.get(place.moment.id)
        if moment is None:
            return None
        patient = self.patients.get(self.standing_for(place.patient, moment, left))
        memory = self.memories.get(self.forgetting.kept(place.remembered, moment, place.patient.reaction, left))
        if patient is None or memory is None:
            return None
        return Control(moment, patient, memory), self.gauges.standing_for(place.patient.alliance, left)

    def standing_for(self, patient: PatientState, moment: int, turns_left: int) -> int:
        """The code of the patient that stands for another once what cannot matter any more is left out."""
        return int(self.merging.standing_for(np.array([code_of(patient)]), np.array([moment]), turns_left)[0])
