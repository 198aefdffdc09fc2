"""Opens the database of a store: safe to write through, private to the user, and as new as the program."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import apsw

from simulator.messages.sentences import storage as say
from simulator.session.errors import StoreError
from simulator.storage.database_errors import worded
from simulator.storage.private_files import begin_private, beside, make_private
from simulator.storage.schema import (
    NEWEST,
    Migration,
    migrate,
    refuse_foreign,
    refuse_newer,
    released_migrations,
    version_of,
)

IN_MEMORY: Final = Path(":memory:")
BUSY_MS: Final = 5000
"""How long to wait for another program that looks into the file."""

_LONGEST_ROW: Final = 2**24
"""Three times the longest text of a scenario; whatever claims to be longer is not read into the memory."""


def open_database(
    path: Path, vfs: str | None = None, migrations: tuple[Migration, ...] | None = None
) -> apsw.Connection:
    """The connection to a store; raises ``StoreError`` with a sentence if the file cannot be used."""
    with worded(path):
        if path != IN_MEMORY:
            begin_private(path)
        connection = apsw.Connection(str(path), vfs=vfs)
    try:
        with worded(path):
            _prepare(connection, path, migrations)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: apsw.Connection, path: Path, migrations: tuple[Migration, ...] | None) -> None:
    connection.set_busy_timeout(BUSY_MS)
    connection.limit(apsw.SQLITE_LIMIT_LENGTH, _LONGEST_ROW)
    newest = migrations[-1].number if migrations else NEWEST
    version = version_of(connection, path)
    refuse_newer(version, newest, path)
    refuse_foreign(connection, path)
    if path != IN_MEMORY:
        # From here on the file is ours; what the database makes beside it has the rights of the file.
        for file in (path, *beside(path)):
            make_private(file)
        if connection.execute("PRAGMA journal_mode = WAL").get != "wal":
            raise StoreError(say.NO_LOG_HERE(path=str(path)))
    connection.execute("PRAGMA synchronous = FULL").fetchall()
    for pragma in ("fullfsync", "checkpoint_fullfsync", "secure_delete", "cell_size_check"):
        connection.execute(f"PRAGMA {pragma} = ON").fetchall()
    connection.execute("PRAGMA trusted_schema = OFF").fetchall()
    if version < newest:
        due = migrations or released_migrations()
        migrate(connection, version, due, lambda: _back_up(connection, path))
        # A copy of the file must be whole from the first moment on.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.execute("PRAGMA foreign_keys = ON").fetchall()


def _back_up(connection: apsw.Connection, path: Path) -> None:
    # Late: a start has no time for what is needed once in a store's life.
    from simulator.storage.backups import Reason, back_up_now

    back_up_now(connection, path, Reason.UPDATE)
