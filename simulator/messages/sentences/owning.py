"""The qualities of owning one’s contribution, from denial to naming the effect on the patient."""

from __future__ import annotations

from typing import Final

from simulator.messages.sentences.terms import Term, quality_term

QUALITIES: Final[tuple[Term, ...]] = (
    quality_term("0", "No ownership", "Says nothing of the own part, or denies it."),
    quality_term("1", "Conditional", "Sorry only if the other felt something: the doubt stays with the patient."),
    quality_term("2", "General", "Admits that it could have gone better, without saying what."),
    quality_term("3", "Specific", "Names one’s own specific behaviour."),
    quality_term(
        "4",
        "Specific, with its effect",
        "Also names the likely effect on the patient, leaves room for correction, and asks for nothing back.",
    ),
)
"""Indexed by quality, 0 to 4."""
