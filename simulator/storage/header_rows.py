"""Headers of sessions as rows: written with the events, sealed over their columns, and made anew from the events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import apsw

from simulator.session.events import Mode, Origin, PersonId, SessionId, Started
from simulator.session.store import SessionHeader
from simulator.storage.seals import seal

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

# Texts are read as bytes, so that a damaged letter makes one row unsound and not the whole list unreadable.
_AS_READ: Final = ", ".join(f"CAST(s.{name} AS BLOB)" if name in _TEXTS else f"s.{name}" for name in (*COLUMNS, "seal"))
SELECT: Final = f"SELECT {_AS_READ}, p.path FROM sessions AS s LEFT JOIN pinned AS p ON p.id = s.pinned"
_INSERT: Final = (
    f"INSERT INTO sessions ({', '.join((*COLUMNS, 'seal'))}) VALUES ({', '.join('?' * (len(COLUMNS) + 1))})"
)


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """A header with what only the store needs of it: its number, the texts' number, the links, the seal as stored."""

    number: int
    pinned: int
    header: SessionHeader
    head: bytes
    beside: bytes
    seal: bytes

    def columns(self) -> tuple[object, ...]:
        """The values of the sealed columns."""
        header, origin = self.header, self.header.origin
        return (
            self.number,
            header.id,
            header.trainee,
            header.scenario,
            header.title,
            header.language,
            header.texts,
            self.pinned,
            header.started_ms,
            str(header.mode),
            header.difficulty,
            header.edition,
            origin.session if origin else None,
            origin.step if origin else None,
            origin.head if origin else None,
            header.steps,
            header.verdict,
            self.head,
            self.beside,
        )

    def sealed(self) -> HeaderRow:
        """The same row with the seal that fits it."""
        return replace(self, seal=seal(self.columns()))

    def after(self, verdict: str, head: bytes, beside: bytes) -> HeaderRow:
        """The row once another step was added."""
        header = replace(self.header, steps=self.header.steps + 1, verdict=verdict, head=head.hex())
        return replace(self, header=header, head=head, beside=beside).sealed()

    def ended_as(self, steps: int, verdict: str) -> HeaderRow:
        """The row of a course that is there already, with so many steps and what it came to."""
        return replace(self, header=replace(self.header, steps=steps, verdict=verdict)).sealed()


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
    return HeaderRow(number, pinned, header, head, beside, b"").sealed()


def insert(connection: apsw.Connection, row: HeaderRow) -> None:
    """Store a new row."""
    connection.execute(_INSERT, (*row.columns(), row.seal))


def update(connection: apsw.Connection, row: HeaderRow) -> None:
    """Store what a further step changed."""
    connection.execute(
        "UPDATE sessions SET steps = ?, verdict = ?, head = ?, beside = ?, seal = ? WHERE number = ?",
        (row.header.steps, row.header.verdict, row.head, row.beside, row.seal, row.number),
    )


def find(connection: apsw.Connection, session: SessionId) -> HeaderRow | None:
    """The row of a session, sound or not; ``None`` if there is none."""
    found = connection.execute(f"{SELECT} WHERE s.id = ?", (session,)).fetchone()
    return None if found is None else read(found)


def read(values: Sequence[Any]) -> HeaderRow:
    """A row as selected by ``SELECT``; its header is unsound where a column is not as it was stored."""
    *columns, stored, path = values
    named = {name: _text(value) if name in _TEXTS else value for name, value in zip(COLUMNS, columns, strict=True)}
    sound = isinstance(stored, bytes) and seal([named[name] for name in COLUMNS]) == stored and path is not None
    origin = None
    if named["origin_session"] is not None:
        origin = Origin(
            SessionId(_str(named["origin_session"])), _int(named["origin_step"]), _str(named["origin_head"])
        )
    head, beside = _bytes(named["head"]), _bytes(named["beside"])
    mode = named["mode"] if named["mode"] in set(Mode) else Mode.PRACTISE
    header = SessionHeader(
        SessionId(_str(named["id"])),
        PersonId(_str(named["trainee"])),
        _str(named["scenario"]),
        _str(named["title"]),
        _str(named["language"]),
        _str(named["texts"]),
        _str(path),
        _int(named["started"]),
        Mode(mode),
        _int(named["difficulty"]),
        _int(named["edition"]),
        origin,
        _int(named["steps"]),
        _str(named["verdict"]),
        head.hex(),
        sound,
    )
    return HeaderRow(_int(named["number"]), _int(named["pinned"]), header, head, beside, stored if sound else b"")


def _text(value: object) -> str | None:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else None if value is None else str(value)


def _str(value: object) -> str:
    return str(value) if value is not None else ""


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0
