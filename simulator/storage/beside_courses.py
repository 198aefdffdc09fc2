"""What a store keeps beside the courses of sessions: people, remarks, what was met, and opinions."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from simulator.messages.sentences import storage as say
from simulator.session.errors import StoreError
from simulator.session.ids import PersonId, SessionId
from simulator.session.remarks import Remark, RemarkId
from simulator.session.store import MeasureKey, Measures, Person
from simulator.session.vocabulary import Met
from simulator.storage import met_rows, session_queries
from simulator.storage.header_rows import HeaderRow, find
from simulator.storage.measure_rows import put_measures
from simulator.storage.people_rows import everybody, put_person
from simulator.storage.remark_rows import add_remark, last_remark, remarks_by, remarks_on
from simulator.storage.store_file import StoreFile


class BesideCourses(StoreFile):
    """The part of a ``SessionStore`` that is not about the courses themselves."""

    # People

    def add_person(self, person: Person) -> None:
        """Keep a person, new or with a new name."""
        with self._changing():
            old, new = put_person(self._connection, person)
            self._note("people", old, new)

    def people(self) -> tuple[Person, ...]:
        """Everybody, by name."""
        with self._asking():
            return tuple(person for person, _ in everybody(self._connection))

    # Remarks

    def remark(self, remark: Remark) -> None:
        """Keep a remark; one that is there already changes nothing. ``previous`` must be the last of its chain."""
        with self._changing():
            sealed = add_remark(self._connection, remark)
            if sealed is not None:
                self._note("remarks", None, sealed)

    def remarks(
        self, session: SessionId, visible_to: PersonId | None, items: Collection[str] = ()
    ) -> tuple[Remark, ...]:
        """The remarks on a session and on items that a person may see, in the order in which they were made.

        ``items`` are the digests of what the session met: ``Items`` tells them whoever has its scenario at hand.
        """
        with self._asking():
            self._row(session)
            found = remarks_on(self._connection, session, items)
        return tuple(remark for remark in found if remark.visible_to(visible_to))

    def remarks_by(self, person: PersonId) -> tuple[Remark, ...]:
        """All remarks that a person has made, on whatever, in the order in which they were made."""
        with self._asking():
            return remarks_by(self._connection, person)

    def last_remark(self, person: PersonId, about: SessionId, step: int | None, kind: str) -> RemarkId | None:
        """The last remark of a person's chain about a session or one of its steps, to go on from."""
        with self._asking():
            return last_remark(self._connection, person, about, step, kind)

    # What was met

    def note_met(self, person: PersonId, scenario: str, what: Met, at_ms: int) -> None:
        """Note that a person has opened something that tells about a scenario."""
        with self._changing():
            sealed = met_rows.note_met(self._connection, person, scenario, what, at_ms)
            if sealed is not None:
                self._note("met", None, sealed)

    def met(self, person: PersonId, scenario: str) -> tuple[Met, ...]:
        """What a person has met of a scenario so far."""
        with self._asking():
            return met_rows.met_of(self._connection, person, scenario)

    def all_met(self, person: PersonId) -> Mapping[str, tuple[Met, ...]]:
        """What a person has met of every scenario, by its id."""
        with self._asking():
            scenarios = met_rows.scenarios_met(self._connection, person)
            return {scenario: met_rows.met_of(self._connection, person, scenario) for scenario in scenarios}

    # Opinions

    def put_measures(self, session: SessionId, key: MeasureKey, head: str, measures: Measures) -> None:
        """Keep what a session came to by ``key``, while its course still ends in ``head``; otherwise nothing is kept."""
        with self._changing():
            row = find(self._connection, session)
            # Only an ended session came to anything; its course, and with it the head, never changes again.
            if row is not None and row.header.ended and row.header.head == head:
                put_measures(self._connection, row, key, measures)

    def unmeasured(self, key: MeasureKey, person: PersonId | None = None, limit: int = 50) -> tuple[SessionId, ...]:
        """Ended sessions without measures by ``key``, newest first."""
        with self._asking():
            return session_queries.unmeasured(self._connection, key, person, limit)

    def _row(self, session: SessionId) -> HeaderRow:
        row = find(self._connection, session)
        if row is None:
            raise StoreError(say.NO_SESSION(session=session))
        return row
