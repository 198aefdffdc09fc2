"""What a stored step costs, against a bare commit of the same database with the same settings."""

from __future__ import annotations

import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

import apsw

from simulator.session.codec import encode
from simulator.storage.sqlite import SqliteSessionStore
from tests.bench.measuring import Row, milliseconds
from tests.storage.concert import ROBIN, begun, keep, played, timing

_TIMES = 2.0


def storing(rounds: int = 300) -> list[Row]:
    """Steps appended and bare rows committed by turns, both through to the disk."""
    with tempfile.TemporaryDirectory() as folder:
        return [_time(Path(folder), rounds)]


def _time(folder: Path, rounds: int) -> Row:
    bare = apsw.Connection(str(folder / "bare.sqlite3"))
    bare.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON").fetchall()
    bare.execute("CREATE TABLE log (body BLOB)")
    event = played(1).events[2]
    body = encode(event)
    times = []
    with closing(bare), closing(SqliteSessionStore(folder / "sessions.sqlite3")) as store:
        store.add_person(ROBIN)
        session = keep(store, begun(1))
        for step in range(1, rounds + 1):
            before = time.perf_counter()
            store.append(session, event, timing(step))
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
