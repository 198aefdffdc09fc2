"""What an instructor has: people with what they have handed in, and files that were looked at before they are taken in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from simulator.alliance.codes import Code
from simulator.handin.assignment import Assignment
from simulator.handin.assignment_answer import Answer
from simulator.handin.remarks_file import SaidOf
from simulator.messages.message import Message
from simulator.services.handed_in import HandedIn


class State(Code):
    """What taking a file in would do."""

    NEW = "new"
    AGAIN = "again"
    ALREADY_HERE = "already-here"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to an assignment that was made here, as its file came."""

    answer: Answer
    assignment: Assignment
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was looked at: what it holds and what taking it in would do, or why it is refused.

    ``answers`` is what the person of a conversation that is here has answered to its corrections.
    """

    path: Path
    found: HandedIn | None = None
    state: State = State.NEW
    why: Message | None = None
    answers: SaidOf | None = None
    answered: Answered | None = None

    @property
    def counts(self) -> bool:
        """Whether taking it in would change anything."""
        return self.why is None and self.state in (State.NEW, State.AGAIN)

    @property
    def key(self) -> bytes:
        """The key that the file is signed with; empty where it is refused."""
        if self.found is not None:
            return self.found.key
        return b"" if self.answered is None else self.answered.answer.key

    @property
    def name(self) -> str:
        """What whoever signed it calls themselves."""
        if self.found is not None:
            return self.found.name
        return "" if self.answered is None else self.answered.answer.name


@dataclass(frozen=True, slots=True)
class ReviewedPerson:
    """Somebody who has handed something in, by the key they sign with; conversations in the order of their days."""

    key: bytes
    name: str
    sessions: tuple[HandedIn, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that was taken in: people in the order of the alphabet, and kept files that are refused today, with why."""

    people: tuple[ReviewedPerson, ...] = ()
    refused: tuple[tuple[Path, Message], ...] = ()

    @property
    def sample(self) -> bool:
        """Whether anything here was played by the program itself."""
        return any(found.sample for _, found in self.sessions())

    def sessions(self) -> Iterator[tuple[ReviewedPerson, HandedIn]]:
        """Every conversation with its person."""
        for person in self.people:
            for found in person.sessions:
                yield person, found
