"""Care for the store: what Settings tells of it, backups when they are due, going back and back again, what is damaged."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest

from simulator.messages.message import Message, When
from simulator.messages.sentences import storage as stored
from simulator.messages.sentences import store_care as say
from simulator.services.store_care import (
    StoreState,
    advice_told,
    back_up,
    backup_told,
    damage_told,
    due,
    is_unexpectedly_empty,
    readable_told,
    restore,
    store_state,
    verify,
)
from simulator.session.errors import StoreError, StoreInUse
from simulator.session.store import Fault
from simulator.storage.backups import Backup, Reason, backup_folder, backups_of
from simulator.storage.home import STORE_FILE
from simulator.storage.lock import FolderLock
from simulator.storage.settings import Settings
from simulator.storage.sqlite import SqliteSessionStore
from tests.services.kept import DAY_MS, KIM, NOON_MS, ROBIN, change_rows, opened, session_id, talk

T = TypeVar("T")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tmp_path.chmod(0o700)
    return tmp_path


@pytest.fixture
def store(folder: Path) -> Iterator[SqliteSessionStore]:
    with closing(opened(folder, ROBIN)) as found:
        talk(found, ROBIN, 1)
        yield found


def done(parts: Generator[tuple[int, int], None, T]) -> T:
    """The result of work in parts."""
    while True:
        try:
            next(parts)
        except StopIteration as end:
            result: T = end.value
            return result


def backed_up(folder: Path, *, sessions: int) -> str:
    """A store with so many conversations that was backed up and let go; gives the backup's name."""
    with closing(opened(folder, ROBIN)) as store:
        for number in range(1, sessions + 1):
            talk(store, ROBIN, number, turns=0)
        return done(back_up(store, NOON_MS)).name


# What Settings tells.


def test_a_store_that_was_never_backed_up_says_so(store: SqliteSessionStore, folder: Path) -> None:
    told = store_state(folder, Settings(name="Robin", person=ROBIN.id), store).told()
    assert told == (say.LIES_IN(folder=str(folder)), say.PRIVATE(), say.NO_BACKUP_YET())


def test_the_last_backup_is_told_with_its_time_and_size(store: SqliteSessionStore, folder: Path) -> None:
    done(back_up(store, NOON_MS))
    talk(store, ROBIN, 2)
    done(back_up(store, NOON_MS + DAY_MS, Reason.SESSION))
    state = store_state(folder, Settings(), store)
    assert [(b.at_ms, b.sessions, b.reason) for b in state.backups] == [
        (NOON_MS + DAY_MS, 2, Reason.SESSION),
        (NOON_MS, 1, Reason.ASKED),
    ]
    assert state.told()[-1] == say.LAST_BACKUP(when=When(NOON_MS + DAY_MS), count=2)
    assert state.last_backup == state.to_go_back_to == state.backups[0]


def test_a_folder_that_others_can_look_into_is_told(store: SqliteSessionStore, folder: Path) -> None:
    folder.chmod(0o755)
    assert stored.FOLDER_NOT_PRIVATE(folder=str(folder)) in store_state(folder, Settings(), store).told()


def test_a_backup_that_cannot_be_read_is_not_called_the_last_one(folder: Path) -> None:
    good = Backup(folder / "a", NOON_MS, Reason.SESSION, 3)
    broken = Backup(folder / "b", NOON_MS + DAY_MS, Reason.RESTORE, None)
    empty = Backup(folder / "c", NOON_MS + DAY_MS, Reason.UPDATE, 0)
    state = StoreState(folder, True, (broken, empty, good))
    assert (state.last_backup, state.to_go_back_to) == (empty, good)
    assert StoreState(folder, True, (broken,)).told()[-1] == say.NO_BACKUP_YET()


# A store that is empty although somebody was here.


def test_an_empty_store_where_the_settings_know_somebody_is_asked_about(folder: Path) -> None:
    backed_up(folder, sessions=2)
    (folder / STORE_FILE).unlink()
    with closing(opened(folder)) as store:
        state = store_state(folder, Settings(name="Robin", person=ROBIN.id), store)
    assert state.told()[:2] == (say.EMPTY(name="Robin"), say.EMPTY_GO_BACK(when=When(NOON_MS), count=2))


def test_without_a_backup_one_can_only_begin_anew(folder: Path) -> None:
    with closing(opened(folder)) as store:
        state = store_state(folder, Settings(name="Robin", person=ROBIN.id), store)
    assert state.told()[:2] == (say.EMPTY(name="Robin"), say.EMPTY_NO_BACKUP())


def test_nothing_is_asked_on_a_first_start_nor_where_the_person_or_any_conversation_is_there(folder: Path) -> None:
    known = Settings(name="Robin", person=ROBIN.id)
    with closing(opened(folder)) as store:
        assert not is_unexpectedly_empty(store, Settings())
        assert is_unexpectedly_empty(store, known)
        store.add_person(KIM)
        assert is_unexpectedly_empty(store, known)
        store.add_person(ROBIN)
        assert not is_unexpectedly_empty(store, known)
        talk(store, KIM, 1, turns=0)
        store.erase_person(ROBIN.id)
        assert not is_unexpectedly_empty(store, known)
    assert store_state(folder, known, None).missing is None


# Backups.


@pytest.mark.parametrize(
    ("last_ms", "is_due"),
    [
        (None, True),
        (NOON_MS, False),
        (NOON_MS - DAY_MS + 1, False),
        (NOON_MS - DAY_MS, True),
        (NOON_MS + 1, True),
    ],
)
def test_a_backup_is_due_after_a_day_and_after_a_clock_that_went_wrong(last_ms: int | None, is_due: bool) -> None:
    assert due(last_ms, NOON_MS) is is_due


def test_the_store_can_be_used_while_it_is_backed_up(store: SqliteSessionStore, folder: Path) -> None:
    for number in range(2, 16):
        talk(store, ROBIN, number, title=f"Title {number}", turns=0)
    parts = back_up(store, NOON_MS)
    remaining, pages = next(parts)
    assert 0 < remaining < pages
    talk(store, ROBIN, 16)
    done(parts)
    (backup,) = backups_of(folder / STORE_FILE)
    assert backup_told(backup) == say.BACKUP_LINE(when=When(NOON_MS), count=16, why=say.WHY_ASKED())


def test_going_back_brings_back_what_was_there_and_can_be_undone(folder: Path) -> None:
    name = backed_up(folder, sessions=2)
    with closing(opened(folder)) as store:
        talk(store, ROBIN, 3)
    restore(folder, name, NOON_MS + DAY_MS)
    with closing(opened(folder)) as store:
        assert store.totals(ROBIN.id).by_scenario == {"push-me": {"stopped": 2}}
        assert store.faults() == ()
    put_aside = next(b for b in backups_of(folder / STORE_FILE) if b.reason is Reason.RESTORE)
    assert put_aside.sessions == 3
    restore(folder, put_aside.name, NOON_MS + 2 * DAY_MS)
    with closing(opened(folder)) as store:
        assert len(store.load(session_id(3)).events) == 8


def test_while_the_store_is_open_nobody_goes_back(folder: Path) -> None:
    name = backed_up(folder, sessions=1)
    with closing(opened(folder)) as store:
        with pytest.raises(StoreInUse):
            restore(folder, name, NOON_MS)
        talk(store, ROBIN, 2)
    assert [backup.name for backup in backups_of(folder / STORE_FILE)] == [name]


def test_after_a_backup_that_cannot_be_put_back_the_folder_is_free_and_as_it_was(folder: Path) -> None:
    backed_up(folder, sessions=1)
    bad = backup_folder(folder / STORE_FILE) / "sessions-20260101T000000000-asked.sqlite3"
    bad.write_bytes(b"not a store")
    for name in (bad.name, "sessions-20250101T000000000-asked.sqlite3", "../settings.json"):
        with pytest.raises(StoreError):
            restore(folder, name, NOON_MS)
    FolderLock(folder).release()
    with closing(opened(folder)) as store:
        assert store.load(session_id(1)).header.steps == 1
    assert (
        backup_told(next(b for b in backups_of(folder / STORE_FILE) if b.path == bad)).sentence == say.BACKUP_UNREADABLE
    )


# Soundness.


def in_words(fault: Fault) -> tuple[Message, Message | None, Message]:
    return damage_told(fault), readable_told(fault), advice_told(fault)


def test_a_sound_store_has_no_faults_and_progress_is_told(store: SqliteSessionStore) -> None:
    talk(store, ROBIN, 2)
    assert list(verify(store))[-1] == (2, 2)
    assert done(verify(store)) == ()


def test_of_a_damaged_conversation_it_is_told_what_can_be_read_and_done(
    store: SqliteSessionStore, folder: Path
) -> None:
    store.checkpoint()
    change_rows(folder, "UPDATE events SET link = zeroblob(32) WHERE step % 4096 = 3")
    (fault,) = done(verify(store))
    what = stored.STEP_CHANGED(step=3)
    assert in_words(fault) == (
        say.IN_SESSION(title="You nod", id=session_id(1), what=what),
        say.READABLE(count=2),
        say.DO_SESSION(),
    )


def test_of_a_lost_conversation_it_is_told_what_can_be_done(store: SqliteSessionStore, folder: Path) -> None:
    store.checkpoint()
    change_rows(folder, "DELETE FROM sessions", "DELETE FROM events")
    faults = done(verify(store))
    assert in_words(faults[0]) == (stored.SESSIONS_LOST(count=1), None, say.DO_STORE())


def test_a_conversation_without_a_title_and_without_a_readable_step_is_told_by_its_id() -> None:
    fault = Fault(session_id(1), "", stored.BEGINNING_MISSING())
    assert in_words(fault)[:2] == (
        say.IN_UNNAMED(id=session_id(1), what=stored.BEGINNING_MISSING()),
        say.NOTHING_READABLE(),
    )
