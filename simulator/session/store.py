"""Where sessions are kept: the face that every store shows, whatever is behind it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from simulator.alliance.codes import Code
from simulator.messages.message import Message
from simulator.session.events import Origin, SessionEvent, Started, Timing
from simulator.session.ids import PersonId, SessionId
from simulator.session.remarks import Remark, RemarkId
from simulator.session.vocabulary import Met, Mode

OPEN: Final = ""
"""The verdict of a session that has not ended."""
STOPPED: Final = "stopped"
"""The verdict in lists of a session that its trainee ended early."""
INTERRUPTED: Final = "interrupted"
"""The verdict in lists of a session that was closed because an update changed the rules."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who practises here: a name that can change, a pseudonym for lists that others see, and an id that stays."""

    id: PersonId
    name: str
    pseudonym: str = ""


@dataclass(frozen=True, slots=True)
class SessionHeader:
    """One line of a list of sessions: facts, written together with the events.

    ``steps`` counts the events after the start, ``head`` is the last link in hexadecimal; ``verdict`` is empty while a
    session is open, else what it came to, ``stopped`` or ``interrupted``. ``sound`` is false where the line is not as it was
    stored.
    """

    id: SessionId
    trainee: PersonId
    scenario: str
    title: str
    language: str
    texts: str
    path: str
    started_ms: int
    mode: Mode
    difficulty: int
    edition: int
    origin: Origin | None
    steps: int
    verdict: str
    head: str
    sound: bool = True

    @property
    def ended(self) -> bool:
        """Whether the session has come to its end."""
        return self.verdict != OPEN


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session as stored: its events with their timings, and the texts of the scenario it is pinned to.

    ``damage`` says what is wrong where only the beginning could be read.
    """

    header: SessionHeader
    events: tuple[SessionEvent, ...]
    timings: tuple[Timing, ...]
    sources: Mapping[str, str]
    damage: Message | None = None

    @property
    def started(self) -> Started:
        """The session's start."""
        first = self.events[0]
        assert isinstance(first, Started)
        return first


class SessionOrder(Code):
    """In which order sessions are listed."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    TRAINEE = "trainee"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class SessionFilter:
    """Which sessions are asked for; what is ``None`` is not asked about.

    ``ended`` asks for sessions that have ended, or have not; the times are UTC in ms, the second one is left out.
    ``measured`` asks for those whose measures by these rules are there, or are not.
    """

    trainee: PersonId | None = None
    scenario: str | None = None
    mode: Mode | None = None
    difficulty: int | None = None
    language: str | None = None
    edition: int | None = None
    verdict: str | None = None
    ended: bool | None = None
    since_ms: int | None = None
    before_ms: int | None = None
    measured: bool | None = None


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the next page begins: the last line's place in the order, as the store wrote it."""

    key: str | int | None
    number: int


@dataclass(frozen=True, slots=True)
class MeasureKey:
    """By which opinion something was measured: the edition of the rubric, and what names the rules of the patient and the prices."""

    rubric: int
    rules: str


NO_MEASURES: Final = MeasureKey(0, "")
"""A question that asks for facts only."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What a session came to in today's opinion, worked out behind; never trusted from elsewhere.

    ``share`` (0-100) is the share of what was attainable, ``None`` where it cannot be known; ``scores`` the competencies by
    name (1-5, ``None`` where there was none), ``standings`` how each of them stands, in the word of the rubric (none in
    measures of earlier rubrics); ``prices`` what each turn cost, by its number, in hundredths of a point of repair value.
    """

    share: int | None = None
    scores: Mapping[str, int | None] = field(default_factory=dict)
    prices: Mapping[int, int] = field(default_factory=dict)
    standings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of an answer; ``after`` is where the next one begins, ``None`` on the last page."""

    headers: tuple[SessionHeader, ...]
    measures: Mapping[SessionId, Measures]
    after: Cursor | None


@dataclass(frozen=True, slots=True)
class Totals:
    """How many sessions answer a filter, by scenario: ended ones by their verdict, open ones under ``""``.

    ``tries`` are those among them that went on from a step of another session.
    """

    by_scenario: Mapping[str, Mapping[str, int]]
    tries: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the store that is not as it was stored: where, in words, and how many steps of it can still be read."""

    session: SessionId | None
    title: str
    what: Message
    readable_steps: int = 0


class SessionStore(Protocol):
    """Keeps sessions; what a call has returned from survives a crash. One thread owns a store; no other may call it."""

    # People

    def add_person(self, person: Person) -> None:
        """Keep a person, new or with a new name."""

    def people(self) -> tuple[Person, ...]:
        """Everybody, by name."""

    # The course

    def create(self, started: Started, timing: Timing, path: str, sources: Mapping[str, str]) -> SessionHeader:
        """Begin a session, pinned to the scenario's texts (by path below the root; ``path`` is the scenario's own)."""

    def append(self, session: SessionId, event: SessionEvent, timing: Timing) -> SessionHeader:
        """Add one step, with the end if it is the last; it is on disk when this returns. An ended session takes none."""

    def fork(self, started: Started, timing: Timing) -> SessionHeader:
        """Begin a session from a step of another (``started.origin``), with copies of the events before that step."""

    def head(self, session: SessionId) -> str:
        """The last link (hexadecimal) of a course: what a remark on it names."""

    def link_before(self, session: SessionId, step: int) -> str:
        """The link (hexadecimal) that a course had before a step: what a fork from there, or a remark, names."""

    def load(self, session: SessionId) -> StoredSession:
        """A whole session; raises ``StoreDamaged`` if anything of it is not as it was stored, ``StoreError`` if unknown."""

    def salvage(self, session: SessionId) -> StoredSession:
        """What can still be read of a damaged session: its beginning; raises ``StoreError`` where that is nothing."""

    def erase(self, session: SessionId) -> None:
        """Delete a session, its remarks and measures, and texts that no other session is pinned to."""

    def erase_person(self, person: PersonId) -> None:
        """Delete everything of a person: sessions, remarks by them or about them, what they opened, the name."""

    # Questions

    def query(
        self,
        wanted: SessionFilter,
        order: SessionOrder,
        key: MeasureKey,
        *,
        size: int = 50,
        after: Cursor | None = None,
    ) -> Listing:
        """One page of the sessions that are asked for, with their measures of ``key`` where they are there."""

    def totals(self, trainee: PersonId) -> Totals:
        """How many sessions a person has in each scenario, and what they came to."""

    # Remarks

    def remark(self, remark: Remark) -> None:
        """Keep a remark; one that is there already changes nothing. ``previous`` must be the last of its chain."""

    def remarks(
        self, session: SessionId, visible_to: PersonId | None, items: Collection[str] = ()
    ) -> tuple[Remark, ...]:
        """The remarks on a session and on items that a person may see, in the order in which they were made.

        ``items`` are the digests of what the session met: ``Items`` tells them whoever has its scenario at hand.
        """

    def remarks_by(self, person: PersonId) -> tuple[Remark, ...]:
        """All remarks that a person has made, on whatever, in the order in which they were made."""

    def last_remark(self, person: PersonId, about: SessionId, step: int | None, kind: str) -> RemarkId | None:
        """The last remark of a person's chain about a session or one of its steps, to go on from."""

    # What was met

    def note_met(self, person: PersonId, scenario: str, what: Met, at_ms: int) -> None:
        """Note that a person has opened something that tells about a scenario."""

    def met(self, person: PersonId, scenario: str) -> tuple[Met, ...]:
        """What a person has met of a scenario so far."""

    def all_met(self, person: PersonId) -> Mapping[str, tuple[Met, ...]]:
        """What a person has met of every scenario, by its id."""

    # Opinions

    def put_measures(self, session: SessionId, key: MeasureKey, head: str, measures: Measures) -> None:
        """Keep what a session came to by ``key``, while its course still ends in ``head``; otherwise nothing is kept."""

    def unmeasured(self, key: MeasureKey, person: PersonId | None = None, limit: int = 50) -> tuple[SessionId, ...]:
        """Ended sessions without measures by ``key``, newest first."""

    # Soundness

    def faults(
        self, told: Callable[[int, int], bool] | None = None, only: Sequence[SessionId] = ()
    ) -> tuple[Fault, ...]:
        """Everything that is not as it was stored, newest sessions first; ``told`` hears the progress and can stop it."""

    def faults_stepwise(self, only: Sequence[SessionId] = ()) -> Generator[tuple[int, int], None, tuple[Fault, ...]]:
        """The same in parts, so that other calls can come between; each tells how many are done of how many."""

    def accept_losses(self) -> None:
        """Take the store as it is from now on: what is missing is no longer missed."""

    def close(self) -> None:
        """Let go of the store; later calls raise ``StoreError``."""
