"""The file is taken away while the program is open: said at the next step, and nothing more is acknowledged."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.session.errors import StoreError
from simulator.session.ids import PersonId
from simulator.session.store import Person
from simulator.session.vocabulary import Met
from simulator.storage.file_witness import FileWitness
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.asking import headers
from tests.storage.concert import ROBIN, begun, keep, played, session_id, some_events, timing

_NAME = "sessions.sqlite3"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "attune"
    made.mkdir()
    return made


@pytest.fixture
def store(folder: Path) -> Iterator[SqliteSessionStore]:
    made = SqliteSessionStore(folder / _NAME)
    made.add_person(ROBIN)
    keep(made, played(1, steps=3))
    yield made
    made.close()


def removed(folder: Path) -> None:
    (folder / _NAME).unlink()


def moved(folder: Path) -> None:
    (folder / _NAME).rename(folder / "elsewhere.sqlite3")


def replaced(folder: Path) -> None:
    shutil.copy(folder / _NAME, folder / "copy")
    (folder / "copy").replace(folder / _NAME)


def begun_anew(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    (folder / _NAME).touch()


def folder_removed(folder: Path) -> None:
    shutil.rmtree(folder)


def folder_moved(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


def log_removed(folder: Path) -> None:
    (folder / f"{_NAME}-wal").unlink()


def log_replaced(folder: Path) -> None:
    shutil.copy(folder / f"{_NAME}-wal", folder / "copy")
    (folder / "copy").replace(folder / f"{_NAME}-wal")


_HARMS = (removed, moved, replaced, begun_anew, folder_removed, folder_moved, log_removed, log_replaced)


@pytest.mark.parametrize("harm", _HARMS)
def test_nothing_is_acknowledged_once_the_file_is_gone(
    store: SqliteSessionStore, folder: Path, harm: Callable[[Path], None]
) -> None:
    session = session_id(1)
    harm(folder)
    changes: tuple[Callable[[], object], ...] = (
        lambda: store.append(session, some_events(1)[3], timing(4)),
        lambda: keep(store, begun(2)),
        lambda: store.add_person(Person(PersonId(session_id(9)), "Kim")),
        lambda: store.note_met(ROBIN.id, "push-me", Met.PROOF, 1),
        lambda: store.erase(session),
        lambda: store.erase_person(ROBIN.id),
        store.accept_losses,
    )
    for change in (*changes, *changes):
        with pytest.raises(StoreError) as refused:
            change()
        assert refused.value.message.id == "storage/replaced"
        assert str(folder / _NAME) in str(refused.value)
    assert len(headers(store)) == 1


def test_a_file_that_is_put_back_in_its_place_takes_steps_again(store: SqliteSessionStore, folder: Path) -> None:
    folder_moved(folder)
    with pytest.raises(StoreError, match="was removed or replaced"):
        store.append(session_id(1), some_events(1)[3], timing(4))
    folder.with_name("elsewhere").rename(folder)
    store.append(session_id(1), some_events(1)[3], timing(4))
    assert store.load(session_id(1)).events[1:] == some_events(1)[:4]
    assert store.faults() == ()


def test_a_store_that_works_is_never_taken_for_another(store: SqliteSessionStore, folder: Path) -> None:
    os.utime(folder / _NAME)
    (folder / _NAME).chmod(0o400)
    for number in range(2, 6):
        keep(store, played(number))
        store.checkpoint()
        store.erase(session_id(number))
    assert store.faults() == ()


def test_a_change_into_a_file_that_is_taken_away_meanwhile_is_not_acknowledged(
    store: SqliteSessionStore, folder: Path
) -> None:
    with pytest.raises(StoreError, match="was removed or replaced"), store._changing():
        removed(folder)


def test_where_there_was_no_file_nothing_can_be_kept(tmp_path: Path) -> None:
    witness = FileWitness(tmp_path / "nothing")
    with pytest.raises(StoreError, match="was removed or replaced"):
        witness.check()
