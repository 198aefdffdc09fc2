"""People as rows, sealed over their own columns: they stand beside events, so that a name can change and be erased."""

from __future__ import annotations

from typing import Any

import apsw

from simulator.session.ids import PersonId
from simulator.session.store import Person
from simulator.storage.seals import seal
from simulator.storage.stored_values import as_text


def put_person(connection: apsw.Connection, person: Person) -> tuple[object, bytes]:
    """Store a person, new or changed; gives the seal before (``None`` if new) and the one now."""
    row = connection.execute("SELECT seal FROM people WHERE id = ?", (person.id,)).fetchone()
    sealed = _seal(person)
    connection.execute(
        "INSERT INTO people VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, "
        "pseudonym = excluded.pseudonym, seal = excluded.seal",
        (person.id, person.name, person.pseudonym, sealed),
    )
    return (row[0] if row else None), sealed


def delete_person(connection: apsw.Connection, person: PersonId) -> object:
    """Forget a person; gives the seal, ``None`` if nobody was kept under this id."""
    row = connection.execute("DELETE FROM people WHERE id = ? RETURNING seal", (person,)).fetchone()
    return row[0] if row else None


def everybody(connection: apsw.Connection) -> tuple[tuple[Person, bool], ...]:
    """All people by name, each with whether the row is as it was stored."""
    # As bytes, so that a damaged letter makes one row unsound and not everybody unreadable.
    rows: list[Any] = connection.execute(
        "SELECT CAST(id AS BLOB), CAST(name AS BLOB), CAST(pseudonym AS BLOB), seal FROM people ORDER BY name, id"
    ).fetchall()
    found = []
    for id_, name, pseudonym, sealed in rows:
        person = Person(PersonId(as_text(id_)), as_text(name), as_text(pseudonym))
        found.append((person, _seal(person) == sealed))
    return tuple(found)


def _seal(person: Person) -> bytes:
    return seal((person.id, person.name, person.pseudonym))
