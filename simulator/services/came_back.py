"""What came back of a conversation that was handed in: comments, corrections with who made them, and the person's own answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from simulator.handin.remarks_file import SaidOf, read_remarks, write_remarks
from simulator.handin.signed_file import Refused
from simulator.messages.message import Message, When
from simulator.messages.sentences import came_back as say
from simulator.messages.sentences import signed_files
from simulator.scoring.rubric import COMPETENCIES
from simulator.services.correction_remarks import CodeBook, CorrectionState, Voice, answers_to, ratings_in
from simulator.services.correction_words import STATES, from_to, rated_by, said_of
from simulator.services.giving_back import is_given
from simulator.services.remark_chains import add_to_chain
from simulator.services.stored_sessions import scenario_of
from simulator.session.errors import StoreDamaged, StoreError
from simulator.session.events import answer_steps
from simulator.session.items import Items
from simulator.session.record import recorded
from simulator.session.remarks import AboutItem, AboutSession, Remark, RemarkId, RemarkKind, Role

if TYPE_CHECKING:
    from simulator.handin.signing import SigningKey
    from simulator.session.ids import PersonId, SessionId
    from simulator.session.store import SessionStore, StoredSession

LONGEST_ANSWER: Final = 4_000


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction of a conversation, in words, with what its person has answered."""

    id: RemarkId
    says: tuple[Message, ...]
    answers: tuple[Voice, ...]

    @property
    def answers_in_words(self) -> tuple[Message, ...]:
        """The answers, each with its time."""
        return tuple(say.YOU_ANSWERED(when=When(one.at_ms), text=one.text) for one in self.answers)


@dataclass(frozen=True, slots=True)
class CameBack:
    """What came back of one conversation."""

    session: SessionId
    title: str
    day: str
    comments: tuple[Message, ...]
    corrections: tuple[Corrected, ...]

    @property
    def anything(self) -> bool:
        """Whether anything came back."""
        return bool(self.comments or self.corrections)


def take_back(store: SessionStore, person: PersonId, content: bytes) -> SaidOf:
    """Keep what a file says of a conversation of a person; raises ``Refused`` with why, and keeps nothing then."""
    said = read_remarks(content)
    stored = _own(store, person, said)
    items = Items(scenario_of(stored)).met(stored.events)
    for one in said.remarks:
        about = one.about
        mine = about.item in items if isinstance(about, AboutItem) else about.session == said.session
        if not mine or not is_given(one):
            raise Refused(signed_files.NOT_SO_SAID())
    for one in said.remarks:
        store.remark(one)
    return said


def came_back(store: SessionStore, person: PersonId, session: SessionId) -> CameBack:
    """What came back of a conversation so far."""
    stored = store.load(session)
    scenario = scenario_of(stored)
    items = Items(scenario)
    remarks = store.remarks(session, person, items.met(stored.events))
    exchanges = recorded(scenario, stored.events).exchanges
    turns = dict(zip(answer_steps(stored.events), (one.turn for one in exchanges), strict=False))
    said = {items.digest(one.moment.id, one.response.id): one.turn for one in exchanges if one.response is not None}
    corrections = (*_of_sentences(remarks, said, session), *_of_ratings(remarks, stored))
    return CameBack(session, stored.started.title, stored.started.day, tuple(_comments(remarks, turns)), corrections)


def answer(
    store: SessionStore,
    person: PersonId,
    session: SessionId,
    correction: RemarkId,
    words: str,
    *,
    id_: RemarkId,
    now_ms: int,
) -> None:
    """Answer a correction; the answer stands beside it."""
    text = words.strip()[:LONGEST_ANSWER]
    if text:
        values = {"text": text}
        add_to_chain(store, person, session, RemarkKind.ANSWER, values, id_=id_, now_ms=now_ms, answers=correction)


def answers_file(store: SessionStore, person: PersonId, session: SessionId, key: SigningKey) -> bytes:
    """All answers to corrections of a conversation, as a file for whoever made them; nobody is named in it."""
    remarks = tuple(one for one in store.remarks(session, person) if _is_answer_of(one, person))
    return write_remarks(SaidOf(session, store.head(session), "", remarks), key)


def _own(store: SessionStore, person: PersonId, said: SaidOf) -> StoredSession:
    try:
        stored = store.load(said.session)
    except StoreDamaged:
        raise
    except StoreError as fault:
        raise Refused(signed_files.NOT_HERE()) from fault
    if stored.header.trainee != person:
        raise Refused(signed_files.NOT_HERE())
    if stored.header.head != said.head:
        raise Refused(signed_files.OTHER_COURSE())
    return stored


def _is_answer_of(remark: Remark, person: PersonId) -> bool:
    return (remark.kind, remark.role, remark.person) == (RemarkKind.ANSWER, Role.TRAINEE, person)


def _comments(remarks: tuple[Remark, ...], turns: dict[int, int]) -> Iterator[Message]:
    """The comments that stand, by turn."""
    said: dict[int, Remark] = {}
    for one in remarks:
        if one.kind == RemarkKind.COMMENT and isinstance(one.about, AboutSession) and one.about.step in turns:
            said[turns[one.about.step]] = one
    for turn, one in sorted(said.items()):
        text = str(one.values.get("text") or "")
        if text:
            yield say.COMMENT(turn=turn, when=When(one.at_ms), text=text)


def _of_sentences(remarks: tuple[Remark, ...], said: dict[str | None, int], session: SessionId) -> Iterator[Corrected]:
    for one in CodeBook(remarks).all:
        turn = said.get(one.sentence.item)
        if turn is None or one.state is CorrectionState.PROPOSED:
            continue
        head = say.SENTENCE(turn=turn, words=one.sentence.words, change=from_to(one), state=STATES[one.state]())
        yield Corrected(one.id, (head, *said_of(one)), answers_to(remarks, one.id, session))


def _of_ratings(remarks: tuple[Remark, ...], stored: StoredSession) -> Iterator[Corrected]:
    session = stored.header.id
    for one in ratings_in(remarks, session, stored.header.head):
        label = COMPETENCIES[one.competency].label()
        head = say.RATING(competency=label, state=STATES[one.state]())
        yield Corrected(one.id, (head, *rated_by(one)), answers_to(remarks, one.id, session))
