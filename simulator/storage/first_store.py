"""Brings a store of the first edition over: its events stay byte for byte, with today's events beside them."""

from __future__ import annotations

import time
from collections import defaultdict
from typing import Any, Final, NamedTuple

import apsw

from simulator.scenario.document import Scenario
from simulator.session.codec import CHAIN_START, DamagedLog, encode, link
from simulator.session.edition import EDITION
from simulator.session.events import Met, PersonId, SessionEvent, Started, Timing
from simulator.session.first_edition import Beside, FirstLog, person_id, read_first_log, session_id, upcast
from simulator.session.store import Person, StoreDamaged
from simulator.storage import header_rows
from simulator.storage.course_rows import STEPS, verdict_of
from simulator.storage.ledger import read_ledger, write_ledger
from simulator.storage.people_rows import put_person
from simulator.storage.pinned_texts import read_pinned
from simulator.storage.seals import NO_SEALS, beside_link

_SESSIONS: Final = "SELECT id, trainee, edition, title, verdict, closed_link FROM first_sessions ORDER BY id"
_EVENTS: Final = "SELECT step, body, link FROM events WHERE step BETWEEN ? AND ? ORDER BY step"


class _First(NamedTuple):
    """A session of the first store, as it stood there."""

    number: int
    trainee: str
    pinned: int
    title: str
    verdict: str
    closed_link: bytes | None


def bring_over(connection: apsw.Connection) -> None:
    """Fill today's tables from those of the first edition."""
    _Bringing(connection, EDITION).everything()
    connection.execute("DROP TABLE first_sessions")


class _Bringing:
    """Everything that bringing a store over needs to remember."""

    def __init__(self, connection: apsw.Connection, edition: int) -> None:
        self._connection = connection
        self._edition = edition
        self._scenarios: dict[int, Scenario | None] = {}
        self._met: dict[tuple[str, str], set[Met]] = defaultdict(set)
        self._people: set[str] = set()

    def everything(self) -> None:
        """All sessions, oldest first, so that each knows what its trainee had met before."""
        rows: list[Any] = self._connection.execute(_SESSIONS).fetchall()
        for row in rows:
            self._session(_First(*row))

    def _session(self, first: _First) -> None:
        rows: list[Any] = self._connection.execute(
            _EVENTS, (first.number * STEPS, first.number * STEPS + STEPS - 1)
        ).fetchall()
        log = _whole_log(rows, first)
        if log is None:
            self._keep_damaged(first, rows)
            return
        self._person(log.start.trainee)
        had_met = self._met[log.start.trainee, log.start.scenario]
        met = tuple(what for what in Met if what in had_met)
        beside = Beside(session_id(rows[0][2]), first.title, self._scenario(first.pinned), _day(log.start.at_ms), met)
        told = upcast(log, beside, self._edition)
        self._store(first, rows, told)
        had_met.add(Met.SESSION)
        if first.verdict:
            had_met.add(Met.DEBRIEFING)

    def _store(self, first: _First, rows: list[Any], told: tuple[tuple[SessionEvent, Timing], ...]) -> None:
        """Today's events beside the old ones, and the header over both."""
        running = NO_SEALS
        for (key, _, _), (event, timing) in zip(rows, told, strict=True):
            body = encode(event)
            self._connection.execute(
                "UPDATE events SET at = ?, ms = ?, told = ? WHERE step = ?", (timing.at_ms, timing.spent_ms, body, key)
            )
            running = beside_link(running, timing.at_ms, timing.spent_ms, body)
        events = [event for event, _ in told]
        started = events[0]
        assert isinstance(started, Started)
        path = self._connection.execute("SELECT path FROM pinned WHERE id = ?", (first.pinned,)).get
        row = header_rows.header_row(
            first.number, first.pinned, started, path, told[0][1].at_ms or 0, rows[-1][2], running
        )
        # Where no outcomes were recorded, the list is all that knows what it came to.
        self._insert(
            row.ended_as(len(rows) - 1, verdict_of(events) or (first.verdict if started.outcome is None else ""))
        )

    def _keep_damaged(self, first: _First, rows: list[Any]) -> None:
        """A header for what cannot be read, unsealed, so that it is told and not lost."""
        self._person(first.trainee)
        linked = bytes(rows[0][2]) if rows and isinstance(rows[0][2], bytes) else str(first.number).encode()
        self._connection.execute(
            "INSERT INTO sessions SELECT ?, ?, ?, '', ?, '', p.digest, p.id, 0, 'practise', 1, 0, NULL, NULL, NULL, ?, ?, "
            "zeroblob(0), zeroblob(0), zeroblob(0) FROM pinned AS p WHERE p.id = ?",
            (
                first.number,
                session_id(linked),
                person_id(first.trainee),
                first.title,
                max(0, len(rows) - 1),
                first.verdict,
                first.pinned,
            ),
        )

    def _insert(self, row: header_rows.HeaderRow) -> None:
        header_rows.insert(self._connection, row)
        ledger = read_ledger(self._connection)
        assert ledger is not None
        write_ledger(self._connection, ledger.changed("sessions", None, row.seal))

    def _person(self, name: str) -> None:
        if name in self._people:
            return
        self._people.add(name)
        old, new = put_person(self._connection, Person(PersonId(person_id(name)), name))
        ledger = read_ledger(self._connection)
        assert ledger is not None
        write_ledger(self._connection, ledger.changed("people", old, new))

    def _scenario(self, pinned: int) -> Scenario | None:
        """The scenario behind a session, read once; ``None`` where its texts are damaged or cannot be read."""
        if pinned not in self._scenarios:
            self._scenarios[pinned] = self._read(pinned)
        return self._scenarios[pinned]

    def _read(self, pinned: int) -> Scenario | None:
        from simulator.scenario.files import PinnedFiles
        from simulator.scenario.read import read_scenario

        try:
            path, sources = read_pinned(self._connection, pinned)
        except StoreDamaged:
            return None
        return read_scenario(PinnedFiles(sources), path).scenario


def _whole_log(rows: list[Any], first: _First) -> FirstLog | None:
    """The log of a session, if its chain is whole."""
    head = CHAIN_START
    for position, (step, body, stored) in enumerate(rows):
        if step != first.number * STEPS + position or not isinstance(body, bytes) or link(head, body) != stored:
            return None
        head = stored
    links = [stored for _, _, stored in rows]
    if not rows or (first.closed_link is not None and first.closed_link not in links):
        return None
    try:
        return read_first_log([body for _, body, _ in rows])
    except DamagedLog:
        return None


def _day(at_ms: int) -> str:
    """The local date of a moment."""
    return time.strftime("%Y-%m-%d", time.localtime(at_ms / 1000))
