"""How many turns a competency is read from, and how many of them speak which way: what stands on its card."""

from __future__ import annotations

from collections import Counter
from typing import Final

from simulator.messages.message import Listed, Message
from simulator.messages.sentences import looking_back as say
from simulator.scoring.competency import CompetencyScore, Counts

_WAYS: Final = (
    (Counts.FOR, say.SPEAK_FOR),
    (Counts.AGAINST, say.SPEAK_AGAINST),
    (Counts.CONTEXT, say.SPEAK_NEITHER),
)


def turns_read(score: CompetencyScore) -> Message:
    """The turns behind a competency, each counted once: so many in favour, so many against, so many neither way."""
    turns = Counter(score.turns.values())
    ways = tuple(sentence(count=turns[counts]) for counts, sentence in _WAYS if turns[counts])
    return say.TURNS_READ(count=len(score.turns), ways=Listed(ways))
