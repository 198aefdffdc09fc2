"""What people have met of scenarios, as rows: it goes into the start of their next session, so it is sealed and counted."""

from __future__ import annotations

from typing import Any, Final

import apsw

from simulator.session.ids import PersonId
from simulator.session.vocabulary import Met
from simulator.storage.seals import seal

_COLUMNS: Final = "person, scenario, what, at"
_AS_READ: Final = "CAST(person AS BLOB), CAST(scenario AS BLOB), CAST(what AS BLOB), at, seal"


def note_met(connection: apsw.Connection, person: PersonId, scenario: str, what: Met, at_ms: int) -> bytes | None:
    """Store that a person has opened something of a scenario, and give the seal; ``None`` if that is known already."""
    columns = (person, scenario, str(what), at_ms)
    known = connection.execute(
        "SELECT 1 FROM met WHERE person = ? AND scenario = ? AND what = ?", columns[:3]
    ).fetchone()
    if known:
        return None
    sealed = _seal(*columns)
    connection.execute(f"INSERT INTO met ({_COLUMNS}, seal) VALUES (?, ?, ?, ?, ?)", (*columns, sealed))
    return sealed


def met_of(connection: apsw.Connection, person: PersonId, scenario: str) -> tuple[Met, ...]:
    """What a person has met of a scenario: what was noted, and whether they have played it."""
    rows: list[Any] = connection.execute(
        "SELECT CAST(what AS BLOB) FROM met WHERE person = ? AND scenario = ?", (person, scenario)
    ).fetchall()
    played = connection.execute(
        "SELECT 1 FROM sessions WHERE trainee = ? AND scenario = ? LIMIT 1", (person, scenario)
    ).fetchone()
    found = {what for (what,) in rows}
    return tuple(what for what in Met if what.encode() in found or (played and what is Met.SESSION))


def scenarios_met(connection: apsw.Connection, person: PersonId) -> tuple[str, ...]:
    """The scenarios that a person has met in any way, by id."""
    rows: list[Any] = connection.execute(
        "SELECT scenario FROM met WHERE person = ?1 UNION SELECT scenario FROM sessions WHERE trainee = ?1 ORDER BY 1",
        (person,),
    ).fetchall()
    return tuple(scenario for (scenario,) in rows)


def all_sound(connection: apsw.Connection) -> bool:
    """Whether every row is as it was stored."""
    rows: list[Any] = connection.execute(f"SELECT {_AS_READ} FROM met").fetchall()
    return all(_seal(*columns) == sealed for *columns, sealed in rows)


def delete_met(connection: apsw.Connection, person: PersonId) -> list[object]:
    """Forget what a person has met; gives the seals of the rows."""
    return [sealed for (sealed,) in connection.execute("DELETE FROM met WHERE person = ? RETURNING seal", (person,))]


def _seal(person: object, scenario: object, what: object, at_ms: object) -> bytes:
    """The seal over text as bytes, as it is read back."""
    texts = (value.encode() if isinstance(value, str) else value for value in (person, scenario, what))
    return seal((*texts, at_ms))
