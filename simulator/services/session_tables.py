"""Conversations as tables for other programs: a row a conversation, and a row a turn. The columns are the code book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from simulator.handin.sample_mark import is_sample
from simulator.handin.signing import six_words
from simulator.messages.sentences import export_columns as say
from simulator.reports.flat_table import Cell, Column, FlatTable
from simulator.scoring.competency import Competency, CompetencyScore, SessionScore
from simulator.scoring.corrections import NO_CORRECTIONS, Corrections, ItemPlace, as_coded, differ
from simulator.scoring.rubric import RUBRIC
from simulator.scoring.score import score
from simulator.scoring.tag_reading import tag_fit
from simulator.services.corrected_by import corrected_by, days, names, reasons
from simulator.services.personal_collection import Telling
from simulator.session.store import StoredSession
from simulator.session.transcript import Exchange, Transcript

if TYPE_CHECKING:
    from simulator.services.correction_remarks import InForce
    from simulator.services.handed_in import HandedIn
    from simulator.services.personal_collection import PersonalData
    from simulator.services.review_shelf import Shelf
    from simulator.session.store import SessionHeader

OWN: Final = "own"
"""How far a conversation can be believed that was not handed in."""


@dataclass(frozen=True)
class Exported:
    """A conversation to be exported: whose, and as it was held; ``transcript`` is missing where it cannot be told."""

    person: str
    stored: StoredSession
    transcript: Transcript | None
    belief: str = OWN
    key: bytes = b""
    corrections: Corrections = NO_CORRECTIONS
    in_force: tuple[InForce, ...] = ()

    @cached_property
    def score(self) -> SessionScore | None:
        """What it shows by the rubric of today; only of conversations that have ended."""
        if self.transcript is None or not self.stored.header.ended:
            return None
        return score(self.transcript, self.corrections)

    @cached_property
    def by_rubric(self) -> SessionScore | None:
        """What it shows by the rubric alone, before anybody corrected anything."""
        if self.transcript is None or self.score is None or self.corrections == NO_CORRECTIONS:
            return self.score
        return score(self.transcript)

    @cached_property
    def corrected_by(self) -> Mapping[Competency, tuple[InForce, ...]]:
        """The corrections that decided how competencies stand."""
        if self.transcript is None or self.score is None or self.corrections == NO_CORRECTIONS:
            return {}
        return corrected_by(self.transcript, self.corrections, self.in_force)

    @property
    def corrected(self) -> str:
        """The competencies that stand otherwise than without what was corrected."""
        if self.by_rubric is None or self.score is None:
            return ""
        before, now = self.by_rubric.competencies, self.score.competencies
        return " ".join(_words(each) for each in Competency if differ(before[each], now[each]))

    @property
    def turns(self) -> tuple[tuple[Exchange, Exchange], ...]:
        """Its turns, each as it was held and with its sentence as it is coded now."""
        if self.transcript is None:
            return ()
        coded = as_coded(self.transcript, self.corrections).exchanges
        return tuple(zip(self.transcript.exchanges, coded, strict=True))

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """Its turns."""
        return () if self.transcript is None else self.transcript.exchanges

    def of(self, competency: Competency) -> CompetencyScore | None:
        """How a competency stands."""
        return None if self.score is None else self.score.competencies[competency]


@dataclass(frozen=True, slots=True)
class ExportedTurn:
    """One turn of an exported conversation."""

    session: Exported
    exchange: Exchange
    coded: Exchange

    @property
    def corrected_by(self) -> tuple[InForce, ...]:
        """The correction of its sentence."""
        response = self.exchange.response
        place = None if response is None else ItemPlace(self.exchange.moment.id, response.id)
        return () if place is None else tuple(one for one in self.session.in_force if one.place == place)


def tables(sessions: Iterable[Exported]) -> tuple[FlatTable[Exported], FlatTable[ExportedTurn]]:
    """The two tables of some conversations."""
    rows = tuple(sessions)
    turns = tuple(ExportedTurn(one, *exchange) for one in rows for exchange in one.turns)
    return FlatTable("conversations", SESSION_COLUMNS, rows), FlatTable("turns", TURN_COLUMNS, turns)


def exported(shelf: Shelf) -> Iterator[Exported]:
    """All that was taken in, by person and day."""
    for person, found in shelf.sessions():
        yield exported_one(found, person.name)


def own(data: PersonalData) -> tuple[tuple[Exported, ...], tuple[SessionHeader, ...]]:
    """A person’s own conversations, unfinished ones too; and those of which nothing can be read."""
    telling, person = Telling(), data.person
    readable = [one for one in data.sessions if one.stored.events]
    rows = (Exported(person.name or person.id, one.stored, telling.told(one).transcript) for one in readable)
    return tuple(rows), tuple(one.header for one in data.sessions if not one.stored.events)


def exported_one(found: HandedIn, name: str) -> Exported:
    """A conversation that was handed in, under the name that its person goes by here."""
    return Exported(
        name, found.stored, found.transcript, str(found.belief), found.key, found.corrections, found.in_force
    )


def _score_of(competency: Competency) -> Callable[[Exported], Cell]:
    return lambda one: None if (found := one.of(competency)) is None else found.score


def _by_rubric(competency: Competency) -> Callable[[Exported], Cell]:
    return lambda one: None if one.by_rubric is None else one.by_rubric.competencies[competency].score


def _said_of(competency: Competency, tell: Callable[[tuple[InForce, ...]], str]) -> Callable[[Exported], Cell]:
    return lambda one: tell(one.corrected_by.get(competency, ()))


def _standing_of(competency: Competency) -> Callable[[Exported], Cell]:
    return lambda one: None if (found := one.of(competency)) is None else str(found.standing)


def _signs(one: Exported, seen: bool) -> Cell:
    found = one.of(Competency.NOTICING)
    if found is None or found.signs is None:
        return None
    return found.signs.seen if seen else found.signs.came


def _words(name: str) -> str:
    """A name of ours as a column: spreadsheets and statistics programs do without hyphens."""
    return name.replace("-", "_")


SESSION_COLUMNS: Final[tuple[Column[Exported], ...]] = (
    Column("person", say.PERSON, lambda one: one.person),
    Column("key", say.KEY, lambda one: six_words(one.key) if one.key else ""),
    Column("session", say.SESSION, lambda one: one.stored.header.id),
    Column("scenario", say.SCENARIO, lambda one: one.stored.started.scenario),
    Column("title", say.TITLE, lambda one: one.stored.started.title),
    Column("language", say.LANGUAGE, lambda one: one.stored.started.language),
    Column("day", say.DAY, lambda one: one.stored.started.day),
    Column("mode", say.MODE, lambda one: str(one.stored.started.mode)),
    Column("level", say.LEVEL, lambda one: one.stored.started.difficulty),
    Column("first_meeting", say.FIRST_MEETING, lambda one: int(not one.stored.started.met)),
    Column("met_before", say.MET_BEFORE, lambda one: " ".join(map(str, one.stored.started.met))),
    Column("made_by", say.MADE_BY, lambda one: "model" if is_sample(one.stored.started) else "person"),
    Column("belief", say.BELIEF, lambda one: one.belief),
    Column("edition", say.EDITION, lambda one: one.stored.started.edition),
    Column("rubric", say.RUBRIC, lambda _one: RUBRIC),
    Column("ended", say.ENDED, lambda one: int(one.stored.header.ended)),
    Column("outcome", say.OUTCOME, lambda one: one.stored.header.verdict),
    Column("turns", say.TURNS, lambda one: len(one.exchanges)),
    Column("signs_came", say.SIGNS_CAME, lambda one: _signs(one, seen=False)),
    Column("signs_seen", say.SIGNS_SEEN, lambda one: _signs(one, seen=True)),
    *(
        column
        for each in Competency
        for column in (
            Column(f"score_{_words(each)}", say.SCORE, _score_of(each)),
            Column(f"standing_{_words(each)}", say.STANDING, _standing_of(each)),
            Column(f"rubric_score_{_words(each)}", say.RUBRIC_SCORE, _by_rubric(each)),
            Column(f"corrected_by_{_words(each)}", say.CORRECTED_BY, _said_of(each, names)),
            Column(f"corrected_on_{_words(each)}", say.CORRECTED_ON, _said_of(each, days)),
            Column(f"corrected_because_{_words(each)}", say.CORRECTED_BECAUSE, _said_of(each, reasons)),
        )
    ),
    Column("corrected", say.CORRECTED, lambda one: one.corrected),
    Column("what_this_is", say.WHAT_THIS_IS, lambda _one: str(say.WHAT_THIS_IS())),
)

TURN_COLUMNS: Final[tuple[Column[ExportedTurn], ...]] = (
    Column("person", say.PERSON, lambda one: one.session.person),
    Column("session", say.SESSION, lambda one: one.session.stored.header.id),
    Column("scenario", say.SCENARIO, lambda one: one.session.stored.started.scenario),
    Column("day", say.DAY, lambda one: one.session.stored.started.day),
    Column("made_by", say.MADE_BY, lambda one: "model" if is_sample(one.session.stored.started) else "person"),
    Column("turn", say.TURN, lambda one: one.exchange.turn),
    Column("moment", say.MOMENT, lambda one: one.exchange.moment.id),
    Column("state", say.STATE, lambda one: str(one.exchange.before.reaction)),
    Column("patient_says", say.PATIENT_SAYS, lambda one: one.exchange.telling.patient),
    Column("seen", say.SEEN, lambda one: "" if one.exchange.tag is None else str(one.exchange.tag)),
    Column("seen_fit", say.SEEN_FIT, lambda one: "" if (fit := tag_fit(one.exchange)) is None else str(fit)),
    Column("response", say.RESPONSE, lambda one: "" if one.exchange.response is None else one.exchange.response.id),
    Column("move", say.MOVE, lambda one: str(one.exchange.move)),
    Column("quality", say.QUALITY, lambda one: one.exchange.quality),
    Column("counted_move", say.COUNTED_MOVE, lambda one: str(one.coded.move)),
    Column("counted_quality", say.COUNTED_QUALITY, lambda one: one.coded.quality),
    Column("corrected_by", say.CORRECTED_BY, lambda one: names(one.corrected_by)),
    Column("corrected_on", say.CORRECTED_ON, lambda one: days(one.corrected_by)),
    Column("corrected_because", say.CORRECTED_BECAUSE, lambda one: reasons(one.corrected_by)),
    Column("trainee_says", say.TRAINEE_SAYS, lambda one: one.exchange.words),
    Column("state_after", say.STATE_AFTER, lambda one: str(one.exchange.appraisal.state.reaction)),
    Column("what_this_is", say.WHAT_THIS_IS, lambda _one: str(say.WHAT_THIS_IS())),
)
