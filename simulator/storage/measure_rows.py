"""Measures as rows: opinions beside facts, one row for each session, rubric edition and rules, sealed with the course's head."""

from __future__ import annotations

import json
from typing import Any

import apsw

from simulator.session.codec import canonical
from simulator.session.store import MeasureKey, Measures
from simulator.storage.seals import seal


def put_measures(connection: apsw.Connection, number: int, key: MeasureKey, head: bytes, measures: Measures) -> None:
    """Store the measures of a session in place of earlier ones by the same key; those by older ones go."""
    scores: dict[str, object] = dict(measures.scores)
    body = canonical({"scores": scores, "prices": {str(turn): price for turn, price in measures.prices.items()}})
    sealed = seal((number, key.rubric, key.rules, measures.share, body, head))
    connection.execute("DELETE FROM measures WHERE session = ?", (number,))
    connection.execute(
        "INSERT INTO measures VALUES (?, ?, ?, ?, ?, ?)", (number, key.rubric, key.rules, measures.share, body, sealed)
    )


def measures_of(connection: apsw.Connection, number: int, key: MeasureKey, head: bytes) -> Measures | None:
    """The measures of a session by this key; ``None`` where there are none, or none that fit what was stored."""
    row = connection.execute(
        "SELECT share, body, seal FROM measures WHERE session = ? AND rubric = ? AND rules = ?",
        (number, key.rubric, key.rules),
    ).fetchone()
    if row is None or seal((number, key.rubric, key.rules, row[0], row[1], head)) != row[2]:
        return None
    return _measures(row[0], json.loads(row[1]))


def _measures(share: int | None, values: Any) -> Measures:
    return Measures(share, values["scores"], {int(turn): price for turn, price in values["prices"].items()})
