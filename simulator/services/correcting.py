"""Correcting what a sentence is, for everybody who said it, and a rating in one conversation; by names, with reasons, and a dry run.

Nothing is overwritten: what was said stands in the order in which it was said, and what is in force is read from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from simulator.messages.sentences import corrections as say
from simulator.scenario.hashes import story_digest
from simulator.scoring import score
from simulator.scoring.competency import Competency, CompetencyScore
from simulator.scoring.corrections import Corrections, ItemPlace, SentenceCode, differ
from simulator.scoring.rubric import RUBRIC
from simulator.services.correction_remarks import (
    CodeBook,
    CodeCorrection,
    CorrectionState,
    InForce,
    Met,
    RatingCorrection,
    Voice,
    answers_to,
    code_values,
    ratings_in,
)
from simulator.services.typed_names import as_written, same_name
from simulator.session.errors import ServiceError
from simulator.session.items import Items
from simulator.session.remarks import About, AboutItem, AboutSession, Remark, RemarkId, RemarkKind, Role

if TYPE_CHECKING:
    from simulator.services.handed_in import HandedIn
    from simulator.services.review_shelf import ReviewedPerson, Shelf
    from simulator.session.ids import PersonId
    from simulator.session.transcript import Exchange
    from simulator.storage.handed_in_files import HandedInFiles

LONGEST_REASON: Final = 2_000
LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A score that a correction would change in somebody's conversation."""

    person: ReviewedPerson
    found: HandedIn
    before: CompetencyScore
    after: CompetencyScore


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a correction would touch: the conversations in which the sentence was said, and the scores that would change."""

    conversations: int
    people: int
    changes: tuple[ScoreChange, ...]


class Correcting:
    """What an instructor can correct of what was handed in. Slow work, not for the window's thread."""

    def __init__(
        self,
        files: HandedInFiles,
        instructor: PersonId,
        now_ms: Callable[[], int],
        new_id: Callable[[], str],
    ) -> None:
        self._files = files
        self._instructor = instructor
        self._now_ms = now_ms
        self._new_id = new_id
        self._items: dict[tuple[str, str], Items] = {}

    def book(self) -> CodeBook:
        """All that was proposed of sentences."""
        return CodeBook(self._files.remarks_on_sentences())

    def ratings(self, found: HandedIn) -> tuple[RatingCorrection, ...]:
        """The ratings of a conversation by hand."""
        return ratings_in(self._files.remarks(found.id), found.id, found.stored.header.head)

    def answers(self, found: HandedIn) -> Callable[[RemarkId], tuple[Voice, ...]]:
        """What the person of a conversation has answered to each correction."""
        remarks = self._files.remarks(found.id)
        return lambda id_: answers_to(remarks, id_, found.id)

    def turns(self, found: HandedIn) -> Iterator[tuple[int, str]]:
        """The turns in which something was said, each with the item of its sentence."""
        for exchange in found.transcript.exchanges:
            item = self._item(found, exchange)
            if item is not None:
                yield exchange.turn, item

    def applied(self, found: HandedIn, book: CodeBook) -> HandedIn:
        """A conversation under what is in force."""
        codes = self._codes_in(found, book.in_force)
        ratings = [one for one in self.ratings(found) if one.state is CorrectionState.IN_FORCE]
        corrections = Corrections(
            tuple((place, one.after) for place, one in codes.items()),
            tuple((one.competency, one.after) for one in ratings),
        )
        in_force = (*(InForce(*one) for one in codes.items()), *(InForce(None, one) for one in ratings))
        if (corrections, in_force) == (found.corrections, found.in_force):
            return found
        return replace(found, corrections=corrections, in_force=in_force)

    def met(self, found: HandedIn, turn: int) -> Met | None:
        """The sentence of a turn; ``None`` where nothing was said."""
        exchange = next((one for one in found.transcript.exchanges if one.turn == turn), None)
        if exchange is None or exchange.response is None:
            return None
        item, response, started = self._item(found, exchange), exchange.response, found.stored.started
        if item is None:
            return None
        place = ItemPlace(exchange.moment.id, response.id)
        code = SentenceCode(response.move, response.quality)
        story = story_digest(found.scenario)
        return Met(item, story, started.scenario, found.scenario.title, place, code, response.in_source)

    def said_somewhere(self, shelf: Shelf, item: str) -> Met | None:
        """The sentence of an item, as it was met by one who said it; ``None`` where nobody did."""
        for _, found in shelf.sessions():
            turn = next((turn for turn, said in self.turns(found) if said == item), None)
            if turn is not None:
                return self.met(found, turn)
        return None

    def dry_run(self, shelf: Shelf, sentence: Met, new: SentenceCode) -> DryRun:
        """What would change if a sentence counted as something else; nothing is changed."""
        people: set[bytes] = set()
        conversations = 0
        changes: list[ScoreChange] = []
        for person, found in shelf.sessions():
            places = {place for place, item in self._said(found) if item == sentence.item}
            if not places:
                continue
            conversations += 1
            people.add(person.key)
            changes += _changes(person, found, _with(found.corrections, places, new))
        return DryRun(conversations, len(people), tuple(changes))

    def propose(self, sentence: Met, new: SentenceCode, reason: str, name: str) -> RemarkId:
        """Propose that a sentence counts as something else, for everybody who said it."""
        book = self.book()
        before = book.code_of(sentence)
        if not new.holds:
            raise ServiceError(say.NO_SUCH_CODE())
        if new == before:
            raise ServiceError(say.SAME_CODE())
        values = {**code_values(sentence, before, new), **self._said_by(name, reason)}
        return self._on_sentence(AboutItem(sentence.item, sentence.story), RemarkKind.CORRECTION, values)

    def agree(self, id_: RemarkId, name: str) -> None:
        """A second name agrees, and the correction takes effect."""
        found = self._open(id_, CorrectionState.PROPOSED)
        if same_name(name, found.proposed.name):
            raise ServiceError(say.SAME_NAME(name=found.proposed.name))
        values = {"agrees": True, "name": _name(name)}
        self._on_sentence(_about(found), RemarkKind.ANSWER, values, answers=id_)

    def withdraw(self, id_: RemarkId, name: str, reason: str) -> None:
        """Withdraw a proposal, or what was agreed to: what was in force before it is so again."""
        found = self._open(id_, CorrectionState.PROPOSED, CorrectionState.IN_FORCE, CorrectionState.REPLACED)
        self._on_sentence(_about(found), RemarkKind.WITHDRAWN, self._said_by(name, reason), answers=id_)

    def rate(self, found: HandedIn, competency: Competency, rating: int | None, reason: str, name: str) -> None:
        """Rate a competency of one conversation by hand."""
        if rating is not None and rating not in range(1, 6):
            raise ServiceError(say.NO_SUCH_RATING())
        before = found.score.competencies[competency].score
        values = {"competency": str(competency), "before": before, "after": rating, **self._said_by(name, reason)}
        self._on_session(found, RemarkKind.CORRECTION, values)

    def withdraw_rating(self, found: HandedIn, id_: RemarkId, name: str, reason: str) -> None:
        """Withdraw a rating by hand."""
        if id_ not in {one.id for one in self.ratings(found) if one.withdrawn is None}:
            raise ServiceError(say.NOT_OPEN())
        self._on_session(found, RemarkKind.WITHDRAWN, self._said_by(name, reason), answers=id_)

    # How it is kept.

    def _open(self, id_: RemarkId, *states: CorrectionState) -> CodeCorrection:
        found = self.book().one(id_)
        if found is None or found.state not in states:
            raise ServiceError(say.NOT_OPEN())
        return found

    def _said_by(self, name: str, reason: str) -> dict[str, object]:
        words = reason.strip()[:LONGEST_REASON]
        if not words:
            raise ServiceError(say.NO_REASON())
        return {"name": _name(name), "text": words, "rubric": RUBRIC}

    def _on_sentence(
        self, about: AboutItem, kind: RemarkKind, values: dict[str, object], answers: RemarkId | None = None
    ) -> RemarkId:
        remark = self._remark(about, kind, values, self._files.remarks_on_sentences(), answers)
        self._files.remark_on_sentence(remark)
        return remark.id

    def _on_session(
        self, found: HandedIn, kind: RemarkKind, values: dict[str, object], answers: RemarkId | None = None
    ) -> None:
        about = AboutSession(found.id, None, found.stored.header.head)
        self._files.remark(found.id, self._remark(about, kind, values, self._files.remarks(found.id), answers))

    def _remark(
        self,
        about: About,
        kind: RemarkKind,
        values: dict[str, object],
        before: Iterable[Remark],
        answers: RemarkId | None,
    ) -> Remark:
        mine = (one for one in before if (one.person, one.kind) == (self._instructor, kind))
        chain = [one.id for one in mine if _subject(one.about) == _subject(about)]
        previous = chain[-1] if chain else None
        id_ = RemarkId(self._new_id())
        return Remark(id_, about, kind, Role.INSTRUCTOR, self._instructor, self._now_ms(), values, answers, previous)

    # Which sentences were said.

    def _codes_in(self, found: HandedIn, in_force: Mapping[str, CodeCorrection]) -> Mapping[ItemPlace, CodeCorrection]:
        if not in_force:
            return {}
        return {place: in_force[item] for place, item in self._said(found) if item in in_force}

    def _said(self, found: HandedIn) -> Iterator[tuple[ItemPlace, str]]:
        for exchange in found.transcript.exchanges:
            item = self._item(found, exchange)
            if item is not None and exchange.response is not None:
                yield ItemPlace(exchange.moment.id, exchange.response.id), item

    def _item(self, found: HandedIn, exchange: Exchange) -> str | None:
        if exchange.response is None:
            return None
        header = found.stored.header
        key = (header.texts, header.path)
        if key not in self._items:
            self._items[key] = Items(found.scenario)
        return self._items[key].digest(exchange.moment.id, exchange.response.id)


def before_corrections(found: HandedIn) -> Mapping[Competency, CompetencyScore]:
    """How the competencies of a conversation stood that are others under what is in force."""
    bare, now = score(found.transcript).competencies, found.score.competencies
    return {each: then for each, then in bare.items() if differ(then, now[each])}


def _changes(person: ReviewedPerson, found: HandedIn, new: Corrections) -> Iterator[ScoreChange]:
    before, after = found.score.competencies, score(found.transcript, new).competencies
    for competency, then in before.items():
        now = after[competency]
        if differ(then, now):
            yield ScoreChange(person, found, then, now)


def _with(corrections: Corrections, places: Iterable[ItemPlace], new: SentenceCode) -> Corrections:
    codes = dict(corrections.codes) | dict.fromkeys(places, new)
    return replace(corrections, codes=tuple(codes.items()))


def _subject(about: About) -> object:
    """What a chain of remarks is about: a sentence is the same in whatever story it stands."""
    return about.item if isinstance(about, AboutItem) else about


def _about(found: CodeCorrection) -> AboutItem:
    return AboutItem(found.sentence.item, found.sentence.story)


def _name(name: str) -> str:
    words = as_written(name)[:LONGEST_NAME]
    if not words:
        raise ServiceError(say.NO_NAME())
    return words
