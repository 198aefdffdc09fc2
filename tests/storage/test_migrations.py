"""A store of any released version opens today; an update happens whole or not at all, after a copy was made."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import apsw
import pytest

from simulator.session import SessionId, Stopped, StoreError
from simulator.session.codec import encode
from simulator.storage import SqliteSessionStore
from simulator.storage.schema import Migration, backup_path, released_migrations
from tests.storage.concert import SOURCES, concert, some_actions, started

SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.sql"))
RELEASED = released_migrations()
NEWEST = RELEASED[-1].number
NEXT = Migration(NEWEST + 1, "ALTER TABLE sessions ADD COLUMN room TEXT NOT NULL DEFAULT ''")


def as_released(schema: Path, path: Path) -> Path:
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute(schema.read_text(encoding="utf-8"))
    return path


def shape(path: Path) -> list[tuple[str, str]]:
    """The names of all tables and indexes, and how they were made, apart from spaces."""
    with closing(apsw.Connection(str(path))) as connection:
        rows = connection.execute("SELECT name, ifnull(sql, '') FROM sqlite_schema ORDER BY name").fetchall()
    return [(str(name), " ".join(str(sql).split())) for name, sql in rows]


def version(path: Path) -> int:
    with closing(apsw.Connection(str(path))) as connection:
        return int(connection.execute("PRAGMA user_version").get)


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A store that is one version behind ``NEXT``, with a session in it."""
    path = tmp_path / "sessions.sqlite3"
    with closing(SqliteSessionStore(path)) as store:
        session = store.create(started(), "The concert", concert().path, SOURCES)
        store.append(session, some_actions()[0])
    return path


def test_migrations_are_numbered_from_one_without_gaps() -> None:
    assert [migration.number for migration in RELEASED] == list(range(1, len(RELEASED) + 1))


def test_every_released_schema_is_kept() -> None:
    assert [int(schema.stem) for schema in SCHEMAS] == [migration.number for migration in RELEASED]


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.stem)
def test_a_released_migration_is_never_changed(schema: Path, tmp_path: Path) -> None:
    path = tmp_path / "fresh.sqlite3"
    SqliteSessionStore(path, migrations=RELEASED[: int(schema.stem)]).close()
    assert shape(path) == shape(as_released(schema, tmp_path / "released.sqlite3"))


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.stem)
def test_a_store_of_every_released_version_opens_with_all_its_sessions(schema: Path, tmp_path: Path) -> None:
    path = as_released(schema, tmp_path / "sessions.sqlite3")
    with closing(apsw.Connection(str(path))) as connection:
        bodies = [body for (body,) in connection.execute("SELECT body FROM events ORDER BY step")]
    with closing(SqliteSessionStore(path)) as store:
        assert [(h.started.trainee, h.verdict) for h in store.sessions()] == [("Kim", ""), ("Robin", "partly")]
        events = [event for number in (1, 2) for event in store.load(SessionId(number)).events]
        assert [encode(event) for event in events] == bodies
        assert store.load(SessionId(1)).sources["patients/ines.yaml"] == "name: Inês Carvalho\n"
        store.append(SessionId(2), Stopped(1))
        assert store.load(SessionId(2)).events[-1] == Stopped(1)
    fresh = tmp_path / "fresh.sqlite3"
    SqliteSessionStore(fresh).close()
    assert shape(path) == shape(fresh)
    assert version(path) == NEWEST


def test_an_older_store_is_copied_and_then_updated(older: Path) -> None:
    with closing(SqliteSessionStore(older, migrations=(*RELEASED, NEXT))) as store:
        assert store.load(SessionId(1)).events == (started(), some_actions()[0])
    assert version(older) == NEXT.number
    copy = backup_path(older, NEWEST)
    assert copy.name == f"attune-backup-{NEWEST}.sqlite3"
    with closing(SqliteSessionStore(copy)) as before:
        assert before.load(SessionId(1)).events == (started(), some_actions()[0])
    assert sorted(file.name for file in older.parent.iterdir()) == [copy.name, older.name]


def test_a_store_of_today_is_not_copied(older: Path) -> None:
    SqliteSessionStore(older).close()
    assert not backup_path(older, NEWEST).exists()


def test_an_update_that_fails_leaves_the_store_as_it_was(older: Path) -> None:
    broken = Migration(NEXT.number + 1, "CREATE TABLE rooms (id INTEGER); INSERT INTO nowhere VALUES (1)")
    before = shape(older)
    with pytest.raises(StoreError, match="no such table: nowhere"):
        SqliteSessionStore(older, migrations=(*RELEASED, NEXT, broken))
    assert shape(older) == before
    assert version(older) == NEWEST
    with closing(SqliteSessionStore(older)) as store:
        assert store.load(SessionId(1)).events == (started(), some_actions()[0])


def test_a_store_that_cannot_be_copied_is_not_updated(older: Path) -> None:
    backup_path(older, NEWEST).mkdir()
    with pytest.raises(StoreError, match="could not be copied"):
        SqliteSessionStore(older, migrations=(*RELEASED, NEXT))
    assert version(older) == NEWEST


def test_a_store_of_a_newer_program_is_refused_untouched(older: Path) -> None:
    SqliteSessionStore(older, migrations=(*RELEASED, NEXT)).close()
    before = older.read_bytes()
    with pytest.raises(StoreError, match=f"newer Attune .store version {NEXT.number}; this program knows {NEWEST}"):
        SqliteSessionStore(older)
    assert older.read_bytes() == before
