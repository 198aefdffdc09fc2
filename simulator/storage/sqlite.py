"""Sessions in one SQLite file: a step is on the disk when ``append`` returns, and damage shows when it is read."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import apsw

from simulator.session import (
    Action,
    SessionEvent,
    SessionHeader,
    SessionId,
    Started,
    StoredSession,
    StoreError,
)
from simulator.session.codec import CHAIN_START, DamagedLog, decode, encode, link
from simulator.storage.schema import Migration, migrate, refuse_newer, released_migrations, version_of
from simulator.storage.texts import PackedText, pack, seal, unpack
from simulator.storage.wording import DAMAGED_PART, in_words, worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.storage.lock import FolderLock

BUSY_MS: Final = 5000
"""How long to wait for another program that looks into the file."""

STEPS: Final = 4096
"""Steps a session can have; part of the stored keys (see the first migration)."""

_INSERT_EVENT: Final = "INSERT INTO events (step, body, link) VALUES (?, ?, ?)"
_EVENTS: Final = "SELECT step, body, link FROM events WHERE step BETWEEN ? AND ? ORDER BY step"
_SESSION: Final = """
    SELECT CAST(s.title AS BLOB), CAST(s.verdict AS BLOB), s.closed_link, e.id, e.seal, e.digest, e.path
    FROM sessions AS s JOIN editions AS e ON e.id = s.edition WHERE s.id = ?"""
_SESSION_KINDS: Final = (bytes, bytes, bytes | None, int, bytes, str, str)
_TEXTS: Final = """
    SELECT p.path, p.text, t.packed, t.body
    FROM edition_texts AS p JOIN texts AS t ON t.hash = p.text WHERE p.edition = ?"""
_TEXT_KINDS: Final = (str, bytes, int, bytes)
_HEADERS: Final = """
    SELECT s.id, CAST(s.title AS BLOB), CAST(s.verdict AS BLOB), e.body,
        (SELECT max(step) FROM events WHERE step BETWEEN s.id * {steps} AND s.id * {steps} + {steps} - 1)
    FROM sessions AS s JOIN events AS e ON e.step = s.id * {steps}
    {where} ORDER BY s.id DESC"""


class SqliteSessionStore:
    """A ``SessionStore`` in one file: write-ahead log, full sync, one writer."""

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
        self._ends: dict[SessionId, tuple[int, bytes]] = {}
        with self._worded():
            self._connection = apsw.Connection(str(path), vfs=vfs)
        try:
            with self._worded():
                _open(self._connection, path, migrations or released_migrations())
        except BaseException:
            self._connection.close()
            raise
        self._lock = lock

    def create(self, started: Started, title: str, path: str, sources: Mapping[str, str]) -> SessionId:
        """Begin a session, pinned to the scenario's texts (by path below the root; ``path`` is the scenario's own)."""
        body = encode(started)
        first = link(CHAIN_START, body)
        with self._changing():
            edition = self._edition(started.digest, path, sources)
            self._connection.execute(
                "INSERT INTO sessions (trainee, edition, title) VALUES (?, ?, ?)", (started.trainee, edition, title)
            )
            session = SessionId(self._connection.last_insert_rowid())
            self._connection.execute(_INSERT_EVENT, (session * STEPS, body, first))
        self._ends[session] = (1, first)
        return session

    def append(self, session: SessionId, action: Action) -> None:
        """Add one step; it is on disk when this returns. After a ``StoreError`` nothing was added."""
        number, last = self._ends.get(session) or self._end(session)
        if number >= STEPS:
            raise StoreError(f"A session can have {STEPS} steps; this one is full.")
        body = encode(action)
        following = link(last, body)
        try:
            self._connection.execute(_INSERT_EVENT, (session * STEPS + number, body, following))
        except apsw.Error as fault:
            raise in_words(fault, self._path) from fault
        self._ends[session] = (number + 1, following)

    def close_session(self, session: SessionId, verdict: str) -> None:
        """Note what a session came to, for lists; steps lost from its end show from now on."""
        _, last = self._ends.get(session) or self._end(session)
        with self._changing():
            self._connection.execute(
                "UPDATE sessions SET verdict = ?, closed_link = ? WHERE id = ?", (verdict, last, session)
            )

    def load(self, session: SessionId) -> StoredSession:
        """A whole session; raises ``StoreError`` if it is unknown, or if a step or a text of it is damaged."""
        with self._worded():
            row = self._connection.execute(_SESSION, (session,)).fetchone()
            if row is None:
                raise StoreError(f"There is no session {session} in this store.")
            title, verdict, closed_link, edition, sealed, digest, path = _checked(row, _SESSION_KINDS)
            events, links = self._events(session)
            sources = self._sources(edition, sealed, digest, path)
        started = events[0]
        if not isinstance(started, Started) or started.digest != digest:
            raise _damaged(session, "it is not pinned to the scenario that it was played with")
        if closed_link is not None and closed_link not in links:
            raise _damaged(session, "steps at its end are missing")
        self._ends[session] = (len(events), links[-1])
        header = SessionHeader(session, started, _words(title), len(events) - 1, _words(verdict))
        return StoredSession(header, events, path, sources)

    def sessions(self, trainee: str | None = None) -> tuple[SessionHeader, ...]:
        """All sessions (of one trainee), newest first; one whose beginning cannot be read is in ``faults`` instead."""
        where, values = ("", ()) if trainee is None else ("WHERE s.trainee = ?", (trainee,))
        with self._worded():
            rows = self._connection.execute(_HEADERS.format(steps=STEPS, where=where), values).fetchall()
        return tuple(header for row in rows if (header := _header(row)))

    def faults(self) -> tuple[str, ...]:
        """A sentence for each session that is damaged."""
        with self._worded():
            ids = [SessionId(row[0]) for row in self._connection.execute("SELECT id FROM sessions ORDER BY id")]
        return tuple(sentence for session in ids if (sentence := self._fault(session)))

    def erase(self, session: SessionId) -> None:
        """Delete a session and texts that no other session is pinned to; their bytes are overwritten."""
        with self._changing():
            self._connection.execute("DELETE FROM sessions WHERE id = ?", (session,))
            if not self._connection.changes():
                raise StoreError(f"There is no session {session} in this store.")
            self._connection.execute(
                "DELETE FROM events WHERE step BETWEEN ? AND ?", (session * STEPS, session * STEPS + STEPS - 1)
            )
            self._connection.execute("DELETE FROM editions WHERE id NOT IN (SELECT edition FROM sessions)")
            self._connection.execute("DELETE FROM texts WHERE hash NOT IN (SELECT text FROM edition_texts)")
        self._ends.pop(session, None)
        with self._worded():
            # What was erased would live on in the write-ahead log.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Let go of the store and of its folder; later calls raise ``StoreError``."""
        self._ends.clear()
        try:
            with self._worded():
                self._connection.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    def _edition(self, digest: str, path: str, sources: Mapping[str, str]) -> int:
        """The number of this state of the scenario, stored now if it is new."""
        texts = {name: pack(text) for name, text in sources.items()}
        sealed = seal(digest, path, {name: text.hash for name, text in texts.items()})
        execute = self._connection.execute
        known = execute("SELECT id FROM editions WHERE seal = ?", (sealed,)).fetchone()
        if known is not None:
            return int(known[0])
        execute("INSERT INTO editions (seal, digest, path) VALUES (?, ?, ?)", (sealed, digest, path))
        edition = self._connection.last_insert_rowid()
        for name, text in texts.items():
            execute("INSERT OR IGNORE INTO texts VALUES (?, ?, ?)", (text.hash, int(text.packed), text.body))
            execute("INSERT INTO edition_texts VALUES (?, ?, ?)", (edition, name, text.hash))
        return edition

    def _end(self, session: SessionId) -> tuple[int, bytes]:
        """How many steps a session has, and its last link; the whole of it is verified first."""
        self.load(session)
        return self._ends[session]

    def _events(self, session: SessionId) -> tuple[tuple[SessionEvent, ...], tuple[bytes, ...]]:
        """The events and their links; raises ``StoreError`` where a step is missing or is not what was stored."""
        rows = self._connection.execute(_EVENTS, (session * STEPS, session * STEPS + STEPS - 1)).fetchall()
        events: list[SessionEvent] = []
        links = [CHAIN_START]
        for number, (step, body, stored) in enumerate(rows):
            if step != session * STEPS + number:
                raise _damaged(session, f"step {number} is missing")
            if not isinstance(body, bytes) or link(links[-1], body) != stored:
                raise _damaged(session, f"step {number} is not as it was stored")
            links.append(stored)
            try:
                events.append(decode(body))
            except DamagedLog as fault:
                raise _damaged(session, f"step {number} cannot be read") from fault
        if not events:
            raise _damaged(session, "its beginning is missing")
        return tuple(events), tuple(links[1:])

    def _sources(self, edition: int, sealed: bytes, digest: str, path: str) -> dict[str, str]:
        """The texts of a state of the scenario; raises ``StoreError`` where one is not what was stored."""
        hashes: dict[str, bytes] = {}
        sources: dict[str, str] = {}
        for row in self._connection.execute(_TEXTS, (edition,)):
            name, hash_, packed, body = _checked(row, _TEXT_KINDS)
            text = unpack(PackedText(hash_, bool(packed), body))
            if text is None:
                raise StoreError(f"The stored text “{name}” is damaged; sessions played with it cannot be shown.")
            hashes[name] = hash_
            sources[name] = text
        if seal(digest, path, hashes) != sealed:
            raise StoreError(f"The stored texts of “{path}” are damaged; sessions played with them cannot be shown.")
        return sources

    def _fault(self, session: SessionId) -> str:
        try:
            self.load(session)
        except StoreError as fault:
            return str(fault)
        return ""

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """A change that happens whole or not at all."""
        with self._worded(), self._connection:
            yield

    def _worded(self) -> AbstractContextManager[None]:
        return worded(self._path)


def _open(connection: apsw.Connection, path: Path, migrations: tuple[Migration, ...]) -> None:
    """Make the connection safe to write through, and the store as new as the program."""
    connection.set_busy_timeout(BUSY_MS)
    version = version_of(connection, path)
    refuse_newer(version, migrations, path)
    if connection.execute("PRAGMA journal_mode = WAL").get != "wal":
        raise StoreError(
            f"“{path}” lies on a disk that cannot keep a write-ahead log. Choose a folder on a local disk."
        )
    connection.execute("""
        PRAGMA synchronous = FULL;
        PRAGMA fullfsync = ON;
        PRAGMA checkpoint_fullfsync = ON;
        PRAGMA secure_delete = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON""").fetchall()
    migrate(connection, version, migrations, path)
    connection.execute("PRAGMA foreign_keys = ON")


def _header(row: tuple[Any, ...]) -> SessionHeader | None:
    session, title, verdict, body, last_step = row
    try:
        started = decode(body)
    except DamagedLog:
        return None
    if not isinstance(started, Started) or not isinstance(last_step, int):
        return None
    steps = last_step - session * STEPS
    return SessionHeader(SessionId(session), started, _words(title), steps, _words(verdict))


def _words(stored: bytes) -> str:
    """Words for lists; a damaged letter in them is no reason to hide a session."""
    return stored.decode("utf-8", "replace")


def _checked(row: tuple[Any, ...], kinds: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row whose values are of the kinds that were stored; in a damaged file they may be anything."""
    if not all(isinstance(value, kind) for value, kind in zip(row, kinds, strict=True)):
        raise StoreError(DAMAGED_PART)
    return row


def _damaged(session: SessionId, what: str) -> StoreError:
    return StoreError(
        f"Session {session} is damaged: {what}. It was changed outside the program, or the disk is failing."
    )
