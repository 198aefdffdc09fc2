"""Words that sound warm, by language: what a way of playing looks for that goes by the words alone.

A language without a row here has no such way of playing. Languages are named as in a scenario's ``language:``, without the
country.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WARM_WORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "en": (
            "appreciate", "brave", "care", "course", "dear", "feel", "feeling", "feels", "gentle", "glad", "good", "hear",
            "here", "hope", "kind", "listen", "lovely", "please", "safe", "sense", "sorry", "thank", "thanks", "together",
            "understand", "warm", "welcome",
        ),
    }
)  # fmt: skip
"""Our choice, for English only so far."""


def warm_words(language: str) -> re.Pattern[str] | None:
    """What finds the warm words of a language (``en``, ``en-GB``) in a sentence; ``None`` where none are known."""
    words = WARM_WORDS.get(language.partition("-")[0].lower())
    return None if words is None else re.compile(rf"\b({'|'.join(words)})\b", re.IGNORECASE)
