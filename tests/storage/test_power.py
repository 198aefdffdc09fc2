"""The power fails at any moment: nothing that was acknowledged is lost, and the store opens again."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from simulator.session.errors import StoreError
from simulator.session.events import SessionEvent
from simulator.session.ids import SessionId
from simulator.storage.course_rows import verdict_of
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.concert import ROBIN, concert, played, session_id, timing
from tests.storage.disks import FragileDisk


@contextmanager
def fragile_disk(*, honest: bool = True) -> Iterator[FragileDisk]:
    disk = FragileDisk("fragile", honest=honest)
    yield disk
    disk.unregister()


def play_until_dark(disk: FragileDisk, path: Path) -> dict[SessionId, list[SessionEvent]]:
    """Play session after session, reopening the store now and then; gives what was acknowledged while there was power."""
    acknowledged: dict[SessionId, list[SessionEvent]] = {}
    while disk.powered:
        store = None
        with suppress(StoreError):
            store = SqliteSessionStore(path, vfs="fragile")
            _play_one(disk, store, acknowledged, len(acknowledged))
        if store is not None:
            store.close()
    return acknowledged


def _play_one(
    disk: FragileDisk, store: SqliteSessionStore, acknowledged: dict[SessionId, list[SessionEvent]], seed: int
) -> None:
    session = played(seed)
    id_ = session.started.session
    store.create(session.started, timing(0), concert().path, concert().sources)
    if disk.powered:
        acknowledged[id_] = [session.started]
    for step, event in enumerate(session.events[1:], 1):
        store.append(id_, event, timing(step))
        if not disk.powered:
            return
        acknowledged[id_].append(event)


def after_power_cut(path: Path, changes: int, *, honest: bool = True) -> tuple[list[str], int]:
    """Cut the power after so many changes to the disk; gives what was lost or damaged, and how much was acknowledged."""
    with fragile_disk(honest=honest) as disk:
        disk.changes_left = changes
        acknowledged = play_until_dark(disk, path)
        disk.restart(random.Random(changes))
    steps = sum(map(len, acknowledged.values()))
    try:
        with closing(SqliteSessionStore(path)) as store:
            return _lost(store, acknowledged), steps
    except StoreError as fault:
        return [str(fault)], steps


def _lost(store: SqliteSessionStore, acknowledged: dict[SessionId, list[SessionEvent]]) -> list[str]:
    store.add_person(ROBIN)
    lost = [str(fault.what) for fault in store.faults()]
    for session, events in acknowledged.items():
        with suppress(StoreError):
            found = store.load(session)
            whole = found.events[: len(events)] == tuple(events) and len(found.events) <= len(events) + 1
            if whole and found.header.verdict == verdict_of(found.events):
                continue
        lost.append(f"session {session}: {len(events)} steps were acknowledged")
    _goes_on(store)
    return lost


def _goes_on(store: SqliteSessionStore) -> None:
    session = played(900, steps=3)
    store.create(session.started, timing(0), concert().path, concert().sources)
    for step, event in enumerate(session.events[1:], 1):
        store.append(session_id(900), event, timing(step))
    assert store.load(session_id(900)).events == tuple(session.events)


@pytest.mark.parametrize("changes", [*range(0, 40, 2), *range(40, 400, 15)])
def test_nothing_acknowledged_is_lost_when_the_power_goes(tmp_path: Path, changes: int) -> None:
    lost, _ = after_power_cut(tmp_path / "sessions.sqlite3", changes)
    assert lost == []


def test_the_cuts_meet_sessions_being_played(tmp_path: Path) -> None:
    _, acknowledged = after_power_cut(tmp_path / "sessions.sqlite3", 300)
    assert acknowledged > 20


def test_a_disk_that_only_claims_to_sync_does_lose_steps(tmp_path: Path) -> None:
    """Shows that the power cut above is a real one."""
    lost, _ = after_power_cut(tmp_path / "sessions.sqlite3", 300, honest=False)
    assert lost
