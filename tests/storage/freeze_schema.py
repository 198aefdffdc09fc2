"""Writes a store of today's version, with two sessions in it, as ``schemas/NNNN.sql``: run once for each release.

python -m tests.storage.freeze_schema
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from simulator.storage import SqliteSessionStore
from simulator.storage.schema import APPLICATION_ID, released_migrations
from tests.storage.concert import SOURCES, concert, some_actions, started

SCHEMAS = Path(__file__).parent / "schemas"


def main() -> None:
    version = released_migrations()[-1].number
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sessions.sqlite3"
        with closing(SqliteSessionStore(path)) as store:
            finished = store.create(started("Robin"), "The concert", concert().path, SOURCES)
            for action in some_actions():
                store.append(finished, action)
            store.close_session(finished, "partly")
            still_open = store.create(started("Kim"), "The concert", concert().path, SOURCES)
            store.append(still_open, some_actions()[0])
        with closing(sqlite3.connect(path)) as connection:
            lines = [*connection.iterdump(), f"PRAGMA application_id = {APPLICATION_ID};"]
    lines.append(f"PRAGMA user_version = {version};")
    (SCHEMAS / f"{version:04}.sql").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
