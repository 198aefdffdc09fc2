"""What the checker says about the translation of a scenario, which stands beside it (71x)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.scenario.diagnostics.diagnostic import Rule, Severity

NO_TRANSLATION: Final = Rule(
    "711",
    Severity.ERROR,
    "No translation",
    "A translation begins with “format: {format}” and has its words under “words:”; this file is not used.",
)
NO_WORDS: Final = Rule(
    "712",
    Severity.ERROR,
    "An entry without its two parts",
    "“{address}” needs “of:” (the hash of what was translated) and “say:” (the words), both as text.",
)
UNKNOWN_ADDRESS: Final = Rule(
    "713",
    Severity.WARNING,
    "Words for what is not there",
    "There is no “{address}” in the source; these words are never told.",
)
STALE: Final = Rule(
    "714",
    Severity.WARNING,
    "The source was changed since",
    "The source of “{address}” was changed since it was translated, so the source is told. When it fits again, write “of: {now}”.",
)
MISSING: Final = Rule(
    "715",
    Severity.WARNING,
    "Not translated yet",
    "{missing} of {all} texts are not translated; they are told in the language of the source.",
)

TRANSLATIONS: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.code: rule for rule in (NO_TRANSLATION, NO_WORDS, UNKNOWN_ADDRESS, STALE, MISSING)}
)
"""Every rule about translations, by code."""
