"""Hands for the store's jobs in tests: at once, when the test lets them, or with a disk that is full."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Mapping
from typing import Any, Final

from simulator.messages.sentences import storage as say
from simulator.session.errors import StoreError
from simulator.session.events import SessionEvent, Started, Timing
from simulator.session.ids import SessionId
from simulator.session.store import SessionHeader, SessionStore
from simulator.storage.sqlite import MemorySessionStore

Answer = Callable[[Any, Exception | None], None]

REFUSAL: Final = say.DISK_FULL(path="sessions.sqlite3")
FULL: Final = str(REFUSAL)
"""What is said when the disk is full."""


class ForgetfulStore(MemorySessionStore):
    """A store in memory that refuses the next things of a kind, as a full disk does."""

    def __init__(self) -> None:
        super().__init__()
        self.refused_steps = 0
        self.refused_starts = 0

    def create(self, started: Started, timing: Timing, path: str, sources: Mapping[str, str]) -> SessionHeader:
        """Begin a session, unless it is refused."""
        if self.refused_starts:
            self.refused_starts -= 1
            raise StoreError(REFUSAL)
        return super().create(started, timing, path, sources)

    def append(self, session: SessionId, event: SessionEvent, timing: Timing) -> SessionHeader:
        """Add one step, unless it is refused."""
        if self.refused_steps:
            self.refused_steps -= 1
            raise StoreError(REFUSAL)
        return super().append(session, event, timing)


class AtHand:
    """Does every job at once, on the thread that hands it in."""

    def __init__(self, store: SessionStore) -> None:
        self.store = store

    def do(self, job: Callable[[Any], Any], answer: Answer) -> None:
        """Do a job and answer."""
        self.answer_with(lambda: job(self.store), answer)

    def do_in_parts(self, parts: Callable[[Any], Generator[object, None, Any]], answer: Answer) -> None:
        """Do all the parts, one after the other, and answer."""
        self.answer_with(lambda: _to_the_end(parts(self.store)), answer)

    def reopen(self, between: Callable[[], None], answer: Answer) -> None:
        """Do what is to be done between closing and opening; a store in memory has no file to close."""
        self.answer_with(between, answer)

    @staticmethod
    def answer_with(work: Callable[[], Any], answer: Answer) -> None:
        """Answer with the result of work, or with its fault."""
        try:
            result = work()
        except Exception as fault:  # noqa: BLE001 as the store's owner does
            answer(None, fault)
        else:
            answer(result, None)


class Refusing(AtHand):
    """Answers every job as the owner of a store that cannot be opened does, until it is mended."""

    def __init__(self, store: SessionStore) -> None:
        super().__init__(store)
        self.mended = False

    def do(self, job: Callable[[Any], Any], answer: Answer) -> None:
        """Refuse a job."""
        if self.mended:
            super().do(job, answer)
        else:
            answer(None, StoreError(REFUSAL))


class HeldHands(AtHand):
    """Does a job only when the test lets it; from the ``first``-th on, every ``each``-th one is refused, and not done."""

    def __init__(self, store: SessionStore, *, first: int = 0, each: int = 0) -> None:
        super().__init__(store)
        self._first, self._each = first, each
        self._held: deque[tuple[Callable[[], Any], Answer]] = deque()
        self._in_parts: deque[tuple[Callable[[], Any], Answer]] = deque()
        self.done = 0
        self.refused = 0
        self.refuse_next = False

    @property
    def waiting(self) -> int:
        """How many jobs are held back now; work in parts, for which nobody waits, is not counted."""
        return len(self._held)

    def do(self, job: Callable[[Any], Any], answer: Answer) -> None:
        """Keep a job back."""
        self._held.append((lambda: job(self.store), answer))

    def do_in_parts(self, parts: Callable[[Any], Generator[object, None, Any]], answer: Answer) -> None:
        """Keep work in parts back until no other job is."""
        self._in_parts.append((lambda: _to_the_end(parts(self.store)), answer))

    def reopen(self, between: Callable[[], None], answer: Answer) -> None:
        """Keep it back too."""
        self._held.append((between, answer))

    def let_one(self) -> None:
        """Do the job that was handed in first, or refuse it."""
        work, answer = (self._held or self._in_parts).popleft()
        self.done += 1
        if self.refuse_next or (self._each and self.done % self._each == self._first):
            self.refuse_next = False
            self.refused += 1
            answer(None, StoreError(REFUSAL))
        else:
            self.answer_with(work, answer)

    def let_all(self) -> None:
        """Do what was handed in, and what comes of it, until nothing waits."""
        while self._held or self._in_parts:
            self.let_one()


def _to_the_end(parts: Generator[object, None, Any]) -> Any:
    while True:
        try:
            next(parts)
        except StopIteration as done:
            return done.value
