"""Who met what: how often something came up in a group's conversations, and how often it was met, by kind of rupture.

Counted are turns: something came up in a turn that the rubric reads for or against a competency, and was met where nothing is
read against it. No means, no ranks: counts with what they were counted from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from simulator.alliance.reactions import RUPTURE_FAMILIES, Family, family_of
from simulator.scoring.competency import Competency, CompetencyScore, Counts
from simulator.scoring.corrections import Corrections
from simulator.services.handed_in import Belief, HandedIn
from simulator.services.program_scores import ProgramScores
from simulator.services.review_shelf import ReviewedPerson
from simulator.session.vocabulary import Mode

COUNTED: Final = tuple(each for each in Competency if each not in (Competency.DEPTH, Competency.OUTCOME))
"""What a turn can call for; how deep an hour went and what it came to are about the whole of it."""

FAMILIES: Final = tuple(each for each in Family if each in RUPTURE_FAMILIES)


class CameUp(NamedTuple):
    """Something came up in a turn of somebody's conversation; ``family`` is that of the last rupture, if there was one."""

    person: ReviewedPerson
    found: HandedIn
    competency: Competency
    family: Family | None
    turn: int
    met: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Which conversations are counted; what is ``None`` is not asked about. ``since`` is a day, ``YYYY-MM-DD``.

    ``group`` are the keys of the people who are counted.
    """

    scenario: str | None = None
    mode: Mode | None = None
    since: str | None = None
    first_only: bool = False
    group: frozenset[bytes] | None = None

    def holds(self, found: HandedIn) -> bool:
        """Whether a conversation is asked about."""
        started = found.stored.started
        return (
            (self.group is None or found.key in self.group)
            and self.scenario in (None, started.scenario)
            and self.mode in (None, started.mode)
            and (self.since is None or started.day >= self.since)
            and not (self.first_only and started.met)
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """What came up somewhere in the table, with the turns behind it."""

    turns: tuple[CameUp, ...] = ()

    @property
    def came_up(self) -> int:
        """How often it came up."""
        return len(self.turns)

    @property
    def met(self) -> int:
        """How often it was met."""
        return sum(one.met for one in self.turns)

    @property
    def people(self) -> int:
        """In how many people's conversations."""
        return len({one.person.key for one in self.turns})

    @property
    def conversations(self) -> int:
        """In how many conversations."""
        return len({one.found.id for one in self.turns})


@dataclass(frozen=True, slots=True)
class Read:
    """What the rubric reads in a conversation under what was corrected: what came up in which turns, and the scores."""

    came_up: tuple[tuple[Competency, Family | None, int, bool], ...]
    scores: Mapping[Competency, int | None]


class WhoMetWhat:
    """Counts; each conversation is scored once. ``by_program`` are the scores before anybody corrected anything."""

    def __init__(self) -> None:
        self.by_program = ProgramScores()
        self._of: dict[tuple[str, str, Corrections], Read] = {}

    def count(self, people: Iterable[ReviewedPerson], asked: Asked) -> tuple[CameUp, ...]:
        """All that came up in the conversations that are asked about, by person and day."""
        return tuple(
            CameUp(person, found, *one)
            for person in people
            for found in person.sessions
            if asked.holds(found)
            for one in self.read(found).came_up
        )

    def read(self, found: HandedIn) -> Read:
        """What the rubric reads in a conversation."""
        key = (found.id, found.stored.header.head, found.corrections)
        if key not in self._of:
            self._of[key] = _read(found)
        return self._of[key]


def cell(turns: Iterable[CameUp], competency: Competency, family: Family | None) -> Cell:
    """One cell: a competency, for all ruptures or those of a family."""
    return Cell(
        tuple(one for one in turns if one.competency is competency and (family is None or one.family is family))
    )


def of_person(turns: Iterable[CameUp], person: ReviewedPerson, competency: Competency) -> Cell:
    """What came up for somebody."""
    return Cell(tuple(one for one in turns if one.person.key == person.key and one.competency is competency))


def of_other_edition(turns: Iterable[CameUp]) -> int:
    """How many conversations behind a table are of another edition and cannot be played again."""
    return len({one.found.id for one in turns if one.found.belief is Belief.OTHER_EDITION})


def _read(found: HandedIn) -> Read:
    scores = found.score.competencies
    return Read(tuple(_came_up(found, scores)), {name: one.score for name, one in scores.items()})


def _came_up(
    found: HandedIn, scores: Mapping[Competency, CompetencyScore]
) -> Iterator[tuple[Competency, Family | None, int, bool]]:
    families = dict(_families(found))
    for competency in COUNTED:
        for turn, met in sorted(_turns(scores[competency]).items()):
            yield competency, families.get(turn), turn, met


def _turns(found: CompetencyScore) -> dict[int, bool]:
    """The turns that are read for or against a competency, and whether nothing is read against it there."""
    return {turn: counts is Counts.FOR for turn, counts in found.turns.items() if counts is not Counts.CONTEXT}


def _families(found: HandedIn) -> Iterator[tuple[int, Family | None]]:
    """The family of the last rupture up to each turn."""
    last: Family | None = None
    for exchange in found.transcript.exchanges:
        here = family_of(exchange.before.reaction)
        last = here if here in RUPTURE_FAMILIES else last
        yield exchange.turn, last
