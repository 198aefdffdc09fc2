"""Headers of sessions as rows: written with the events, sealed over their columns, and made anew from the events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import apsw

from simulator.session.events import Origin, Started
from simulator.session.ids import PersonId, SessionId
from simulator.session.store import SessionHeader
from simulator.session.vocabulary import Mode
from simulator.storage.seals import seal
from simulator.storage.stored_values import as_bytes, as_number, as_optional_text, as_text

COLUMNS: Final = (
    "number",
    "id",
    "trainee",
    "scenario",
    "title",
    "language",
    "texts",
    "pinned",
    "started",
    "mode",
    "difficulty",
    "edition",
    "origin_session",
    "origin_step",
    "origin_head",
    "steps",
    "verdict",
    "head",
    "beside",
)
"""The columns that are sealed, in the order of the seal; ``seal`` comes after them in a row."""

_TEXTS: Final = frozenset(
    {"id", "trainee", "scenario", "title", "language", "texts", "mode", "origin_session", "origin_head", "verdict"}
)
_MODES: Final = {str(mode): mode for mode in Mode}

# Texts are read as bytes, so that a damaged letter makes one row unsound and not the whole list unreadable.
_AS_READ: Final = ", ".join(f"CAST(s.{name} AS BLOB)" if name in _TEXTS else f"s.{name}" for name in COLUMNS)
SELECT: Final = (
    f"SELECT {_AS_READ}, s.seal, CAST(s.measured AS BLOB), s.share, CAST(p.path AS BLOB) "
    "FROM sessions AS s LEFT JOIN pinned AS p ON p.id = s.pinned"
)
_INSERT: Final = (
    f"INSERT INTO sessions ({', '.join((*COLUMNS, 'seal'))}) VALUES ({', '.join('?' * (len(COLUMNS) + 1))})"
)


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """A header with what only the store needs of it: its number, the texts' number, the links, the seal as stored.

    ``measured`` and ``share`` stand outside the seal: they are an opinion (see ``measure_rows``).
    """

    number: int
    pinned: int
    header: SessionHeader
    head: bytes
    beside: bytes
    seal: bytes
    measured: str | None = None
    share: object = None

    def after(self, verdict: str, head: bytes, beside: bytes) -> HeaderRow:
        """The row once another step was added."""
        return self.over(self.header.steps + 1, verdict, head, beside)

    def over(self, steps: int, verdict: str, head: bytes, beside: bytes) -> HeaderRow:
        """The row over a course of so many steps that is there already."""
        header = replace(self.header, steps=steps, verdict=verdict, head=head.hex())
        return _sealed(self.number, self.pinned, header, head, beside)


def _sealed(number: int, pinned: int, header: SessionHeader, head: bytes, beside: bytes) -> HeaderRow:
    """A row with the seal that fits it."""
    return HeaderRow(number, pinned, header, head, beside, seal(_columns(number, pinned, header, head, beside)))


def _columns(number: int, pinned: int, header: SessionHeader, head: bytes, beside: bytes) -> tuple[object, ...]:
    """The values of the sealed columns."""
    origin = header.origin
    return (
        number,
        header.id,
        header.trainee,
        header.scenario,
        header.title,
        header.language,
        header.texts,
        pinned,
        header.started_ms,
        str(header.mode),
        header.difficulty,
        header.edition,
        origin.session if origin else None,
        origin.step if origin else None,
        origin.head if origin else None,
        header.steps,
        header.verdict,
        head,
        beside,
    )


def header_row(
    number: int, pinned: int, started: Started, path: str, started_ms: int, head: bytes, beside: bytes
) -> HeaderRow:
    """The row of a session that has only begun."""
    header = SessionHeader(
        started.session,
        started.trainee,
        started.scenario,
        started.title,
        started.language,
        started.texts,
        path,
        started_ms,
        started.mode,
        started.difficulty,
        started.edition,
        started.origin,
        0,
        "",
        head.hex(),
    )
    return _sealed(number, pinned, header, head, beside)


def insert(connection: apsw.Connection, row: HeaderRow) -> None:
    """Store a new row."""
    columns = _columns(row.number, row.pinned, row.header, row.head, row.beside)
    connection.execute(_INSERT, (*columns, row.seal))


def update(connection: apsw.Connection, row: HeaderRow) -> None:
    """Store what a further step changed."""
    changed = (row.header.steps, row.head, row.beside, row.seal)
    if row.header.ended:
        connection.execute(
            "UPDATE sessions SET steps = ?, head = ?, beside = ?, seal = ?, verdict = ? WHERE number = ?",
            (*changed, row.header.verdict, row.number),
        )
    else:
        # The verdict is in every index, and most steps do not change it.
        connection.execute(
            "UPDATE sessions SET steps = ?, head = ?, beside = ?, seal = ? WHERE number = ?", (*changed, row.number)
        )


def find(connection: apsw.Connection, session: SessionId) -> HeaderRow | None:
    """The row of a session, sound or not; ``None`` if there is none."""
    found = connection.execute(f"{SELECT} WHERE s.id = ?", (session,)).fetchone()
    return None if found is None else read(found)


def read(values: Sequence[Any]) -> HeaderRow:
    """A row as selected by ``SELECT``; its header is unsound where a column is not as it was stored."""
    *columns, stored, measured, share, path = values
    named = {
        name: as_optional_text(value) if name in _TEXTS else value for name, value in zip(COLUMNS, columns, strict=True)
    }
    sound = path is not None and seal(named.values()) == stored
    head, beside = as_bytes(named["head"]), as_bytes(named["beside"])
    header = SessionHeader(
        SessionId(as_text(named["id"])),
        PersonId(as_text(named["trainee"])),
        as_text(named["scenario"]),
        as_text(named["title"]),
        as_text(named["language"]),
        as_text(named["texts"]),
        as_text(path),
        as_number(named["started"]),
        _MODES.get(as_text(named["mode"]), Mode.PRACTISE),
        as_number(named["difficulty"]),
        as_number(named["edition"]),
        _origin(named),
        as_number(named["steps"]),
        as_text(named["verdict"]),
        head.hex(),
        sound,
    )
    numbers = as_number(named["number"]), as_number(named["pinned"])
    return HeaderRow(*numbers, header, head, beside, stored if sound else b"", as_optional_text(measured), share)


def _origin(named: Mapping[str, object]) -> Origin | None:
    session, step, head = (named[f"origin_{part}"] for part in ("session", "step", "head"))
    return None if session is None else Origin(SessionId(as_text(session)), as_number(step), as_text(head))
