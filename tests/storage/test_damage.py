"""A bit of the store flips: a session is either what was stored, or said to be damaged; never silently different."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest

from simulator.session import SessionId, StoredSession, StoreError
from simulator.storage import SqliteSessionStore
from tests.storage.concert import SOURCES, concert, some_actions, started


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with six finished sessions of two editions of the concert."""
    path = tmp_path_factory.mktemp("played") / "sessions.sqlite3"
    with closing(SqliteSessionStore(path)) as store:
        for seed in range(6):
            sources = SOURCES if seed % 2 else {**SOURCES, "more.yaml": "# more"}
            session = store.create(started(seed=seed), "The concert", concert().path, sources)
            for action in some_actions(seed):
                store.append(session, action)
            store.close_session(session, "partly")
    return path


@pytest.fixture
def path(played: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(played, tmp_path))


@pytest.fixture
def whole(path: Path) -> dict[SessionId, StoredSession]:
    with closing(SqliteSessionStore(path)) as store:
        return {header.id: store.load(header.id) for header in store.sessions()}


@pytest.fixture
def surgeon(path: Path) -> Iterator[apsw.Connection]:
    """Another way into the file."""
    connection = apsw.Connection(str(path))
    yield connection
    connection.close()


def flipped(content: Any, rng: random.Random) -> bytes:
    bit = rng.randrange(len(content) * 8)
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_every_flipped_bit_of_a_step_is_noticed(path: Path, surgeon: apsw.Connection) -> None:
    rng = random.Random(5)
    steps: list[Any] = surgeon.execute("SELECT step, body, link FROM events").fetchall()
    with closing(SqliteSessionStore(path)) as store:
        for _ in range(200):
            step, body, link = rng.choice(steps)
            column, content = rng.choice([("body", body), ("link", link)])
            surgeon.execute(f"UPDATE events SET {column} = ? WHERE step = ?", (flipped(content, rng), step))
            with pytest.raises(StoreError, match="damaged"):
                store.load(SessionId(step // 4096))
            surgeon.execute(f"UPDATE events SET {column} = ? WHERE step = ?", (content, step))
        assert store.faults() == ()


def test_every_flipped_bit_of_a_text_is_noticed(path: Path, surgeon: apsw.Connection) -> None:
    rng = random.Random(6)
    [(hash_, body)] = surgeon.execute("SELECT hash, body FROM texts ORDER BY length(body) DESC LIMIT 1").fetchall()
    with closing(SqliteSessionStore(path)) as store:
        for _ in range(50):
            surgeon.execute("UPDATE texts SET body = ? WHERE hash = ?", (flipped(body, rng), hash_))
            with pytest.raises(StoreError, match=r"text “.*” is damaged"):
                store.load(SessionId(1))


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        ("DELETE FROM events WHERE step = 4096 + 3", "step 3 is missing"),
        ("DELETE FROM events WHERE step >= 4096 + 5 AND step < 2 * 4096", "steps at its end are missing"),
        ("DELETE FROM events WHERE step = 4096", "step 0 is missing"),
        ("DELETE FROM events WHERE step < 2 * 4096", "beginning is missing"),
        ("UPDATE events SET step = step + 1 WHERE step = (SELECT max(step) FROM events WHERE step < 8192)", "missing"),
        ("UPDATE edition_texts SET path = 'other.yaml' WHERE path = 'patients/ines.yaml'", "texts of .* are damaged"),
        ("DELETE FROM edition_texts WHERE path = 'patients/ines.yaml'", "texts of .* are damaged"),
        ("UPDATE editions SET path = 'patients/ines.yaml'", "texts of .* are damaged"),
        ("UPDATE editions SET digest = 'f' || digest", "texts of .* are damaged"),
    ],
)
def test_missing_and_moved_parts_are_named(path: Path, surgeon: apsw.Connection, harm: str, sentence: str) -> None:
    surgeon.execute(harm)
    with closing(SqliteSessionStore(path)) as store, pytest.raises(StoreError, match=sentence):
        store.load(SessionId(1))


def test_steps_put_in_another_order_are_noticed(path: Path, surgeon: apsw.Connection) -> None:
    surgeon.execute("UPDATE events SET step = -1 WHERE step = 4097")
    surgeon.execute("UPDATE events SET step = 4097 WHERE step = 4098")
    surgeon.execute("UPDATE events SET step = 4098 WHERE step = -1")
    with closing(SqliteSessionStore(path)) as store, pytest.raises(StoreError, match="step 1 is not as it was stored"):
        store.load(SessionId(1))


def test_a_damaged_session_takes_no_further_step_and_leaves_the_others_alone(
    path: Path, surgeon: apsw.Connection, whole: dict[SessionId, StoredSession]
) -> None:
    surgeon.execute("UPDATE events SET body = x'5b5d' WHERE step = 4096")
    with closing(SqliteSessionStore(path)) as store:
        with pytest.raises(StoreError, match="Session 1 is damaged"):
            store.append(SessionId(1), some_actions()[0])
        assert [header.id for header in store.sessions()] == [6, 5, 4, 3, 2]
        assert len(store.faults()) == 1
        assert all(store.load(id_) == session for id_, session in whole.items() if id_ != 1)


def test_any_flipped_bit_of_the_file_is_harmless_or_noticed(
    path: Path, whole: dict[SessionId, StoredSession], tmp_path: Path
) -> None:
    rng = random.Random(8)
    intact = path.read_bytes()
    noticed = 0
    for _ in range(400):
        copy = tmp_path / "copy.sqlite3"
        copy.write_bytes(flipped(intact, rng))
        noticed += _reads_true_or_says_so(copy, whole)
        for left in tmp_path.glob("copy.sqlite3*"):
            left.unlink()
    assert noticed > 40


def _reads_true_or_says_so(copy: Path, whole: dict[SessionId, StoredSession]) -> bool:
    """Whether the damage was noticed; fails where something other than the stored session is shown as true."""
    try:
        with closing(SqliteSessionStore(copy)) as store:
            store.sessions()
            read = {id_: store.load(id_) for id_ in whole}
    except StoreError:
        return True
    for id_, session in read.items():
        assert session.events == whole[id_].events
        assert session.sources == whole[id_].sources
        assert session.path == whole[id_].path
    return False
