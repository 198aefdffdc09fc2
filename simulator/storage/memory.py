"""Sessions kept in memory only: for trying a scenario out, and for tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.session import Action, SessionEvent, SessionHeader, SessionId, Started, StoredSession, StoreError


@dataclass(slots=True)
class _Kept:
    started: Started
    title: str
    path: str
    sources: dict[str, str]
    actions: list[Action] = field(default_factory=list)
    verdict: str = ""


class MemorySessionStore:
    """A ``SessionStore`` that forgets everything when the program ends."""

    def __init__(self) -> None:
        self._sessions: dict[SessionId, _Kept] = {}
        self._last = 0
        self._closed = False

    def create(self, started: Started, title: str, path: str, sources: Mapping[str, str]) -> SessionId:
        """Begin a session, pinned to the scenario's texts."""
        self._check_open()
        self._last += 1
        session = SessionId(self._last)
        self._sessions[session] = _Kept(started, title, path, dict(sources))
        return session

    def append(self, session: SessionId, action: Action) -> None:
        """Add one step."""
        self._kept(session).actions.append(action)

    def close_session(self, session: SessionId, verdict: str) -> None:
        """Note what a session came to, for lists."""
        self._kept(session).verdict = verdict

    def load(self, session: SessionId) -> StoredSession:
        """A whole session; raises ``StoreError`` if it is unknown."""
        kept = self._kept(session)
        events: tuple[SessionEvent, ...] = (kept.started, *kept.actions)
        return StoredSession(_header(session, kept), events, kept.path, dict(kept.sources))

    def sessions(self, trainee: str | None = None) -> tuple[SessionHeader, ...]:
        """All sessions (of one trainee), newest first."""
        self._check_open()
        newest_first = reversed(self._sessions.items())
        return tuple(_header(s, kept) for s, kept in newest_first if trainee in (None, kept.started.trainee))

    def erase(self, session: SessionId) -> None:
        """Delete a session."""
        self._kept(session)
        del self._sessions[session]

    def close(self) -> None:
        """Let go of the store; later calls raise ``StoreError``."""
        self._closed = True

    def _kept(self, session: SessionId) -> _Kept:
        self._check_open()
        try:
            return self._sessions[session]
        except KeyError:
            raise StoreError(f"There is no session {session} in this store.") from None

    def _check_open(self) -> None:
        if self._closed:
            raise StoreError("The store of sessions is closed.")


def _header(session: SessionId, kept: _Kept) -> SessionHeader:
    return SessionHeader(session, kept.started, kept.title, len(kept.actions), kept.verdict)
