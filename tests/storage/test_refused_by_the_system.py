"""What a person is told where the operating system refuses, and that what was there before stays."""

from __future__ import annotations

import errno
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from simulator.operating_system import THIS_SYSTEM, OperatingSystem
from simulator.scenario.library_index import save_index
from simulator.session.errors import StoreError, StoreInUse
from simulator.storage.backups import Reason, backups_of, copy_stepwise, restore
from simulator.storage.files import replace_file
from simulator.storage.lock import FolderLock
from simulator.storage.private_files import begin_private, make_private
from simulator.storage.settings import Settings, load_settings, save_settings
from simulator.storage.sqlite import SqliteSessionStore
from tests.refusing_system import RefusingSystem
from tests.services.desks import KIM, NOON_MS


@pytest.mark.parametrize(
    ("system", "kind", "told"),
    [
        (RefusingSystem(lock=errno.EAGAIN), StoreInUse, "Attune is already open with the data folder"),
        (RefusingSystem(lock=errno.EACCES), StoreInUse, "Attune is already open with the data folder"),
        (RefusingSystem(lock=errno.ENOLCK), StoreError, "cannot be locked: No locks available."),
        (RefusingSystem(open_for_lock=errno.EACCES), StoreError, "cannot be written: Permission denied."),
        (RefusingSystem(open_for_lock=errno.EROFS), StoreError, "cannot be written: Read-only file system."),
    ],
)
def test_a_lock_that_is_refused_says_why_and_a_later_one_is_given(
    tmp_path: Path, system: RefusingSystem, kind: type[StoreError], told: str
) -> None:
    with pytest.raises(StoreError) as refused:
        FolderLock(tmp_path, system)
    assert type(refused.value) is kind
    assert told in str(refused.value.message)
    assert str(tmp_path) in str(refused.value.message)
    FolderLock(tmp_path).release()


@pytest.mark.parametrize(
    ("system", "reason"),
    [
        (RefusingSystem(sync=errno.ENOSPC), "No space left on device"),
        (RefusingSystem(put_in_place=errno.EACCES), "Permission denied"),
        (RefusingSystem(put_in_place=errno.EBUSY), "Device or resource busy"),
    ],
)
def test_settings_that_cannot_be_written_say_why_and_stay_as_they_were(
    tmp_path: Path, system: RefusingSystem, reason: str
) -> None:
    save_settings(tmp_path, Settings(name="Kim"))
    with pytest.raises(StoreError) as refused:
        save_settings(tmp_path, Settings(name="Robin"), system)
    assert str(refused.value.message) == f"The settings cannot be saved in “{tmp_path}”: {reason}."
    assert load_settings(tmp_path).name == "Kim"
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


def test_rights_that_cannot_be_kept_leave_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_bytes(b"old")
    with pytest.raises(PermissionError):
        replace_file(file, b"new", keep_rights=True, system=RefusingSystem(set_rights=errno.EPERM))
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_rights_of_a_foreign_disk_that_cannot_be_taken_do_not_end_the_program(tmp_path: Path) -> None:
    file = tmp_path / "sessions.sqlite3"
    file.write_bytes(b"x")
    file.chmod(0o644)
    make_private(file, RefusingSystem(set_rights=errno.EPERM))
    begin_private(tmp_path / "new", RefusingSystem(make_new=errno.EROFS))
    assert file.read_bytes() == b"x"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The store of somebody called Kim, closed."""
    path = tmp_path / "sessions.sqlite3"
    with closing(SqliteSessionStore(path)) as opened:
        opened.add_person(KIM)
    return path


def copied(store: Path, system: OperatingSystem) -> None:
    with closing(apsw.Connection(str(store))) as connection:
        for _ in copy_stepwise(connection, store, Reason.ASKED, NOON_MS, system):
            pass


@pytest.mark.parametrize("act", ["sync", "put_in_place"])
def test_a_backup_that_cannot_be_finished_says_why_and_leaves_no_half(store: Path, act: str) -> None:
    with pytest.raises(StoreError) as refused:
        copied(store, RefusingSystem(**{act: errno.ENOSPC}))
    assert "No space left on device" in str(refused.value.message)
    assert list((store.parent / "backups").iterdir()) == []


@pytest.mark.parametrize("act", ["sync", "put_in_place", "copy"])
def test_a_backup_that_cannot_be_put_back_says_why_and_the_store_stays(store: Path, act: str) -> None:
    copied(store, THIS_SYSTEM)
    (copy,) = (one.name for one in backups_of(store))
    with pytest.raises(StoreError) as refused:
        restore(store, copy, NOON_MS + 1, RefusingSystem(**{act: errno.EACCES}))
    assert "Permission denied" in str(refused.value.message)
    with closing(SqliteSessionStore(store)) as opened:
        assert opened.people() == (KIM,)
    assert list(store.parent.glob("*.restoring*")) == []


def test_an_index_that_cannot_be_written_is_done_without_and_nothing_is_left_of_it(tmp_path: Path) -> None:
    for act in ("begin_beside", "put_in_place"):
        save_index(tmp_path / "index.json", "stamp", {}, RefusingSystem(**{act: errno.EROFS}))
    assert list(tmp_path.iterdir()) == []
