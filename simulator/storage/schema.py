"""Numbered migrations: how a store of any released version becomes one of today's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import apsw

from simulator.messages.message import Listed
from simulator.messages.sentences import storage as say
from simulator.session.errors import StoreDamaged, StoreError

APPLICATION_ID: Final = 0x41747475
"""Stands in the file's header and tells our stores from other programs' databases."""

_FOLDER: Final = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered step of the schema: ``sql`` brings a store of the version before to this one, ``fill`` its rows."""

    number: int
    sql: str
    fill: Callable[[apsw.Connection], None] | None = None


def released_migrations() -> tuple[Migration, ...]:
    """All migrations in order; they are numbered from 1 without gaps."""
    # Late: what it takes to read logs of the first edition is needed once in a store's life.
    from simulator.storage.first_store import bring_over
    from simulator.storage.named_items import name_by_digest

    fills = {2: bring_over, 3: name_by_digest}
    files = sorted(_FOLDER.glob("[0-9]*.sql"))
    return tuple(
        Migration(int(file.name[:4]), file.read_text(encoding="utf-8"), fills.get(int(file.name[:4]))) for file in files
    )


NEWEST: Final = 3
"""The version of today's stores (the number of the last migration)."""


def version_of(connection: apsw.Connection, path: Path) -> int:
    """The store's version, 0 for an empty file; raises ``StoreError`` if it is some other program's database."""
    version = _number(connection, "PRAGMA user_version")
    known = _number(connection, "PRAGMA application_id")
    empty = _number(connection, "SELECT count(*) FROM sqlite_schema") == 0
    if version == known == 0 and empty:
        return 0
    if known != APPLICATION_ID or version < 1:
        raise StoreError(say.OTHER_PROGRAM(path=str(path)))
    return version


def refuse_newer(version: int, newest: int, path: Path) -> None:
    """Raise ``StoreError`` if a newer program wrote this store; nothing is changed."""
    if version > newest:
        raise StoreError(say.NEWER(path=str(path), version=version, known=newest))


def refuse_foreign(connection: apsw.Connection, path: Path) -> None:
    """Raise ``StoreDamaged`` if the store holds triggers or views: we make none, and they would act on what we store."""
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name LIMIT 5")
    names = tuple(str(name) for (name,) in found)
    if names:
        raise StoreDamaged(say.FOREIGN_PARTS(path=str(path), names=Listed(names)))


def migrate(
    connection: apsw.Connection, version: int, migrations: tuple[Migration, ...], back_up: Callable[[], object]
) -> None:
    """Bring a store to the newest version, all or nothing; an older store is backed up first."""
    due = [m for m in migrations if m.number > version]
    if not due:
        return
    if version:
        back_up()
    with connection:
        for migration in due:
            connection.execute(migration.sql).fetchall()
            if migration.fill is not None:
                migration.fill(connection)
        connection.execute(f"PRAGMA user_version = {due[-1].number}")


def _number(connection: apsw.Connection, query: str) -> int:
    return int(connection.execute(query).get)
