"""Dated, checked copies of the store: made while it works, the last ten and one a month kept, and put back when needed."""

from __future__ import annotations

import re
import time
from calendar import timegm
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import apsw

from simulator.alliance.codes import Code
from simulator.messages.message import Message
from simulator.messages.sentences import storage as say
from simulator.operating_system import THIS_SYSTEM, OperatingSystem
from simulator.session.errors import StoreDamaged, StoreError
from simulator.storage.database_errors import worded
from simulator.storage.private_files import PRIVATE_FOLDER, begin_private, beside, make_private
from simulator.storage.schema import NEWEST, refuse_foreign, refuse_newer, version_of

FOLDER: Final = "backups"
KEPT: Final = 10
"""So many of the newest stay; of older ones the first of each month."""

_NAME: Final = re.compile(r"sessions-(\d{8}T\d{9})-([a-z-]+)\.sqlite3")
_UNFINISHED: Final = ".part"
_RESTORING: Final = ".restoring"
_PAGES: Final = 64
_GLANCE_S: Final = 0.02


class Reason(Code):
    """Why a copy was made."""

    SESSION = "session"
    ASKED = "asked"
    UPDATE = "update"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the store: its file, when it was made (UTC, ms), why, and how many conversations are in it.

    ``sessions`` is ``None`` where the copy cannot be read.
    """

    path: Path
    at_ms: int
    reason: Reason
    sessions: int | None

    @property
    def name(self) -> str:
        """The file's name, by which it is asked for."""
        return self.path.name


def backup_folder(store: Path) -> Path:
    """Where the copies of a store are."""
    return store.parent / FOLDER


def backups_of(store: Path) -> tuple[Backup, ...]:
    """The copies of a store, newest first."""
    found = []
    with suppress(OSError):
        for path in backup_folder(store).iterdir():
            match = _NAME.fullmatch(path.name)
            if match is not None and match[2] in set(Reason):
                found.append(Backup(path, _at_ms(match[1]), Reason(match[2]), _sessions(path)))
    return tuple(sorted(found, key=lambda backup: backup.path.name, reverse=True))


def last_backup_ms(store: Path) -> int | None:
    """When the newest copy was made (UTC, ms); no copy is opened for it."""
    stamps = [match[1] for name in _names(store) if (match := _NAME.fullmatch(name))]
    return _at_ms(max(stamps)) if stamps else None


def back_up_now(connection: apsw.Connection, store: Path, reason: Reason) -> Path:
    """Copy a store at once, before something happens to it; raises ``StoreError`` if that cannot be done."""
    copying = copy_stepwise(connection, store, reason, time.time_ns() // 1_000_000)
    while True:
        try:
            next(copying)
        except StopIteration as done:
            path: Path = done.value
            return path


def copy_stepwise(
    connection: apsw.Connection, store: Path, reason: Reason, now_ms: int, system: OperatingSystem = THIS_SYSTEM
) -> Generator[tuple[int, int], None, Path]:
    """Copy a store a few pages at each step, telling how many remain of how many; at the end the copy is checked.

    The generator returns the path of the copy. Until it is whole it has no name that anybody looks for.
    """
    folder = backup_folder(store)
    target = folder / f"sessions-{_stamp(now_ms)}-{reason}.sqlite3"
    unfinished = target.with_suffix(_UNFINISHED)
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        _clear_away(folder)
        begin_private(unfinished)
        with worded(unfinished):
            yield from _copy(connection, unfinished)
            yield from _checked(unfinished)
        system.sync_file(unfinished)
        system.put_in_place(unfinished, target)
        system.sync_folder(folder)
    except OSError as fault:
        raise StoreError(say.BACKUP_FAILED(path=str(target), reason=fault.strerror or "")) from fault
    finally:
        _remove(unfinished)
    thin_out(store)
    return target


def thin_out(store: Path, kept: int = KEPT) -> None:
    """Delete copies that are neither among the newest nor the first of their month."""
    found = sorted(_names(store), reverse=True)
    # The last one that is put in is the oldest.
    first_of_month = {name[: len("sessions-202601")]: name for name in found}
    for name in found[kept:]:
        if name not in first_of_month.values():
            _remove(backup_folder(store) / name)


def restore(store: Path, name: str, now_ms: int, system: OperatingSystem = THIS_SYSTEM) -> None:
    """Put a copy in the place of the store, which must not be open; what was there becomes a copy itself.

    Raises ``StoreError`` with everything as it was if that cannot be done.
    """
    source = backup_folder(store) / name
    if _NAME.fullmatch(name) is None or not source.is_file():
        raise StoreError(say.NO_BACKUP(name=name))
    fresh = store.with_suffix(_RESTORING)
    try:
        _remove(fresh)
        begin_private(fresh)
        with worded(source), closing(apsw.Connection(str(source), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
            for _ in _copy(connection, fresh):
                pass
            _check(fresh, source, say.BACKUP_DAMAGED(name=name))
        system.sync_file(fresh)
        _keep_what_is_there(store, now_ms, system)
        system.put_in_place(fresh, store)
        system.sync_folder(store.parent)
    except OSError as fault:
        raise StoreError(say.RESTORE_FAILED(name=name, reason=fault.strerror or "")) from fault
    finally:
        _remove(fresh)


def _keep_what_is_there(store: Path, now_ms: int, system: OperatingSystem) -> None:
    """Make a copy of what is in the store's place, whole or damaged, with what belongs to it; the store stays where it is."""
    if not store.exists():
        return
    folder = backup_folder(store)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    target = folder / f"sessions-{_stamp(now_ms)}-{Reason.RESTORE}.sqlite3"
    with suppress(apsw.Error), closing(apsw.Connection(str(store))) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    system.copy(store, target)
    make_private(target, system)
    system.sync_file(target)
    for log in beside(store):
        if log.exists():
            # A log that could not be brought in belongs to the file that it was written for, and to no other.
            system.put_in_place(log, target.with_name(target.name + log.name.removeprefix(store.name)))


def _copy(connection: apsw.Connection, target: Path) -> Iterator[tuple[int, int]]:
    with closing(apsw.Connection(str(target))) as copy:
        with copy.backup("main", connection, "main") as backup:
            while not backup.done:
                backup.step(_PAGES)
                yield backup.remaining, backup.page_count
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()


def _checked(copy: Path) -> Iterator[tuple[int, int]]:
    """Check a copy on a thread of its own: of a large one that takes seconds, and nobody shall wait behind it."""
    with ThreadPoolExecutor(1) as checking:
        found = checking.submit(_check, copy, copy, say.BACKUP_UNSOUND(path=str(copy)))
        while not found.done():
            wait([found], timeout=_GLANCE_S)
            yield 0, 1
        found.result()


def _check(copy: Path, named: Path, unsound: Message) -> None:
    """Raise ``StoreError`` unless a copy is a store that can be read from its first page to its last."""
    with closing(apsw.Connection(str(copy))) as connection:
        refuse_newer(version_of(connection, named), NEWEST, named)
        refuse_foreign(connection, named)
        if connection.execute("PRAGMA integrity_check(1)").get != "ok":
            raise StoreDamaged(unsound)


def _sessions(path: Path) -> int | None:
    try:
        with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
            return int(connection.execute("SELECT count(*) FROM sessions").get)
    except apsw.Error:
        return None


def _names(store: Path) -> tuple[str, ...]:
    with suppress(OSError):
        return tuple(path.name for path in backup_folder(store).iterdir() if _NAME.fullmatch(path.name))
    return ()


def _clear_away(folder: Path) -> None:
    """Remove what copies have left that were never finished."""
    for path in folder.glob(f"sessions-*{_UNFINISHED}"):
        _remove(path)


def _remove(database: Path) -> None:
    for path in (database, *beside(database)):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _stamp(at_ms: int) -> str:
    seconds, ms = divmod(at_ms, 1000)
    return time.strftime("%Y%m%dT%H%M%S", time.gmtime(seconds)) + f"{ms:03d}"


def _at_ms(stamp: str) -> int:
    return timegm(time.strptime(stamp[:15], "%Y%m%dT%H%M%S")) * 1000 + int(stamp[15:])
