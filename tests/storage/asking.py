"""What the tests of stores ask them over and over."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from simulator.session.engine import Session, start
from simulator.session.events import Origin, SessionEvent, Started
from simulator.session.ids import SessionId
from simulator.session.store import MeasureKey, Person, SessionFilter, SessionHeader, SessionOrder, SessionStore
from simulator.session.vocabulary import Mode
from tests.storage.concert import (
    ROBIN,
    an_action,
    begun,
    keep,
    script,
    session_id,
)

KEY = MeasureKey(1, "0123456789abcdef0123456789abcdef")


def begin(store: SessionStore, number: int = 1, trainee: Person = ROBIN) -> SessionId:
    """A session that has only begun."""
    return keep(store, begun(number, trainee.id))


def headers(store: SessionStore, wanted: SessionFilter | None = None) -> tuple[SessionHeader, ...]:
    """The newest sessions of a store."""
    return store.query(wanted or SessionFilter(), SessionOrder.NEWEST, KEY, size=1000).headers


def forked(
    store: SessionStore, parent: SessionId, step: int, number: int = 900, like: Started | None = None
) -> Started:
    """The start of a fork from a step of a session of the concert, or ``like`` the start of another scenario's."""
    first = like or start(script(), Mode.PRACTISE, 4, trainee=ROBIN.id, attune="0.2.0", day="2026-09-22")
    origin = Origin(parent, step, store.link_before(parent, step))
    begins = store.load(parent).started.outcome
    return replace(first, session=session_id(number), origin=origin, outcome=begins)


def played_on(session: Session) -> Iterator[SessionEvent]:
    """What happens when a session is gone on with to its end."""
    rng = random.Random(1)
    while not session.ended:
        session.act(an_action(session, rng))
        yield session.events[-1]


def replace_scenario(session: Session, scenario: str) -> Session:
    """The same session as one of another scenario."""
    session.events[0] = session.started = replace(session.started, scenario=scenario)
    return session
