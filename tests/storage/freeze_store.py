"""Writes a store of today's version, with something of everything in it, as ``schemas/NNNN.sql``: run once for each release.

python -m tests.storage.freeze_store
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Final

from simulator.session.store import Measures
from simulator.session.vocabulary import Met
from simulator.storage.schema import APPLICATION_ID, NEWEST
from simulator.storage.sqlite import SqliteSessionStore
from tests.storage.asking import KEY, forked
from tests.storage.concert import KIM, ROBIN, keep, played, session_id, timing
from tests.storage.contract_remarks import comment, correction, note

SCHEMAS: Final = Path(__file__).parent / "schemas"


def main() -> None:
    """Write it down; what is there already is never written again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sessions.sqlite3"
        with closing(SqliteSessionStore(path)) as store:
            _fill(store)
        with closing(sqlite3.connect(path)) as connection:
            lines = [*connection.iterdump(), f"PRAGMA application_id = {APPLICATION_ID};"]
    lines.append(f"PRAGMA user_version = {NEWEST};")
    with (SCHEMAS / f"{NEWEST:04}.sql").open("x", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def _fill(store: SqliteSessionStore) -> None:
    for person in (ROBIN, KIM):
        store.add_person(person)
    store.note_met(ROBIN.id, "push-me", Met.PROOF, 1_790_000_000_000)
    ended, still_open = keep(store, played(7)), keep(store, played(2, KIM.id, steps=5))
    store.fork(forked(store, ended, 4, 900), timing(0))
    for remark in (note(1, ended), comment(2, still_open, 3), correction(3, "own-it")):
        store.remark(remark)
    store.put_measures(ended, KEY, store.load(ended).header.head, Measures(71, {"noticing": 4, "depth": None}, {1: 3}))
    assert store.load(session_id(900)).header.steps == 3


if __name__ == "__main__":
    main()
