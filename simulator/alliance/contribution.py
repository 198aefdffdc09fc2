"""The five qualities of owning one’s contribution, from denial to naming the effect on the patient."""

from __future__ import annotations

from typing import Final

from simulator.alliance.codes import Entry

_SOURCE = "Our design (clinical reference, section 9), after Safran & Muran 2000"

OWN_CONTRIBUTION: Final[tuple[Entry, ...]] = (
    Entry("No ownership", "Says nothing of the own part, or denies it.", _SOURCE),
    Entry("Conditional", "Sorry only if the other felt something: the doubt stays with the patient.", _SOURCE),
    Entry("General", "Admits that it could have gone better, without saying what.", _SOURCE),
    Entry("Specific", "Names one’s own specific behaviour.", _SOURCE),
    Entry(
        "Specific, with its effect",
        "Also names the likely effect on the patient, leaves room for correction, and asks for nothing back.",
        _SOURCE,
    ),
)
"""Indexed by quality, 0 to 4."""
