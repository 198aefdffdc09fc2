"""A store of any released version opens today; an update happens whole or not at all, after a copy was made."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest

from simulator.messages.sentences import storage as say
from simulator.session.codec import encode
from simulator.session.errors import StoreDamaged, StoreError
from simulator.session.events import Stopped
from simulator.session.ids import PersonId, SessionId
from simulator.session.remarks import AboutItem, AboutSession
from simulator.session.store import Measures, Person, SessionFilter, SessionOrder
from simulator.session.vocabulary import By, Met
from simulator.storage.backups import Reason, backup_folder, backups_of
from simulator.storage.schema import NEWEST, Migration, released_migrations
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.asking import KEY, headers
from tests.storage.concert import DIGEST, KIM, ROBIN, keep, played, session_id, timing
from tests.storage.contract_remarks import SUPERVISOR, correction, met, note

SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.sql"))
RELEASED = released_migrations()
NEXT = Migration(NEWEST + 1, "ALTER TABLE sessions ADD COLUMN room TEXT NOT NULL DEFAULT ''")
BROKEN = Migration(NEXT.number + 1, "CREATE TABLE rooms (id INTEGER); INSERT INTO nowhere VALUES (1)")


def as_released(number: int, folder: Path) -> Path:
    """The store that is kept of a released version."""
    path = folder / "sessions.sqlite3"
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute(SCHEMAS[number - 1].read_text(encoding="utf-8"))
    return path


def asked(path: Path, query: str) -> list[Any]:
    """What a database answers without the program."""
    with closing(apsw.Connection(str(path))) as connection:
        return connection.execute(query).fetchall()


def shape(path: Path) -> list[tuple[str, str]]:
    """The names of all tables and indexes, and how they were made, apart from spaces."""
    rows = asked(path, "SELECT name, ifnull(sql, '') FROM sqlite_schema ORDER BY name")
    return [(str(name), " ".join(str(sql).split())) for name, sql in rows]


def version(path: Path) -> int:
    return int(asked(path, "PRAGMA user_version")[0][0])


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A store that is one version behind ``NEXT``, with a session in it."""
    path = tmp_path / "sessions.sqlite3"
    with closing(SqliteSessionStore(path)) as store:
        store.add_person(ROBIN)
        keep(store, played(1, steps=3))
    return path


def is_as_it_was(store: SqliteSessionStore) -> bool:
    return store.faults() == () and store.load(session_id(1)).events == tuple(played(1, steps=3).events)


def test_migrations_are_numbered_from_one_without_gaps() -> None:
    assert [migration.number for migration in RELEASED] == list(range(1, len(RELEASED) + 1))
    assert RELEASED[-1].number == NEWEST


def test_every_released_version_is_kept() -> None:
    assert [int(schema.stem) for schema in SCHEMAS] == [migration.number for migration in RELEASED]


@pytest.mark.parametrize("number", range(1, NEWEST + 1))
def test_a_released_migration_is_never_changed(number: int, tmp_path: Path) -> None:
    path = tmp_path / "fresh.sqlite3"
    with closing(apsw.Connection(str(path))) as connection:
        for migration in RELEASED[:number]:
            connection.execute(migration.sql).fetchall()
        connection.execute("DROP TABLE IF EXISTS first_sessions").fetchall()
    assert shape(path) == shape(as_released(number, tmp_path))


@pytest.mark.parametrize("number", range(1, NEWEST + 1))
def test_a_store_of_every_released_version_becomes_one_of_today(number: int, tmp_path: Path) -> None:
    path = as_released(number, tmp_path)
    before = asked(path, "SELECT step, body, link FROM events ORDER BY step")
    with closing(SqliteSessionStore(path)) as store:
        assert store.faults() == ()
        for header in headers(store):
            assert store.load(header.id).header == header
    SqliteSessionStore(tmp_path / "fresh.sqlite3").close()
    assert shape(path) == shape(tmp_path / "fresh.sqlite3")
    assert version(path) == NEWEST
    assert asked(path, "SELECT step, body, link FROM events ORDER BY step") == before
    assert asked(path, "PRAGMA integrity_check") == [("ok",)]


def test_the_first_version_whose_texts_cannot_be_read_any_more(tmp_path: Path) -> None:
    path = as_released(1, tmp_path)
    with closing(SqliteSessionStore(path)) as store:
        newest, oldest = headers(store)
        assert [(h.verdict, h.edition, h.title, h.steps) for h in (newest, oldest)] == [
            ("", 0, "The concert", 1),
            ("partly", 0, "The concert", 24),
        ]
        assert [person.name for person in store.people()] == ["Kim", "Robin"]
        assert store.load(oldest.id).sources["patients/ines.yaml"] == "name: Inês Carvalho\n"
        store.append(newest.id, Stopped(By.PROGRAM, None), timing(3))
        assert store.load(newest.id).header.verdict == "interrupted"
        assert store.faults() == ()


def test_the_second_version_with_all_that_is_in_it(tmp_path: Path) -> None:
    path = as_released(2, tmp_path)
    bodies = dict(asked(path, "SELECT step, body FROM events"))
    with closing(SqliteSessionStore(path)) as store:
        assert set(store.people()) == {ROBIN, KIM}
        found = {header.id: header for header in headers(store)}
        assert {id_: (h.steps, h.verdict, h.trainee) for id_, h in found.items()} == {
            session_id(7): (24, "left", ROBIN.id),
            session_id(2): (5, "", KIM.id),
            session_id(900): (3, "", ROBIN.id),
        }
        events = [event for number in (7, 2, 900) for event in store.load(session_id(number)).events]
        assert [encode(event) for event in events] == [body for _, body in sorted(bodies.items())]
        assert store.load(session_id(900)).events[1:] == store.load(session_id(7)).events[1:4]
        assert found[session_id(900)].origin is not None
        assert store.met(ROBIN.id, "push-me") == (Met.PROOF,)
        assert [remark.kind for remark in store.remarks(session_id(7), ROBIN.id)] == ["own-note"]
        on_a_step, on_an_item = store.remarks_by(SUPERVISOR.id)
        assert store.remarks(session_id(2), None) == (on_a_step,)
        assert on_a_step.about == AboutSession(SessionId(session_id(2)), 3, "cd" * 32)
        # Its texts are none that could be read: it is kept as it was.
        assert on_an_item.about == AboutItem("begins/own-it", DIGEST)
        assert store._connection.execute("SELECT share FROM measures").get == 71
        listed = store.query(SessionFilter(), SessionOrder.NEWEST, KEY).measures
        assert listed == {session_id(7): Measures(71, {"noticing": 4, "depth": None}, {1: 3})}
        store.append(session_id(2), Stopped(By.TRAINEE, None), timing(9))
        assert store.faults() == ()


def test_the_third_version_with_a_remark_on_an_item(tmp_path: Path) -> None:
    with closing(SqliteSessionStore(as_released(3, tmp_path))) as store:
        assert store.remarks(session_id(7), ROBIN.id, met(played(7))) == (
            note(1, session_id(7)),
            correction(3, "own-it"),
        )
        assert store.faults() == ()


def test_an_older_store_is_copied_and_then_updated(older: Path) -> None:
    with closing(SqliteSessionStore(older, migrations=(*RELEASED, NEXT))) as store:
        assert is_as_it_was(store)
    assert version(older) == NEXT.number
    (copy,) = backups_of(older)
    assert copy.reason is Reason.UPDATE
    assert version(copy.path) == NEWEST
    with closing(SqliteSessionStore(copy.path)) as before:
        assert is_as_it_was(before)


def test_a_store_of_today_is_not_copied_and_a_new_one_neither(older: Path, tmp_path: Path) -> None:
    SqliteSessionStore(older).close()
    SqliteSessionStore(tmp_path / "new.sqlite3").close()
    assert not backup_folder(older).exists()


def test_an_update_that_fails_leaves_the_store_as_it_was(older: Path) -> None:
    before = shape(older)
    with pytest.raises(StoreDamaged):
        SqliteSessionStore(older, migrations=(*RELEASED, NEXT, BROKEN))
    assert shape(older) == before
    assert version(older) == NEWEST
    with closing(SqliteSessionStore(older)) as store:
        assert is_as_it_was(store)


def test_filling_that_fails_leaves_the_store_as_it_was(older: Path) -> None:
    def fill(connection: apsw.Connection) -> None:
        connection.execute("DELETE FROM sessions")
        raise StoreDamaged(say.DAMAGED_FILE(path="x"))

    before = shape(older)
    with pytest.raises(StoreDamaged, match="cannot be read"):
        SqliteSessionStore(older, migrations=(*RELEASED, Migration(NEXT.number, NEXT.sql, fill)))
    assert (shape(older), version(older)) == (before, NEWEST)
    with closing(SqliteSessionStore(older)) as store:
        assert is_as_it_was(store)


def test_a_store_that_cannot_be_copied_is_not_updated(older: Path) -> None:
    backup_folder(older).write_text("a file is in the way")
    with pytest.raises(StoreError, match="could not be copied"):
        SqliteSessionStore(older, migrations=(*RELEASED, NEXT))
    assert version(older) == NEWEST
    with closing(SqliteSessionStore(older)) as store:
        assert is_as_it_was(store)


def test_a_store_of_a_newer_program_is_refused_untouched(older: Path) -> None:
    SqliteSessionStore(older, migrations=(*RELEASED, NEXT)).close()
    before = older.read_bytes()
    with pytest.raises(StoreError, match=f"newer Attune .store version {NEXT.number}; this program knows {NEWEST}"):
        SqliteSessionStore(older)
    assert older.read_bytes() == before


def test_somebody_of_the_first_edition_keeps_the_id_that_is_derived_from_their_name(tmp_path: Path) -> None:
    with closing(SqliteSessionStore(as_released(1, tmp_path))) as store:
        assert Person(PersonId("83edb311-11e1-5fc5-a7c1-52887a52f0b9"), "Robin") in store.people()
