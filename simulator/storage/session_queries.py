"""Questions over sessions, answered in pages by key: how many sessions there are does not matter to the next page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import apsw

from simulator.session.ids import PersonId, SessionId
from simulator.session.store import Cursor, MeasureKey, SessionFilter, SessionOrder, Totals
from simulator.storage.header_rows import SELECT, HeaderRow, read
from simulator.storage.measure_rows import measured_by
from simulator.storage.stored_values import as_text


@dataclass(frozen=True, slots=True)
class _Order:
    """How an order is asked of the database: the column, its direction, and what else it needs."""

    column: str
    downwards: bool = False
    text: bool = False
    source: str = "sessions AS s"
    condition: str = ""


_START: Final = "s.started"
_ORDERS: Final = {
    SessionOrder.NEWEST: _Order(_START, downwards=True),
    SessionOrder.OLDEST: _Order(_START),
    SessionOrder.TITLE: _Order("s.title", text=True),
    SessionOrder.TRAINEE: _Order(
        "n.name", text=True, source="people AS n CROSS JOIN sessions AS s ON s.trainee = n.id"
    ),
    SessionOrder.SHARE: _Order("s.share", downwards=True, condition="s.measured = :by AND s.share IS NOT NULL"),
}
_CONDITIONS: Final = {
    "trainee": "s.trainee = :trainee",
    "scenario": "s.scenario = :scenario",
    "mode": "s.mode = :mode",
    "difficulty": "s.difficulty = :difficulty",
    "language": "s.language = :language",
    "edition": "s.edition = :edition",
    "verdict": "s.verdict = :verdict",
    "since_ms": f"{_START} >= :since_ms",
    "before_ms": f"{_START} < :before_ms",
}


def page(
    connection: apsw.Connection,
    wanted: SessionFilter,
    order: SessionOrder,
    key: MeasureKey,
    size: int,
    after: Cursor | None,
) -> tuple[list[HeaderRow], Cursor | None]:
    """One page of rows, and where the next one begins."""
    query, values = question(wanted, order, key, size, after)
    found: list[Any] = connection.execute(query, values).fetchall()
    rows = [read(columns) for _, *columns in found[:size]]
    return rows, Cursor(_key(found[size - 1][0]), rows[-1].number) if len(found) > size else None


def question(
    wanted: SessionFilter, order: SessionOrder, key: MeasureKey, size: int, after: Cursor | None
) -> tuple[str, dict[str, object]]:
    """The query for a page and one row more, and its values. The keys are found first, the rows read for them only."""
    how = _ORDERS[order]
    way, beyond = ("DESC", "<") if how.downwards else ("ASC", ">")
    values: dict[str, object] = {"by": measured_by(key), "size": size + 1}
    conditions = _conditions(wanted, values)
    if how.column != _START:
        # The plus keeps the database from looking sessions up by their start, only to put them in order afterwards.
        conditions = [condition.replace(_START, f"+{_START}") for condition in conditions]
    if how.condition:
        conditions.append(how.condition)
    if after is not None:
        # The bytes as they are stored, whether or not they are letters.
        asked = "CAST(:key AS TEXT)" if how.text else ":key"
        conditions.append(f"({how.column}, s.number) {beyond} ({asked}, :number)")
        values |= {"key": _bytes(after.key), "number": after.number}
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    keys = (
        f"SELECT s.number AS found, {how.column} AS place FROM {how.source} {where} "
        f"ORDER BY {how.column} {way}, s.number {way} LIMIT :size"
    )
    place = "CAST(k.place AS BLOB)" if how.text else "k.place"
    picked = SELECT.replace("SELECT ", f"SELECT {place}, ", 1).replace(
        "FROM sessions AS s", f"FROM ({keys}) AS k CROSS JOIN sessions AS s ON s.number = k.found", 1
    )
    return f"{picked} ORDER BY k.place {way}, k.found {way}", values


def totals(connection: apsw.Connection, trainee: PersonId) -> Totals:
    """How many sessions a person has in each scenario, and what they came to; one without a step was not begun in earnest."""
    rows: list[Any] = connection.execute(
        "SELECT CAST(scenario AS BLOB), CAST(verdict AS BLOB), count(*), count(origin_session) FROM sessions "
        "WHERE trainee = ? AND (verdict <> '' OR steps > 0) GROUP BY scenario, verdict",
        (trainee,),
    ).fetchall()
    found: dict[str, dict[str, int]] = {}
    tries: dict[str, dict[str, int]] = {}
    for scenario, verdict, count, forks in rows:
        found.setdefault(as_text(scenario), {})[as_text(verdict)] = count
        if forks:
            tries.setdefault(as_text(scenario), {})[as_text(verdict)] = forks
    return Totals(found, tries)


def unmeasured(
    connection: apsw.Connection, key: MeasureKey, person: PersonId | None, limit: int
) -> tuple[SessionId, ...]:
    """The ids of ended sessions without measures by a key, newest first."""
    whose = "AND s.trainee = :person" if person is not None else ""
    rows: list[Any] = connection.execute(
        "SELECT CAST(s.id AS BLOB) FROM sessions AS s "
        f"WHERE s.verdict <> '' AND s.edition > 0 AND s.measured IS NOT :by {whose} "
        "ORDER BY s.started DESC, s.number DESC LIMIT :limit",
        {"by": measured_by(key), "person": person, "limit": limit},
    ).fetchall()
    return tuple(SessionId(as_text(id_)) for (id_,) in rows)


def _conditions(wanted: SessionFilter, values: dict[str, object]) -> list[str]:
    conditions = []
    for name, condition in _CONDITIONS.items():
        value = getattr(wanted, name)
        if value is not None:
            values[name] = str(value) if isinstance(value, str) else value
            conditions.append(condition)
    if wanted.ended is not None:
        conditions.append("s.verdict <> ''" if wanted.ended else "s.verdict = ''")
    if wanted.measured is not None:
        conditions.append("s.measured IS :by" if wanted.measured else "s.measured IS NOT :by")
    return conditions


def _key(place: object) -> str | int | None:
    """A place in an order as a cursor carries it."""
    if isinstance(place, bytes):
        return place.decode("utf-8", "surrogateescape")
    return place if isinstance(place, int) else None


def _bytes(key: str | int | None) -> bytes | int | None:
    return key.encode("utf-8", "surrogateescape") if isinstance(key, str) else key
