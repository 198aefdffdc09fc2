"""Everything that is kept of a person, read out of the store page by page, and put into words as far as it can be.

What is damaged is named and not left out: of every conversation there is at least its line in the list.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from simulator.messages.message import Message
from simulator.messages.sentences import storage as stored_words
from simulator.scenario.document import Scenario
from simulator.services.measuring import TODAY
from simulator.services.stored_sessions import scenario_of
from simulator.session.errors import ServiceError, StoreDamaged, StoreError
from simulator.session.events import Started
from simulator.session.ids import PersonId
from simulator.session.items import Items
from simulator.session.record import choices_made, recorded
from simulator.session.remarks import Remark
from simulator.session.store import (
    Listing,
    Measures,
    Person,
    SessionFilter,
    SessionHeader,
    SessionOrder,
    SessionStore,
    StoredSession,
)
from simulator.session.transcript import Transcript
from simulator.session.vocabulary import Met

_PAGE: Final = 100

_Texts: TypeAlias = tuple[str, str]
"""What texts a conversation was held with: their digest, and the path of the scenario's own."""


@dataclass(frozen=True, slots=True)
class PersonalSession:
    """A conversation of a person, with the remarks on it that they may see, and its measures where they are worked out.

    ``stored`` holds what could be read; its ``damage`` says what is not as it was stored.
    """

    stored: StoredSession
    remarks: tuple[Remark, ...]
    measures: Measures | None

    @property
    def header(self) -> SessionHeader:
        """The conversation's line in the list."""
        return self.stored.header


@dataclass(frozen=True, slots=True)
class PersonalData:
    """All that is kept of a person: conversations, the earliest first; remarks on other people's; what they had opened."""

    person: Person
    sessions: tuple[PersonalSession, ...]
    remarks_elsewhere: tuple[Remark, ...] = ()
    met: Mapping[str, tuple[Met, ...]] = field(default_factory=dict)

    @property
    def damaged(self) -> tuple[PersonalSession, ...]:
        """The conversations that are not as they were stored."""
        return tuple(session for session in self.sessions if session.stored.damage is not None)


def collect(store: SessionStore, person: Person) -> PersonalData:
    """Everything that is kept of a person, read at once."""
    collecting_ = collecting(store, person)
    while True:
        try:
            next(collecting_)
        except StopIteration as done:
            found: PersonalData = done.value
            return found


def collecting(store: SessionStore, person: Person) -> Generator[int, None, PersonalData]:
    """The same in parts, between which others can use the store; each tells how many conversations were looked at."""
    sessions: list[PersonalSession] = []
    shared = _Shared()
    for page in _pages(store, person.id):
        for header in page.headers:
            sessions.append(_session(store, header, page.measures.get(header.id), shared))
            yield len(sessions)
    at_home = {remark.id for session in sessions for remark in session.remarks}
    elsewhere = tuple(remark for remark in _made_by(store, person.id) if remark.id not in at_home)
    return PersonalData(person, tuple(sessions), elsewhere, store.all_met(person.id))


@dataclass(frozen=True, slots=True)
class Told:
    """A conversation as far as it can be put into words.

    ``transcript`` is there where the patient's answers were recorded and can be shown; ``choices`` are what was said,
    empty for silence, where they were not recorded; ``why_not`` tells why there is neither.
    """

    session: PersonalSession
    scenario: Scenario | None = None
    transcript: Transcript | None = None
    choices: tuple[str, ...] = ()
    why_not: Message | None = None


class Telling:
    """Puts conversations into words; a scenario that several were played with is read once."""

    def __init__(self) -> None:
        self._scenarios: dict[_Texts, Scenario | Message] = {}

    def told(self, session: PersonalSession) -> Told:
        """A conversation in words, on the texts that were kept with it."""
        stored = session.stored
        if not stored.events or not isinstance(stored.events[0], Started):
            return Told(session)
        scenario = self._scenario(stored)
        if isinstance(scenario, Message):
            return Told(session, choices=tuple(choices_made(stored.events)), why_not=scenario)
        if stored.started.outcome is None:
            return Told(session, scenario, choices=_choices(scenario, stored))
        try:
            return Told(session, scenario, recorded(scenario, stored.events))
        except ServiceError as fault:
            return Told(session, scenario, choices=_choices(scenario, stored), why_not=fault.message)

    def _scenario(self, stored: StoredSession) -> Scenario | Message:
        key = _texts(stored)
        if key not in self._scenarios:
            try:
                self._scenarios[key] = scenario_of(stored)
            except ServiceError as fault:
                self._scenarios[key] = fault.message
        return self._scenarios[key]


def _choices(scenario: Scenario, stored: StoredSession) -> tuple[str, ...]:
    """What was said, in words; by its name where several sentences have that name, since the moment is not known."""
    words: dict[str, set[str]] = {}
    for moment in scenario.every_moment():
        for response in moment.responses:
            words.setdefault(response.id, set()).add(response.say)
    return tuple(_only(words.get(choice, ())) or choice for choice in choices_made(stored.events))


def _only(words: set[str] | tuple[()]) -> str:
    return next(iter(words)) if len(words) == 1 else ""


def _made_by(store: SessionStore, person: PersonId) -> tuple[Remark, ...]:
    """All that a person has remarked; nothing where that is damaged, which ``faults`` tells."""
    try:
        return store.remarks_by(person)
    except StoreDamaged:
        return ()


def _pages(store: SessionStore, person: PersonId) -> Iterator[Listing]:
    """All sessions of a person, the earliest first."""
    after = None
    while True:
        page = store.query(SessionFilter(trainee=person), SessionOrder.OLDEST, TODAY, size=_PAGE, after=after)
        yield page
        after = page.after
        if after is None:
            return


class _Shared:
    """What thousands of conversations have together: the texts of a few scenarios, and the items in them."""

    def __init__(self) -> None:
        self._sources: dict[_Texts, Mapping[str, str]] = {}
        self._items: dict[_Texts, Items | None] = {}

    def with_its_texts(self, stored: StoredSession) -> StoredSession:
        """A sound session on texts that are kept once for all that have the same."""
        return replace(stored, sources=self._sources.setdefault(_texts(stored), stored.sources))

    def met(self, stored: StoredSession) -> frozenset[str]:
        """The items that a session met; none where its texts cannot be read."""
        key = _texts(stored)
        if key not in self._items:
            try:
                self._items[key] = Items(scenario_of(stored))
            except ServiceError:
                self._items[key] = None
        items = self._items[key]
        return frozenset() if items is None else items.met(stored.events)


def _texts(stored: StoredSession) -> _Texts:
    return stored.header.texts, stored.header.path


def _session(store: SessionStore, header: SessionHeader, measures: Measures | None, shared: _Shared) -> PersonalSession:
    stored = _stored(store, header)
    met: frozenset[str] = frozenset()
    if stored.damage is None:
        stored = shared.with_its_texts(stored)
        met = shared.met(stored)
    remarks, damage = _remarks(store, header, met)
    return PersonalSession(replace(stored, damage=stored.damage or damage), remarks, measures)


def _stored(store: SessionStore, header: SessionHeader) -> StoredSession:
    """A session, or what of it can still be read."""
    try:
        return store.load(header.id)
    except StoreDamaged as fault:
        damage = fault.message
    except StoreError as fault:
        # A line of the list whose id was damaged leads nowhere.
        if fault.message.sentence != stored_words.NO_SESSION:
            raise
        return StoredSession(header, (), (), {}, fault.message)
    try:
        found = store.salvage(header.id)
    except StoreDamaged:
        return StoredSession(header, (), (), {}, damage)
    return replace(found, damage=found.damage or damage)


def _remarks(
    store: SessionStore, header: SessionHeader, met: frozenset[str]
) -> tuple[tuple[Remark, ...], Message | None]:
    """The remarks on a session and on the items it met that its trainee may see, or what is wrong with them."""
    try:
        return store.remarks(header.id, header.trainee, met), None
    except StoreDamaged as fault:
        return (), fault.message
    except StoreError as fault:
        if fault.message.sentence != stored_words.NO_SESSION:
            raise
        return (), None
