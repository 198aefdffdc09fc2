"""What a session can come to, in the words that everybody reads."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.patient.verdicts import Verdict

VERDICT_WORDS: Final[Mapping[Verdict, str]] = MappingProxyType(
    {
        Verdict.REPAIRED: "repaired",
        Verdict.PARTLY: "partly repaired",
        Verdict.UNRESOLVED: "left open",
        Verdict.QUIET_DROP_OUT: "a quiet goodbye",
        Verdict.LEFT: "the patient left",
        Verdict.TRANSFER: "an agreed transfer",
    }
)
