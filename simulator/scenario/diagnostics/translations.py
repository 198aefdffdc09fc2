"""What the checker says about the translation of a scenario, which stands beside it (71x)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.sentences import fault_translations as say
from simulator.scenario.diagnostics.diagnostic import Rule, Severity

NO_TRANSLATION: Final = Rule("711", Severity.ERROR, "No translation", say.D711)
NO_WORDS: Final = Rule("712", Severity.ERROR, "An entry without its two parts", say.D712)
UNKNOWN_ADDRESS: Final = Rule("713", Severity.WARNING, "Words for what is not there", say.D713)
STALE: Final = Rule("714", Severity.WARNING, "The source was changed since", say.D714)
MISSING: Final = Rule("715", Severity.WARNING, "Not translated yet", say.D715)

TRANSLATIONS: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.code: rule for rule in (NO_TRANSLATION, NO_WORDS, UNKNOWN_ADDRESS, STALE, MISSING)}
)
"""Every rule about translations, by code."""
