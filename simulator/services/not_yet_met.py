"""Who has not met what: of each person what has not come up yet or only seldom, what they could practise next, and what offers it.

No score, no order but that of the alphabet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.alliance.reactions import family_of
from simulator.messages.message import Listed, Message
from simulator.messages.sentences import not_yet_met as say
from simulator.scoring.competency import Competency
from simulator.scoring.rubric import COMPETENCIES
from simulator.services.assigning import Assignable
from simulator.services.family_words import family_in_words
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.to_practise import Proposed, ToPractise, where_it_came_up
from simulator.services.who_met_what import COUNTED, FAMILIES, WhoMetWhat

FEW: Final = 3
"""What came up in fewer moments is named: once or twice is hardly a beginning."""


@dataclass(frozen=True, slots=True)
class NotYet:
    """Something that came up for somebody only so often, and the scenarios that would offer it."""

    what: Message
    count: int
    offers: Message | None
    scenarios: tuple[Assignable, ...]

    def told(self) -> tuple[Message, ...]:
        """What has not come up, and what offers it."""
        came_up = say.SELDOM(what=self.what, count=self.count) if self.count else say.NEVER(what=self.what)
        return (came_up,) if self.offers is None else (came_up, self.offers)


@dataclass(frozen=True, slots=True)
class NotYetMet:
    """What has not come up for a person yet."""

    person: ReviewedPerson
    what: tuple[NotYet, ...]
    next: Proposed | None = None
    """What they could practise of what did come up."""

    @property
    def scenarios(self) -> tuple[Assignable, ...]:
        """A scenario for each of it and the one to practise next, each once."""
        offered = [one.scenarios[0] for one in self.what if one.scenarios]
        return tuple(dict.fromkeys(offered if self.next is None else [*offered, self.next.scenario]))


class GroupMeetings:
    """What came up in the conversations of a group, and what the shelf could offer to whom."""

    def __init__(self, people: Sequence[ReviewedPerson], counting: WhoMetWhat, scenarios: Iterable[Assignable]) -> None:
        self._people = tuple(people)
        self._counting = counting
        self._shelf = {one.id: one for one in scenarios}
        self._where = where_it_came_up(self._people, lambda found: (what for what, *_ in counting.read(found).came_up))
        self._next = ToPractise(people, counting, self._shelf.values())

    def of_everybody(self) -> tuple[NotYetMet, ...]:
        """Everybody, in the order of the alphabet."""
        return tuple(map(self.of, self._people))

    def of(self, person: ReviewedPerson) -> NotYetMet:
        """What has not come up for a person, and what they could practise next."""
        held = {found.stored.started.scenario for found in person.sessions}
        what = (*self._families(person, held), *self._competencies(person, held))
        return NotYetMet(person, what, self._next.of(person))

    def _families(self, person: ReviewedPerson, held: set[str]) -> Iterable[NotYet]:
        came_up = Counter(
            family_of(exchange.before.reaction) for found in person.sessions for exchange in found.transcript.exchanges
        )
        for family in FAMILIES:
            offering = [one for one in self._shelf.values() if family in one.families]
            if offering and came_up[family] < FEW:
                scenarios = _unknown_first(offering, held)
                yield NotYet(family_in_words(family), came_up[family], _offered(scenarios), scenarios)

    def _competencies(self, person: ReviewedPerson, held: set[str]) -> Iterable[NotYet]:
        came_up = Counter(what for found in person.sessions for what, *_ in self._counting.read(found).came_up)
        for competency in COUNTED:
            if came_up[competency] < FEW:
                yield self._competency(competency, came_up[competency], held)

    def _competency(self, competency: Competency, count: int, held: set[str]) -> NotYet:
        """Where the group met it most often; among equals where this person has not been yet."""
        label, anywhere = COMPETENCIES[competency].label(), self._where.get(competency, {})
        where = {scenario: counted for scenario, counted in anywhere.items() if scenario in self._shelf}
        if not where:
            return NotYet(label, count, None, ())
        best = min(where, key=lambda one: (-where[one][0] / where[one][1], one in held, self._shelf[one].title))
        some, all_ = where[best]
        scenario = self._shelf[best]
        return NotYet(label, count, say.CAME_UP_IN(title=scenario.title, count=some, all=all_), (scenario,))


def _unknown_first(scenarios: Iterable[Assignable], held: set[str]) -> tuple[Assignable, ...]:
    return tuple(sorted(scenarios, key=lambda one: (one.id in held, one.title.casefold())))


def _offered(scenarios: Sequence[Assignable]) -> Message:
    return say.OFFERED(titles=titles(scenarios), count=len(scenarios))


def titles(scenarios: Iterable[Assignable]) -> Listed:
    """The titles of scenarios as one phrase."""
    return Listed(tuple(say.QUOTED(title=one.title) for one in scenarios))
