"""A trainee's side of an assignment: accepting it, how far it is held, and the files that are handed in for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.handin import assignment_answer
from simulator.handin.assignment_answer import write_answer
from simulator.handin.signed_file import SUFFIX
from simulator.services.handed_in import HandedIn, hand_in, read_handed_in
from simulator.session.store import NO_MEASURES, SessionFilter, SessionOrder

if TYPE_CHECKING:
    from simulator.handin.assignment import Assignment
    from simulator.handin.signing import SigningKey
    from simulator.session.ids import PersonId
    from simulator.session.store import SessionStore, StoredSession

_LOOKED_AT = 200
"""Conversations of one scenario among which those of an assignment are looked for, the newest first."""


@dataclass(frozen=True, slots=True)
class Held:
    """How far an assignment is held: by scenario the newest conversation of it that has ended."""

    assignment: Assignment
    sessions: Mapping[str, StoredSession]

    @property
    def in_order(self) -> tuple[StoredSession, ...]:
        """The conversations, as the assignment names their scenarios."""
        return tuple(self.sessions[name] for name in self.assignment.scenarios if name in self.sessions)


def held(store: SessionStore, person: PersonId, assignments: Sequence[Assignment]) -> tuple[Held, ...]:
    """How far a person is with some assignments; called on the store's thread."""
    return tuple(_held(store, person, assignment) for assignment in assignments)


def _held(store: SessionStore, person: PersonId, assignment: Assignment) -> Held:
    found = {name: _newest(store, person, assignment, name) for name in assignment.scenarios}
    return Held(assignment, {name: stored for name, stored in found.items() if stored is not None})


def _newest(store: SessionStore, person: PersonId, assignment: Assignment, scenario: str) -> StoredSession | None:
    wanted = SessionFilter(trainee=person, scenario=scenario, mode=assignment.mode, ended=True)
    page = store.query(wanted, SessionOrder.NEWEST, NO_MEASURES, size=_LOOKED_AT)
    for header in page.headers:
        if header.origin is None and header.sound:
            stored = store.load(header.id)
            if stored.started.seed == assignment.seed:
                return stored
    return None


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is handed in for an assignment: the conversations as their files hold them, and the answer."""

    sessions: tuple[HandedIn, ...]
    answer: bytes

    def files(self, name: str) -> Mapping[str, bytes]:
        """The files by their names, which begin alike."""
        found = {f"{name}-{number}{SUFFIX}": one.content for number, one in enumerate(self.sessions, 1)}
        return {**found, f"{name}{assignment_answer.SUFFIX}": self.answer}


def bundle(of: Held, key: SigningKey, *, name: str, group: bool) -> Bundle:
    """Everything that is handed in, read back out of the very files; raises ``ServiceError`` where one cannot be made."""
    sessions = tuple(read_handed_in(hand_in(stored, key, name=name, group=group)) for stored in of.in_order)
    return Bundle(sessions, write_answer(of.assignment.id, name, key))
