"""Numbered migrations: how a store of any released version becomes one of today's."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import apsw

from simulator.session import StoreError
from simulator.storage.files import sync_folder

APPLICATION_ID: Final = 0x41747475
"""Stands in the file's header and tells our stores from other programs' databases."""

_FOLDER: Final = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered step of the schema; ``sql`` brings a store of the version before to this one."""

    number: int
    sql: str


def released_migrations() -> tuple[Migration, ...]:
    """All migrations in order; they are numbered from 1 without gaps."""
    files = sorted(_FOLDER.glob("[0-9]*.sql"))
    return tuple(Migration(int(file.name[:4]), file.read_text(encoding="utf-8")) for file in files)


def version_of(connection: apsw.Connection, path: Path) -> int:
    """The store's version, 0 for an empty file; raises ``StoreError`` if it is some other program's database."""
    version = _number(connection, "PRAGMA user_version")
    known = _number(connection, "PRAGMA application_id")
    empty = _number(connection, "SELECT count(*) FROM sqlite_schema") == 0
    if version == known == 0 and empty:
        return 0
    if known != APPLICATION_ID or version < 1:
        raise StoreError(
            f"“{path}” is a database of another program. Move it away, and Attune begins a store of its own."
        )
    return version


def refuse_newer(version: int, migrations: tuple[Migration, ...], path: Path) -> None:
    """Raise ``StoreError`` if a newer program wrote this store; nothing is changed."""
    newest = migrations[-1].number
    if version > newest:
        raise StoreError(
            f"“{path}” was written by a newer Attune (store version {version}; this program knows {newest}). "
            "Update Attune to open it."
        )


def migrate(connection: apsw.Connection, version: int, migrations: tuple[Migration, ...], path: Path) -> None:
    """Bring a store to the newest version, all or nothing; an older store is first copied beside itself."""
    due = [m for m in migrations if m.number > version]
    if not due:
        return
    if version:
        _back_up(connection, backup_path(path, version))
    with connection:
        for migration in due:
            connection.execute(migration.sql).fetchall()
        connection.execute(f"PRAGMA user_version = {due[-1].number}")


def backup_path(path: Path, version: int) -> Path:
    """Where a store of this version is copied before it is migrated."""
    return path.with_name(f"attune-backup-{version}.sqlite3")


def _back_up(connection: apsw.Connection, target: Path) -> None:
    """Copy the database, complete and on disk before its name appears."""
    unfinished = target.with_suffix(".part")
    try:
        unfinished.unlink(missing_ok=True)
        copy = apsw.Connection(str(unfinished))
        try:
            with copy.backup("main", connection, "main") as backup:
                backup.step()
        finally:
            copy.close()
        _sync(unfinished)
        unfinished.replace(target)
        sync_folder(target.parent)
    except OSError as fault:
        raise StoreError(
            f"The store could not be copied to “{target}” before the update ({fault.strerror}); it was left as it is."
        ) from fault


def _sync(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _number(connection: apsw.Connection, query: str) -> int:
    return int(connection.execute(query).get)
