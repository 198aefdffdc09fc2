"""The tables of who met what, counted anew for whatever is asked about, also over very many conversations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from simulator.alliance.reactions import Family
from simulator.scoring.competency import Competency
from simulator.services.handed_in import Belief, HandedIn
from simulator.services.who_met_what import COUNTED, FAMILIES, Asked, CameUp, Read, WhoMetWhat

if TYPE_CHECKING:
    from simulator.analysis.turn_counts import Counted, SessionColumns, TurnCounts, TurnTable
    from simulator.services.review_shelf import ReviewedPerson

_NUMBER: Final[Mapping[Family | None, int]] = {
    **{family: number for number, family in enumerate(FAMILIES)},
    None: len(FAMILIES),
}
_WHAT: Final[Mapping[Competency, int]] = {competency: number for number, competency in enumerate(COUNTED)}


class Mean(NamedTuple):
    """What the program scored on average in somebody's verified first meetings, and how many they are.

    ``corrected`` tells that somebody corrected one of these scores since: the mean is of what stood before.
    """

    value: float
    conversations: int
    corrected: bool


class MetTable:
    """What was read in everybody’s conversations, as columns.

    ``more`` says of each competency how far one conversation of these people tells of the next, whatever is asked about.
    """

    def __init__(self, people: Iterable[ReviewedPerson], counting: WhoMetWhat) -> None:
        from simulator.services.reliability import more_conversations, verified_first

        self.people = tuple(people)
        self._counting = counting
        self._numbers = {person.key: number for number, person in enumerate(self.people)}
        self._sessions = tuple((person, found) for person in self.people for found in person.sessions)
        self._read = tuple(counting.read(found) for _, found in self._sessions)
        numbers = [self._numbers[person.key] for person, _ in self._sessions]
        self._columns = _session_columns(numbers, [found for _, found in self._sessions])
        self._turns = _turn_columns(numbers, self._read, len(self.people))
        self._verified_first = frozenset(found.id for person in self.people for found in verified_first(person))
        self.more = {one.competency: one for one in more_conversations(self.people, counting.by_program)}

    def asked(self, asked: Asked) -> MetFigures:
        """The figures of the conversations that are asked about."""
        kept = self._columns.asked(
            asked.scenario,
            None if asked.mode is None else str(asked.mode),
            asked.since,
            asked.first_only,
            None if asked.group is None else [self._numbers[key] for key in asked.group if key in self._numbers],
        )
        table = self._turns.table(kept)
        sessions = [number for number, wanted in enumerate(kept) if wanted]
        return MetFigures(self, table, tuple(sessions))

    def turns(self, asked: Asked) -> tuple[CameUp, ...]:
        """The turns behind the figures."""
        return self._counting.count(self.people, asked)

    def person_and_conversation(self, number: int) -> tuple[ReviewedPerson, HandedIn]:
        """Whose a conversation is."""
        return self._sessions[number]

    def number_of(self, person: ReviewedPerson) -> int:
        """The number of somebody in the columns."""
        return self._numbers[person.key]

    def means(self, competency: Competency, sessions: Iterable[int]) -> dict[bytes, Mean]:
        """The means of those of whom enough first meetings are among some conversations to be sure of it, by person."""
        least = self.more[competency].mean_from
        if least is None:
            return {}
        found: dict[bytes, list[tuple[int, bool]]] = {}
        for number in sessions:
            person, conversation = self._sessions[number]
            _, scores = self._counting.by_program.of(conversation)
            score = scores[competency] if conversation.id in self._verified_first else None
            if score is not None:
                now = self._read[number].scores[competency]
                found.setdefault(person.key, []).append((score, now != score))
        return {key: _mean(some) for key, some in found.items() if len(some) >= least}


@dataclass(frozen=True, slots=True, eq=False)
class MetFigures:
    """What came up and was met in the conversations that are asked about."""

    _table: MetTable
    _counts: TurnTable
    _asked: tuple[int, ...]

    @property
    def conversations(self) -> int:
        """How many conversations are counted."""
        return len(self._asked)

    @property
    def people(self) -> tuple[ReviewedPerson, ...]:
        """Whose conversations are counted, in the order of the alphabet."""
        here = {self._table.person_and_conversation(number)[0].key for number in self._asked}
        return tuple(person for person in self._table.people if person.key in here)

    @property
    def of_other_edition(self) -> int:
        """How many of the conversations cannot be played again."""
        found = (self._table.person_and_conversation(number)[1] for number in self._asked)
        return sum(one.belief is Belief.OTHER_EDITION for one in found)

    def cell(self, competency: Competency, family: Family | None) -> Counted:
        """Everybody’s, under a kind of rupture or all together."""
        return self._counts.cell(_WHAT[competency], None if family is None else _NUMBER[family])

    def of_person(self, person: ReviewedPerson, competency: Competency) -> tuple[int, int]:
        """How often somebody met something, and how often it came up."""
        return self._counts.of_person(_WHAT[competency], self._table.number_of(person))

    def means(self, competency: Competency) -> Mapping[bytes, Mean]:
        """The means that may be told, by person."""
        return self._table.means(competency, self._asked)


def _mean(scores: list[tuple[int, bool]]) -> Mean:
    return Mean(sum(score for score, _ in scores) / len(scores), len(scores), any(changed for _, changed in scores))


def _session_columns(people: list[int], sessions: list[HandedIn]) -> SessionColumns:
    from simulator.analysis.turn_counts import session_columns

    started = [found.stored.started for found in sessions]
    return session_columns(people, [(one.scenario, str(one.mode), one.day, not one.met) for one in started])


def _turn_columns(people: list[int], read: tuple[Read, ...], count: int) -> TurnCounts:
    from simulator.analysis.turn_counts import turn_counts

    turns = (
        (number, _WHAT[competency], _NUMBER[family], met)
        for number, one in enumerate(read)
        for competency, family, _, met in one.came_up
    )
    return turn_counts(people, turns, len(COUNTED), len(FAMILIES), count)
