"""Looks through a whole store for what is not as it was stored: steps, headers, texts, people, remarks, lost rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

import apsw

from simulator.messages.message import Message
from simulator.messages.sentences import storage as say
from simulator.session.errors import StoreDamaged
from simulator.session.ids import PersonId, SessionId
from simulator.session.store import Fault
from simulator.storage import met_rows
from simulator.storage.course_rows import damage_of, is_whole, read_course
from simulator.storage.header_rows import SELECT, HeaderRow, read
from simulator.storage.ledger import Ledger, counted, read_ledger
from simulator.storage.measure_rows import fit
from simulator.storage.mending import without_a_header
from simulator.storage.people_rows import everybody
from simulator.storage.pinned_texts import PinnedTexts, read_pinned
from simulator.storage.remark_rows import every_row, is_sound

_AT_ONCE: Final = 25
_LARGEST: Final = 2**63 - 1
_INDEXED: Final = ("sessions", "people", "remarks", "met", "measures", "pinned", "pinned_texts", "texts")


class Verification:
    """One look through a store; ``found`` are its faults so far, ``unfit`` the sessions whose measures do not fit them."""

    def __init__(self, connection: apsw.Connection, only: Sequence[SessionId] = ()) -> None:
        self.found: list[Fault] = []
        self.unfit: list[int] = []
        self._connection = connection
        self._only = only
        self._pinned: dict[int, PinnedTexts | Message] = {}

    def parts(self) -> Iterator[tuple[int, int]]:
        """Look, newest sessions first, and tell after each few how many are done of how many."""
        people = {person.id for person, _ in everybody(self._connection)}
        done, all_ = 0, self._count()
        for rows in self._rows():
            yield done, max(all_, done)
            for row in rows:
                self._look_at(row, people)
            done += len(rows)
        if not self._only:
            for look in self._looks_at_everything():
                self.found += look()
                yield done, done
        yield done, done

    def _count(self) -> int:
        return len(self._only) or int(self._connection.execute("SELECT count(*) FROM sessions").get)

    def _rows(self) -> Iterator[list[HeaderRow]]:
        """The headers, a few at a time; what is begun meanwhile is sound."""
        if self._only:
            query = f"{SELECT} WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY s.number DESC"
            found: list[Any] = self._connection.execute(query, (json.dumps(self._only),)).fetchall()
            yield list(map(read, found))
            return
        query = f"{SELECT} WHERE s.number <= ? ORDER BY s.number DESC LIMIT {_AT_ONCE}"
        last = _LARGEST
        while rows := list(map(read, self._connection.execute(query, (last,)).fetchall())):
            yield rows
            if rows[-1].number == -_LARGEST - 1:
                return
            last = rows[-1].number - 1

    def _look_at(self, row: HeaderRow, people: set[PersonId]) -> None:
        steps, damage = row.header.steps, None
        if not is_whole(self._connection, row):
            course = read_course(self._connection, row.number)
            steps, damage = max(0, len(course.events) - 1), damage_of(row, course)
        damage = damage or self._damage_of_texts(row)
        if damage is None and row.header.trainee not in people:
            damage = say.PERSON_MISSING()
        if damage is not None:
            self.found.append(Fault(row.header.id, row.header.title, damage, steps))
        if not fit(self._connection, row):
            self.unfit.append(row.number)

    def _damage_of_texts(self, row: HeaderRow) -> Message | None:
        """What is wrong with the texts of a session; each state of a scenario is verified once."""
        if row.pinned not in self._pinned:
            try:
                # The words themselves are not needed any more, and there can be many.
                self._pinned[row.pinned] = replace(read_pinned(self._connection, row.pinned), sources={})
            except StoreDamaged as fault:
                self._pinned[row.pinned] = fault.message
        found = self._pinned[row.pinned]
        if isinstance(found, Message):
            return found
        return None if found.belong_to(row.header) else say.OTHER_TEXTS()

    def _looks_at_everything(self) -> Iterator[Callable[[], Iterable[Fault]]]:
        """What finds faults that belong to no single session, each a part of its own: tables can be long."""
        yield self._changed_people
        yield lambda: self._fault_unless(all(map(is_sound, every_row(self._connection))), say.REMARK_CHANGED())
        yield lambda: self._fault_unless(met_rows.all_sound(self._connection), say.MET_CHANGED())
        yield self._lost
        yield self._headless
        for table in _INDEXED:
            yield partial(self._out_of_order, table)

    def _changed_people(self) -> Iterator[Fault]:
        for person, sound in everybody(self._connection):
            if not sound:
                yield Fault(None, "", say.PERSON_CHANGED(name=person.name))

    @staticmethod
    def _fault_unless(sound: bool, what: Message) -> Iterator[Fault]:
        if not sound:
            yield Fault(None, "", what)

    def _out_of_order(self, table: str) -> Iterator[Fault]:
        """One sentence says it, in however many tables it is so."""
        fault = Fault(None, "", say.OUT_OF_ORDER())
        if fault not in self.found and not self._in_order(table):
            yield fault

    def _lost(self) -> Iterator[Fault]:
        """What the ledger misses."""
        kept, there = read_ledger(self._connection) or Ledger(), counted(self._connection)
        if kept.sessions.count > there.sessions.count:
            yield Fault(None, "", say.SESSIONS_LOST(count=kept.sessions.count - there.sessions.count))
        elif kept.sessions != there.sessions:
            yield Fault(None, "", say.ROWS_EXCHANGED())
        if kept.people != there.people:
            yield Fault(None, "", say.PEOPLE_LOST())
        if kept.remarks != there.remarks:
            yield Fault(None, "", say.REMARKS_LOST())
        if kept.met != there.met:
            yield Fault(None, "", say.MET_CHANGED())

    def _headless(self) -> Iterator[Fault]:
        """Steps without a header."""
        orphans = without_a_header(self._connection)
        if orphans:
            yield Fault(None, "", say.HEADERS_LOST(count=len(orphans)))

    def _in_order(self, table: str) -> bool:
        """Whether a table and its indexes hold the same rows."""
        return bool(self._connection.execute(f"PRAGMA integrity_check({table})").get == "ok")
