"""What an answer cost, as a sentence and as a label: known from its price alone, without anything being worked out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.analysis.judgements import Judgement, judge
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import worth as say

LABELS: Final[Mapping[Judgement, Sentence]] = MappingProxyType(
    {
        Judgement.AS_GOOD: say.LABEL_AS_GOOD,
        Judgement.LITTLE: say.LABEL_LITTLE,
        Judgement.SOME: say.LABEL_SOME,
        Judgement.LOT: say.LABEL_LOT,
    }
)
"""Each judgement in a few words, for a legend."""

_COST: Final[Mapping[Judgement, Sentence]] = MappingProxyType(
    {
        Judgement.AS_GOOD: say.AS_GOOD,
        Judgement.LITTLE: say.COST_LITTLE,
        Judgement.SOME: say.COST_SOME,
        Judgement.LOT: say.COST_LOT,
    }
)


def cost_of(price: int) -> Message:
    """What an answer of this price (hundredths of a point of repair value) cost."""
    return _COST[judge(price)]()
