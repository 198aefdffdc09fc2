"""What the classes of saying are called, and what a patient shows before some words are said."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.message import Sentence
from simulator.messages.sentences import condition_lines as say
from simulator.messages.sentences import patient_desk

SAID: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "question": say.QUESTION,
        "owning": say.OWNING,
        "apology": say.APOLOGY,
        "understanding": say.UNDERSTANDING,
        "silence": say.SILENCE,
        "defence": say.DEFENCE,
        "leading": say.LEADING,
        "agreement-seeking": say.AGREEMENT_SEEKING,
        "offer": say.OFFER,
    }
)
"""What a therapist has just said, by its class."""

SHOWN: Final[Mapping[str, Sentence]] = MappingProxyType(
    {"stuck": patient_desk.STUCK, "leaving": patient_desk.BEFORE_GOING}
)
"""When a line is said that goes by what the patient shows."""
