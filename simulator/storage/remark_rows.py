"""Remarks as rows: a chain for each author, subject and kind; sealed, and counted in the ledger."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any, Final

import apsw

from simulator.messages.sentences import storage as say
from simulator.session.codec import DamagedLog
from simulator.session.errors import StoreDamaged, StoreError
from simulator.session.ids import PersonId, SessionId
from simulator.session.remarks import AboutItem, AboutSession, Remark, RemarkId, decode_remark, encode_remark
from simulator.storage.seals import seal
from simulator.storage.stored_values import as_optional_text

_COLUMNS: Final = "id, session, step, item, story, kind, person, body"
_STEP: Final = 2
# Texts are read as bytes, so that a damaged letter makes one remark unsound and not all of them unreadable.
_READ: Final = (
    "SELECT CAST(id AS BLOB), CAST(session AS BLOB), step, CAST(item AS BLOB), CAST(story AS BLOB), "
    "CAST(kind AS BLOB), CAST(person AS BLOB), body, seal FROM remarks"
)
_ON: Final = "WHERE session = ? OR (session IS NULL AND item IN (SELECT value FROM json_each(?)))"
_LAST: Final = """
    SELECT id FROM remarks
    WHERE session IS ? AND step IS ? AND item IS ? AND kind = ? AND person = ?
    ORDER BY number DESC LIMIT 1"""


def add_remark(connection: apsw.Connection, remark: Remark) -> bytes | None:
    """Store a remark and give its seal; ``None`` if it is there already. Raises ``StoreError`` if its chain went on."""
    if connection.execute("SELECT 1 FROM remarks WHERE id = ?", (remark.id,)).fetchone():
        return None
    columns = _columns(remark)
    _, session, step, item, _, kind, person, _ = columns
    last = connection.execute(_LAST, (session, step, item, kind, person)).fetchone()
    if (last[0] if last else None) != remark.previous:
        raise StoreError(say.CHAIN_MOVED())
    sealed = seal(columns)
    connection.execute(f"INSERT INTO remarks ({_COLUMNS}, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*columns, sealed))
    return sealed


def last_remark(
    connection: apsw.Connection, person: PersonId, session: SessionId, step: int | None, kind: str
) -> RemarkId | None:
    """The last remark of a chain about a session or a step of it."""
    row = connection.execute(_LAST, (session, step, None, kind, person)).fetchone()
    return None if row is None else RemarkId(row[0])


def remarks_on(connection: apsw.Connection, session: SessionId, items: Collection[str]) -> tuple[Remark, ...]:
    """The remarks on a session and on items, in the order in which they were stored."""
    rows = connection.execute(f"{_READ} {_ON} ORDER BY number", (session, json.dumps(tuple(items)))).fetchall()
    return tuple(_remark(row) for row in rows)


def remarks_by(connection: apsw.Connection, person: PersonId) -> tuple[Remark, ...]:
    """The remarks that a person has made, in the order in which they were stored."""
    rows = connection.execute(f"{_READ} WHERE person = ? ORDER BY number", (person,)).fetchall()
    return tuple(_remark(row) for row in rows)


def remarks_on_items(connection: apsw.Connection) -> tuple[tuple[Remark, bytes], ...]:
    """The sound remarks on items with their seals, in the order in which they were stored."""
    rows: list[Any] = connection.execute(f"{_READ} WHERE item IS NOT NULL ORDER BY number").fetchall()
    return tuple((_remark(row), row[-1]) for row in rows if is_sound(row))


def name_anew(connection: apsw.Connection, remark: Remark) -> bytes:
    """Store a remark that is there already with another name of what it is about; gives its seal."""
    columns = _columns(remark)
    sealed = seal(columns)
    id_, _, _, item, story, _, _, body = columns
    connection.execute(
        "UPDATE remarks SET item = ?, story = ?, body = ?, seal = ? WHERE id = ?", (item, story, body, sealed, id_)
    )
    return sealed


def is_sound(row: Any) -> bool:
    """Whether a row (its columns and its seal) is as it was stored."""
    try:
        _remark(row)
    except StoreDamaged:
        return False
    return True


def every_row(connection: apsw.Connection) -> list[Any]:
    """All remarks as rows."""
    return connection.execute(f"{_READ} ORDER BY number").fetchall()


def _remark(row: Any) -> Remark:
    *texts, body, sealed = row
    columns = [value if place == _STEP else as_optional_text(value) for place, value in enumerate(texts)]
    if not isinstance(body, bytes) or seal((*columns, body)) != sealed:
        raise StoreDamaged(say.REMARK_CHANGED())
    try:
        return decode_remark(body)
    except DamagedLog as fault:
        raise StoreDamaged(say.REMARK_CHANGED()) from fault


def _columns(remark: Remark) -> tuple[Any, ...]:
    session = step = item = story = None
    match remark.about:
        case AboutSession(session_, step_, _):
            session, step = session_, step_
        case AboutItem(item_, story_):
            item, story = item_, story_
    return (remark.id, session, step, item, story, str(remark.kind), remark.person, encode_remark(remark))
