"""The ways that a group took through a scenario, to be painted on its map, and a place there that somebody wants to see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from simulator.messages.message import Message
from simulator.messages.sentences import canvas as say
from simulator.session.transcript import Transcript

_MANY: Final = 10
"""From so many meetings on, a way that one person took alone does not stand out."""


@dataclass(frozen=True, slots=True)
class GroupPaths:
    """How many of so many first ``meetings`` came to each moment, and which ``steps`` from moment to moment were taken.

    ``learner`` says how likely the half-way learner comes to each; it is empty where that is not known.
    """

    meetings: int
    came: Mapping[str, int]
    steps: frozenset[tuple[str, str]]
    learner: Mapping[str, float]

    def often(self, card: str) -> float:
        """The share of the meetings that came to a card."""
        return self.came.get(card, 0) / self.meetings if self.meetings else 0.0

    def words(self, card: str) -> Message:
        """How many came, and how many the learner lets expect."""
        came = self.came.get(card, 0)
        if card not in self.learner:
            return say.GROUP_CAME(count=came, all=self.meetings)
        return say.GROUP_CAME_EXPECTED(
            count=came, all=self.meetings, expected=round(self.meetings * self.learner[card])
        )

    def pale(self, card: str) -> bool:
        """Whether nobody came."""
        return not self.came.get(card, 0)

    def price(self, _moment: str, _response: str) -> int | None:
        """What answers cost is not painted with the group's ways."""
        return None


@dataclass(frozen=True, slots=True)
class StudioPlace:
    """A response (or moment: then it is empty) of a scenario that is to be shown at the Studio, with a group's ways to paint."""

    scenario: str
    moment: str = ""
    response: str = ""
    paths: GroupPaths | None = None


def group_paths(transcripts: Iterable[Transcript], learner: Mapping[str, float]) -> GroupPaths:
    """The ways of some first meetings with one scenario."""
    came: dict[str, int] = {}
    steps: Counter[tuple[str, str]] = Counter()
    count = 0
    for transcript in transcripts:
        count += 1
        closing = transcript.closing
        end = (closing.moment.id,) if closing is not None and closing.moment is not None else ()
        way = (*(exchange.moment.id for exchange in transcript.exchanges), *end)
        steps.update(set(pairwise(way)))
        for moment in dict.fromkeys(way):
            came[moment] = came.get(moment, 0) + 1
    least = 1 if count < _MANY else 2
    return GroupPaths(count, came, frozenset(step for step, often in steps.items() if often >= least), learner)
