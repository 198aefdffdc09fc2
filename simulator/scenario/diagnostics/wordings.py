"""What the checker says about wordings: words that come twice, that cannot come, or that ask where others do not."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.sentences import fault_wordings as say
from simulator.scenario.diagnostics.diagnostic import Rule, Severity

_W = Severity.WARNING

_ROWS: Final = (
    Rule("540", _W, "A state without anything wordless", say.D540),
    Rule("541", _W, "Two wordings with the same words", say.D541),
    Rule("542", _W, "A hook that is missing", say.D542),
    Rule("543", _W, "Words for something that cannot just have been said", say.D543),
    Rule("544", _W, "Wordings of an answer that do not ask alike", say.D544),
    Rule("545", _W, "Does the patient ask?", say.D545),
    Rule("546", _W, "One wording asks and another does not", say.D546),
    Rule("547", _W, "Too few answers at a level", say.D547),
    Rule("548", _W, "No wording at a level", say.D548),
    Rule("549", _W, "A line of a patient’s file that sounds like a question", say.D549),
    Rule("550", _W, "Glasses on a face that has none", say.D550),
    Rule("551", _W, "Too few lines for a person", say.D551),
)

WORDINGS: Final[Mapping[str, Rule]] = MappingProxyType({rule.code: rule for rule in _ROWS})
"""Every rule about the wordings of moments and responses, by code."""
