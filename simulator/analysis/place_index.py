"""Finds the place of a session among the states of a solution; asking changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.analysis.gauge_merging import GaugeMerging
from simulator.analysis.patient_merging import PatientMerging, Traits, traits_of
from simulator.analysis.state_space import Control
from simulator.session.place import Place


@dataclass(frozen=True, slots=True, eq=False)
class PlaceIndex:
    """By which numbers the moments, patients and memories of a scenario go, and which of them stand for others."""

    moments: Mapping[str, int]
    patients: Mapping[Traits, int]
    memories: Mapping[int, int]
    merging: PatientMerging
    gauges: GaugeMerging
    turns: int

    def locate(self, place: Place) -> tuple[Control, int] | None:
        """Control and gauge vector that stand for a place; ``None`` if the patient or the memory was never met."""
        left = self.turns - place.turn + 1
        if not 0 <= left <= self.turns:
            return None
        moment = self.moments.get(place.moment.id)
        patient = self.patients.get(self.standing_for(traits_of(place.patient), left))
        memory = self.memories.get(place.remembered)
        if moment is None or patient is None or memory is None:
            return None
        return Control(moment, patient, memory), self.gauges.standing_for(place.patient.alliance, left)

    def standing_for(self, traits: Traits, turns_left: int) -> Traits:
        """The patient that stands for another once what cannot matter any more is left out."""
        merging = self.merging
        return merging.merged(merging.shortened(merging.merged(traits), turns_left))
