"""Assignments on the disk: those that a person has accepted, and those that a reviewer has made, with the answers to them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from simulator.handin import assignment as assignment_file
from simulator.handin import assignment_answer as answer_file
from simulator.handin.assignment import Assignment, read_assignment, write_assignment
from simulator.handin.assignment_answer import Answer, read_answer
from simulator.handin.signed_file import Refused
from simulator.messages.sentences import assignments as say
from simulator.session.errors import StoreError
from simulator.session.ids import PersonId
from simulator.storage.handed_in_files import read_file
from simulator.storage.home import ASSIGNMENTS_FOLDER, HANDED_IN_FOLDER
from simulator.storage.kept_files import keep_file

_DIGITS: Final = 32


class AssignmentFiles:
    """A folder of assignments. Raises ``StoreError`` where it cannot be read or written; what is damaged is passed over."""

    def __init__(self, folder: Path, of: str = "") -> None:
        self._folder = folder
        self._of = of

    def keep(self, assignment: Assignment) -> None:
        """Keep an assignment."""
        keep_file(self._place(assignment.id, assignment_file.SUFFIX), write_assignment(assignment), say.NOT_KEPT)

    def all(self) -> tuple[Assignment, ...]:
        """Every assignment, the one that is due first before the others."""
        found: list[Assignment] = []
        for content in self._contents(assignment_file.SUFFIX):
            with suppress(Refused):
                found.append(read_assignment(content))
        return tuple(sorted(found, key=lambda one: (one.due, one.title, one.id)))

    def drop(self, assignment: Assignment) -> None:
        """Keep an assignment no longer."""
        self._remove(self._place(assignment.id, assignment_file.SUFFIX))

    def keep_answer(self, answer: Answer, content: bytes) -> None:
        """Keep an answer as it came, in place of one by the same person."""
        keep_file(self._place(f"{answer.assignment}/{answer.key.hex()}", answer_file.SUFFIX), content, say.NOT_KEPT)

    def answers(self) -> tuple[Answer, ...]:
        """Every answer that can still be believed."""
        found: list[Answer] = []
        for content in self._contents(answer_file.SUFFIX):
            with suppress(Refused):
                found.append(read_answer(content))
        return tuple(found)

    def forget(self, key: bytes) -> None:
        """Keep no answer of somebody any longer."""
        for answer in self.answers():
            if answer.key == key:
                self._remove(self._place(f"{answer.assignment}/{key.hex()}", answer_file.SUFFIX))

    def everything(self) -> Iterator[Path]:
        """Every file of an assignment here."""
        yield from self._folder.glob(f"{self._of}*{assignment_file.SUFFIX}")

    def _contents(self, suffix: str) -> Iterator[bytes]:
        for path in sorted(self._folder.glob(f"{self._of}*{suffix}")):
            yield read_file(path)

    def _place(self, name: str, suffix: str) -> Path:
        """Where something lies: what stands in a file that came from somebody else never becomes a path."""
        return self._folder / f"{self._of}{sha256(name.encode()).hexdigest()[:_DIGITS]}{suffix}"

    def _remove(self, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except OSError as fault:
            raise StoreError(say.NOT_KEPT(path=str(path), reason=fault.strerror or "")) from fault


def accepted_by(home: Path, person: PersonId) -> AssignmentFiles:
    """The assignments that a person has accepted."""
    whose = sha256(person.encode()).hexdigest()[:_DIGITS]
    return AssignmentFiles(home / ASSIGNMENTS_FOLDER, f"{whose}-")


def made_here(home: Path) -> AssignmentFiles:
    """The assignments that were made at the Review desk, and the answers that were taken in."""
    return AssignmentFiles(home / HANDED_IN_FOLDER)
