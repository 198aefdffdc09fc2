"""Brings a store of the first edition over: its events stay byte for byte, with today's events beside them."""

from __future__ import annotations

import time
from collections import defaultdict
from typing import Any, Final, NamedTuple

import apsw

from simulator.scenario.document import Scenario
from simulator.session.codec import CHAIN_START, DamagedLog, encode, link
from simulator.session.events import SessionEvent, Started, Timing
from simulator.session.first_edition import Beside, FirstLog, person_id, read_first_log, session_id, upcast
from simulator.session.ids import PersonId, SessionId
from simulator.session.store import OPEN, Person
from simulator.session.vocabulary import Met
from simulator.storage.course_rows import STEPS, is_number, steps_of, verdict_of
from simulator.storage.header_rows import header_row, insert
from simulator.storage.ledger import Ledger, write_ledger
from simulator.storage.met_rows import note_met
from simulator.storage.people_rows import put_person
from simulator.storage.pinned_texts import pinned_scenario
from simulator.storage.seals import NO_SEALS, beside_link
from simulator.storage.stored_values import as_bytes, as_number, as_text

_SESSIONS: Final = """
    SELECT id, CAST(trainee AS BLOB), edition, CAST(title AS BLOB), CAST(verdict AS BLOB), closed_link
    FROM first_sessions ORDER BY id"""
_EVENTS: Final = "SELECT step, body, link FROM events WHERE step BETWEEN ? AND ? ORDER BY step"
_UNREADABLE: Final = """
    INSERT INTO sessions VALUES (
        :number, :id, :trainee, '', :title, '', coalesce((SELECT digest FROM pinned WHERE id = :pinned), ''), :pinned,
        0, 'practise', 1, 0, NULL, NULL, NULL, :steps, :verdict, x'', x'', x'', NULL, NULL)"""


class _First(NamedTuple):
    """A session of the first store, as it stood there."""

    number: int
    pinned: int
    trainee: str
    title: str
    verdict: str
    closed_link: object


class _Beginning(NamedTuple):
    """What of a session's log is as it was stored: its first rows, and what they say."""

    rows: list[Any]
    log: FirstLog


def bring_over(connection: apsw.Connection) -> None:
    """Fill today's tables from those of the first edition."""
    _Bringing(connection).everything()
    connection.execute("DROP TABLE first_sessions")


class _Bringing:
    """Everything that bringing a store over needs to remember."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._scenarios: dict[int, Scenario | None] = {}
        self._met: dict[tuple[str, str], set[Met]] = defaultdict(set)
        self._ids: set[SessionId] = set()
        self._ledger = Ledger()

    def everything(self) -> None:
        """All sessions, oldest first, so that each knows what its trainee had met before."""
        sessions: list[Any] = self._connection.execute(_SESSIONS).fetchall()
        for number, trainee, pinned, title, verdict, closed_link in sessions:
            told = as_text(trainee), as_text(title), as_text(verdict)
            self._session(_First(number, as_number(pinned), *told, closed_link))
        write_ledger(self._connection, self._ledger)

    def _session(self, first: _First) -> None:
        keys = steps_of(first.number) if is_number(first.number) else (0, -1)
        rows: list[Any] = self._connection.execute(_EVENTS, keys).fetchall()
        beginning = _beginning(rows, first)
        if beginning is None:
            self._keep_unreadable(first, rows)
            return
        start = beginning.log.start
        trainee = self._person(start.trainee)
        had_met = self._met[start.trainee, start.scenario]
        met = tuple(what for what in Met if what in had_met)
        scenario = self._scenario(first.pinned)
        # The list of the first edition was not sealed; the texts were.
        title = first.title if scenario is None else scenario.title
        beside = Beside(self._id(rows, first), title, _day(start.at_ms), met)
        self._store(first, rows, beginning, upcast(beginning.log, beside))
        had_met.add(Met.SESSION)
        if first.verdict:
            had_met.add(Met.DEBRIEFING)
            sealed = note_met(self._connection, trainee, start.scenario, Met.DEBRIEFING, start.at_ms)
            self._ledger = self._ledger.changed("met", None, sealed)

    def _store(
        self, first: _First, rows: list[Any], beginning: _Beginning, told: tuple[tuple[SessionEvent, Timing], ...]
    ) -> None:
        """Today's events beside the old ones, and the header over all of them, those that cannot be read included."""
        running = NO_SEALS
        for (key, _, _), (event, timing) in zip(beginning.rows, told, strict=True):
            body = encode(event)
            self._connection.execute(
                "UPDATE events SET at = ?, ms = ?, told = ? WHERE step = ?", (timing.at_ms, timing.spent_ms, body, key)
            )
            running = beside_link(running, timing.at_ms, timing.spent_ms, body)
        events = [event for event, _ in told]
        started, ends = events[0], verdict_of(events)
        assert isinstance(started, Started)
        path = self._connection.execute("SELECT CAST(path AS BLOB) FROM pinned WHERE id = ?", (first.pinned,)).get
        row = header_row(first.number, first.pinned, started, as_text(path), told[0][1].at_ms or 0, rows[0][2], running)
        head = _last_link(first, rows, ends)
        whole = len(beginning.rows) == len(rows) and head == rows[-1][2]
        # What cannot be played again is known from the list alone.
        verdict = ends or (first.verdict if started.outcome is None or not whole else OPEN)
        row = row.over(len(rows) - 1, verdict, head, running)
        insert(self._connection, row)
        self._ledger = self._ledger.changed("sessions", None, row.seal)

    def _keep_unreadable(self, first: _First, rows: list[Any]) -> None:
        """A header for a session whose very start cannot be read, unsealed, so that it is told and not lost."""
        trainee = self._person(first.trainee)
        values = {
            "number": first.number,
            "id": self._id(rows, first),
            "trainee": trainee,
            "title": first.title,
            "pinned": first.pinned,
            "steps": max(0, len(rows) - 1),
            "verdict": first.verdict,
        }
        self._connection.execute(_UNREADABLE, values)
        self._ledger = self._ledger.changed("sessions", None, b"")

    def _id(self, rows: list[Any], first: _First) -> SessionId:
        """The universal id of a session; where a link that it is made of is lost or not the only one, its number helps."""
        linked = as_bytes(rows[0][2]) if rows else b""
        id_ = session_id(linked)
        if not linked or id_ in self._ids:
            id_ = session_id(linked + str(first.number).encode())
        self._ids.add(id_)
        return id_

    def _person(self, name: str) -> PersonId:
        id_ = person_id(name)
        old, new = put_person(self._connection, Person(id_, name))
        self._ledger = self._ledger.changed("people", old, new)
        return id_

    def _scenario(self, pinned: int) -> Scenario | None:
        """The scenario behind a session, read once; ``None`` where its texts are damaged or cannot be read."""
        if pinned not in self._scenarios:
            self._scenarios[pinned] = pinned_scenario(self._connection, pinned)
        return self._scenarios[pinned]


def _beginning(rows: list[Any], first: _First) -> _Beginning | None:
    """The rows of a log up to the first that is not as it was stored; ``None`` if that is the very first one."""
    head, sound = CHAIN_START, 0
    for position, (step, body, stored) in enumerate(rows):
        if step != first.number * STEPS + position or not isinstance(body, bytes) or link(head, body) != stored:
            break
        head, sound = stored, position + 1
    try:
        return _Beginning(rows[:sound], read_first_log([body for _, body, _ in rows[:sound]]))
    except DamagedLog:
        return None


def _last_link(first: _First, rows: list[Any], verdict: str) -> bytes:
    """The link that a log must end in: the one of its closing note, if that is not there and nor is the end."""
    links = [as_bytes(stored) for _, _, stored in rows]
    closed = first.closed_link
    return links[-1] if closed is None or closed in links or verdict else as_bytes(closed)


def _day(at_ms: int) -> str:
    """The local date of a moment."""
    return time.strftime("%Y-%m-%d", time.localtime(at_ms / 1000))
