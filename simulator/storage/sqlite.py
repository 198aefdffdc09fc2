"""Sessions in one SQLite file: a step is on the disk when ``append`` returns, and damage shows when it is read."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import apsw

from simulator.messages.sentences import storage as say
from simulator.session.codec import CHAIN_START, encode, link
from simulator.session.engine import outcome_of
from simulator.session.events import Chose, Met, Next, PersonId, SessionEvent, SessionId, Started, StayedSilent, Timing
from simulator.session.remarks import Remark, RemarkId
from simulator.session.store import (
    Cursor,
    Fault,
    Listing,
    MeasureKey,
    Measures,
    Person,
    SessionFilter,
    SessionHeader,
    SessionOrder,
    StoreDamaged,
    StoredSession,
    StoreError,
    Totals,
)
from simulator.storage import session_queries
from simulator.storage.backups import Reason, copy_stepwise
from simulator.storage.course_rows import (
    STEPS,
    Course,
    copy_events,
    damage_of,
    read_course,
    steps_of,
    verdict_of,
    write_body,
    write_event,
)
from simulator.storage.database_errors import worded
from simulator.storage.erasing import erase_everything_of, erase_session
from simulator.storage.file_witness import FileWitness
from simulator.storage.header_rows import HeaderRow, find, header_row, insert, update
from simulator.storage.ledger import Kept, Ledger, counted, read_ledger, write_ledger
from simulator.storage.measure_rows import measures_of, put_measures
from simulator.storage.opening import open_database
from simulator.storage.people_rows import everybody, put_person
from simulator.storage.pinned_texts import pin, read_pinned
from simulator.storage.remark_rows import add_remark, last_remark, remarks_on
from simulator.storage.schema import Migration
from simulator.storage.seals import NO_SEALS
from simulator.storage.verification import find_faults

if TYPE_CHECKING:
    from simulator.storage.lock import FolderLock

_IN_MEMORY: Final = Path(":memory:")


class SqliteSessionStore:
    """A ``SessionStore`` in one file: write-ahead log, full sync, one owner.

    The thread that opened it owns it. A call from any other is a bug and raises ``RuntimeError``.
    """

    def __init__(
        self,
        path: Path,
        *,
        lock: FolderLock | None = None,
        vfs: str | None = None,
        migrations: tuple[Migration, ...] | None = None,
    ) -> None:
        """Open or begin a store; raises ``StoreError`` with a sentence if the file cannot be used.

        ``lock`` is let go with the store; ``vfs`` names another way to the disk; ``migrations`` are the released ones.
        """
        self._path = path
        self._owner = threading.get_ident()
        self._rows: dict[SessionId, HeaderRow] = {}
        with worded(path):
            self._connection = open_database(path, vfs, migrations)
        self._witness = FileWitness(path) if path != _IN_MEMORY and vfs is None else None
        self._lock = lock
        self._ledger: Ledger | None = None

    # People

    def add_person(self, person: Person) -> None:
        """Keep a person, new or with a new name."""
        with self._changing():
            old, new = put_person(self._connection, person)
            self._note("people", old, new)

    def people(self) -> tuple[Person, ...]:
        """Everybody, by name."""
        with self._asking():
            return tuple(person for person, _ in everybody(self._connection))

    # The course

    def create(self, started: Started, timing: Timing, path: str, sources: Mapping[str, str]) -> SessionHeader:
        """Begin a session, pinned to the scenario's texts (by path below the root; ``path`` is the scenario's own)."""
        with self._changing():
            row = self._begun(started, timing, pin(self._connection, started.texts, path, sources), path)
            insert(self._connection, row)
            self._note("sessions", None, row.seal)
        self._rows[started.session] = row
        return row.header

    def fork(self, started: Started, timing: Timing) -> SessionHeader:
        """Begin a session from a step of another (``started.origin``), with copies of the events before that step."""
        origin = started.origin
        with self._changing():
            if origin is None:
                raise StoreError(say.NOT_A_STEP(step=0))
            source, course = self._sound(origin.session)
            if not 1 <= origin.step <= len(course.events) or origin.head != _head_before(
                self._connection, source, origin.step
            ):
                raise StoreError(say.NOT_A_STEP(step=origin.step))
            row = self._begun(started, timing, source.pinned, source.header.path)
            head, beside = copy_events(self._connection, source.number, row.number, origin.step, (row.head, row.beside))
            for _ in range(origin.step - 1):
                row = row.after("", head, beside)
            insert(self._connection, row)
            self._note("sessions", None, row.seal)
        self._rows[started.session] = row
        return row.header

    def append(self, session: SessionId, event: SessionEvent, timing: Timing) -> SessionHeader:
        """Add one step, with the end if it is the last; it is on disk when this returns. An ended session takes none."""
        row = self._rows.get(session) or self._to_go_on(session)
        number = row.header.steps + 1
        if row.header.ended:
            raise StoreError(say.SESSION_ENDED())
        if number >= STEPS:
            raise StoreError(say.SESSION_FULL(steps=STEPS))
        with self._changing():
            links = write_event(self._connection, row.number * STEPS + number, event, timing, (row.head, row.beside))
            following = row.after(verdict_of((event,)), *links)
            update(self._connection, following)
            self._note("sessions", row.seal, following.seal)
        self._rows[session] = following
        if following.header.ended:
            self.checkpoint()
        return following.header

    def head(self, session: SessionId) -> str:
        """The last link (hexadecimal) of a course: what a remark on it names."""
        with self._asking():
            return self._row(session).header.head

    def link_before(self, session: SessionId, step: int) -> str:
        """The link (hexadecimal) that a course had before a step: what a fork from there, or a remark, names."""
        with self._asking():
            found = _head_before(self._connection, self._row(session), step)
        if not found:
            raise StoreError(say.NOT_A_STEP(step=step))
        return found

    def load(self, session: SessionId) -> StoredSession:
        """A whole session; raises ``StoreDamaged`` if anything of it is not as it was stored, ``StoreError`` if unknown."""
        with self._asking():
            row, course = self._sound(session)
            path, sources = read_pinned(self._connection, row.pinned)
            self._check_pin(row, path)
        self._rows[session] = row
        return StoredSession(row.header, course.events, course.timings, sources)

    def salvage(self, session: SessionId) -> StoredSession:
        """What can still be read of a damaged session: its beginning; raises ``StoreError`` where that is nothing."""
        with self._asking():
            row = self._row(session)
            course = read_course(self._connection, row.number)
            if not course.events:
                raise StoreDamaged(course.damage or say.BEGINNING_MISSING())
            _, sources = read_pinned(self._connection, row.pinned)
        return StoredSession(row.header, course.events, course.timings, sources, damage_of(row, course))

    def erase(self, session: SessionId) -> None:
        """Delete a session, its remarks and measures, and texts that no other session is pinned to."""
        with self._changing():
            self._ledger = erase_session(self._connection, self._row(session), self._ledger_now())
            write_ledger(self._connection, self._ledger)
        self._rows.pop(session, None)
        # What was erased would live on in the write-ahead log.
        self.checkpoint()

    def erase_person(self, person: PersonId) -> None:
        """Delete everything of a person: sessions, remarks by them or about them, what they opened, the name."""
        with self._changing():
            self._ledger = erase_everything_of(self._connection, person, self._ledger_now())
            write_ledger(self._connection, self._ledger)
        self._rows.clear()
        with self._asking():
            # Free pages hold nothing (secure_delete), but a rebuilt file holds nothing for sure.
            self._connection.execute("VACUUM")
        self.checkpoint()

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
        with self._asking():
            rows, following = session_queries.page(self._connection, wanted, order, key, size, after)
            found = {
                row.header.id: measures
                for row in rows
                if (measures := measures_of(self._connection, row.number, key, row.head)) is not None
            }
        return Listing(tuple(row.header for row in rows), found, following)

    def totals(self, trainee: PersonId) -> Totals:
        """How many sessions a person has in each scenario, and what they came to."""
        with self._asking():
            return session_queries.totals(self._connection, trainee)

    # Remarks

    def remark(self, remark: Remark) -> None:
        """Keep a remark; one that is there already changes nothing. ``previous`` must be the last of its chain."""
        with self._changing():
            sealed = add_remark(self._connection, remark)
            if sealed is not None:
                self._note("remarks", None, sealed)

    def remarks(self, session: SessionId, visible_to: PersonId | None) -> tuple[Remark, ...]:
        """The remarks on a session and on the items it met that a person may see, in the order in which they were made."""
        with self._asking():
            row = self._row(session)
            items = _items(read_course(self._connection, row.number))
            found = remarks_on(self._connection, session, row.header.texts, items)
        return tuple(remark for remark in found if remark.visible_to(visible_to))

    def last_remark(self, person: PersonId, about: SessionId, step: int | None, kind: str) -> RemarkId | None:
        """The last remark of a person's chain about a session or one of its steps, to go on from."""
        with self._asking():
            return last_remark(self._connection, person, about, step, kind)

    # What was met

    def note_met(self, person: PersonId, scenario: str, what: Met, at_ms: int) -> None:
        """Note that a person has opened something that tells about a scenario."""
        with self._changing():
            self._connection.execute(
                "INSERT INTO met VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", (person, scenario, str(what), at_ms)
            )

    def met(self, person: PersonId, scenario: str) -> tuple[Met, ...]:
        """What a person has met of a scenario so far."""
        with self._asking():
            execute = self._connection.execute
            rows = execute("SELECT what FROM met WHERE person = ? AND scenario = ?", (person, scenario)).fetchall()
            played = execute(
                "SELECT 1 FROM sessions WHERE trainee = ? AND scenario = ? LIMIT 1", (person, scenario)
            ).fetchone()
        found = {what for (what,) in rows} | ({str(Met.SESSION)} if played else set())
        return tuple(what for what in Met if what in found)

    # Opinions

    def put_measures(self, session: SessionId, key: MeasureKey, head: str, measures: Measures) -> None:
        """Keep what a session came to by ``key``, while its course still ends in ``head``; otherwise nothing is kept."""
        with self._changing():
            row = find(self._connection, session)
            if row is not None and row.header.head == head:
                put_measures(self._connection, row.number, key, row.head, measures)

    def unmeasured(self, key: MeasureKey, person: PersonId | None = None, limit: int = 50) -> tuple[SessionId, ...]:
        """Ended sessions without measures by ``key``, newest first."""
        with self._asking():
            return tuple(map(SessionId, session_queries.unmeasured(self._connection, key, person, limit)))

    # Soundness

    def faults(
        self, told: Callable[[int, int], bool] | None = None, only: Sequence[SessionId] = ()
    ) -> tuple[Fault, ...]:
        """Everything that is not as it was stored, newest sessions first; ``told`` hears the progress and can stop it."""
        with self._asking():
            return tuple(find_faults(self._connection, told or (lambda _done, _all: True), frozenset(only)))

    def accept_losses(self) -> None:
        """Take the store as it is from now on: what is missing is no longer missed."""
        with self._changing():
            self._connection.execute("DELETE FROM ledger")
            self._connection.execute("INSERT INTO ledger VALUES (1, 0, zeroblob(32), 0, zeroblob(32), 0, zeroblob(32))")
            self._ledger = counted(self._connection)
            write_ledger(self._connection, self._ledger)

    # The file

    def checkpoint(self) -> None:
        """Bring everything into the one file, so that a plain copy of it is whole."""
        with self._asking():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def back_up(self, reason: Reason, now_ms: int) -> Generator[tuple[int, int], None, Path]:
        """Copy the store while it goes on working, a few pages at each step; tells how many remain of how many."""
        self._check_owner()
        return copy_stepwise(self._connection, self._path, reason, now_ms)

    def close(self) -> None:
        """Let go of the store and of its folder; later calls raise ``StoreError``."""
        self._check_owner()
        self._rows.clear()
        try:
            with worded(self._path):
                self._connection.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    def _begun(self, started: Started, timing: Timing, pinned: int, path: str) -> HeaderRow:
        """The row of a new session whose start is stored with it."""
        top = self._connection.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'sessions'").get
        number = int(top) + 1
        first, _ = steps_of(number)
        body = encode(started)
        head, beside = write_body(self._connection, first, body, link(CHAIN_START, body), timing, None, NO_SEALS)
        return header_row(number, pinned, started, path, timing.at_ms or 0, head, beside)

    def _to_go_on(self, session: SessionId) -> HeaderRow:
        """The row of a session that another step is to be added to; the whole of it is verified first."""
        self.load(session)
        return self._rows[session]

    def _sound(self, session: SessionId) -> tuple[HeaderRow, Course]:
        row = self._row(session)
        course = read_course(self._connection, row.number)
        damage = damage_of(row, course)
        if damage is not None:
            raise StoreDamaged(damage)
        return row, course

    def _row(self, session: SessionId) -> HeaderRow:
        row = find(self._connection, session)
        if row is None:
            raise StoreError(say.NO_SESSION(session=session))
        return row

    def _check_pin(self, row: HeaderRow, path: str) -> None:
        digest = self._connection.execute("SELECT digest FROM pinned WHERE id = ?", (row.pinned,)).get
        if digest != row.header.texts or path != row.header.path:
            raise StoreDamaged(say.OTHER_TEXTS())

    def _note(self, what: Kept, old: bytes | None, new: bytes | None) -> None:
        """Tell the ledger of a row that was added, replaced or deleted; part of the change."""
        self._ledger = self._ledger_now().changed(what, old, new)
        write_ledger(self._connection, self._ledger)

    def _ledger_now(self) -> Ledger:
        if self._ledger is None:
            # A lost ledger shows in `faults`; it cannot keep anybody from going on.
            self._ledger = read_ledger(self._connection) or Ledger()
        return self._ledger

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """A change that happens whole or not at all, in the file that was opened and in no other."""
        self._check_owner()
        if self._witness is not None:
            self._witness.check()
        try:
            with worded(self._path), self._connection:
                yield
        except BaseException:
            self._ledger = None
            raise

    def _asking(self) -> AbstractContextManager[None]:
        self._check_owner()
        return worded(self._path)

    def _check_owner(self) -> None:
        if threading.get_ident() != self._owner:
            raise RuntimeError("The store is owned by the thread that opened it, and by no other.")


class MemorySessionStore(SqliteSessionStore):
    """The same store kept in memory: for trying a scenario out, and for tests."""

    def __init__(self) -> None:
        super().__init__(_IN_MEMORY)


def _head_before(connection: apsw.Connection, row: HeaderRow, step: int) -> str:
    """The link before a step of a course, in hexadecimal."""
    first, _ = steps_of(row.number)
    found = connection.execute("SELECT link FROM events WHERE step = ?", (first + step - 1,)).fetchone()
    return found[0].hex() if found else ""


def _items(course: Course) -> Iterator[str]:
    """The items that a course met, as ``MOMENT/RESPONSE``, every one that was on offer."""
    shown = None
    for event in course.events:
        if isinstance(event, Chose | StayedSilent) and shown is not None:
            yield from (f"{shown}/{response}" for response, _ in event.offered)
        outcome = outcome_of(event)
        if outcome is not None:
            shown = outcome.then.moment if isinstance(outcome.then, Next) else None
