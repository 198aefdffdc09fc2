"""What groups of terms are called: families of reaction states and signs, and kinds of moves."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.message import Sentence

_FAMILY: Final = "A family of reaction states, in brackets behind a term, or as a choice."
_KIND: Final = "A kind of move, in brackets behind a term."

FAMILIES: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "engaged": Sentence("family/engaged", "engaged", note=f"{_FAMILY} The patient works with the therapist."),
        "withdrawal": Sentence(
            "family/withdrawal", "withdrawal", note=f"{_FAMILY} A rupture in which the patient moves away."
        ),
        "deference": Sentence(
            "family/deference",
            "deference",
            note=f"{_FAMILY} A rupture in which the patient goes along without meaning it.",
        ),
        "confrontation": Sentence(
            "family/confrontation", "confrontation", note=f"{_FAMILY} A rupture in which the patient moves against."
        ),
        "mixed": Sentence("family/mixed", "mixed", note=f"{_FAMILY} A rupture both away and against at once."),
        "repair": Sentence(
            "family/repair", "repair", note=f"{_FAMILY} The stages on the way back to working together."
        ),
        "end": Sentence("family/end", "end", note=f"{_FAMILY} The treatment ends."),
    }
)
"""By the family’s name."""

KINDS: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "immediate": Sentence("move-kind/immediate", "immediate", note=f"{_KIND} It gets the work going again."),
        "exploratory": Sentence("move-kind/exploratory", "exploratory", note=f"{_KIND} It opens the rupture."),
        "hindering": Sentence("move-kind/hindering", "hindering", note=f"{_KIND} It stands in the way of repair."),
    }
)
"""By the kind’s name."""
