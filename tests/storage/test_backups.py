"""Copies of the store: whole although it is written meanwhile, checked, thinned out, and put back so that it can be undone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from simulator.session.errors import StoreDamaged, StoreError
from simulator.storage.backups import (
    KEPT,
    Reason,
    back_up_now,
    backup_folder,
    backups_of,
    copy_stepwise,
    last_backup_ms,
    restore,
    thin_out,
)
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.asking import headers
from tests.storage.concert import KIM, ROBIN, keep, played, session_id, some_events, timing
from tests.storage.crowd import crowd
from tests.storage.test_full_disk import files_no_longer_than

_NOW = 1_790_000_000_000
_NAME = "sessions.sqlite3"
_SESSIONS = 120
_IDS = range(1, _SESSIONS + 1)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that is copied in several parts."""
    path = tmp_path_factory.mktemp("made") / _NAME
    with closing(SqliteSessionStore(path)) as store:
        crowd(store, [played(seed) for seed in range(4)], _SESSIONS, 3)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / _NAME


@pytest.fixture
def store(made: Path, path: Path) -> Iterator[SqliteSessionStore]:
    shutil.copy(made, path)
    opened = SqliteSessionStore(path)
    for person in (ROBIN, KIM):
        opened.add_person(person)
    yield opened
    opened.close()


def copied(store: SqliteSessionStore, reason: Reason = Reason.ASKED, now_ms: int = _NOW) -> Path:
    """A whole backup, made at once."""
    parts = store.back_up(reason, now_ms)
    while True:
        try:
            next(parts)
        except StopIteration as done:
            found: Path = done.value
            return found


def sessions_in(path: Path, tmp_path: Path) -> dict[str, int]:
    """How many steps each session of a copy has; the copy itself stays unopened."""
    opened = Path(shutil.copy(path, tmp_path / "opened.sqlite3"))
    with closing(SqliteSessionStore(opened)) as store:
        assert store.faults() == ()
        return {header.id: store.load(header.id).header.steps for header in headers(store)}


# Making them.


def test_a_copy_is_dated_and_holds_what_the_store_holds(store: SqliteSessionStore, path: Path, tmp_path: Path) -> None:
    assert last_backup_ms(path) is None
    made = copied(store, now_ms=_NOW + 7)
    assert made.name == "sessions-20260921T141320007-asked.sqlite3"
    (backup,) = backups_of(path)
    assert (backup.path, backup.name, backup.at_ms, backup.reason, backup.sessions) == (
        made,
        made.name,
        _NOW + 7,
        Reason.ASKED,
        _SESSIONS,
    )
    assert last_backup_ms(path) == _NOW + 7
    assert sessions_in(made, tmp_path) == {session_id(n): 24 for n in _IDS}
    assert [file.name for file in backup_folder(path).iterdir()] == [made.name]


def test_a_copy_made_while_steps_are_stored_is_whole(store: SqliteSessionStore, path: Path, tmp_path: Path) -> None:
    keep(store, played(500, KIM.id, steps=1))
    parts = store.back_up(Reason.SESSION, _NOW)
    told: list[tuple[int, int]] = []
    events = some_events(500)
    for step, part in enumerate(parts, 2):
        told.append(part)
        store.append(session_id(500), events[step - 1], timing(step))
        if step % 2:
            store.checkpoint()
        if step == 3:
            keep(store, played(501))
            store.erase(session_id(3))
        assert list(backups_of(path)) == []
    assert len(told) > 3
    assert told[0][0] > 0
    assert all(left <= of for left, of in told)
    found = sessions_in(backups_of(path)[0].path, tmp_path)
    assert found[session_id(500)] == 1 + sum(left > 0 for left, _ in told)
    assert found.keys() == {session_id(n) for n in (*_IDS, 500, 501) if n != 3}
    assert store.faults() == ()


def test_what_is_deleted_while_a_copy_is_made_is_not_in_the_copy(
    store: SqliteSessionStore, path: Path, tmp_path: Path
) -> None:
    keep(store, played(500, KIM.id))
    parts = store.back_up(Reason.SESSION, _NOW)
    next(parts)
    store.erase_person(KIM.id)
    for _ in parts:
        pass
    (backup,) = backups_of(path)
    assert session_id(500) not in sessions_in(backup.path, tmp_path)
    content = backup.path.read_bytes()
    assert KIM.id.encode() not in content
    assert "Kim Ō’Neil".encode() not in content
    assert session_id(500).encode() not in content


def test_a_copy_that_is_given_up_leaves_nothing_behind(store: SqliteSessionStore, path: Path) -> None:
    parts = store.back_up(Reason.ASKED, _NOW)
    next(parts)
    assert len(list(backup_folder(path).iterdir())) > 0
    parts.close()
    assert list(backup_folder(path).iterdir()) == []
    keep(store, played(530))
    assert store.faults() == ()


def test_what_a_killed_copy_left_is_removed_by_the_next_one(store: SqliteSessionStore, path: Path) -> None:
    folder = backup_folder(path)
    folder.mkdir()
    left = ["sessions-20260101T000000000-asked.part", "sessions-20260101T000000000-asked.part-journal"]
    for name in (*left, "letter.txt"):
        (folder / name).write_bytes(b"half a copy")
    made = copied(store)
    assert {file.name for file in folder.iterdir()} == {made.name, "letter.txt"}


def test_a_copy_that_is_asked_for_while_another_is_made_waits_for_it(store: SqliteSessionStore, path: Path) -> None:
    first, second = store.back_up(Reason.SESSION, _NOW), store.back_up(Reason.ASKED, _NOW + 1)
    next(first)
    assert [next(second) for _ in range(3)] == [(1, 1)] * 3
    for _ in first:
        pass
    assert [backup.at_ms for backup in backups_of(path)] == [_NOW]
    for _ in second:
        pass
    assert [backup.at_ms for backup in backups_of(path)] == [_NOW + 1, _NOW]


def test_a_store_that_is_closed_while_it_is_copied_gives_no_copy(store: SqliteSessionStore, path: Path) -> None:
    parts = store.back_up(Reason.ASKED, _NOW)
    next(parts)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        for _ in parts:
            pass
    assert list(backup_folder(path).iterdir()) == []


def test_a_disk_that_takes_no_copy_is_told_and_the_store_goes_on(store: SqliteSessionStore, path: Path) -> None:
    with files_no_longer_than(100_000), pytest.raises(StoreError) as refused:
        copied(store)
    assert "backups" in str(refused.value)
    assert list(backup_folder(path).iterdir()) == []
    assert copied(store).is_file()
    assert store.faults() == ()


def test_a_folder_that_cannot_be_made_is_told(store: SqliteSessionStore, path: Path) -> None:
    backup_folder(path).write_text("a file is in the way")
    with pytest.raises(StoreError, match="could not be copied"):
        copied(store)
    assert backups_of(path) == ()
    assert last_backup_ms(path) is None


def test_a_damaged_store_gives_no_copy_in_the_place_of_a_sound_one(
    store: SqliteSessionStore, path: Path, tmp_path: Path
) -> None:
    store.close()
    damage(path)
    with closing(apsw.Connection(str(path))) as connection, pytest.raises(StoreError):
        back_up_now(connection, path, Reason.ASKED)
    assert list(backup_folder(path).iterdir()) == []
    assert tmp_path.is_dir()


# Which are kept.


def test_the_last_ten_are_kept_and_of_the_others_the_first_of_each_month(path: Path) -> None:
    folder = backup_folder(path)
    folder.mkdir(parents=True)
    first = datetime(2026, 1, 1, 12, tzinfo=UTC)
    names = [f"sessions-{first + timedelta(days=day):%Y%m%dT%H%M%S}000-session.sqlite3" for day in range(70)]
    for name in names:
        (folder / name).touch()
    (folder / f"{names[3]}-wal").touch()
    (folder / "letter.sqlite3").touch()
    thin_out(path)
    kept = sorted(file.name for file in folder.iterdir())
    assert kept == ["letter.sqlite3", names[0], names[31], names[59], *names[-10:]]
    assert names[59].startswith("sessions-20260301")
    assert KEPT == 10


def test_a_copy_thins_the_others_out(store: SqliteSessionStore, path: Path) -> None:
    days = [copied(store, Reason.SESSION, _NOW + day * 86_400_000) for day in range(13)]
    assert {backup.path for backup in backups_of(path)} == {days[0], *days[-10:]} | {
        day for day in days if day.name.startswith("sessions-20261001")
    }
    assert [backup.at_ms for backup in backups_of(path)] == sorted(
        (backup.at_ms for backup in backups_of(path)), reverse=True
    )


def test_what_is_no_copy_of_ours_is_not_listed(store: SqliteSessionStore, path: Path) -> None:
    made = copied(store)
    for name in ("letter.txt", "sessions-20260921-asked.sqlite3", "sessions-20260921T141320000-because.sqlite3"):
        (backup_folder(path) / name).touch()
    unreadable = backup_folder(path) / "sessions-20260101T000000000-session.sqlite3"
    unreadable.write_text("no database, " * 500)
    assert [(backup.path, backup.sessions) for backup in backups_of(path)] == [(made, _SESSIONS), (unreadable, None)]


# Putting them back.


def damage(path: Path) -> None:
    """Overwrite pages in the middle of a file."""
    content = bytearray(path.read_bytes())
    content[8192 : len(content) - 4096] = os.urandom(len(content) - 12288)
    path.write_bytes(content)


def nothing(_: Path) -> None:
    """Leave the store as it is."""


def remove(path: Path) -> None:
    path.unlink()


def scribble(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)


@pytest.mark.parametrize("harm", [nothing, damage, remove, scribble])
def test_a_copy_is_put_in_the_place_of_any_store_and_that_can_be_undone(
    store: SqliteSessionStore, path: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    name = copied(store).name
    keep(store, played(550))
    store.close()
    harm(path)
    before = path.read_bytes() if path.exists() else None
    restore(path, name, _NOW + 1000)
    assert sessions_in(path, tmp_path).keys() == {session_id(n) for n in _IDS}
    assert path.stat().st_mode & 0o777 == 0o600
    aside = [backup for backup in backups_of(path) if backup.reason is Reason.RESTORE]
    assert len(aside) == (before is not None)
    if before is not None:
        assert aside[0].at_ms == _NOW + 1000
        assert (aside[0].path.read_bytes() == before) is (harm is not nothing)
        assert aside[0].path.stat().st_mode & 0o777 == 0o600
    if harm is nothing:
        restore(path, aside[0].name, _NOW + 2000)
        assert session_id(550) in sessions_in(path, tmp_path)
        assert len(backups_of(path)) == 3
    elif harm is not remove:
        with pytest.raises(StoreError):
            restore(path, aside[0].name, _NOW + 2000)
        assert session_id(1) in sessions_in(path, tmp_path)
    assert [file.name for file in tmp_path.iterdir() if "restoring" in file.name] == []


def test_steps_that_were_only_in_the_log_are_kept_with_what_is_put_aside(
    store: SqliteSessionStore, path: Path, tmp_path: Path
) -> None:
    name = copied(store).name
    keep(store, played(550, steps=3))
    killed = tmp_path / "killed"
    killed.mkdir()
    for file in (*tmp_path.glob(f"{_NAME}*"), backup_folder(path)):
        target = killed / file.name
        shutil.copytree(file, target) if file.is_dir() else shutil.copy(file, target)
    restore(killed / _NAME, name, _NOW + 1000)
    assert sorted(file.name for file in killed.glob("sessions*")) == [_NAME]
    (aside,) = [backup for backup in backups_of(killed / _NAME) if backup.reason is Reason.RESTORE]
    assert session_id(550) in sessions_in(aside.path, tmp_path)
    restore(killed / _NAME, aside.name, _NOW + 2000)
    assert session_id(550) in sessions_in(killed / _NAME, tmp_path)


def test_the_log_of_a_damaged_store_is_never_left_beside_the_copy(
    store: SqliteSessionStore, path: Path, tmp_path: Path
) -> None:
    name = copied(store).name
    keep(store, played(550, steps=3))
    log = Path(f"{path}-wal").read_bytes()
    store.close()
    scribble(path)
    Path(f"{path}-wal").write_bytes(log)
    restore(path, name, _NOW + 1000)
    assert not Path(f"{path}-wal").exists()
    assert sessions_in(path, tmp_path).keys() == {session_id(n) for n in _IDS}


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def of_another_program(path: Path) -> None:
    path.unlink()
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("CREATE TABLE sessions (name TEXT)")


def of_a_newer_program(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("PRAGMA user_version = 99").fetchall()


def with_a_trigger(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("CREATE TRIGGER sly AFTER INSERT ON events BEGIN DELETE FROM events; END")


def damage_an_index(path: Path) -> None:
    """Overwrite a little of one page of one index, where no row is."""
    with closing(apsw.Connection(str(path))) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'sessions_by_title'").get
    assert isinstance(page, int)
    content = bytearray(path.read_bytes())
    content[page * 4096 - 90 : page * 4096 - 80] = bytes(10)
    path.write_bytes(content)


@pytest.mark.parametrize(
    "harm",
    [damage, damage_an_index, scribble, truncate, of_another_program, of_a_newer_program, with_a_trigger, remove],
)
def test_a_copy_that_is_not_whole_or_not_ours_is_refused_with_everything_as_it_was(
    store: SqliteSessionStore, path: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    made = copied(store)
    keep(store, played(550))
    store.close()
    harm(made)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    with pytest.raises(StoreError) as refused:
        restore(path, made.name, _NOW + 1000)
    assert str(refused.value)
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before
    assert session_id(550) in sessions_in(path, tmp_path)


@pytest.mark.parametrize("name", ["nothing", "", "..", f"../{_NAME}", "sessions-20260921T141320000-asked.sqlite3"])
def test_only_a_copy_that_there_is_can_be_put_back(store: SqliteSessionStore, path: Path, name: str) -> None:
    store.close()
    with pytest.raises(StoreError, match="There is no backup"):
        restore(path, name, _NOW)


def test_a_full_disk_leaves_everything_as_it_was(store: SqliteSessionStore, path: Path, tmp_path: Path) -> None:
    name = copied(store).name
    keep(store, played(550))
    store.close()
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    with files_no_longer_than(50_000), pytest.raises(StoreError):
        restore(path, name, _NOW + 1000)
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_where_nothing_can_be_put_aside_nothing_is_put_in_its_place(
    store: SqliteSessionStore, path: Path, tmp_path: Path
) -> None:
    made = copied(store)
    keep(store, played(550))
    store.close()
    (made.parent / f"sessions-20260921T141321000-{Reason.RESTORE}.sqlite3").mkdir()
    with pytest.raises(StoreError, match="was left as it is"):
        restore(path, made.name, _NOW + 1000)
    assert session_id(550) in sessions_in(path, tmp_path)


def test_a_copy_of_the_first_edition_can_be_put_back_and_is_brought_over_again(tmp_path: Path) -> None:
    from tests.editions.frozen import lay_out

    path = lay_out(1, tmp_path)
    SqliteSessionStore(path).close()
    (backup,) = backups_of(path)
    restore(path, backup.name, _NOW)
    with closing(SqliteSessionStore(path)) as store:
        assert len(headers(store)) == 24
        assert store.faults() == ()


def test_a_copy_is_found_damaged_before_it_gets_its_name(store: SqliteSessionStore, path: Path) -> None:
    parts = copy_stepwise(store._connection, path, Reason.ASKED, _NOW)
    next(parts)
    while next(parts)[0]:
        pass
    (unfinished,) = backup_folder(path).glob("*.part")
    damage(unfinished)
    with pytest.raises(StoreDamaged):
        for _ in parts:
            pass
    assert list(backup_folder(path).iterdir()) == []
