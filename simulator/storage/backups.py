"""Dated, checked copies of the store: made while it works, the last ten and one a month kept, and put back when needed."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import apsw

from simulator.alliance import Code
from simulator.messages.sentences import storage as say
from simulator.session.store import StoreError
from simulator.storage.database_errors import worded
from simulator.storage.files import sync_folder
from simulator.storage.private_files import PRIVATE_FILE, PRIVATE_FOLDER

FOLDER: Final = "backups"
KEPT: Final = 10
"""So many of the newest stay; of older ones the first of each month."""

_NAME: Final = re.compile(r"sessions-(\d{8}T\d{9})-([a-z-]+)\.sqlite3")
_SIDE_FILES: Final = ("-wal", "-shm", "-journal")
_PAGES: Final = 64


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
    with suppress(OSError):
        stamps = [match[1] for path in backup_folder(store).iterdir() if (match := _NAME.fullmatch(path.name))]
        return _at_ms(max(stamps)) if stamps else None
    return None


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
    connection: apsw.Connection, store: Path, reason: Reason, now_ms: int
) -> Generator[tuple[int, int], None, Path]:
    """Copy a store a few pages at each step, telling how many remain of how many; at the end the copy is checked.

    The generator returns the path of the copy. Until it is whole it has no name that anybody looks for.
    """
    folder = backup_folder(store)
    target = folder / f"sessions-{_stamp(now_ms)}-{reason}.sqlite3"
    unfinished = target.with_suffix(".part")
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY, PRIVATE_FILE))
        with worded(unfinished):
            yield from _copy(connection, unfinished)
            _check(unfinished)
        _sync(unfinished)
        unfinished.replace(target)
        sync_folder(folder)
    except OSError as fault:
        raise StoreError(say.BACKUP_FAILED(path=str(target), reason=fault.strerror or "")) from fault
    finally:
        for path in (unfinished, *(unfinished.with_name(unfinished.name + end) for end in _SIDE_FILES)):
            with suppress(OSError):
                path.unlink(missing_ok=True)
    thin_out(store)
    return target


def thin_out(store: Path, kept: int = KEPT) -> None:
    """Delete copies that are neither among the newest nor the first of their month."""
    found = sorted(backups_of_names(store), reverse=True)
    first_of_month = {}
    for name in found:
        first_of_month[name[len("sessions-") : len("sessions-202601")]] = name
    for name in found[kept:]:
        if name not in first_of_month.values():
            with suppress(OSError):
                (backup_folder(store) / name).unlink()


def backups_of_names(store: Path) -> tuple[str, ...]:
    """The names of the copies of a store."""
    with suppress(OSError):
        return tuple(path.name for path in backup_folder(store).iterdir() if _NAME.fullmatch(path.name))
    return ()


def restore(store: Path, name: str, now_ms: int) -> None:
    """Put a copy in the place of the store, which must not be open; what was there becomes a copy itself.

    Raises ``StoreError`` with everything as it was if that cannot be done.
    """
    source = backup_folder(store) / name
    if _NAME.fullmatch(name) is None or not source.is_file():
        raise StoreError(say.NO_BACKUP(name=name))
    fresh = store.with_suffix(".restoring")
    try:
        with worded(source), closing(apsw.Connection(str(source), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
            for _ in _copy(connection, fresh):
                pass
            _check(fresh)
        fresh.chmod(PRIVATE_FILE)
        _sync(fresh)
        _put_aside(store, now_ms)
        fresh.replace(store)
        sync_folder(store.parent)
    except OSError as fault:
        raise StoreError(say.RESTORE_FAILED(name=name, reason=fault.strerror or "")) from fault
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _put_aside(store: Path, now_ms: int) -> None:
    """Keep what is in the store's place, whole or damaged, with what belongs to it, as a copy that can be put back."""
    if not store.exists():
        return
    folder = backup_folder(store)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    target = folder / f"sessions-{_stamp(now_ms)}-{Reason.RESTORE}.sqlite3"
    with suppress(apsw.Error), closing(apsw.Connection(str(store))) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    for end in _SIDE_FILES:
        beside = store.with_name(store.name + end)
        if beside.exists():
            # A log that could not be brought in belongs to the file; it goes where the file goes.
            beside.replace(target.with_name(target.name + end))
    store.replace(target)


def _copy(connection: apsw.Connection, target: Path) -> Iterator[tuple[int, int]]:
    with closing(apsw.Connection(str(target))) as copy:
        with copy.backup("main", connection, "main") as backup:
            while not backup.done:
                backup.step(_PAGES)
                yield backup.remaining, backup.page_count
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()


def _check(copy: Path) -> None:
    """Raise ``StoreError`` unless a copy can be read from its first page to its last."""
    with closing(apsw.Connection(str(copy))) as connection:
        if connection.execute("PRAGMA integrity_check(1)").get != "ok":
            raise StoreError(say.BACKUP_UNSOUND(path=str(copy)))


def _sessions(path: Path) -> int | None:
    try:
        with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
            return int(connection.execute("SELECT count(*) FROM sessions").get)
    except apsw.Error:
        return None


def _stamp(at_ms: int) -> str:
    seconds, ms = divmod(at_ms, 1000)
    return time.strftime("%Y%m%dT%H%M%S", time.gmtime(seconds)) + f"{ms:03d}"


def _at_ms(stamp: str) -> int:
    from calendar import timegm

    return timegm(time.strptime(stamp[:15], "%Y%m%dT%H%M%S")) * 1000 + int(stamp[15:])


def _sync(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
