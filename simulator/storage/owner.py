"""The one thread that owns the store: everybody else hands it jobs and hears the answers later."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from simulator.messages.sentences import storage as say
from simulator.session.errors import StoreError

if TYPE_CHECKING:
    from simulator.storage.sqlite import SqliteSessionStore

T = TypeVar("T")

Job: TypeAlias = "Callable[[SqliteSessionStore], T]"
Answer: TypeAlias = Callable[[Any, Exception | None], None]
Parts: TypeAlias = "Callable[[SqliteSessionStore], Generator[object, None, T]]"
Opening: TypeAlias = "Callable[[], SqliteSessionStore]"

_STOP: Final = object()


class StoreOwner:
    """Opens the store on a thread of its own and does every job there, in the order in which they were handed in.

    Answers are called on that thread with a result or an error; whoever asks brings them to where they are wanted. Work in
    parts (a backup, a verification) goes on only while no other job waits. A store that cannot be opened answers every job
    with the reason; so does one that was closed.
    """

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self._jobs: SimpleQueue[object] = SimpleQueue()
        self._parts: deque[tuple[Generator[object, None, Any], Answer]] = deque()
        self._store: SqliteSessionStore | None = None
        self._fault: Exception | None = None
        self._closed = False
        self._door = threading.Lock()
        """Held while a job is handed in, so that none comes behind the last one and is never answered."""
        self._thread = threading.Thread(target=self._work, name="attune-store", daemon=True)

    def start(self, opened: Answer) -> None:
        """Begin; ``opened`` hears whether the store could be opened."""
        self._jobs.put((lambda _store: None, opened))
        self._thread.start()

    def do(self, job: Job[T], answer: Answer) -> None:
        """Hand in a job; exactly one answer comes."""
        with self._door:
            if not self._closed:
                self._jobs.put((job, answer))
                return
        answer(None, StoreError(say.CLOSED()))

    def do_in_parts(self, parts: Parts[T], answer: Answer) -> None:
        """Hand in work that can wait between its parts; the answer is what it returns."""
        self.do(lambda store: self._parts.append((parts(store), answer)), _only_faults(answer))

    def reopen(self, between: Callable[[], None], answer: Answer) -> None:
        """Close the store, do something with its file, and open it again; a fault of either is the answer.

        Work in parts that is under way is not gone on with on what may be another store: it hears so.
        """

        def job(_store: object) -> None:
            self._let_go(StoreError(say.INTERRUPTED()))
            try:
                between()
            finally:
                self._open()
            if self._fault is not None:
                raise self._fault

        self.do(_Always(job), answer)

    def close(self) -> None:
        """Do what was handed in, close the store and end; what comes later is refused."""
        with self._door:
            self._closed = True
            self._jobs.put(_STOP)
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        self._open()
        try:
            while (job := self._next()) is not _STOP:
                if isinstance(job, tuple):
                    self._do(*job)
        finally:
            self._let_go(StoreError(say.CLOSED()))

    def _next(self) -> object:
        """The next job; while none waits, work in parts goes on."""
        while self._parts:
            try:
                return self._jobs.get_nowait()
            except Empty:
                self._do_a_part()
        return self._jobs.get()

    def _do(self, job: Callable[[Any], object], answer: Answer) -> None:
        if self._store is None and not isinstance(job, _Always):
            answer(None, self._fault or StoreError(say.CLOSED()))
        else:
            answer(*_safely(lambda: job(self._store)))

    def _do_a_part(self) -> None:
        parts, answer = self._parts.popleft()
        done, fault = _safely(lambda: _next_part(parts))
        value, over = done or (None, True)
        if over:
            answer(value, fault)
        else:
            self._parts.append((parts, answer))

    def _open(self) -> None:
        self._store, self._fault = _safely(self._opening)

    def _let_go(self, why: StoreError) -> None:
        while self._parts:
            parts, answer = self._parts.popleft()
            _, fault = _safely(parts.close)
            answer(None, fault or why)
        if self._store is not None:
            with suppress(StoreError):
                self._store.close()
            self._store = None


def _safely(work: Callable[[], T]) -> tuple[T | None, Exception | None]:
    """What some work gives, or its error as a value: whoever asked hears of it, and the owner lives on."""
    try:
        return work(), None
    except Exception as fault:  # noqa: BLE001 the store's door: every error becomes a value
        return None, fault


def _next_part(parts: Generator[object, None, T]) -> tuple[T | None, bool]:
    """Do the next part; gives the result and true where it was the last one."""
    try:
        next(parts)
    except StopIteration as done:
        return done.value, True
    return None, False


class _Always:
    """A job that is done although the store could not be opened."""

    def __init__(self, job: Callable[[Any], object]) -> None:
        self._job = job

    def __call__(self, store: Any) -> object:
        return self._job(store)


def _only_faults(answer: Answer) -> Answer:
    """Handing in work in parts is answered only if it could not begin; the parts answer for themselves."""

    def hear(_result: object, fault: Exception | None) -> None:
        if fault is not None:
            answer(None, fault)

    return hear
