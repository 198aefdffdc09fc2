"""Courses as rows: every event with its link and what stands beside it; reading one verifies all of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import apsw

from simulator.messages.message import Message
from simulator.messages.sentences import storage as say
from simulator.session.codec import CHAIN_START, DamagedLog, decode, encode, link
from simulator.session.events import NOT_RECORDED, SessionEvent, Started, Stopped, Timing, ended_by
from simulator.session.first_edition import agrees
from simulator.session.store import INTERRUPTED, OPEN, STOPPED
from simulator.session.vocabulary import By
from simulator.storage.header_rows import HeaderRow
from simulator.storage.seals import NO_SEALS, beside_link
from simulator.storage.stored_values import as_bytes

STEPS: Final = 4096
"""Steps a session can have; part of the stored keys (see the first migration)."""

_MOST_SESSIONS: Final = 2**40
"""Numbers beyond are none of ours."""

_INSERT: Final = "INSERT INTO events (step, body, link, at, ms, told) VALUES (?, ?, ?, ?, ?, ?)"
_EVENTS: Final = "SELECT step, body, link, at, ms, told FROM events WHERE step BETWEEN ? AND ? ORDER BY step"
_UNREADABLE: Final = (apsw.CorruptError, apsw.TooBigError, UnicodeDecodeError)
_FREE: Final = f"""
    SELECT 1 + max(
        coalesce((SELECT max(number) FROM sessions WHERE number < {_MOST_SESSIONS}), 0),
        coalesce((SELECT max(step) FROM events WHERE step < {_MOST_SESSIONS * STEPS}) / {STEPS}, 0),
        coalesce((SELECT max(seq) FROM sqlite_sequence WHERE name = 'sessions' AND seq < {_MOST_SESSIONS}), 0))"""
_TOLD: Final = {
    "id": "session",
    **{
        name: name
        for name in ("trainee", "scenario", "title", "language", "texts", "mode", "difficulty", "edition", "origin")
    },
}
"""What a header says that the start of its course says too, by the names in both."""


@dataclass(frozen=True, slots=True)
class Course:
    """A course as far as it could be read: events, timings, the last link, the running hash, and the first damage."""

    events: tuple[SessionEvent, ...]
    timings: tuple[Timing, ...]
    head: bytes
    beside: bytes
    damage: Message | None

    @property
    def begins(self) -> bool:
        """Whether there is a beginning that can be shown."""
        return bool(self.events) and isinstance(self.events[0], Started)


def is_number(number: int) -> bool:
    """Whether a session can have this number; in a changed file it can be any."""
    return 0 < number < _MOST_SESSIONS


def steps_of(number: int) -> tuple[int, int]:
    """The first and the last key of a session's events."""
    return number * STEPS, number * STEPS + STEPS - 1


def free_number(connection: apsw.Connection) -> int:
    """The number of the next session: none that is or was in use, not even by steps that lost their header."""
    number = int(connection.execute(_FREE).get)
    if not is_number(number):
        raise OverflowError(number)
    return number


def link_before(connection: apsw.Connection, number: int, step: int) -> str:
    """The link before a step of a course, in hexadecimal; empty if there is none."""
    if not is_number(number) or not 1 <= step <= STEPS:
        return ""
    found = connection.execute("SELECT link FROM events WHERE step = ?", (number * STEPS + step - 1,)).fetchone()
    return as_bytes(found[0]).hex() if found else ""


def write_event(
    connection: apsw.Connection, key: int, event: SessionEvent, timing: Timing, before: tuple[bytes, bytes]
) -> tuple[bytes, bytes]:
    """Store an event behind the link and the running hash ``before``; gives those after it."""
    body = encode(event)
    return write_body(connection, key, body, link(before[0], body), timing, None, before[1])


def write_body(
    connection: apsw.Connection,
    key: int,
    body: bytes,
    linked: bytes,
    timing: Timing,
    told: bytes | None,
    beside: bytes,
) -> tuple[bytes, bytes]:
    """Store a body as it is; gives its link and the running hash after it."""
    connection.execute(_INSERT, (key, body, linked, timing.at_ms, timing.spent_ms, told))
    return linked, beside_link(beside, timing.at_ms, timing.spent_ms, told)


def copy_events(
    connection: apsw.Connection, source: int, target: int, steps: int, before: tuple[bytes, bytes]
) -> tuple[bytes, bytes]:
    """Copy the events 1 to ``steps`` - 1 of a session behind another's start: their bytes as they are, in a chain of their own."""
    first, _ = steps_of(source)
    head, beside = before
    rows: list[Any] = connection.execute(_EVENTS, (first + 1, first + steps - 1)).fetchall()
    for number, (_, body, _, at_ms, ms, told) in enumerate(rows, 1):
        copied = told or body
        head, beside = write_body(
            connection, target * STEPS + number, copied, link(head, copied), Timing(at_ms, ms), None, beside
        )
    return head, beside


def read_course(connection: apsw.Connection, number: int) -> Course:
    """The course of a session up to the first thing in it that is not as it was stored."""
    head, beside, damage = CHAIN_START, NO_SEALS, None
    events: list[SessionEvent] = []
    timings: list[Timing] = []
    first, last = steps_of(number) if is_number(number) else (0, -1)
    try:
        rows: Iterable[Any] = connection.execute(_EVENTS, (first, last))
        for position, (step, body, stored, at_ms, ms, told) in enumerate(rows):
            if step != first + position:
                damage = say.STEP_MISSING(step=position)
                break
            event = _event(body, told) if isinstance(body, bytes) and link(head, body) == stored else None
            if event is None:
                damage = say.STEP_CHANGED(step=position)
                break
            head, beside = stored, beside_link(beside, at_ms, ms, told)
            events.append(event)
            timings.append(Timing(_ms(at_ms), _ms(ms)))
    except _UNREADABLE:
        # The rest lies on a page that cannot be read; the pages of other sessions can.
        damage = say.DAMAGED_PART()
    course = Course(tuple(events), tuple(timings), head, beside, damage)
    return course if course.begins or damage else replace(course, damage=say.BEGINNING_MISSING())


def is_whole(connection: apsw.Connection, row: HeaderRow) -> bool:
    """Whether a session is surely as it was stored, said in a third of the time of reading all of it.

    All links are worked out anew, but of the events only the first and the last are read. Where the answer is no,
    ``read_course`` and ``damage_of`` tell what is wrong, if anything is.
    """
    if not is_number(row.number) or not row.header.sound:
        return False
    first, last = steps_of(row.number)
    head, beside = CHAIN_START, NO_SEALS
    try:
        rows: list[Any] = connection.execute(_EVENTS, (first, last)).fetchall()
        for position, (step, body, stored, at_ms, ms, told) in enumerate(rows, first):
            # What a step of the first edition says has to be held against what is told of it.
            if step != position or told is not None or not isinstance(body, bytes):
                return False
            head, beside = link(head, body), beside_link(beside, at_ms, ms, None)
            if head != stored:
                return False
        if not rows or (head, beside, len(rows) - 1) != (row.head, row.beside, row.header.steps):
            return False
        return _tells(row, decode(rows[0][1]), decode(rows[-1][1]), rows[0][3])
    except (*_UNREADABLE, DamagedLog):
        return False


def damage_of(row: HeaderRow, course: Course) -> Message | None:
    """What of a session is not as it was stored, its header held against its course; ``None`` where all is sound."""
    if course.damage is not None:
        return course.damage
    if not row.header.sound:
        return say.HEADER_DAMAGED()
    if course.head != row.head or len(course.events) != row.header.steps + 1:
        return say.END_MISSING()
    if course.beside != row.beside:
        return say.TIMES_CHANGED()
    tells = _tells(row, course.events[0], course.events[-1], course.timings[0].at_ms)
    return None if tells else say.HEADER_DAMAGED()


def can_be_forked_at(course: Course, step: int) -> bool:
    """Whether a course can be gone on from at a step: it was reached, and nothing before it was the end."""
    return 1 <= step <= len(course.events) and verdict_of(course.events[:step]) == OPEN


def verdict_of(events: Sequence[SessionEvent]) -> str:
    """What lists say a course came to: the verdict, ``stopped``, ``interrupted``, or nothing while it is open."""
    last = events[-1]
    if isinstance(last, Stopped):
        return INTERRUPTED if last.by is By.PROGRAM else STOPPED
    ended = ended_by(last)
    return OPEN if ended is None else str(ended.verdict)


def _event(body: bytes, told: object) -> SessionEvent | None:
    """The event of a body: its own, or for the first edition the one that stands beside it, if that says the same."""
    try:
        if not body.startswith(b"["):
            return decode(body)
        if not isinstance(told, bytes):
            return None
        event = decode(told)
        return event if agrees(body, event) else None
    except DamagedLog:
        return None


def _ms(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _tells(row: HeaderRow, started: SessionEvent, last: SessionEvent, at_ms: int | None) -> bool:
    """Whether a header says what its course says, by its first and its last event."""
    if not isinstance(started, Started):
        return False
    header = row.header
    # What a session without outcomes came to is known from the list alone.
    verdict = header.verdict if started.edition == NOT_RECORDED else verdict_of((last,))
    return (header.started_ms, header.verdict) == (at_ms, verdict) and all(
        getattr(header, name) == getattr(started, told) for name, told in _TOLD.items()
    )
