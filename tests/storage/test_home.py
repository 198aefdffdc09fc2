"""Where the data folder is, and what is said when it cannot be used."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from simulator.session.errors import StoreError, StoreInUse
from simulator.storage.home import STORE_FILE, data_folder, open_store
from simulator.storage.settings import Settings, save_settings
from simulator.storage.sqlite import SqliteSessionStore
from tests.privileges import as_an_ordinary_user
from tests.storage.concert import ROBIN, begun, keep, played


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A folder that everybody can read and nobody can write; it holds a store."""
    with tempfile.TemporaryDirectory() as outer:
        Path(outer).chmod(0o755)
        folder = Path(outer) / "attune"
        open_store(folder).close()
        folder.chmod(0o555)
        for file in folder.iterdir():
            file.chmod(0o444)
        yield folder
        folder.chmod(0o755)


def test_the_folder_that_is_named_is_made_for_its_owner_only(tmp_path: Path) -> None:
    folder = data_folder({"ATTUNE_HOME": str(tmp_path / "far" / "away")})
    assert folder == tmp_path / "far" / "away"
    assert folder.stat().st_mode & 0o777 == 0o700


def test_without_a_name_it_is_the_users_own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    for environ in ({}, {"ATTUNE_HOME": ""}):
        folder = data_folder(environ)
        assert folder.is_dir()
        assert folder.is_relative_to(tmp_path)
        assert "Attune" in folder.parts


def test_a_folder_in_the_home_may_be_named_with_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder({"ATTUNE_HOME": "~/practice"}) == tmp_path / "practice"


@pytest.mark.parametrize("below", ["", "further"])
def test_a_file_in_the_way_is_named(tmp_path: Path, below: str) -> None:
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(StoreError, match="a file is in the way"):
        data_folder({"ATTUNE_HOME": str(tmp_path / "taken" / below)})


def test_a_folder_that_may_not_be_made_is_named(read_only: Path) -> None:
    with as_an_ordinary_user(), pytest.raises(StoreError, match="cannot be created: Permission denied"):
        data_folder({"ATTUNE_HOME": str(read_only / "new")})


def test_a_read_only_folder_is_refused_in_words(read_only: Path) -> None:
    with as_an_ordinary_user(), pytest.raises(StoreError, match=f"“{read_only}” cannot be written: Permission denied"):
        open_store(read_only)
    with as_an_ordinary_user(), pytest.raises(StoreError, match="cannot be saved"):
        save_settings(read_only, Settings())


def test_a_read_only_store_is_refused_in_words(read_only: Path) -> None:
    (read_only / "attune.lock").chmod(0o666)
    with as_an_ordinary_user(), pytest.raises(StoreError, match="cannot be opened for writing"):
        open_store(read_only)


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "sessions.sqlite3"
    file.write_bytes(b"%PDF-1.7 and so on" * 100)
    with pytest.raises(StoreError, match="not a store of conversations"):
        open_store(tmp_path)
    assert file.read_bytes() == b"%PDF-1.7 and so on" * 100


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "sessions.sqlite3"
    other = apsw.Connection(str(file))
    other.execute("CREATE TABLE cookies (name TEXT)")
    other.close()
    before = file.read_bytes()
    with pytest.raises(StoreError, match="database of another program"):
        open_store(tmp_path)
    assert file.read_bytes() == before


def test_a_store_is_opened_so_that_a_power_cut_loses_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    asked = (
        "journal_mode",
        "synchronous",
        "foreign_keys",
        "busy_timeout",
        "fullfsync",
        "secure_delete",
        "trusted_schema",
    )
    found = {name: store._connection.execute(f"PRAGMA {name}").get for name in asked}
    store.close()
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "fullfsync": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
    }


def test_a_file_held_by_another_program_is_told_in_words(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store, closing(apsw.Connection(str(tmp_path / STORE_FILE))) as browser:
        store._connection.set_busy_timeout(1)
        browser.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreInUse, match="Another program is working on"):
            keep(store, begun(1))
        browser.execute("ROLLBACK")
        keep(store, begun(1))


def test_a_copy_of_the_file_holds_every_conversation_that_has_ended(tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / STORE_FILE
    copy.parent.mkdir()
    with closing(open_store(tmp_path)) as store:
        store.add_person(ROBIN)
        for seed in range(3):
            session = keep(store, played(seed))
            shutil.copy(tmp_path / STORE_FILE, copy)
            with closing(SqliteSessionStore(copy)) as copied:
                assert copied.load(session) == store.load(session)
                assert copied.faults() == ()


def test_a_copy_of_the_file_is_a_store_from_the_first_moment_on(tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    with closing(open_store(tmp_path)):
        shutil.copy(tmp_path / STORE_FILE, copy)
        with closing(apsw.Connection(str(copy))) as copied:
            assert copied.execute("SELECT count(*) FROM sessions").get == 0


def test_an_ended_conversation_has_ended_although_another_program_reads_the_log(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store, closing(apsw.Connection(str(tmp_path / STORE_FILE))) as browser:
        keep(store, played(2, steps=3))
        browser.execute("BEGIN")
        browser.execute("SELECT count(*) FROM events").fetchall()
        waited: list[int] = []

        def wait(times: int) -> bool:
            waited.append(times)
            return False

        store._connection.set_busy_handler(wait)
        assert store.load(keep(store, played(1))).header.ended
        assert waited == [], "nobody waits for a program that only reads"
