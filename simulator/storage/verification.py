"""Looks through a whole store for what is not as it was stored: steps, headers, texts, people, remarks, lost rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import apsw

from simulator.messages.message import Message
from simulator.messages.sentences import storage as say
from simulator.session.events import SessionId
from simulator.session.store import Fault, StoreDamaged
from simulator.storage.course_rows import STEPS, damage_of, read_course
from simulator.storage.header_rows import SELECT, HeaderRow, read
from simulator.storage.ledger import Ledger, counted, read_ledger
from simulator.storage.people_rows import everybody
from simulator.storage.pinned_texts import read_pinned
from simulator.storage.remark_rows import every_row, is_sound

_AT_ONCE: Final = 100


def find_faults(
    connection: apsw.Connection, told: Callable[[int, int], bool], only: frozenset[SessionId] = frozenset()
) -> Iterator[Fault]:
    """Every fault of the store; with ``only``, those of these sessions. Ends early where ``told`` answers no."""
    people = {person.id for person, _ in everybody(connection)}
    texts = _Texts(connection)
    rows = connection.execute(f"{SELECT} ORDER BY s.number DESC").fetchall()
    wanted = [row for row in map(read, rows) if not only or row.header.id in only]
    for done, row in enumerate(wanted):
        if done % _AT_ONCE == 0 and not told(done, len(wanted)):
            return
        fault = _fault(connection, row, texts)
        if fault is None and row.header.trainee not in people:
            fault = Fault(row.header.id, row.header.title, say.PERSON_MISSING(), row.header.steps)
        if fault is not None:
            yield fault
    if not only:
        yield from _of_everything(connection)
    told(len(wanted), len(wanted))


class _Texts:
    """The pinned texts, each state of a scenario verified once."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._known: dict[int, tuple[str, str] | Message] = {}

    def damage(self, row: HeaderRow) -> Message | None:
        """What is wrong with the texts of a session."""
        if row.pinned not in self._known:
            self._known[row.pinned] = self._read(row.pinned)
        found = self._known[row.pinned]
        if isinstance(found, Message):
            return found
        return None if found == (row.header.texts, row.header.path) else say.OTHER_TEXTS()

    def _read(self, pinned: int) -> tuple[str, str] | Message:
        try:
            path, _ = read_pinned(self._connection, pinned)
        except StoreDamaged as fault:
            return fault.message
        digest = self._connection.execute("SELECT digest FROM pinned WHERE id = ?", (pinned,)).get
        return str(digest), path


def _fault(connection: apsw.Connection, row: HeaderRow, texts: _Texts) -> Fault | None:
    course = read_course(connection, row.number)
    damage = damage_of(row, course) or texts.damage(row)
    readable = max(0, len(course.events) - 1)
    return None if damage is None else Fault(row.header.id, row.header.title, damage, readable)


def _of_everything(connection: apsw.Connection) -> Iterator[Fault]:
    """Faults that belong to no single session."""
    for person, sound in everybody(connection):
        if not sound:
            yield Fault(None, "", say.PERSON_CHANGED(name=person.name))
    if not all(is_sound(row) for row in every_row(connection)):
        yield Fault(None, "", say.REMARK_CHANGED())
    kept, there = read_ledger(connection) or Ledger(), counted(connection)
    if kept.sessions.count > there.sessions.count:
        yield Fault(None, "", say.SESSIONS_LOST(count=kept.sessions.count - there.sessions.count))
    elif kept.sessions != there.sessions:
        yield Fault(None, "", say.ROWS_EXCHANGED())
    if kept.people != there.people:
        yield Fault(None, "", say.PEOPLE_LOST())
    if kept.remarks != there.remarks:
        yield Fault(None, "", say.REMARKS_LOST())
    yield from _without_a_header(connection)


def _without_a_header(connection: apsw.Connection) -> Iterator[Fault]:
    orphans = connection.execute(
        f"SELECT count(DISTINCT step / {STEPS}) FROM events WHERE step / {STEPS} NOT IN (SELECT number FROM sessions)"
    ).get
    if orphans:
        yield Fault(None, "", say.HEADERS_LOST(count=int(orphans)))
