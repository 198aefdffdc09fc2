"""A conversation at the screen: what is done in it is kept before anybody sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.scenario.document import Scenario
    from simulator.session.actions import Action
    from simulator.session.engine import Considered, Session
    from simulator.session.events import Timing
    from simulator.session.ids import SessionId
    from simulator.session.store import SessionHeader, SessionStore
    from simulator.session.transcript import Transcript


class Play:
    """A session that is being played.

    A step has three parts: ``consider`` works it out, ``keep`` stores it (on the store's thread), ``settle`` makes it what
    has happened. Between the first and the last it is pending, and nothing else is taken.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self._pending: Considered | None = None

    @property
    def id(self) -> SessionId:
        """The session's id in the store."""
        return self.session.started.session

    @property
    def scenario(self) -> Scenario:
        """The scenario that is being played."""
        return self.session.script.scenario

    @property
    def pending(self) -> bool:
        """Whether a step is on its way to the store."""
        return self._pending is not None

    def consider(self, action: Action) -> Considered | None:
        """Work a step out, which is pending from then on; ``None`` where another is. Raises ``ServiceError``."""
        if self._pending is not None:
            return None
        self._pending = self.session.consider(action)
        return self._pending

    def keep(self, store: SessionStore, found: Considered, timing: Timing) -> SessionHeader:
        """Store a step; raises ``StoreError`` with nothing kept."""
        return store.append(self.id, found.event, timing)

    def settle(self, found: Considered) -> None:
        """The step was stored: now it has happened."""
        self.session.settle(found)
        self._pending = None

    def forget(self) -> None:
        """The pending step could not be stored: it did not happen."""
        self._pending = None

    def transcript(self) -> Transcript:
        """The session so far."""
        return self.session.transcript()
