"""Files that nobody else may read: all that the program makes, from their first moment on, in whatever folder they lie."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from simulator.storage.backups import Reason
from simulator.storage.cache import Cache
from simulator.storage.home import STORE_FILE, keep_private, open_store
from simulator.storage.private_files import is_private, make_private
from simulator.storage.settings import Settings, save_settings
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.concert import keep, played


@pytest.fixture
def open_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that everybody may look into, of a user whose files everybody may read."""
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o755)
    before = os.umask(0o000)
    yield folder
    os.umask(before)


def rights(folder: Path) -> dict[str, int]:
    """The rights of everything in a folder."""
    return {
        str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path != folder
    }


def test_all_files_are_private_in_a_folder_that_is_not(open_folder: Path) -> None:
    with closing(open_store(open_folder)) as store:
        keep(store, played(1, steps=2))
        save_settings(open_folder, Settings(name="Robin"))
        Cache(open_folder / "cache").put("aa", b"prices")
        during = [rights(open_folder) for _ in store.back_up(Reason.ASKED, 1_790_000_000_000)]
        found = rights(open_folder)
    folders = {name: mode for name, mode in found.items() if name in ("backups", "cache")}
    files = {name: mode for name, mode in found.items() if name not in folders}
    assert set(files) == {
        *(STORE_FILE, f"{STORE_FILE}-wal", f"{STORE_FILE}-shm", "attune.lock", "settings.json", "cache/aa.kept"),
        "backups/sessions-20260921T141320000-asked.sqlite3",
    }
    assert set(files.values()) == {0o600}
    assert set(folders.values()) == {0o700}
    assert all(mode in (0o600, 0o700) for moment in during for mode in moment.values())
    assert stat.S_IMODE(open_folder.stat().st_mode) == 0o755
    assert not keep_private(open_folder)


def test_files_of_an_earlier_program_become_private(open_folder: Path) -> None:
    open_store(open_folder).close()
    save_settings(open_folder, Settings(name="Robin"))
    (open_folder / "backups").mkdir(mode=0o755)
    for name in ("backups/sessions-20260101T000000000-asked.sqlite3", "library-index.json", "my-letters.txt"):
        (open_folder / name).write_text("")
    for file in open_folder.rglob("*"):
        if file.is_file():
            file.chmod(0o644)
    open_store(open_folder).close()
    found = rights(open_folder)
    assert found.pop("my-letters.txt") == 0o644
    assert found.pop("backups") == 0o755
    assert set(found.values()) == {0o600}
    assert len(found) == 5


def test_a_store_makes_its_own_files_private_without_the_folder_being_looked_at(open_folder: Path) -> None:
    path = open_folder / STORE_FILE
    SqliteSessionStore(path).close()
    path.chmod(0o666)
    with closing(SqliteSessionStore(path)):
        assert set(rights(open_folder).values()) == {0o600}


def test_a_folder_of_our_own_is_private(tmp_path: Path) -> None:
    open_store(tmp_path / "own").close()
    assert stat.S_IMODE((tmp_path / "own").stat().st_mode) == 0o700
    assert keep_private(tmp_path / "own")


@pytest.mark.parametrize(("before", "after"), [(0o644, 0o600), (0o444, 0o400), (0o777, 0o700), (0o600, 0o600)])
def test_only_the_rights_of_others_are_taken(tmp_path: Path, before: int, after: int) -> None:
    file = tmp_path / "file"
    file.touch()
    file.chmod(before)
    assert is_private(file) == (before == after)
    make_private(file)
    assert stat.S_IMODE(file.stat().st_mode) == after
    assert is_private(file)


def test_what_is_not_there_is_private_and_stays_away(tmp_path: Path) -> None:
    make_private(tmp_path / "nothing")
    assert is_private(tmp_path / "nothing")
    assert list(tmp_path.iterdir()) == []
