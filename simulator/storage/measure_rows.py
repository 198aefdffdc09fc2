"""Measures as rows: opinions beside facts, sealed with the course's head; which opinion it was stands in the list too."""

from __future__ import annotations

import json
from typing import Any

import apsw

from simulator.session.codec import canonical
from simulator.session.store import MeasureKey, Measures
from simulator.storage.header_rows import HeaderRow
from simulator.storage.seals import seal
from simulator.storage.stored_values import as_text


def measured_by(key: MeasureKey) -> str:
    """An opinion as it stands in the list."""
    return f"{key.rubric}/{key.rules}"


def put_measures(connection: apsw.Connection, row: HeaderRow, key: MeasureKey, measures: Measures) -> None:
    """Store the measures of a session in place of earlier ones, by whatever opinion."""
    prices: dict[str, object] = {str(turn): price for turn, price in measures.prices.items()}
    body = canonical({"scores": dict(measures.scores), "standings": dict(measures.standings), "prices": prices})
    drop_measures(connection, row.number)
    connection.execute(
        "INSERT INTO measures VALUES (?, ?, ?, ?, ?, ?)",
        (row.number, key.rubric, key.rules, measures.share, body, _seal(row, key, measures.share, body)),
    )
    connection.execute(
        "UPDATE sessions SET measured = ?, share = ? WHERE number = ?", (measured_by(key), measures.share, row.number)
    )


def drop_measures(connection: apsw.Connection, number: int) -> None:
    """Forget what a session came to, so that it is worked out anew."""
    connection.execute("DELETE FROM measures WHERE session = ?", (number,))
    connection.execute("UPDATE sessions SET measured = NULL, share = NULL WHERE number = ?", (number,))


def measures_of(connection: apsw.Connection, row: HeaderRow, key: MeasureKey) -> Measures | None:
    """The measures of a session by this key; ``None`` where there are none, or none that fit what was stored."""
    if row.measured != measured_by(key):
        return None
    found = connection.execute(
        "SELECT share, body, seal FROM measures WHERE session = ? AND rubric = ? AND rules = ?",
        (row.number, key.rubric, key.rules),
    ).fetchone()
    if found is None:
        return None
    share, body, sealed = found
    if share != row.share or _seal(row, key, share, body) != sealed:
        return None
    return _measures(share, json.loads(body))


def fit(connection: apsw.Connection, row: HeaderRow) -> bool:
    """Whether a session's measures, if it has any, are what was stored."""
    found: list[Any] = connection.execute(
        "SELECT rubric, CAST(rules AS BLOB) FROM measures WHERE session = ?", (row.number,)
    ).fetchall()
    if not found:
        return row.measured is None and row.share is None
    keys = [MeasureKey(rubric, as_text(rules)) for rubric, rules in found]
    return len(keys) == 1 and measures_of(connection, row, keys[0]) is not None


def _seal(row: HeaderRow, key: MeasureKey, share: object, body: object) -> bytes:
    return seal((row.number, key.rubric, key.rules, share, body, row.head))


def _measures(share: int | None, values: Any) -> Measures:
    prices = {int(turn): price for turn, price in values["prices"].items()}
    return Measures(share, values["scores"], prices, values.get("standings", {}))
