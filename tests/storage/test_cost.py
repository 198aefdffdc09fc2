"""What a stored step costs, in bytes of the file and against a bare commit of the same database."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

import apsw

from simulator.session import Chose, SessionId
from simulator.session.codec import encode
from simulator.storage import SqliteSessionStore
from tests.storage.concert import SOURCES, concert, some_actions, started

BYTES_PER_EVENT = 60
TIMES_A_BARE_COMMIT = 2.0


def test_an_event_costs_at_most_sixty_bytes_of_the_file(tmp_path: Path) -> None:
    """Everything that a session adds is counted: its start, its row in the list, its steps."""
    path = tmp_path / "sessions.sqlite3"
    with closing(SqliteSessionStore(path)) as store:
        store._connection.execute("PRAGMA synchronous = OFF")
        _play(store, range(5))
    before = path.stat().st_size
    with closing(SqliteSessionStore(path)) as store:
        store._connection.execute("PRAGMA synchronous = OFF")
        events = _play(store, range(5, 305))
    assert (path.stat().st_size - before) / events <= BYTES_PER_EVENT


def _play(store: SqliteSessionStore, seeds: range) -> int:
    events = 0
    for seed in seeds:
        session = store.create(started(seed=seed), "The concert", concert().path, SOURCES)
        for action in some_actions(seed):
            store.append(session, action)
        events += store.load(session).header.steps + 1
        store.close_session(session, "partly")
    return events


def test_a_stored_step_takes_at_most_twice_a_bare_commit(tmp_path: Path) -> None:
    bare = apsw.Connection(str(tmp_path / "bare.sqlite3"))
    bare.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE log (body BLOB)").fetchall()
    store = SqliteSessionStore(tmp_path / "sessions.sqlite3")
    session = store.create(started(), "The concert", concert().path, SOURCES)
    action = Chose("own-it", 4000)
    body = encode(action)
    ratio = _ratio(
        lambda: store.append(session, action),
        lambda: bare.execute("INSERT INTO log VALUES (?)", (body,)),
    )
    store.close()
    bare.close()
    assert ratio <= TIMES_A_BARE_COMMIT


def test_a_list_of_many_sessions_reads_one_row_each(tmp_path: Path) -> None:
    with closing(SqliteSessionStore(tmp_path / "sessions.sqlite3")) as store:
        session = store.create(started(), "The concert", concert().path, SOURCES)
        for action in some_actions():
            store.append(session, action)
        steps_before = _work(store)
        for action in some_actions() * 20:
            store.append(session, action)
        assert _work(store) <= steps_before * 1.5
        assert store.sessions()[0].id == SessionId(1)


def _work(store: SqliteSessionStore) -> int:
    """How many instructions the database needs for the list."""
    counted = 0

    def count() -> bool:
        nonlocal counted
        counted += 1
        return False

    store._connection.set_progress_handler(count, 1)
    store.sessions()
    store._connection.set_progress_handler(None)
    return counted


def _ratio(ours: Callable[[], object], floor: Callable[[], object], blocks: int = 8, rounds: int = 50) -> float:
    """Median time of ours over the floor's, by turns, in the quietest of some blocks: other programs use the disk too."""
    return min(median(_timed(ours, floor, rounds)) for _ in range(blocks))


def _timed(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> list[float]:
    ratios = []
    gc.disable()
    for _ in range(rounds):
        before = time.perf_counter()
        ours()
        between = time.perf_counter()
        floor()
        ratios.append((between - before) / (time.perf_counter() - between))
    gc.enable()
    return ratios
