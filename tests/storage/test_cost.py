"""What storing costs: bytes of the file, pages of the log, waits for the disk. What it takes in time is a matter of the bench."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from statistics import median

from simulator.session.codec import encode
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.concert import ROBIN, begun, keep, played, session_id, some_events, timing
from tests.storage.crowd import crowd
from tests.storage.disks import FragileDisk

BYTES_PER_SESSION = 24_000


def test_a_session_of_twelve_turns_costs_half_as_much_again_as_its_events(tmp_path: Path) -> None:
    """Everything that a session adds is counted: its steps, its row, its place in every list, its measures."""
    path = tmp_path / "sessions.sqlite3"
    template = played(1)
    with closing(SqliteSessionStore(path)) as store:
        crowd(store, [template], 20, 5)
    before = path.stat().st_size
    with closing(SqliteSessionStore(path)) as store:
        crowd(store, [template], 400, 5)
    words = sum(len(encode(event)) for event in template.events)
    cost = (path.stat().st_size - before) / 400
    assert len(template.exchanges) == 12
    assert cost < 1.5 * words
    assert cost < BYTES_PER_SESSION


def test_a_step_waits_for_the_disk_once(tmp_path: Path) -> None:
    disk = FragileDisk("counting")
    try:
        with closing(SqliteSessionStore(tmp_path / "sessions.sqlite3", vfs="counting")) as store:
            keep(store, played(1, steps=4))
            for step, event in enumerate(some_events(1)[4:9], 5):
                disk.syncs.clear()
                store.append(session_id(1), event, timing(step))
                assert disk.syncs == ["sessions.sqlite3-wal"]
    finally:
        disk.unregister()


def test_a_step_writes_few_pages_however_many_sessions_there_are(tmp_path: Path) -> None:
    path, log = tmp_path / "sessions.sqlite3", tmp_path / "sessions.sqlite3-wal"
    with closing(SqliteSessionStore(path)) as store:
        store.add_person(ROBIN)
        crowd(store, [played(1, steps=2)], 500, 5)
        keep(store, begun(9_000))
        store.checkpoint()
        grown = []
        for step, event in enumerate(played(9_000).events[1:11], 1):
            before = log.stat().st_size
            store.append(session_id(9_000), event, timing(step))
            grown.append((log.stat().st_size - before) // 4096)
    # The step, the row of the session, the ledger; now and then a new page.
    assert median(grown) <= 3
    assert max(grown) <= 5
