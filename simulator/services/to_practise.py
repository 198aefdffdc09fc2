"""What somebody could practise next: what came up for them often enough and was met least often, and what offers it.

It compares what came up for one person with what else came up for them, never people with each other. Whoever has met everything
that came up, or has hardly begun, is offered a scenario that they have not held yet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from simulator.alliance.reactions import Family
from simulator.messages.message import Message
from simulator.messages.sentences import not_yet_met as say
from simulator.scoring.competency import Competency
from simulator.scoring.rubric import COMPETENCIES
from simulator.services.assigning import Assignable
from simulator.services.family_words import family_in_words
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.who_met_what import WhoMetWhat

ENOUGH: Final = 5
"""In fewer turns nothing is said of how often it was met: below five signs noticing has no number either."""

_Pair = tuple[Competency, Family]


class Proposed(NamedTuple):
    """A scenario that somebody could practise next, and why."""

    told: Message
    scenario: Assignable


class ToPractise:
    """Proposals for a group, from the scenarios of the library."""

    def __init__(self, people: Iterable[ReviewedPerson], counting: WhoMetWhat, scenarios: Iterable[Assignable]) -> None:
        self._counting = counting
        self._scenarios = tuple(scenarios)
        self._where = self._where_it_came_up(people)

    def of(self, person: ReviewedPerson) -> Proposed | None:
        """What somebody could practise next; nothing where nothing can be offered."""
        held = {found.stored.started.scenario for found in person.sessions}
        pair, met, came_up = self._least_met(person)
        if pair is not None and (scenario := self._offering(pair, held)) is not None:
            competency, family = pair
            what = say.WHEN(competency=COMPETENCIES[competency].label(), family=family_in_words(family))
            return Proposed(say.MET_SELDOM(what=what, count=came_up, met=met, title=scenario.title), scenario)
        new = sorted((one for one in self._scenarios if one.id not in held), key=lambda one: one.title.casefold())
        return Proposed(say.NOT_HELD(title=new[0].title), new[0]) if new else None

    def _least_met(self, person: ReviewedPerson) -> tuple[_Pair | None, int, int]:
        came_up: Counter[_Pair] = Counter()
        met: Counter[_Pair] = Counter()
        for found in person.sessions:
            for competency, family, _, was_met in self._counting.read(found).came_up:
                if family is not None:
                    came_up[competency, family] += 1
                    met[competency, family] += was_met
        missed = [pair for pair, count in came_up.items() if count >= ENOUGH and met[pair] < count]
        if not missed:
            return None, 0, 0
        least = min(missed, key=lambda pair: (met[pair] / came_up[pair], -came_up[pair], pair))
        return least, met[least], came_up[least]

    def _offering(self, pair: _Pair, held: set[str]) -> Assignable | None:
        """A scenario that practises this kind of rupture: one that is new to the person first, then where it came up most."""
        family = pair[1]
        offering = [one for one in self._scenarios if family in one.families]
        where = self._where.get(pair, {})
        offering.sort(key=lambda one: (one.id in held, -where.get(one.id, 0.0), one.title.casefold()))
        return offering[0] if offering else None

    def _where_it_came_up(self, people: Iterable[ReviewedPerson]) -> Mapping[_Pair, Mapping[str, float]]:
        """In what share of the group’s conversations with each scenario something came up."""
        held: Counter[str] = Counter()
        came_up: dict[_Pair, Counter[str]] = defaultdict(Counter)
        for person in people:
            for found in person.sessions:
                scenario = found.stored.started.scenario
                held[scenario] += 1
                for pair in {(one[0], one[1]) for one in self._counting.read(found).came_up}:
                    competency, family = pair
                    if family is not None:
                        came_up[competency, family][scenario] += 1
        return {pair: {one: count / held[one] for one, count in some.items()} for pair, some in came_up.items()}
