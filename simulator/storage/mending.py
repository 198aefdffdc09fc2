"""Gives steps that lost their header a new one, made from the course itself, so that the session is in the lists again."""

from __future__ import annotations

from typing import Any, Final

import apsw

from simulator.session.events import Started
from simulator.storage.course_rows import STEPS, read_course, steps_of, verdict_of
from simulator.storage.header_rows import find, header_row, insert
from simulator.storage.stored_values import as_bytes, as_text

# Looks for each next session by its first step, instead of going through all steps. In a damaged file the steps may stand
# out of order, and the next session be one that was met already: UNION (not UNION ALL) comes to an end there too.
_ORPHANS: Final = f"""
    WITH RECURSIVE held (number) AS (
        SELECT min(step) / {STEPS} FROM events
        UNION
        SELECT (SELECT min(step) / {STEPS} FROM events WHERE step >= (number + 1) * {STEPS})
        FROM held WHERE number IS NOT NULL
    )
    SELECT number FROM held WHERE number IS NOT NULL AND number NOT IN (SELECT number FROM sessions)"""


def without_a_header(connection: apsw.Connection) -> list[int]:
    """The numbers of sessions whose steps are there, but not their header."""
    return [int(number) for (number,) in connection.execute(_ORPHANS)]


def mend_headers(connection: apsw.Connection) -> None:
    """Make the headers that are lost anew; steps of which not even the start can be read are dropped."""
    for number in without_a_header(connection):
        if not _mended(connection, number):
            connection.execute("DELETE FROM events WHERE step BETWEEN ? AND ?", steps_of(number))


def _mended(connection: apsw.Connection, number: int) -> bool:
    course = read_course(connection, number)
    started = course.events[0] if course.begins else None
    if not isinstance(started, Started) or find(connection, started.session) is not None:
        return False
    texts = connection.execute(
        "SELECT id, CAST(path AS BLOB) FROM pinned WHERE digest = ? ORDER BY id DESC LIMIT 1", (started.texts,)
    ).fetchone()
    if texts is None:
        return False
    links: list[Any] = connection.execute(
        "SELECT link FROM events WHERE step BETWEEN ? AND ? ORDER BY step", steps_of(number)
    ).fetchall()
    head = as_bytes(links[-1][0])
    row = header_row(number, texts[0], started, as_text(texts[1]), course.timings[0].at_ms or 0, head, course.beside)
    insert(connection, row.over(len(links) - 1, verdict_of(course.events), head, course.beside))
    return True
