"""The disk fills up: said in a sentence, nothing stored before is lost, and the same step can be tried again."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from simulator.session.errors import StoreError
from simulator.session.store import SessionFilter, SessionOrder
from simulator.storage.home import open_store
from simulator.storage.settings import Settings, load_settings, save_settings
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.asking import KEY, headers
from tests.storage.concert import ROBIN, begun, keep, played, session_id, some_events, timing
from tests.storage.disks import FragileDisk


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """The system refuses every write beyond this size."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def disk() -> Iterator[FragileDisk]:
    made = FragileDisk("full")
    yield made
    made.unregister()


def test_a_full_disk_refuses_the_step_and_takes_it_once_there_is_room(tmp_path: Path, disk: FragileDisk) -> None:
    store = SqliteSessionStore(tmp_path / "sessions.sqlite3", vfs="full")
    store.add_person(ROBIN)
    session = keep(store, played(1, steps=1))
    before = store.load(session)
    disk.room = 0
    for refused in (
        lambda: store.append(session, some_events(1)[1], timing(2)),
        lambda: keep(store, begun(2)),
        lambda: store.add_person(ROBIN),
        lambda: store.erase(session),
    ):
        with pytest.raises(StoreError, match="disk is full"):
            refused()
    assert store.load(session) == before
    assert len(headers(store)) == 1
    assert store.faults() == ()
    disk.room = None
    store.append(session, some_events(1)[1], timing(2))
    assert store.load(session).events[1:] == some_events(1)[:2]
    assert store.faults() == ()
    store.close()


def test_a_session_has_ended_although_its_log_cannot_be_brought_in_now(tmp_path: Path, disk: FragileDisk) -> None:
    store = SqliteSessionStore(tmp_path / "sessions.sqlite3", vfs="full")
    store.add_person(ROBIN)
    whole = played(1)
    # As much as a session needs is in the log already, so that only the file would have to grow.
    session = keep(store, played(2))
    store.checkpoint()
    keep(store, played(1, steps=len(whole.events) - 2))
    disk.only_the_log_may_grow = True
    header = store.append(session_id(1), whole.events[-1], timing(24))
    assert header.ended
    disk.only_the_log_may_grow = False
    store.checkpoint()
    assert store.load(session_id(1)).events == tuple(whole.events)
    assert store.load(session).header.ended
    assert store.faults() == ()
    store.close()


def test_a_write_that_the_system_refuses_is_told_in_words(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    session = keep(store, played(1, steps=1))
    size = (tmp_path / "sessions.sqlite3-wal").stat().st_size
    with files_no_longer_than(size), pytest.raises(StoreError, match="disk did not take") as refused:
        store.append(session, some_events(1)[1], timing(2))
    assert str(tmp_path) in str(refused.value)
    store.append(session, some_events(1)[1], timing(2))
    store.close()
    again = open_store(tmp_path)
    assert again.load(session).events[1:] == some_events(1)[:2]
    again.close()


def test_a_store_cannot_begin_on_a_full_disk_and_can_later(tmp_path: Path) -> None:
    with files_no_longer_than(100), pytest.raises(StoreError, match=str(tmp_path)):
        open_store(tmp_path)
    store = open_store(tmp_path)
    assert store.query(SessionFilter(), SessionOrder.NEWEST, KEY).headers == ()
    store.close()


def test_settings_stay_as_they_were_when_the_disk_is_full(tmp_path: Path) -> None:
    save_settings(tmp_path, Settings(name="Robin"))
    with files_no_longer_than(10), pytest.raises(StoreError, match="cannot be saved"):
        save_settings(tmp_path, Settings(name="Kim"))
    assert load_settings(tmp_path) == Settings(name="Robin")
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]
