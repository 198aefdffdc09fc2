"""Agreement: how far raters give what other raters give, and what the program scores, for each competency.

Counted are verified conversations that were rated blind by the rubric of today, and of those the ones in which everybody who is
compared gave a number. What is not counted is said, with why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np

from simulator.alliance.codes import Code
from simulator.analysis.agreement.figures import Figure, NoFigure, Numbers, Ratings
from simulator.analysis.agreement.intervals import Draws, Interval
from simulator.analysis.agreement.intraclass import means, of_one_rater, of_their_mean, singles
from simulator.analysis.agreement.kappa import Weights, disagreement, kappas, weighted_kappa
from simulator.scoring.competency import Competency
from simulator.scoring.rubric import RUBRIC
from simulator.services.blind_rating import GivenBy
from simulator.services.handed_in import Belief
from simulator.services.typed_names import name_key

if TYPE_CHECKING:
    from simulator.services.handed_in import HandedIn
    from simulator.services.program_scores import ProgramScores

LEAST_TRANSCRIPTS: Final = 15
"""Below so many distinct transcripts there is no number."""

_CATEGORIES: Final = 5
_MOST_RATERS: Final = 6
"""Of more raters those are compared who rated most: groups of them are tried one by one."""


class Left(Code):
    """Why a conversation is not counted."""

    OTHER_EDITION = "other-edition"
    """It is signed, but of another edition and cannot be verified."""
    OTHER_RUBRIC = "other-rubric"
    """It was rated by another edition of the rubric."""
    NOT_BY_ALL = "not-by-all"
    """Not everybody who is compared has rated it."""
    NO_NUMBER = "no-number"
    """Somebody gave a word in place of a number."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A conversation that somebody rated: whose it is, its course, what the program scores, and what raters gave."""

    person: bytes
    path: str
    verified: bool
    automatic: Mapping[Competency, int | None]
    given: tuple[GivenBy, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its interval; without an interval it cannot be said how sure it is."""

    figure: Figure
    interval: Interval | None = None


NO_ESTIMATE: Final = Estimate(Figure(None, NoFigure.NOTHING_RATED))


@dataclass(frozen=True, slots=True)
class Compared:
    """How far those who are compared agree about a competency.

    ``raters`` are people, and with ``automatic`` the program is compared with them. ``enough`` tells whether there are
    transcripts enough for numbers; where there are not, the four estimates are empty.
    """

    competency: Competency
    raters: tuple[str, ...]
    automatic: bool
    conversations: int
    transcripts: int
    people: int
    left_out: Mapping[Left, int]
    quadratic: Estimate = NO_ESTIMATE
    linear: Estimate = NO_ESTIMATE
    single: Estimate = NO_ESTIMATE
    mean: Estimate = NO_ESTIMATE

    @property
    def enough(self) -> bool:
        """Whether there are transcripts enough for numbers."""
        return self.transcripts >= LEAST_TRANSCRIPTS

    @property
    def judges(self) -> int:
        """How many are compared, the program among them."""
        return len(self.raters) + self.automatic


@dataclass(frozen=True, slots=True)
class Agreement:
    """All that can be said of agreement: raters with each other, and each of them with the program."""

    raters: tuple[str, ...]
    conversations: int
    with_each_other: tuple[Compared, ...]
    with_the_program: Mapping[str, tuple[Compared, ...]]


def agreement(rated: Iterable[Rated]) -> Agreement:
    """How far everybody who rated agrees."""
    some = _one_spelling([one for one in rated if one.given])
    names = _raters(some)
    people = names[:_MOST_RATERS]
    alone = {
        name: tuple(_compare(some, competency, (name,), automatic=True) for competency in Competency) for name in names
    }
    together = tuple(_among(some, competency, people) for competency in Competency) if len(people) > 1 else ()
    return Agreement(names, len(some), together, alone)


def _one_spelling(rated: Sequence[Rated]) -> list[Rated]:
    """The same, with each rater under the first spelling of their name."""
    spelling: dict[str, str] = {}
    for given in (given for one in rated for given in one.given):
        spelling.setdefault(name_key(given.rater), given.rater)
    return [
        replace(one, given=tuple(replace(given, rater=spelling[name_key(given.rater)]) for given in one.given))
        for one in rated
    ]


def _raters(rated: Sequence[Rated]) -> tuple[str, ...]:
    """Who rated, whoever rated most first."""
    count = Counter(given.rater for one in rated for given in one.given)
    return tuple(sorted(count, key=lambda name: (-count[name], name_key(name))))


def _among(rated: Sequence[Rated], competency: Competency, names: tuple[str, ...]) -> Compared:
    """The largest group of raters who have rated enough together; where there is none, the pair that has rated most."""
    groups = [group for size in range(len(names), 1, -1) for group in combinations(names, size)]
    counted = [(_counted(rated, competency, group, automatic=False)[0], group) for group in groups]
    enough = [(rows, group) for rows, group in counted if len({one.path for one, _ in rows}) >= LEAST_TRANSCRIPTS]
    pairs = [(rows, group) for rows, group in counted if len(group) == 2]
    if enough:
        most = max(enough, key=lambda one: (len(one[1]), len(one[0])))
    else:
        most = max(pairs, key=lambda one: len(one[0]))
    return _compare(rated, competency, most[1], automatic=False)


def _counted(
    rated: Sequence[Rated], competency: Competency, raters: tuple[str, ...], *, automatic: bool
) -> tuple[list[tuple[Rated, list[int]]], Counter[Left]]:
    """What is counted, with its numbers, and how often something is not, with why."""
    rows: list[tuple[Rated, list[int]]] = []
    left: Counter[Left] = Counter()
    for one in rated:
        by = {given.rater: given for given in one.given if given.rater in raters}
        if not by:
            continue
        why, numbers = _numbers(one, by, competency, raters, automatic=automatic)
        if why is not None:
            left[why] += 1
        else:
            rows.append((one, numbers))
    return rows, left


def _numbers(
    one: Rated, by: Mapping[str, GivenBy], competency: Competency, raters: tuple[str, ...], *, automatic: bool
) -> tuple[Left | None, list[int]]:
    if not one.verified:
        return Left.OTHER_EDITION, []
    if any(given.rubric != RUBRIC for given in by.values()):
        return Left.OTHER_RUBRIC, []
    given = [by[name].ratings.get(competency) if name in by else None for name in raters]
    if any(rating is None for rating in given):
        return Left.NOT_BY_ALL, []
    numbers = [rating.number for rating in given if rating is not None]
    if automatic:
        numbers.append(one.automatic[competency])
    whole = [number for number in numbers if number is not None]
    return (None, whole) if len(whole) == len(numbers) else (Left.NO_NUMBER, [])


def _compare(rated: Sequence[Rated], competency: Competency, raters: tuple[str, ...], *, automatic: bool) -> Compared:
    rows, left = _counted(rated, competency, raters, automatic=automatic)
    paths, people = [one.path for one, _ in rows], [one.person for one, _ in rows]
    found = Compared(competency, raters, automatic, len(rows), len(set(paths)), len(set(people)), dict(left))
    if not found.enough:
        return found
    numbers: Ratings = np.array([each for _, each in rows])
    draws = Draws(people, paths)
    apart = {weights: disagreement(_CATEGORIES, weights) for weights in Weights}

    def sure(figure: Figure, of: Callable[[Numbers], Numbers]) -> Estimate:
        if figure.value is None:
            return Estimate(figure)
        return Estimate(figure, draws.interval(of, figure.value))

    def kappa(weights: Weights) -> Estimate:
        return sure(weighted_kappa(numbers, apart[weights]), lambda drawn: kappas(numbers, apart[weights], drawn))

    return Compared(
        competency,
        raters,
        automatic,
        found.conversations,
        found.transcripts,
        found.people,
        found.left_out,
        kappa(Weights.QUADRATIC),
        kappa(Weights.LINEAR),
        sure(of_one_rater(numbers), lambda drawn: singles(numbers, drawn)),
        sure(of_their_mean(numbers), lambda drawn: means(numbers, drawn)),
    )


def rated_of(
    sessions: Iterable[HandedIn], given: Callable[[HandedIn], tuple[GivenBy, ...]], scores: ProgramScores
) -> Iterator[Rated]:
    """Every conversation that somebody rated, with what it was given."""
    for found in sessions:
        by = given(found)
        if by:
            path, automatic = scores.of(found)
            yield Rated(found.key, path, found.belief is Belief.VERIFIED, automatic, by)
