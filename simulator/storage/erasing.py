"""Deleting for good: one conversation, or everything of a person. Deleted bytes are overwritten (``secure_delete``)."""

from __future__ import annotations

from typing import Any

import apsw

from simulator.session.ids import PersonId
from simulator.storage.course_rows import is_number, steps_of
from simulator.storage.header_rows import SELECT, HeaderRow, read
from simulator.storage.ledger import Ledger
from simulator.storage.met_rows import delete_met
from simulator.storage.people_rows import delete_person


def erase_session(connection: apsw.Connection, row: HeaderRow, ledger: Ledger) -> Ledger:
    """Delete a session with its remarks and measures, and texts that nobody else needs; gives the ledger after it."""
    ledger = _erase_one(connection, row, ledger)
    _drop_unused_texts(connection)
    return ledger


def erase_everything_of(connection: apsw.Connection, person: PersonId, ledger: Ledger) -> Ledger:
    """Delete a person's sessions, the remarks by and about them, what they met, and their name; gives the ledger after it."""
    rows = connection.execute(f"{SELECT} WHERE s.trainee = ?", (person,)).fetchall()
    for row in map(read, rows):
        ledger = _erase_one(connection, row, ledger)
    ledger = _erase_remarks(connection, "person", person, ledger)
    for seal in delete_met(connection, person):
        ledger = ledger.changed("met", seal, None)
    seal = delete_person(connection, person)
    if seal is not None:
        ledger = ledger.changed("people", seal, None)
    _drop_unused_texts(connection)
    return ledger


def _erase_one(connection: apsw.Connection, row: HeaderRow, ledger: Ledger) -> Ledger:
    connection.execute("DELETE FROM measures WHERE session = ?", (row.number,))
    if is_number(row.number):
        connection.execute("DELETE FROM events WHERE step BETWEEN ? AND ?", steps_of(row.number))
    deleted = connection.execute("DELETE FROM sessions WHERE number = ? RETURNING seal", (row.number,)).fetchone()
    if deleted is not None:
        ledger = ledger.changed("sessions", deleted[0], None)
    return _erase_remarks(connection, "session", row.header.id, ledger)


def _erase_remarks(connection: apsw.Connection, column: str, value: str, ledger: Ledger) -> Ledger:
    deleted: list[Any] = connection.execute(
        f"DELETE FROM remarks WHERE {column} = ? RETURNING seal", (value,)
    ).fetchall()
    for (seal,) in deleted:
        ledger = ledger.changed("remarks", seal, None)
    return ledger


def _drop_unused_texts(connection: apsw.Connection) -> None:
    connection.execute("DELETE FROM pinned_texts WHERE pinned NOT IN (SELECT pinned FROM sessions)")
    connection.execute("DELETE FROM pinned WHERE id NOT IN (SELECT pinned FROM sessions)")
    connection.execute("DELETE FROM texts WHERE hash NOT IN (SELECT text FROM pinned_texts)")
