"""Checks of what a pose names: something that the patient's portrait does not have."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.checks.placed import Words
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.wordings import WORDINGS
from simulator.scenario.document import Patient
from simulator.scenario.poses import WITH_GLASSES


def glasses_of_nobody(words: Words, patient: Patient) -> Iterator[Diagnostic]:
    """Poses that tell of glasses where the face is drawn without."""
    if patient.portrait in WITH_GLASSES:
        return
    portraits = ", ".join(sorted(WITH_GLASSES))
    for placed in words.tellings:
        for wording in placed.moment.wordings:
            for part, word in wording.pose:
                if "glasses" in (part, word) and not placed.copies("wordings"):
                    place = placed.wording(wording, "pose", part)
                    told = {"wording": wording.id, "moment": placed.name, "part": part}
                    yield WORDINGS["550"].at(place, **told, name=patient.first_name, portraits=portraits)
