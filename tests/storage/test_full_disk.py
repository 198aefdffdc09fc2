"""The disk fills up: said in a sentence, nothing stored before is lost, and the same step can be tried again."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from simulator.session import StoreError
from simulator.storage import Settings, SqliteSessionStore, load_settings, open_store, save_settings
from tests.storage.concert import SOURCES, concert, some_actions, started
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


def test_a_full_disk_refuses_the_step_and_takes_it_once_there_is_room(tmp_path: Path) -> None:
    disk = FragileDisk("full")
    store = SqliteSessionStore(tmp_path / "sessions.sqlite3", vfs="full")
    try:
        session = store.create(started(), "The concert", concert().path, SOURCES)
        first, second, *_ = some_actions()
        store.append(session, first)
        disk.room = 0
        with pytest.raises(StoreError, match="disk is full"):
            store.append(session, second)
        with pytest.raises(StoreError, match="disk is full"):
            store.create(started(), "The concert", concert().path, SOURCES)
        assert store.load(session).events == (started(), first)
        assert len(store.sessions()) == 1
        disk.room = None
        store.append(session, second)
        assert store.load(session).events == (started(), first, second)
    finally:
        store.close()
        disk.unregister()


def test_a_write_that_the_system_refuses_is_told_in_words(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    session = store.create(started(), "The concert", concert().path, SOURCES)
    store.append(session, some_actions()[0])
    size = max(file.stat().st_size for file in tmp_path.iterdir())
    with files_no_longer_than(size), pytest.raises(StoreError, match="disk did not take") as refused:
        store.append(session, some_actions()[1])
    assert str(tmp_path) in str(refused.value)
    store.append(session, some_actions()[1])
    store.close()
    again = open_store(tmp_path)
    assert again.load(session).events == (started(), *some_actions()[:2])
    again.close()


def test_a_store_cannot_begin_on_a_full_disk_and_can_later(tmp_path: Path) -> None:
    with files_no_longer_than(100), pytest.raises(StoreError, match=str(tmp_path)):
        open_store(tmp_path)
    store = open_store(tmp_path)
    assert store.sessions() == ()
    store.close()


def test_settings_stay_as_they_were_when_the_disk_is_full(tmp_path: Path) -> None:
    save_settings(tmp_path, Settings(name="Robin"))
    with files_no_longer_than(10), pytest.raises(StoreError, match="cannot be saved"):
        save_settings(tmp_path, Settings(name="Kim"))
    assert load_settings(tmp_path) == Settings(name="Robin")
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]
