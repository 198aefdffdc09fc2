"""What a stored step costs, against a bare commit of the same database with the same settings, and in bytes."""

from __future__ import annotations

import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

import apsw

from simulator.session import Chose
from simulator.session.codec import encode
from simulator.storage import SqliteSessionStore
from tests.bench.measuring import Row, milliseconds
from tests.storage.concert import SOURCES, concert, some_actions, started

_TIMES = 2.0
_BYTES = 60


def storing(rounds: int = 300) -> list[Row]:
    """Steps appended and bare rows committed by turns, both through to the disk; then the bytes of many sessions."""
    with tempfile.TemporaryDirectory() as folder:
        return [_time(Path(folder), rounds), _bytes(Path(folder))]


def _time(folder: Path, rounds: int) -> Row:
    bare = apsw.Connection(str(folder / "bare.sqlite3"))
    bare.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON").fetchall()
    bare.execute("CREATE TABLE log (body BLOB)")
    action = Chose("own-it", 4000)
    body = encode(action)
    times = []
    with closing(bare), closing(SqliteSessionStore(folder / "sessions.sqlite3")) as store:
        session = store.create(started(), "The concert", concert().path, SOURCES)
        for _ in range(rounds):
            before = time.perf_counter()
            store.append(session, action)
            between = time.perf_counter()
            bare.execute("INSERT INTO log VALUES (?)", (body,))
            times.append((between - before, time.perf_counter() - between))
    ratio = median(ours / floor for ours, floor in times)
    return Row(
        "a stored step (wall time; floor: bare SQLite commit, same sync)",
        milliseconds(median(ours for ours, _ in times)),
        milliseconds(median(floor for _, floor in times)),
        ratio,
        f"ratio <= {_TIMES}",
        ratio <= _TIMES,
    )


def _bytes(folder: Path) -> Row:
    path = folder / "many.sqlite3"
    bodies = _play(path, range(5))
    before = path.stat().st_size
    bodies = _play(path, range(5, 305))
    cost = (path.stat().st_size - before) / len(bodies)
    floor = sum(map(len, bodies)) / len(bodies)
    name = "bytes of the file for an event, everything counted (floor: its text alone)"
    return Row(name, f"{cost:.1f}", f"{floor:.1f}", cost / floor, f"<= {_BYTES}", cost <= _BYTES)


def _play(path: Path, seeds: range) -> list[bytes]:
    """Store a session for each seed; gives the bodies of all events."""
    bodies = []
    with closing(SqliteSessionStore(path)) as store:
        # Only the size counts here; waiting for the disk would take a minute.
        store._connection.execute("PRAGMA synchronous = OFF")
        for seed in seeds:
            first = started(seed=seed)
            session = store.create(first, "The concert", concert().path, SOURCES)
            bodies.append(encode(first))
            for action in some_actions(seed):
                store.append(session, action)
                bodies.append(encode(action))
            store.close_session(session, "partly")
    return bodies
