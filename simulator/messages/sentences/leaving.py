"""The plain sign of leaving that is seen where a patient has no words of their own for it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.message import Sentence

_NOTE: Final = "A stage direction: what is seen of the patient, in the third person without a subject."

SIGN_OF_WITHDRAWAL: Final = Sentence("leaving/withdrawal", "looks at the door, and reaches for the coat", note=_NOTE)
SIGN_OF_DEFERENCE: Final = Sentence(
    "leaving/deference", "thanks you, and looks at the time", note=f"{_NOTE} Polite: nobody would take it for leaving."
)
SIGN_OF_CONFRONTATION: Final = Sentence("leaving/confrontation", "half gets up, and looks at you", note=_NOTE)

SIGNS_OF_LEAVING: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "withdrawal": SIGN_OF_WITHDRAWAL,
        "deference": SIGN_OF_DEFERENCE,
        "confrontation": SIGN_OF_CONFRONTATION,
    }
)
"""The sign by the family of the state in which it is seen."""

# Looking back: where somebody left, the debriefing quotes the sign that came before.

SAID_BEFORE_LEAVING: Final = Sentence(
    "leaving/said-before", "The sign of leaving was at turn {turn}. {name} said: “{words}”"
)
SEEN_BEFORE_LEAVING: Final = Sentence(
    "leaving/seen-before",
    "The sign of leaving was at turn {turn}. What could be seen: {name} {seen}.",
    note="{seen} is a stage direction: what is seen of the patient, in the third person without a subject.",
)
SHOWN_BEFORE_LEAVING: Final = Sentence(
    "leaving/shown-before",
    "The sign of leaving was at turn {turn}. What could be seen: {seen}.",
    note="{seen} lists stage directions of the author's, each in a few words.",
)
