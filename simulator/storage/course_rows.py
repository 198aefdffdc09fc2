"""Courses as rows: every event with its link and what stands beside it; reading one verifies all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import apsw

from simulator.messages.message import Message
from simulator.messages.sentences import storage as say
from simulator.session.codec import CHAIN_START, DamagedLog, decode, encode, link
from simulator.session.events import NOT_RECORDED, By, SessionEvent, Started, Stopped, Timing, ended_by
from simulator.session.first_edition import agrees
from simulator.session.store import INTERRUPTED, OPEN, STOPPED
from simulator.storage.header_rows import HeaderRow
from simulator.storage.seals import NO_SEALS, beside_link

STEPS: Final = 4096
"""Steps a session can have; part of the stored keys (see the first migration)."""

_MOST_SESSIONS: Final = 2**63 // STEPS
_INSERT: Final = "INSERT INTO events (step, body, link, at, ms, told) VALUES (?, ?, ?, ?, ?, ?)"
_EVENTS: Final = "SELECT step, body, link, at, ms, told FROM events WHERE step BETWEEN ? AND ? ORDER BY step"


@dataclass(frozen=True, slots=True)
class Course:
    """A course as far as it could be read: events, timings, the last link, the running hash, and the first damage."""

    events: tuple[SessionEvent, ...]
    timings: tuple[Timing, ...]
    head: bytes
    beside: bytes
    damage: Message | None


def steps_of(number: int) -> tuple[int, int]:
    """The first and the last key of a session's events."""
    if not 0 < number < _MOST_SESSIONS:
        raise OverflowError(number)
    return number * STEPS, number * STEPS + STEPS - 1


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
    try:
        first, last = steps_of(number)
    except OverflowError:
        return Course((), (), CHAIN_START, NO_SEALS, say.BEGINNING_MISSING())
    head, beside = CHAIN_START, NO_SEALS
    events: list[SessionEvent] = []
    timings: list[Timing] = []
    rows: list[Any] = connection.execute(_EVENTS, (first, last)).fetchall()
    for position, row in enumerate(rows):
        step, body, stored, at_ms, ms, told = row
        damage = None
        if step != first + position:
            damage = say.STEP_MISSING(step=position)
        elif not isinstance(body, bytes) or link(head, body) != stored:
            damage = say.STEP_CHANGED(step=position)
        event = None if damage else _event(body, told)
        if event is None:
            return Course(tuple(events), tuple(timings), head, beside, damage or say.STEP_CHANGED(step=position))
        head, beside = stored, beside_link(beside, at_ms, ms, told)
        events.append(event)
        timings.append(Timing(at_ms, ms))
    damage = None if events and isinstance(events[0], Started) else say.BEGINNING_MISSING()
    return Course(tuple(events), tuple(timings), head, beside, damage)


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
    return None if _tells(row, course) else say.HEADER_DAMAGED()


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


def _tells(row: HeaderRow, course: Course) -> bool:
    """Whether a header says what its course says."""
    started, header = course.events[0], row.header
    assert isinstance(started, Started)
    said = (header.id, header.trainee, header.scenario, header.title, header.language, header.texts, header.mode)
    is_ = (
        started.session,
        started.trainee,
        started.scenario,
        started.title,
        started.language,
        started.texts,
        started.mode,
    )
    # What a session without outcomes came to is known from the list alone.
    verdict = header.verdict if started.edition == NOT_RECORDED else verdict_of(course.events)
    facts = (header.difficulty, header.edition, header.origin, header.started_ms, header.verdict)
    truth = (started.difficulty, started.edition, started.origin, course.timings[0].at_ms, verdict)
    return said == is_ and facts == truth
