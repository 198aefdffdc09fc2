"""What stands on the card of a competency below its number: what was read, and the rule that gave this number and no other."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import looking_back as say
from simulator.messages.sentences.text import one_after_another
from simulator.scoring.competency import CompetencyScore, Counts, Evidence, Said

_WAYS: Final[Mapping[Counts, Sentence]] = MappingProxyType(
    {Counts.FOR: say.COUNTS_FOR, Counts.AGAINST: say.COUNTS_AGAINST, Counts.CONTEXT: say.COUNTS_NEITHER}
)
"""What a turn shows, by which way it counts."""


def told_of_turn(evidence: Evidence) -> Message:
    """What a turn shows, and which way that counts."""
    return _WAYS[evidence.counts](told=one_after_another(evidence.says))


def read_from(score: CompetencyScore) -> Said:
    """Why, as far as the anchor has not said the same in the same words; and the rule. Each is a paragraph."""
    said = "" if score.anchor is None else str(score.anchor)
    why = tuple(one for one in score.why if str(one) != said)
    rule = (say.RULE(rule=one_after_another(score.rule)),) if score.rule else ()
    return (*((one_after_another(why),) if why else ()), *rule)
