"""Sessions of every edition are read, told and scored for ever as they were told on their day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from simulator.services.stored_sessions import Trust
from simulator.session.codec import decode
from simulator.session.edition import EDITION, RULES
from simulator.session.engine import Session
from simulator.session.events import Chose, Started, StayedSilent, Tagged
from simulator.session.first_edition import session_id
from simulator.session.record import recorded
from simulator.session.store import INTERRUPTED
from simulator.storage.sqlite import MemorySessionStore, SqliteSessionStore
from tests.editions.freeze import head_of
from tests.editions.frozen import (
    BROUGHT_OVER,
    FrozenCourse,
    courses,
    every_scenario,
    first_logs,
    lay_out,
    left_behind,
    told,
)
from tests.editions.opening import keep, shown
from tests.editions.telling import told_of

EDITIONS = left_behind()
FROZEN_COURSES = [(edition, course) for edition in EDITIONS for course in courses(edition)]
EACH = pytest.mark.parametrize(
    ("edition", "course"),
    FROZEN_COURSES,
    ids=[f"{edition}-{number}" for number, (edition, _) in enumerate(FROZEN_COURSES)],
)


@EACH
def test_a_frozen_session_is_told_and_scored_as_it_was(edition: int, course: FrozenCourse) -> None:
    assert head_of(course.bodies).hex() == course.head
    events = [decode(body) for body in course.bodies]
    scenario = every_scenario()[course.scenario]
    assert told_of(recorded(scenario, events)) == course.told
    started = events[0]
    assert isinstance(started, Started)
    assert (started.edition, started.texts) == (edition, scenario.digest)
    if edition == EDITION:
        assert started.rules == RULES
        assert told_of(Session.replay(scenario, events).transcript()) == course.told


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_store_opens_the_frozen_sessions_of_every_edition(edition: int) -> None:
    store = MemorySessionStore()
    kept = {
        keep(store, every_scenario()[course.scenario], [decode(body) for body in course.bodies]): course.told
        for course in courses(edition)
    }
    found = shown(store)
    assert len(kept) > 15
    for id_, then in kept.items():
        if found[id_]["verdict"] == "interrupted" and then["verdict"] is None:
            continue
        assert found[id_]["told"] == then
        assert found[id_]["trust"] == (Trust.VERIFIED if edition == EDITION else Trust.RECORDED)


def steps(store: SqliteSessionStore) -> list[tuple[bytes, bytes]]:
    """All bodies in a store, and their links."""
    return [(body, link) for body, link in store._connection.execute("SELECT body, link FROM events ORDER BY step")]


def test_sessions_that_were_brought_over_while_their_rules_stood_are_told_as_then(tmp_path: Path) -> None:
    """Their steps are the first edition's, byte for byte; what the patient answered stands beside them."""
    then = {session_id(log.links[0]): (was, log) for was, log in zip(told(1), first_logs(), strict=True)}
    with closing(SqliteSessionStore(lay_out(1, tmp_path, BROUGHT_OVER))) as store:
        assert store.faults() == ()
        before, found = steps(store), shown(store)
        assert {now["verdict"] for now in found.values()} >= {"repaired", "partly", "left", "stopped", INTERRUPTED}
        for id_, now in found.items():
            was, log = then[id_]
            assert set(zip(log.bodies, log.links, strict=True)) <= set(before)
            assert (now["trust"], now["goes on"], now["prices"]) == (Trust.RECORDED, False, {})
            assert now["told"]["course"] == was["course"]
            assert now["told"]["parting"] == was["parting"]
            assert now["verdict"] == (was["verdict"] or INTERRUPTED)
            assert len(now["scores kept"]) == 10
        assert set(before) < set(steps(store)), "only what was unfinished was closed"
        assert store.faults() == ()


def every_event() -> Iterator[object]:
    for _, course in FROZEN_COURSES:
        yield from (decode(body) for body in course.bodies)


def test_what_was_frozen_holds_everything_that_a_session_can_hold() -> None:
    events = list(every_event())
    starts = [event for event in events if isinstance(event, Started)]
    silences = [event for event in events if isinstance(event, StayedSilent)]
    assert {start.difficulty for start in starts} == {1, 2, 3}
    assert {str(start.mode) for start in starts} == {"learn", "practise"}
    assert {start.origin is None for start in starts} == {True, False}
    assert any(start.met for start in starts)
    assert {event.ran_out for event in silences} == {True, False}
    assert any(event.offered for event in events if isinstance(event, Chose))
    assert any(isinstance(a, Tagged) and isinstance(b, Tagged) for a, b in pairwise(events))
    verdicts = {course.told["verdict"] for _, course in FROZEN_COURSES}
    assert verdicts >= {None, "stopped", "repaired", "partly", "unresolved", "quiet-drop-out", "left"}
