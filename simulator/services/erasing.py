"""Deleting for good: one conversation, or everything of a person, and what of it lies beside the store.

The store must not be open: it is opened here, so that no copy of it is half written meanwhile.
"""

from __future__ import annotations

import mmap
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from uuid import UUID

from simulator.messages.sentences import personal_data as say
from simulator.services.people import of_earlier_settings
from simulator.session.errors import StoreError
from simulator.session.ids import PersonId, SessionId
from simulator.session.store import NO_MEASURES, SessionFilter, SessionOrder, SessionStore
from simulator.storage.assignment_files import accepted_by
from simulator.storage.backups import Backup, Reason, backup_folder, backups_of
from simulator.storage.cache import CACHE_FOLDER, Cache
from simulator.storage.home import STORE_FILE, open_store
from simulator.storage.settings import DAMAGED_FILE, SETTINGS_FILE, load_settings, save_settings
from simulator.storage.signing_keys import key_file
from simulator.storage.sqlite import SqliteSessionStore

_VERSION_AT: Final = 60
"""Where in a database file its version stands, in four bytes."""
_FIRST_VERSION: Final = b"\0\0\0\x01"
_DERIVED: Final = 5
"""The version of UUIDs that were derived for the people and sessions of the first edition."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What deleting has done besides: the backups deleted with it, and those that still hold what was deleted."""

    backups: tuple[Backup, ...] = ()
    still_held_by: tuple[Backup, ...] = ()


def erase_everything(
    folder: Path,
    person: PersonId,
    now_ms: int,
    *,
    also_backups: bool,
    opening: Callable[[Path], SqliteSessionStore] = open_store,
) -> Erased:
    """Delete all that the data folder holds of a person: conversations, remarks, name, settings, cache, half-written copies.

    Backups made before are deleted only with ``also_backups``; what others have in the store is then backed up anew.
    ``opening`` opens the store of the folder, for whoever has the folder locked already. Raises ``StoreError`` where
    something could not be deleted.
    """
    with closing(opening(folder)) as store:
        try:
            return _erase(store, folder, person, lambda: store.erase_person(person), now_ms, also_backups=also_backups)
        finally:
            # A trace that could not be overwritten, or a backup not deleted, brings nobody back.
            if not is_kept(store, person):
                _forget(folder, person)


def is_kept(store: SessionStore, person: PersonId) -> bool:
    """Whether a store knows a person, or any conversation of theirs."""
    wanted = SessionFilter(trainee=person)
    return any(known.id == person for known in store.people()) or bool(
        store.query(wanted, SessionOrder.NEWEST, NO_MEASURES, size=1).headers
    )


def erase_conversation(folder: Path, session: SessionId, now_ms: int, *, also_backups: bool) -> Erased:
    """Delete a conversation with all remarks on it; backups as in ``erase_everything``. Raises ``StoreError``."""
    with closing(open_store(folder)) as store:
        return _erase(store, folder, session, lambda: store.erase(session), now_ms, also_backups=also_backups)


def backups_holding(folder: Path, id_: PersonId | SessionId) -> tuple[Backup, ...]:
    """The backups that hold a person or a session, the newest first; damaged ones too.

    The first edition knew no ids: a backup of that time is taken to hold whatever comes from that time.
    """
    return tuple(backup for backup in backups_of(folder / STORE_FILE) if _holds(backup, id_))


def _erase(
    store: SqliteSessionStore,
    folder: Path,
    id_: PersonId | SessionId,
    erase: Callable[[], None],
    now_ms: int,
    *,
    also_backups: bool,
) -> Erased:
    holding = backups_holding(folder, id_)
    erase()
    # Nobody else writes here while the store is open: what looks half written will never be finished.
    _delete(_half_written(folder))
    if not also_backups:
        return Erased(still_held_by=holding)
    for backup in holding:
        _delete(_files_of(backup))
    if holding and store.people():
        for _ in store.back_up(Reason.ASKED, now_ms):
            pass
    return Erased(holding)


def _half_written(folder: Path) -> Iterator[Path]:
    yield from folder.glob(f"{Path(STORE_FILE).stem}.restoring*")
    yield from backup_folder(folder / STORE_FILE).glob("*.part*")


def _forget(folder: Path, person: PersonId) -> None:
    """Take a person out of the settings, and delete those that were set aside: nobody reads them any more.

    What was worked out about scenarios names nobody, but tells which of them somebody has opened here.
    """
    Cache(folder / CACHE_FOLDER).clear()
    settings = load_settings(folder)
    if person == (settings.person or of_earlier_settings(settings.name)):
        save_settings(folder, replace(settings, name="", person=""))
    _delete(accepted_by(folder, person).everything())
    _delete((key_file(folder, person), folder / DAMAGED_FILE, *folder.glob(f".{SETTINGS_FILE}-*")))


def _files_of(backup: Backup) -> Iterator[Path]:
    """A backup with what may lie beside it: the log of a store that was put aside."""
    yield from backup.path.parent.glob(f"{backup.name}*")


def _holds(backup: Backup, id_: PersonId | SessionId) -> bool:
    return any(_names(path, id_) for path in _files_of(backup))


def _names(path: Path, id_: str) -> bool:
    """Whether a file names an id; a store keeps ids as they are. One that cannot be read may name any."""
    try:
        return _reads(path, id_)
    except OSError:
        return True


def _reads(path: Path, id_: str) -> bool:
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            return False
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            first = content[_VERSION_AT : _VERSION_AT + len(_FIRST_VERSION)] == _FIRST_VERSION
            return (first and _derived(id_)) or content.find(id_.encode()) >= 0


def _derived(id_: str) -> bool:
    """Whether an id was derived from something of the first edition."""
    try:
        return UUID(id_).version == _DERIVED
    except ValueError:
        return False


def _delete(files: Iterable[Path]) -> None:
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError as fault:
            raise StoreError(say.NOT_ERASED(path=str(file), reason=fault.strerror or "")) from fault
