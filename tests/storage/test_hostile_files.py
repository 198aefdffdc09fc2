"""Files that were made to hurt: absurd numbers, texts that inflate, parts that act on their own. Refused, in bounded room."""

from __future__ import annotations

import shutil
import time
import tracemalloc
import zlib
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import apsw
import pytest

from simulator.messages.sentences import storage as say
from simulator.session.errors import StoreDamaged, StoreError
from simulator.storage.pinned_texts import pinned_seal
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.asking import headers
from tests.storage.concert import DIGEST, ROBIN, keep, played, session_id
from tests.storage.test_bit_flips import look

_LONGEST_S = 10.0
_MOST_BYTES = 50 * 2**20
_COPIED = (
    "INSERT INTO sessions SELECT {number}, '{id}', trainee, scenario, title, language, texts, pinned, started, mode, "
    "difficulty, edition, origin_session, origin_step, origin_head, steps, verdict, head, beside, seal, NULL, NULL "
    "FROM sessions WHERE number = 1"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "sessions.sqlite3"
    with closing(SqliteSessionStore(path)) as store:
        store.add_person(ROBIN)
        keep(store, played(1, steps=4))
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path))


def change(path: Path, sql: str, values: tuple[object, ...] = ()) -> None:
    """Change a store beside the program."""
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute(sql, values).fetchall()


@pytest.mark.parametrize("number", [0, -1, -(2**63), 2**40, 2**51 - 1, 2**51, 2**53 - 1, 2**53 + 1, 2**62, 2**63 - 1])
def test_a_session_of_an_absurd_number_is_told_can_be_deleted_and_stops_nobody(path: Path, number: int) -> None:
    change(path, _COPIED.format(number=number, id=session_id(66)))
    with closing(SqliteSessionStore(path)) as store:
        told = {fault.session: fault.what for fault in store.faults()}
        assert told[session_id(66)] == say.BEGINNING_MISSING()
        assert len(headers(store)) == 2
        for ask in (store.load, store.salvage):
            with pytest.raises(StoreDamaged):
                ask(session_id(66))
        with pytest.raises(StoreError):
            store.link_before(session_id(66), 1)
        keep(store, played(2, steps=3))
        store.erase(session_id(66))
        store.accept_losses()
        assert store.faults() == ()
        assert [header.id for header in headers(store)] == [session_id(2), session_id(1)]


@pytest.mark.parametrize("sequence", [2**40, 2**53, 2**63 - 1, -5, "'x'", "NULL", "1e300"])
def test_an_absurd_count_of_sessions_stops_nobody(path: Path, sequence: object) -> None:
    change(path, f"UPDATE sqlite_sequence SET seq = {sequence}")
    with closing(SqliteSessionStore(path)) as store:
        keep(store, played(2, steps=3))
        keep(store, played(3, steps=3))
        assert store.faults() == ()


def test_once_all_numbers_are_used_up_no_session_is_begun_that_could_not_be_read(path: Path) -> None:
    change(path, f"UPDATE sqlite_sequence SET seq = {2**40 - 2}")
    with closing(SqliteSessionStore(path)) as store:
        keep(store, played(2, steps=3))
        with pytest.raises(StoreDamaged):
            keep(store, played(3, steps=3))
        assert store.faults() == ()


def test_steps_beyond_all_sessions_stop_nobody(path: Path) -> None:
    for step in (2**63 - 1, 2**51 * 4095, -7):
        change(path, f"INSERT INTO events VALUES ({step}, x'7b7d', x'00', 1, 1, NULL)")
    with closing(SqliteSessionStore(path)) as store:
        keep(store, played(2, steps=3))
        assert [fault.what.id for fault in store.faults()] == [say.HEADERS_LOST(count=1).id]


@pytest.mark.parametrize("hashed", [False, True], ids=["with a wrong hash", "with its own hash"])
def test_a_text_that_inflates_to_a_gigabyte_is_refused_in_little_room_and_time(path: Path, hashed: bool) -> None:
    size = 2**26 if hashed else 2**30
    body = _zeros(size)
    known = "concert-silence.yaml"
    with closing(apsw.Connection(str(path))) as connection:
        hash_ = (
            sha256(bytes(size)).digest()
            if hashed
            else connection.execute("SELECT hash FROM texts ORDER BY hash LIMIT 1").get
        )
        connection.execute("INSERT OR REPLACE INTO texts VALUES (?, 1, ?)", (hash_, body))
        if hashed:
            connection.execute("DELETE FROM pinned_texts")
            connection.execute("INSERT INTO pinned_texts VALUES (1, ?, ?)", (known, hash_))
            connection.execute("UPDATE pinned SET seal = ?", (pinned_seal(DIGEST, known, {known: hash_}),))
    tracemalloc.start()
    began = time.monotonic()
    with closing(SqliteSessionStore(path)) as store:
        with pytest.raises(StoreDamaged, match="is damaged"):
            store.load(session_id(1))
        assert [fault.session for fault in store.faults()] == [session_id(1)]
        if not hashed:
            keep(store, played(2, steps=3))
            assert store.faults() == ()
    assert time.monotonic() - began < _LONGEST_S
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < _MOST_BYTES


def _zeros(size: int) -> bytes:
    """So many zeros, compressed, without ever having them all."""
    packing, megabyte = zlib.compressobj(), bytes(2**20)
    first, more = (packing.compress(megabyte) + packing.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + more * (size // 2**20 - 1) + packing.flush()


@pytest.mark.parametrize("table", ["events SET body", "texts SET body", "remarks SET body", "sessions SET head"])
def test_a_row_longer_than_any_of_ours_is_not_read_into_the_memory(path: Path, table: str) -> None:
    if table.startswith("remarks"):
        change(path, "INSERT INTO remarks VALUES (1, 'r', NULL, NULL, 'i', 's', 'k', 'p', zeroblob(100000000), x'00')")
    else:
        change(path, f"UPDATE {table} = zeroblob(100000000)")
    tracemalloc.start()
    found = look(path, (session_id(1),))
    assert isinstance(found, StoreError) or found[1]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < _MOST_BYTES


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("CREATE TRIGGER thief AFTER INSERT ON events BEGIN DELETE FROM events; END", "thief"),
        ("CREATE TRIGGER sly BEFORE UPDATE ON people BEGIN SELECT RAISE(IGNORE); END", "sly"),
        ("CREATE VIEW window AS SELECT 1", "window"),
    ],
)
def test_a_store_with_foreign_parts_is_refused_and_left_as_it_is(path: Path, part: str, name: str) -> None:
    change(path, part)
    change(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.read_bytes()
    with pytest.raises(StoreDamaged) as refused:
        SqliteSessionStore(path)
    assert refused.value.message.id == "storage/foreign-parts"
    assert name in str(refused.value)
    assert path.read_bytes() == before


def test_a_view_in_the_place_of_a_table_is_refused(path: Path) -> None:
    change(path, "ALTER TABLE people RENAME TO real_people")
    change(path, "CREATE VIEW people AS SELECT * FROM real_people")
    with pytest.raises(StoreDamaged, match="did not make"):
        SqliteSessionStore(path)


def test_a_table_that_is_missing_is_told_in_words(path: Path) -> None:
    change(path, "DROP TABLE measures")
    with closing(SqliteSessionStore(path)) as store, pytest.raises(StoreError, match="is damaged and cannot be read"):
        store.faults()
