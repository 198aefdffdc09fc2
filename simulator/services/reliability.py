"""Reliability projection: how far a number holds from one rater, or one conversation, to the next, and how many more it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from simulator.analysis.agreement.figures import Figure, Numbers
from simulator.analysis.agreement.intervals import FEWEST, Draws, Interval
from simulator.analysis.agreement.projection import needed, of_one_conversation, projected, reliabilities
from simulator.analysis.first_meetings import first_meetings
from simulator.analysis.items import reliability as of_people
from simulator.scoring.competency import Competency
from simulator.services.agreement import LEAST_TRANSCRIPTS, NO_ESTIMATE, Compared, Estimate
from simulator.services.handed_in import Belief

if TYPE_CHECKING:
    from simulator.services.handed_in import HandedIn
    from simulator.services.program_scores import ProgramScores, Scored
    from simulator.services.review_shelf import ReviewedPerson

FOR_A_MEAN: Final = 0.7
"""A mean of a person's numbers is told where its reliability is sure to reach this."""
FOR_RESEARCH: Final = 0.8
_ALL: Final = 1 - 1e-9


class Needed(NamedTuple):
    """How many it takes, and between how many that is likely to be."""

    number: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class MoreRaters:
    """What a mean of raters would hold: ``one`` rater's ICC(2,1), and how many it takes to reach .8 (``None``: not clear)."""

    one: float
    raters: int
    of_these: float
    needed: Needed | None


@dataclass(frozen=True, slots=True)
class MoreConversations:
    """How far one first meeting tells of another of the same person, and how many it takes.

    ``people`` have two or more, ``conversations`` in all; ``each`` is how many they have on average. Without ``enough`` the
    estimate is empty.
    """

    competency: Competency
    people: int
    conversations: int
    transcripts: int
    one: Estimate

    @property
    def enough(self) -> bool:
        """Whether there is enough for a number."""
        return self.transcripts >= LEAST_TRANSCRIPTS and self.people >= FEWEST

    @property
    def each(self) -> int:
        """How many first meetings a person has on average, in whole ones."""
        return round(self.conversations / self.people) if self.people else 0

    def of_these(self) -> float | None:
        """How reliable the mean of as many as people have is."""
        value = self.one.figure.value
        return None if value is None or value <= 0 or not self.each else projected(value, self.each)

    def to_reach(self, target: float) -> Needed | None:
        """How many conversations it takes; ``None`` where that is not clear."""
        return how_many(self.one, target)

    @property
    def mean_from(self) -> int | None:
        """From how many first meetings on a mean may be told of a person: the lower bound of its reliability is enough."""
        takes = self.to_reach(FOR_A_MEAN)
        return None if takes is None else takes.most


def how_many(one: Estimate, target: float) -> Needed | None:
    """How many have to be averaged; ``None`` where it is not sure that one tells anything of the next."""
    value, sure = one.figure.value, one.interval
    if value is None:
        return None
    if sure is None:
        # Where all agree there is nothing to be unsure of; elsewhere nothing is known without an interval.
        return Needed(1, 1, 1) if value > _ALL else None
    count, least, most = (needed(each, target) for each in (value, sure.high, sure.low))
    return None if count is None or least is None or most is None else Needed(count, least, most)


def more_raters(found: Compared) -> MoreRaters | None:
    """What more raters would bring; ``None`` where it is not known how far those agree."""
    one = found.single.figure.value
    if one is None:
        return None
    count = found.judges
    return MoreRaters(one, count, projected(one, count) if one > 0 else 0.0, how_many(found.single, FOR_RESEARCH))


def more_conversations(people: Iterable[ReviewedPerson], scores: ProgramScores) -> tuple[MoreConversations, ...]:
    """How far one conversation tells of the next, for each competency: verified first meetings, scored by the program."""
    scored = [[scores.of(found) for found in verified_first(person)] for person in people]
    return tuple(_for(competency, scored) for competency in Competency)


def verified_first(person: ReviewedPerson) -> Iterator[HandedIn]:
    """The verified first meetings of a person."""
    started = {found.stored.started: found for found in person.sessions}
    trainees = {one.trainee for one in started}
    for trainee in sorted(trainees):
        for one in first_meetings(each for each in started if each.trainee == trainee):
            if started[one].belief is Belief.VERIFIED:
                yield started[one]


def _for(competency: Competency, scored: list[list[Scored]]) -> MoreConversations:
    numbers = [[(path, of[competency]) for path, of in some] for some in scored]
    counted = [[(path, float(number)) for path, number in some if number is not None] for some in numbers]
    several = [some for some in counted if len(some) > 1]
    by_person = [[number for _, number in some] for some in several]
    paths = {path for some in several for path, _ in some}
    found = MoreConversations(
        competency, len(several), sum(map(len, several)), len(paths), Estimate(of_one_conversation(by_person))
    )
    value = found.one.figure.value
    if not found.enough:
        return MoreConversations(competency, found.people, found.conversations, found.transcripts, NO_ESTIMATE)
    if value is None:
        return found
    return MoreConversations(
        competency,
        found.people,
        found.conversations,
        found.transcripts,
        Estimate(found.one.figure, _sure(by_person, value)),
    )


def _sure(by_person: list[list[float]], value: float) -> Interval | None:
    people = range(len(by_person))
    return Draws(people, people).interval(lambda drawn: reliabilities(by_person, drawn), value)


def of_estimates(known: Sequence[tuple[float, float]], counts: Sequence[int]) -> Estimate | None:
    """How far one conversation tells of the next, from estimates with their variances; ``None`` where too few people have one."""
    if len(known) < FEWEST:
        return None
    people = range(len(known))

    def of(weights: Numbers) -> Numbers:
        return of_people.of_estimates(known, counts, weights)

    value = float(of(np.ones((1, len(known))))[0])
    if np.isnan(value):
        return None
    return Estimate(Figure(value), Draws(people, people).interval(of, value))
