"""Sessions in one SQLite file: a step is on the disk when ``append`` returns, and damage shows when it is read."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.messages.sentences import storage as say
from simulator.session.codec import CHAIN_START, encode, link
from simulator.session.errors import StoreDamaged, StoreError
from simulator.session.events import SessionEvent, Started, Timing
from simulator.session.ids import PersonId, SessionId
from simulator.session.store import (
    OPEN,
    Cursor,
    Fault,
    Listing,
    MeasureKey,
    SessionFilter,
    SessionHeader,
    SessionOrder,
    StoredSession,
    Totals,
)
from simulator.storage import session_queries
from simulator.storage.backups import Reason
from simulator.storage.beside_courses import BesideCourses
from simulator.storage.course_rows import (
    STEPS,
    Course,
    can_be_forked_at,
    copy_events,
    damage_of,
    free_number,
    link_before,
    read_course,
    steps_of,
    verdict_of,
    write_body,
    write_event,
)
from simulator.storage.erasing import erase_everything_of, erase_session
from simulator.storage.header_rows import HeaderRow, find, header_row, insert, update
from simulator.storage.ledger import begin_ledger
from simulator.storage.measure_rows import drop_measures, measures_of
from simulator.storage.mending import mend_headers
from simulator.storage.opening import IN_MEMORY
from simulator.storage.pinned_texts import pin, read_pinned
from simulator.storage.schema import Migration
from simulator.storage.seals import NO_SEALS
from simulator.storage.verification import Verification

if TYPE_CHECKING:
    from simulator.storage.lock import FolderLock


class SqliteSessionStore(BesideCourses):
    """A ``SessionStore`` in one file (see ``StoreFile`` for how it is kept)."""

    def __init__(
        self,
        path: Path,
        *,
        lock: FolderLock | None = None,
        vfs: str | None = None,
        migrations: tuple[Migration, ...] | None = None,
    ) -> None:
        """Open or begin a store; the arguments are those of ``StoreFile``."""
        super().__init__(path, lock=lock, vfs=vfs, migrations=migrations)
        self._rows: dict[SessionId, HeaderRow] = {}

    # The course

    def create(self, started: Started, timing: Timing, path: str, sources: Mapping[str, str]) -> SessionHeader:
        """Begin a session, pinned to the scenario's texts (by path below the root; ``path`` is the scenario's own)."""
        with self._changing():
            self._refuse_known(started.session)
            row = self._begun(started, timing, pin(self._connection, started.texts, path, sources), path)
            insert(self._connection, row)
            self._note("sessions", None, row.seal)
        self._rows[started.session] = row
        return row.header

    def fork(self, started: Started, timing: Timing) -> SessionHeader:
        """Begin a session from a step of another (``started.origin``), with copies of the events before that step."""
        origin = started.origin
        if origin is None:
            raise StoreError(say.NOT_A_STEP(step=0))
        with self._changing():
            self._refuse_known(started.session)
            source, course, _ = self._whole(origin.session)
            found = link_before(self._connection, source.number, origin.step)
            if found != origin.head or not can_be_forked_at(course, origin.step):
                raise StoreError(say.NOT_A_STEP(step=origin.step))
            if started.texts != source.header.texts:
                raise StoreError(say.OTHER_TEXTS())
            row = self._begun(started, timing, source.pinned, source.header.path)
            links = copy_events(self._connection, source.number, row.number, origin.step, (row.head, row.beside))
            row = row.over(origin.step - 1, OPEN, *links)
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
            # So that a plain copy of the file holds every conversation that has ended.
            self._try_to_bring_in()
        return following.header

    def head(self, session: SessionId) -> str:
        """The last link (hexadecimal) of a course: what a remark on it names."""
        with self._asking():
            return self._row(session).header.head

    def link_before(self, session: SessionId, step: int) -> str:
        """The link (hexadecimal) that a course had before a step: what a fork from there, or a remark, names."""
        with self._asking():
            found = link_before(self._connection, self._row(session).number, step)
        if not found:
            raise StoreError(say.NOT_A_STEP(step=step))
        return found

    def load(self, session: SessionId) -> StoredSession:
        """A whole session; raises ``StoreDamaged`` if anything of it is not as it was stored, ``StoreError`` if unknown."""
        with self._asking():
            row, course, sources = self._whole(session)
        self._rows[session] = row
        return StoredSession(row.header, course.events, course.timings, sources)

    def salvage(self, session: SessionId) -> StoredSession:
        """What can still be read of a damaged session: its beginning; raises ``StoreError`` where that is nothing."""
        with self._asking():
            row = self._row(session)
            course = read_course(self._connection, row.number)
            if not course.begins:
                raise StoreDamaged(course.damage or say.BEGINNING_MISSING())
            texts = read_pinned(self._connection, row.pinned)
        damage = damage_of(row, course) or (None if texts.belong_to(row.header) else say.OTHER_TEXTS())
        return StoredSession(row.header, course.events, course.timings, texts.sources, damage)

    def erase(self, session: SessionId) -> None:
        """Delete a session, its remarks and measures, and texts that no other session is pinned to."""
        with self._changing():
            self._keep_ledger(erase_session(self._connection, self._row(session), self._ledger_now()))
        self._rows.pop(session, None)
        self._overwrite_what_was_deleted()

    def erase_person(self, person: PersonId) -> None:
        """Delete everything of a person: sessions, remarks by them or about them, what they opened, the name."""
        with self._changing():
            self._keep_ledger(erase_everything_of(self._connection, person, self._ledger_now()))
        self._rows.clear()
        self._overwrite_what_was_deleted()

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
                if (measures := measures_of(self._connection, row, key)) is not None
            }
        return Listing(tuple(row.header for row in rows), found, following)

    def totals(self, trainee: PersonId) -> Totals:
        """How many sessions a person has in each scenario, and what they came to."""
        with self._asking():
            return session_queries.totals(self._connection, trainee)

    # Soundness

    def faults(
        self, told: Callable[[int, int], bool] | None = None, only: Sequence[SessionId] = ()
    ) -> tuple[Fault, ...]:
        """Everything that is not as it was stored, newest sessions first; ``told`` hears the progress and can stop it."""
        looking = Verification(self._connection, only)
        with self._asking():
            for done, of in looking.parts():
                if told is not None and not told(done, of):
                    break
        return self._found(looking)

    def faults_stepwise(self, only: Sequence[SessionId] = ()) -> Generator[tuple[int, int], None, tuple[Fault, ...]]:
        """The same, a few sessions at each step, so that other calls can come between; tells how many are done of how many."""
        looking = Verification(self._connection, only)
        with self._asking():
            yield from looking.parts()
        return self._found(looking)

    def accept_losses(self) -> None:
        """Take the store as it is from now on: what is missing is no longer missed."""
        with self._changing():
            # Lists that are out of order come from the rows again, and lost headers from their steps.
            self._connection.execute("REINDEX")
            mend_headers(self._connection)
            self._ledger = begin_ledger(self._connection)

    def close(self) -> None:
        """Let go of the store; later calls raise ``StoreError``."""
        self._rows.clear()
        super().close()

    def _begun(self, started: Started, timing: Timing, pinned: int, path: str) -> HeaderRow:
        """The row of a new session whose start is stored with it."""
        number = free_number(self._connection)
        first, _ = steps_of(number)
        body = encode(started)
        head, beside = write_body(self._connection, first, body, link(CHAIN_START, body), timing, None, NO_SEALS)
        return header_row(number, pinned, started, path, timing.at_ms or 0, head, beside)

    def _refuse_known(self, session: SessionId) -> None:
        if find(self._connection, session) is not None:
            raise StoreError(say.SESSION_KNOWN(session=session))

    def _to_go_on(self, session: SessionId) -> HeaderRow:
        """The row of a session that another step is to be added to; the whole of it is verified first."""
        self.load(session)
        return self._rows[session]

    def _whole(self, session: SessionId) -> tuple[HeaderRow, Course, Mapping[str, str]]:
        """A session's row, course and texts; raises ``StoreDamaged`` unless all of it is as it was stored."""
        row = self._row(session)
        course = read_course(self._connection, row.number)
        damage = damage_of(row, course)
        if damage is not None:
            raise StoreDamaged(damage)
        texts = read_pinned(self._connection, row.pinned)
        if not texts.belong_to(row.header):
            raise StoreDamaged(say.OTHER_TEXTS())
        return row, course, texts.sources

    def _found(self, looking: Verification) -> tuple[Fault, ...]:
        """What a verification has found; opinions that are not what was stored are dropped, to be worked out anew."""
        if looking.unfit:
            with suppress(StoreError), self._changing():
                for number in looking.unfit:
                    drop_measures(self._connection, number)
        return tuple(looking.found)


class MemorySessionStore(SqliteSessionStore):
    """The same store kept in memory: for trying a scenario out, and for tests."""

    def __init__(self) -> None:
        super().__init__(IN_MEMORY)

    def back_up(self, reason: Reason, now_ms: int) -> Generator[tuple[int, int], None, Path]:  # noqa: ARG002
        """Nothing is copied: what is only in memory has no folder for copies."""
        self._check_owner()
        return _no_copy()


def _no_copy() -> Generator[tuple[int, int], None, Path]:
    yield 0, 0
    return IN_MEMORY
