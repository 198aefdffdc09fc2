"""What is deleted is gone for good: from every table, from the log, and from between the rows of the file."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from simulator.messages.sentences import storage as say
from simulator.session.engine import Session
from simulator.session.errors import StoreError
from simulator.session.events import Timing
from simulator.session.ids import PersonId, SessionId
from simulator.session.store import Measures, Person
from simulator.session.vocabulary import Met
from simulator.storage.home import open_store
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.asking import KEY, forked, headers
from tests.storage.concert import KIM, ROBIN, SOURCES, concert, keep, played, session_id, timing
from tests.storage.contract_remarks import comment, correction, note
from tests.storage.disks import FragileDisk

_ROSWITHA = Person(PersonId("20500000-0000-4000-8000-00000000005a"), "Roswitha Quast", "Quasimodo")
_TABLES = ("people", "sessions", "events", "texts", "pinned", "pinned_texts", "remarks", "met", "measures")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteSessionStore]:
    made = open_store(tmp_path)
    yield made
    made.close()


def found(folder: Path, word: str) -> list[str]:
    """The files that hold a word."""
    return [file.name for file in folder.rglob("*") if file.is_file() and word.encode() in file.read_bytes()]


def rows(store: SqliteSessionStore) -> dict[str, int]:
    """How many rows each table has."""
    return {table: int(store._connection.execute(f"SELECT count(*) FROM {table}").get) for table in _TABLES}


def keep_own(store: SqliteSessionStore, session: Session, *, title: str, text: str) -> SessionId:
    """Store a session of a scenario that nobody else plays."""
    started = replace(session.started, title=title, texts=f"{random.Random(title).randrange(16**64):064x}")
    store.create(started, Timing(1), "mine.yaml", {"mine.yaml": text})
    for step, event in enumerate(session.events[1:], 1):
        store.append(started.session, event, timing(step))
    return started.session


def test_nothing_is_left_of_a_person_in_the_folder(store: SqliteSessionStore, tmp_path: Path) -> None:
    for person in (ROBIN, _ROSWITHA, KIM):
        store.add_person(person)
        store.note_met(person.id, f"scenario of {person.name}", Met.PROOF, 1)
    kept = keep(store, played(1, KIM.id))
    before = rows(store)
    mine = keep_own(store, played(2, _ROSWITHA.id), title="The quarry", text="Nobody else plays this.")
    shared = keep(store, played(3, _ROSWITHA.id, steps=5))
    store.put_measures(mine, KEY, store.load(mine).header.head, Measures(77, {"zuversicht": 3}))
    store.remark(note(1, mine, _ROSWITHA, text="I was furious with her."))
    store.remark(replace(comment(2, shared, 2), values={"text": "You swallowed that."}))
    store.remark(replace(correction(3, "own-it", person=_ROSWITHA), values={"text": "That is no owning."}))
    store.remark(replace(comment(4, kept, person=_ROSWITHA), values={"text": "Well waited."}))
    words = [
        *(_ROSWITHA.id, "Roswitha", "Quasimodo", "scenario of Roswitha", mine, shared, "The quarry", "Nobody else"),
        *("mine.yaml", "furious", "swallowed", "no owning", "Well waited", "zuversicht"),
    ]
    assert [word for word in words if not found(tmp_path, word)] == []
    store.erase_person(_ROSWITHA.id)
    assert {word: found(tmp_path, word) for word in words if found(tmp_path, word)} == {}
    assert rows(store) == {**before, "people": 2, "met": 2}
    assert store.faults() == ()
    assert found(tmp_path, "scenario of Robin")


def test_nothing_is_left_of_a_session_but_what_others_have_too(store: SqliteSessionStore, tmp_path: Path) -> None:
    store.add_person(ROBIN)
    kept = keep(store, played(1))
    before = rows(store)
    erased = keep_own(store, played(2), title="The quarry", text="Nobody else plays this.")
    store.remark(note(1, erased, text="I was furious with her."))
    store.put_measures(erased, KEY, store.load(erased).header.head, Measures(77))
    store.erase(erased)
    for word in (erased, "The quarry", "Nobody else", "mine.yaml", "furious"):
        assert found(tmp_path, word) == []
    assert rows(store) == before
    assert dict(store.load(kept).sources) == SOURCES
    assert found(tmp_path, "The concert") == ["sessions.sqlite3"]
    assert store.faults() == ()


@pytest.mark.parametrize("seed", [0, 3, 12])
def test_no_copy_of_a_row_is_left_between_the_pages(store: SqliteSessionStore, tmp_path: Path, seed: int) -> None:
    """Rows that were moved from page to page leave copies of themselves behind, which deleting does not overwrite."""
    rng = random.Random(seed)
    store._connection.execute("PRAGMA synchronous = OFF").fetchall()
    people = [
        replace(ROBIN, id=PersonId(session_id(9_000 + n)), name=f"Person {n} {'x' * rng.randrange(90)}")
        for n in range(9)
    ]
    for number, person in enumerate(people):
        store.add_person(replace(person, name=f"Former {number}"))
        store.add_person(person)
    for number in range(140):
        person = rng.choice(people)
        own = played(number, person.id, steps=rng.randrange(3))
        id_ = keep_own(store, own, title=f"Title of {person.name}", text=f"Text of {person.name}" * rng.randrange(200))
        store.remark(note(number, id_, person, text=f"Note of {person.name}" * rng.randrange(1, 60)))
    for person in people[:8]:
        store.erase_person(person.id)
        assert found(tmp_path, f"of {person.name}") == []
        assert found(tmp_path, person.name) == []
        assert found(tmp_path, person.id) == []
    assert found(tmp_path, "Former 0") == []
    assert store.faults() == ()


def test_texts_are_kept_once_and_go_with_their_last_session(store: SqliteSessionStore) -> None:
    first, second = keep(store, played(1, steps=1)), keep(store, played(2, steps=1))
    more = replace(concert(), sources={**SOURCES, "more.yaml": "more"})
    other = played(3, steps=1)
    store.create(other.started, timing(0), more.path, more.sources)
    fork = forked(store, first, 1)
    store.fork(fork, timing(0))
    assert rows(store)["texts"] == 3
    store.erase(other.started.session)
    assert rows(store)["texts"] == 2
    for gone in (first, second):
        store.erase(gone)
        assert rows(store)["texts"] == 2
    assert dict(store.load(fork.session).sources) == SOURCES
    store.erase(fork.session)
    assert rows(store) == dict.fromkeys(_TABLES, 0)


def test_what_cannot_be_overwritten_now_is_deleted_and_told(tmp_path: Path) -> None:
    disk = FragileDisk("cramped")
    store = SqliteSessionStore(tmp_path / "sessions.sqlite3", vfs="cramped")
    try:
        store.add_person(ROBIN)
        for number in range(6):
            keep(store, played(number, steps=3))
        store.checkpoint()
        # Room for the rows that are deleted, and none for the whole file to be written anew.
        disk.room = (tmp_path / "sessions.sqlite3").stat().st_size * 3 // 4
        with pytest.raises(StoreError) as refused:
            store.erase(session_id(2))
        assert refused.value.message == say.TRACES_LEFT()
        assert session_id(2) not in [header.id for header in headers(store)]
        assert store.faults() == ()
        disk.room = None
        store.erase(session_id(3))
        assert found(tmp_path, session_id(2)) == []
    finally:
        store.close()
        disk.unregister()


def test_while_another_program_reads_the_log_cannot_be_emptied_and_that_is_told(
    store: SqliteSessionStore, tmp_path: Path
) -> None:
    store._connection.set_busy_timeout(1)
    erased, kept = keep(store, played(1, steps=3)), keep(store, played(2, steps=3))
    with closing(apsw.Connection(str(tmp_path / "sessions.sqlite3"))) as browser:
        browser.execute("BEGIN")
        browser.execute("SELECT count(*) FROM events").fetchall()
        with pytest.raises(StoreError) as refused:
            store.erase(erased)
        assert refused.value.message == say.TRACES_LEFT()
    assert [header.id for header in headers(store)] == [kept]
    store.checkpoint()
    assert found(tmp_path, erased) == []
