"""What the kinds of rupture are called at the head of a column."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.alliance.reactions import Family
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import who_met_what as say

_FAMILIES: Final[Mapping[Family, Sentence]] = MappingProxyType(
    {
        Family.WITHDRAWAL: say.WITHDRAWAL,
        Family.DEFERENCE: say.DEFERENCE,
        Family.CONFRONTATION: say.CONFRONTATION,
        Family.MIXED: say.MIXED,
    }
)


def family_in_words(family: Family | None) -> Message:
    """A kind of rupture, or all of them together."""
    return say.ALL_FAMILIES() if family is None else _FAMILIES[family]()
