"""Questions over sessions, answered in pages by key: how many sessions there are does not matter to the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import apsw

from simulator.session.events import PersonId
from simulator.session.store import Cursor, MeasureKey, SessionFilter, SessionOrder, Totals
from simulator.storage.header_rows import SELECT, HeaderRow, read


@dataclass(frozen=True, slots=True)
class _Order:
    """How an order is asked of the database: the column, its direction, and a join where it stands elsewhere."""

    column: str
    downwards: bool
    join: str = ""


_ORDERS: Final = {
    SessionOrder.NEWEST: _Order("s.started", downwards=True),
    SessionOrder.OLDEST: _Order("s.started", downwards=False),
    SessionOrder.TITLE: _Order("s.title", downwards=False),
    SessionOrder.TRAINEE: _Order("n.name", downwards=False, join="JOIN people AS n ON n.id = s.trainee"),
    SessionOrder.SHARE: _Order(
        "m.share",
        downwards=True,
        join="JOIN measures AS m ON m.session = s.number AND m.rubric = :rubric AND m.rules = :rules AND m.share IS NOT NULL",
    ),
}
_HAS_MEASURES: Final = (
    "EXISTS (SELECT 1 FROM measures AS x WHERE x.session = s.number AND x.rubric = :rubric AND x.rules = :rules)"
)
_CONDITIONS: Final = {
    "trainee": "s.trainee = :trainee",
    "scenario": "s.scenario = :scenario",
    "mode": "s.mode = :mode",
    "difficulty": "s.difficulty = :difficulty",
    "language": "s.language = :language",
    "edition": "s.edition = :edition",
    "verdict": "s.verdict = :verdict",
    "since_ms": "s.started >= :since_ms",
    "before_ms": "s.started < :before_ms",
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
    last = Cursor(found[size - 1][0], rows[-1].number) if len(found) > size else None
    return rows, last


def question(
    wanted: SessionFilter, order: SessionOrder, key: MeasureKey, size: int, after: Cursor | None
) -> tuple[str, dict[str, object]]:
    """The query for a page and one row more, and its values. The keys are found first, the rows read for them only."""
    how = _ORDERS[order]
    way, beyond = ("DESC", "<") if how.downwards else ("ASC", ">")
    values: dict[str, object] = {"rubric": key.rubric, "rules": key.rules, "size": size + 1}
    conditions = _conditions(wanted, values)
    if after is not None:
        conditions.append(f"({how.column}, s.number) {beyond} (:key, :number)")
        values |= {"key": after.key, "number": after.number}
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    keys = (
        f"SELECT s.number AS found, {how.column} AS place FROM sessions AS s {how.join} {where} "
        f"ORDER BY {how.column} {way}, s.number {way} LIMIT :size"
    )
    picked = SELECT.replace("SELECT ", "SELECT k.place, ", 1).replace(
        "FROM sessions AS s", f"FROM ({keys}) AS k CROSS JOIN sessions AS s ON s.number = k.found", 1
    )
    used = {name: value for name, value in values.items() if f":{name}" in picked}
    return f"{picked} ORDER BY k.place {way}, k.found {way}", used


def totals(connection: apsw.Connection, trainee: PersonId) -> Totals:
    """How many sessions a person has in each scenario, and what they came to."""
    rows = connection.execute(
        "SELECT scenario, verdict, count(*) FROM sessions WHERE trainee = ? AND (steps > 0 OR verdict <> '') "
        "GROUP BY scenario, verdict",
        (trainee,),
    )
    found: dict[str, dict[str, int]] = {}
    for scenario, verdict, count in rows:
        found.setdefault(scenario, {})[verdict] = count
    return Totals(found)


def unmeasured(connection: apsw.Connection, key: MeasureKey, person: PersonId | None, limit: int) -> Sequence[str]:
    """The ids of ended sessions without measures by a key, newest first."""
    whose = "AND s.trainee = :person" if person is not None else ""
    values: dict[str, object] = {"rubric": key.rubric, "rules": key.rules, "limit": limit}
    if person is not None:
        values["person"] = person
    rows = connection.execute(
        f"SELECT s.id FROM sessions AS s WHERE s.verdict <> '' AND s.edition > 0 AND NOT {_HAS_MEASURES} {whose} "
        "ORDER BY s.started DESC, s.number DESC LIMIT :limit",
        values,
    )
    return [row[0] for row in rows]


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
        conditions.append(_HAS_MEASURES if wanted.measured else f"NOT {_HAS_MEASURES}")
    return conditions
