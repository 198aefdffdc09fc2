"""What somebody could practise next: what came up for them often enough and was met least often, and what offers it.

It compares what came up for one person with what else came up for them, never people with each other. Whoever has met everything
that came up, or has hardly begun, is offered a scenario that they have not held yet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple, TypeVar

from simulator.alliance.reactions import Family
from simulator.messages.message import Message
from simulator.messages.sentences import not_yet_met as say
from simulator.scoring.competency import Competency
from simulator.scoring.rubric import COMPETENCIES
from simulator.services.assigning import Assignable
from simulator.services.family_words import family_in_words
from simulator.services.handed_in import HandedIn
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.who_met_what import WhoMetWhat

ENOUGH: Final = 5
"""In fewer turns nothing is said of how often it was met: below five signs noticing has no number either."""

_Pair = tuple[Competency, Family]
What = TypeVar("What")


class Proposed(NamedTuple):
    """A scenario that somebody could practise next, and why."""

    told: Message
    scenario: Assignable


class ToPractise:
    """Proposals for a group, from the scenarios of the library."""

    def __init__(self, people: Iterable[ReviewedPerson], counting: WhoMetWhat, scenarios: Iterable[Assignable]) -> None:
        self._counting = counting
        self._scenarios = tuple(scenarios)
        self._where = where_it_came_up(people, self._pairs_in)

    def of(self, person: ReviewedPerson) -> Proposed | None:
        """What somebody could practise next; nothing where nothing can be offered."""
        held = {found.stored.started.scenario for found in person.sessions}
        pair, met, came_up = self._least_met(person)
        if pair is not None and (scenario := self._offering(pair, held)) is not None:
            competency, family = pair
            what = say.WHEN(competency=COMPETENCIES[competency].label(), family=family_in_words(family))
            return Proposed(say.MET_SELDOM(what=what, count=came_up, met=met, title=scenario.title), scenario)
        unknown = (one for one in self._scenarios if one.id not in held)
        new = min(unknown, key=lambda one: one.title.casefold(), default=None)
        return None if new is None else Proposed(say.NOT_HELD(title=new.title), new)

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

        def order(one: Assignable) -> tuple[bool, float, str]:
            count, all_ = where.get(one.id, (0, 1))
            return one.id in held, -count / all_, one.title.casefold()

        return min(offering, key=order, default=None)

    def _pairs_in(self, found: HandedIn) -> Iterable[_Pair]:
        return ((what, family) for what, family, *_ in self._counting.read(found).came_up if family is not None)


def where_it_came_up(
    people: Iterable[ReviewedPerson], came_up_in: Callable[[HandedIn], Iterable[What]]
) -> Mapping[What, Mapping[str, tuple[int, int]]]:
    """In how many of a group’s conversations with each scenario something came up, and how many there were."""
    held: Counter[str] = Counter()
    came_up: dict[What, Counter[str]] = defaultdict(Counter)
    for person in people:
        for found in person.sessions:
            scenario = found.stored.started.scenario
            held[scenario] += 1
            for what in set(came_up_in(found)):
                came_up[what][scenario] += 1
    return {what: {one: (count, held[one]) for one, count in some.items()} for what, some in came_up.items()}
