"""What a session can come to, in the words that everybody reads."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.message import Sentence
from simulator.messages.sentences import verdicts as say
from simulator.patient.verdicts import Verdict

VERDICT_WORDS: Final[Mapping[Verdict, Sentence]] = MappingProxyType(
    {
        Verdict.REPAIRED: say.REPAIRED,
        Verdict.PARTLY: say.PARTLY,
        Verdict.UNRESOLVED: say.UNRESOLVED,
        Verdict.QUIET_DROP_OUT: say.QUIET_DROP_OUT,
        Verdict.LEFT: say.LEFT,
        Verdict.TRANSFER: say.TRANSFER,
    }
)
"""Within a sentence or a list."""

VERDICT_HEADINGS: Final[Mapping[Verdict, Sentence]] = MappingProxyType(
    {
        Verdict.REPAIRED: say.REPAIRED_HEADING,
        Verdict.PARTLY: say.PARTLY_HEADING,
        Verdict.UNRESOLVED: say.UNRESOLVED_HEADING,
        Verdict.QUIET_DROP_OUT: say.QUIET_DROP_OUT_HEADING,
        Verdict.LEFT: say.LEFT_HEADING,
        Verdict.TRANSFER: say.TRANSFER_HEADING,
    }
)
"""As the heading of a row or a column."""
