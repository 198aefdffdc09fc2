"""An instructor's side of assignments: making one, and of those who accepted it who has handed in what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from simulator.handin.assignment import Assignment
from simulator.storage.assignment_files import made_here

if TYPE_CHECKING:
    from simulator.handin.assignment_answer import Answer
    from simulator.services.review_shelf import Shelf
    from simulator.services.reviewing import Review
    from simulator.session.vocabulary import Mode


class Assignable(NamedTuple):
    """A scenario that can be asked for; ``families`` are the kinds of rupture that it practises."""

    id: str
    title: str
    families: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandedInFor:
    """How many conversations of an assignment somebody who has accepted it has handed in."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class AssignmentState:
    """An assignment with those who have accepted it, in the order of the alphabet; of nobody else anything is known."""

    assignment: Assignment
    people: tuple[HandedInFor, ...]
    made_for: str = ""
    """The person for whom it was made, as they are called here; nothing: for everybody."""


class Assigning:
    """The assignments of one Review desk. Raises ``StoreError`` where something cannot be read or kept."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._files = made_here(review.home)

    def make(
        self,
        title: str,
        by: str,
        scenarios: Iterable[str],
        mode: Mode,
        due: str,
        *,
        pseudonyms: bool,
        made_for: bytes | None = None,
    ) -> Assignment:
        """A new assignment, kept here so that answers to it are known, and for whom it was made."""
        id_ = self._review.new_id()
        seed = int.from_bytes(sha256(f"attune/assignment/{id_}".encode()).digest()[:4])
        made = Assignment(id_, title.strip(), by.strip(), tuple(scenarios), mode, seed, due, pseudonyms)
        self._files.keep(made)
        if made_for is not None:
            self._review.change_plan(lambda book: replace(book, made_for={**book.made_for, id_: made_for}))
        return made

    def states(self, shelf: Shelf) -> tuple[AssignmentState, ...]:
        """Every assignment that was made here, and who of those who accepted it has handed in what."""
        answers = self._files.answers()
        names = self._review.enrolled()
        made_for = self._review.book().made_for
        called = {person.key: person.name for person in shelf.people} | dict(names)
        return tuple(
            _state(one, answers, names, shelf, called.get(made_for.get(one.id, b""), "")) for one in self._files.all()
        )


def _state(
    assignment: Assignment, answers: Iterable[Answer], names: Mapping[bytes, str], shelf: Shelf, made_for: str
) -> AssignmentState:
    people = {person.key: person for person in shelf.people}
    found: list[HandedInFor] = []
    for answer in answers:
        if answer.assignment != assignment.id:
            continue
        person = people.get(answer.key)
        started = [] if person is None else [one.stored.started for one in person.sessions]
        scenarios = {one.scenario for one in started if (one.mode, one.seed) == (assignment.mode, assignment.seed)}
        name = names.get(answer.key, answer.name)
        found.append(HandedInFor(name, len(scenarios & set(assignment.scenarios))))
    return AssignmentState(assignment, tuple(sorted(found, key=lambda one: one.name.casefold())), made_for)
