"""The one door to the store: one leaf changes and says what changed, the other asks. The window never waits behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from simulator.alliance.codes import Code
from simulator.messages.sentences.window import PROGRAM_FAULT
from simulator.session.errors import ServiceError

T = TypeVar("T")

PATIENCE_MS: Final = 1_000
"""After so long without an answer the window says that it waits."""


class Topic(Code):
    """What a change can have changed; whoever shows it looks again."""

    SESSIONS = "sessions"
    MEASURES = "measures"
    PEOPLE = "people"
    REMARKS = "remarks"
    BACKUPS = "backups"


class Hands(Protocol):
    """Who does the jobs: the store's owner, on a thread of its own."""

    def do(self, job: Callable[[Any], Any], answer: Callable[[Any, Exception | None], None]) -> None:
        """Do a job and answer with its result or its fault."""

    def do_in_parts(self, parts: Callable[[Any], Any], answer: Callable[[Any, Exception | None], None]) -> None:
        """Do work in parts, while nothing more urgent waits."""

    def reopen(self, between: Callable[[], None], answer: Callable[[Any, Exception | None], None]) -> None:
        """Close the store, do something with its file, and open it again."""


class StoreDoor(QObject):
    """Hands jobs in and brings answers to the window's thread.

    Every asker hears the answer to its newest question only, and none once it is gone. Impossible requests come back as
    ``ServiceError``; any other error is a bug and is raised on the window's thread.
    """

    changed = Signal(Topic)
    reopened = Signal()
    """The file of the store was let go and taken again: all of it may be other than before, even where that was refused."""
    waiting = Signal(bool)
    """True once an answer has been waited for longer than ``PATIENCE_MS``; false when it came."""
    _answered = Signal(object, object, object)

    def __init__(self, hands: Hands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._newest: dict[int, int] = {}
        self._tickets = 0
        self._open = 0
        self._waiting = False
        # A direct call where the answer is there at once, and through the event loop from the store's thread.
        self._answered.connect(self._hear)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._lose_patience)

    def ask(
        self,
        asker: QObject,
        job: Callable[[Any], T],
        done: Callable[[T], None],
        failed: Callable[[ServiceError], None],
    ) -> None:
        """Ask the store something; a newer question of the same asker makes this one stale."""
        self._tickets += 1
        self._newest[id(asker)] = self._tickets
        request = _Request(asker, done, failed, ticket=self._tickets)
        self._hand_in(lambda answer: self._hands.do(job, answer), request)

    def change(
        self,
        asker: QObject,
        job: Callable[[Any], T],
        done: Callable[[T], None],
        failed: Callable[[ServiceError], None],
        *topics: Topic,
    ) -> None:
        """Change the store; once that is kept, everybody hears what changed."""
        self._hand_in(lambda answer: self._hands.do(job, answer), _Request(asker, done, failed, topics))

    def change_in_parts(
        self,
        asker: QObject,
        parts: Callable[[Any], Any],
        done: Callable[[Any], None],
        failed: Callable[[ServiceError], None],
        *topics: Topic,
    ) -> None:
        """Change something in parts, between which other jobs are done."""
        self._hand_in(
            lambda answer: self._hands.do_in_parts(parts, answer), _Request(asker, done, failed, topics), patient=True
        )

    def reopen(
        self,
        asker: QObject,
        between: Callable[[], None],
        done: Callable[[Any], None],
        failed: Callable[[ServiceError], None],
    ) -> None:
        """Let go of the store, do something with its file, and take it again; all of it may have changed."""
        request = _Request(asker, done, failed, tuple(Topic))
        request.reopens = True
        # Whoever asked says what is being done; it is nobody else's fault that it takes its time.
        self._hand_in(lambda answer: self._hands.reopen(between, answer), request, patient=True)

    def _hand_in(
        self,
        hand_in: Callable[[Callable[[Any, Exception | None], None]], None],
        request: _Request,
        *,
        patient: bool = False,
    ) -> None:
        request.patient = patient
        if not patient:
            self._open += 1
            if not self._patience.isActive():
                self._patience.start()
        hand_in(lambda result, fault: self._answer(request, result, fault))

    def _answer(self, request: _Request, result: Any, fault: Exception | None) -> None:
        # Called on the store's thread; the window may have been closed meanwhile.
        if isValid(self):
            self._answered.emit(request, result, fault)

    def _hear(self, request: _Request, result: Any, fault: Exception | None) -> None:
        if not request.patient:
            self._answer_came()
        if fault is None:
            for topic in request.topics:
                self.changed.emit(topic)
        try:
            self._tell(request, result, fault)
        finally:
            if request.reopens:
                self.reopened.emit()

    def _tell(self, request: _Request, result: Any, fault: Exception | None) -> None:
        """Tell whoever asked, if they are still there and have not asked anew."""
        stale = request.ticket and self._newest.get(id(request.asker)) != request.ticket
        if stale or not isValid(request.asker):
            return
        if fault is None:
            request.done(result)
        elif isinstance(fault, ServiceError):
            request.failed(fault)
        else:
            # Whoever asked is not left waiting; the bug itself is reported.
            request.failed(ServiceError(PROGRAM_FAULT()))
            raise fault

    def _answer_came(self) -> None:
        self._open -= 1
        if self._open == 0:
            self._patience.stop()
        else:
            self._patience.start()
        if self._waiting:
            self._waiting = False
            self.waiting.emit(False)

    def _lose_patience(self) -> None:
        if self._open and not self._waiting:
            self._waiting = True
            self.waiting.emit(True)


class _Request:
    """Who asked, and where the answer goes."""

    def __init__(
        self,
        asker: QObject,
        done: Callable[[Any], None],
        failed: Callable[[ServiceError], None],
        topics: tuple[Topic, ...] = (),
        ticket: int = 0,
    ) -> None:
        self.asker = asker
        self.done = done
        self.failed = failed
        self.topics = topics
        self.ticket = ticket
        self.patient = False
        self.reopens = False
