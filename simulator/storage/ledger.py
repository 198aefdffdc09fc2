"""The ledger: one row over all sessions, people, remarks and what was met, by which a lost or exchanged row is noticed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

import apsw

from simulator.storage.seals import NO_SEALS, fold

Kept: TypeAlias = Literal["sessions", "people", "remarks", "met"]

_ALL: Final[tuple[Kept, ...]] = ("sessions", "people", "remarks", "met")
_READ: Final = "SELECT sessions, session_seals, people, people_seals, remarks, remark_seals, met, met_seals FROM ledger WHERE id = 1"
_WRITE: Final = (
    "UPDATE ledger SET sessions = ?, session_seals = ?, people = ?, people_seals = ?, remarks = ?, remark_seals = ?, "
    "met = ?, met_seals = ? WHERE id = 1"
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows there are, and all their seals folded into one."""

    count: int = 0
    seals: bytes = NO_SEALS

    def changed(self, old: object, new: object) -> Tally:
        """The tally once a row of seal ``old`` gave way to one of seal ``new``; ``None`` where there was or is none."""
        seals = fold(fold(self.seals, _counting(old)), _counting(new))
        return Tally(self.count + (new is not None) - (old is not None), seals)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The tallies of all that is kept."""

    sessions: Tally = Tally()
    people: Tally = Tally()
    remarks: Tally = Tally()
    met: Tally = Tally()

    def changed(self, what: Kept, old: object, new: object) -> Ledger:
        """The ledger once a row was added (no ``old``), replaced, or deleted (no ``new``)."""
        tally: Tally = getattr(self, what)
        return replace(self, **{what: tally.changed(old, new)})


def read_ledger(connection: apsw.Connection) -> Ledger | None:
    """The ledger as stored; ``None`` where it is lost or cannot be one."""
    row = connection.execute(_READ).fetchone()
    if row is None:
        return None
    tallies = [Tally(*pair) for pair in zip(row[::2], row[1::2], strict=True)]
    sound = all(isinstance(t.count, int) and _is_seal(t.seals) for t in tallies)
    return Ledger(*tallies) if sound else None


def write_ledger(connection: apsw.Connection, ledger: Ledger) -> None:
    """Store the ledger; part of the change that it tells of."""
    values = [part for what in _ALL for part in (getattr(ledger, what).count, getattr(ledger, what).seals)]
    connection.execute(_WRITE, values)


def begin_ledger(connection: apsw.Connection) -> Ledger:
    """Store what the ledger must be for the rows that are there, in place of the one before."""
    ledger = counted(connection)
    connection.execute("DELETE FROM ledger")
    connection.execute("INSERT INTO ledger VALUES (1, 0, x'', 0, x'', 0, x'', 0, x'')")
    write_ledger(connection, ledger)
    return ledger


def counted(connection: apsw.Connection) -> Ledger:
    """What the ledger must be for the rows that are there."""
    ledger = Ledger()
    for what in _ALL:
        count, folded = 0, 0
        for (one,) in connection.execute(f"SELECT seal FROM {what}"):
            count += 1
            folded ^= int.from_bytes(_counting(one), "big")
        ledger = replace(ledger, **{what: Tally(count, folded.to_bytes(len(NO_SEALS), "big"))})
    return ledger


def _counting(one: object) -> bytes:
    """A seal as it is folded in; one that is none (of a row that never was sound) changes nothing."""
    return one if isinstance(one, bytes) and _is_seal(one) else NO_SEALS


def _is_seal(value: object) -> bool:
    return isinstance(value, bytes) and len(value) == len(NO_SEALS)
