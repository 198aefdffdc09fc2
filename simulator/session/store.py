"""Where sessions are kept: the face that every store shows, whatever is behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NewType, Protocol

from simulator.session.errors import ServiceError
from simulator.session.events import Action, SessionEvent, Started

SessionId = NewType("SessionId", int)


class StoreError(ServiceError):
    """The store cannot do what was asked; the text says why and what can be done."""


class StoreInUse(StoreError):
    """Another program has this data folder open."""


@dataclass(frozen=True, slots=True)
class SessionHeader:
    """One line of a list of sessions; ``verdict`` is empty while a session is open."""

    id: SessionId
    started: Started
    title: str
    steps: int
    verdict: str


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session as stored: its events, and the texts of the scenario it is pinned to."""

    header: SessionHeader
    events: tuple[SessionEvent, ...]
    path: str
    sources: Mapping[str, str]


class SessionStore(Protocol):
    """Keeps sessions; what a call has returned from survives a crash."""

    def create(self, started: Started, title: str, path: str, sources: Mapping[str, str]) -> SessionId:
        """Begin a session, pinned to the scenario's texts (by path below the root; ``path`` is the scenario's own)."""

    def append(self, session: SessionId, action: Action) -> None:
        """Add one step; it is on disk when this returns."""

    def close_session(self, session: SessionId, verdict: str) -> None:
        """Note what a session came to, for lists; derived from its events and never trusted for scores."""

    def load(self, session: SessionId) -> StoredSession:
        """A whole session; raises ``StoreError`` if it is unknown or its chain of hashes is broken."""

    def sessions(self, trainee: str | None = None) -> tuple[SessionHeader, ...]:
        """All sessions (of one trainee), newest first."""

    def erase(self, session: SessionId) -> None:
        """Delete a session and texts that no other session is pinned to."""

    def close(self) -> None:
        """Let go of the store; later calls raise ``StoreError``."""
