"""Care for the store as a whole: where it lies, its backups, going back to one, and whether it is sound; for windows and terminal."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from simulator.messages.message import Message, When
from simulator.messages.sentences import storage as stored
from simulator.messages.sentences import store_care as say
from simulator.session.store import NO_MEASURES, Fault, SessionFilter, SessionOrder, SessionStore
from simulator.storage import backups as files
from simulator.storage.backups import Backup, Reason, backups_of
from simulator.storage.home import STORE_FILE
from simulator.storage.lock import FolderLock
from simulator.storage.private_files import is_private
from simulator.storage.settings import Settings
from simulator.storage.sqlite import SqliteSessionStore

DAY_MS: Final = 24 * 60 * 60 * 1000

_WHY: Final = {
    Reason.SESSION: say.WHY_SESSION,
    Reason.ASKED: say.WHY_ASKED,
    Reason.UPDATE: say.WHY_UPDATE,
    Reason.RESTORE: say.WHY_RESTORE,
}


@dataclass(frozen=True, slots=True)
class StoreState:
    """How the store is kept.

    ``private`` tells that no other user of the machine can look into the folder; ``missing`` is the name that the settings
    know where the store, against expectation, holds nobody and nothing, and ``None`` where all is as expected;
    ``unreadable`` says why the store cannot be read, if it cannot.
    """

    folder: Path
    private: bool
    backups: tuple[Backup, ...]
    missing: str | None = None
    unreadable: Message | None = None

    @property
    def last_backup(self) -> Backup | None:
        """The newest backup that can be read."""
        return next((backup for backup in self.backups if backup.sessions is not None), None)

    @property
    def to_go_back_to(self) -> Backup | None:
        """The newest backup with conversations in it."""
        return next((backup for backup in self.backups if backup.sessions), None)

    def told(self) -> tuple[Message, ...]:
        """The state in sentences, what needs an answer first."""
        return (*self.asked(), say.LIES_IN(folder=str(self.folder)), self._privacy(), self._last())

    def asked(self) -> tuple[Message, ...]:
        """What has to be asked about a store that cannot be read, or that is empty against expectation."""
        newest = self.to_go_back_to
        if self.unreadable is not None:
            if newest is None:
                return self.unreadable, say.UNREADABLE_NO_BACKUP()
            return self.unreadable, say.UNREADABLE_GO_BACK(when=When(newest.at_ms), count=newest.sessions or 0)
        if self.missing is None:
            return ()
        if newest is None:
            return say.EMPTY(name=self.missing), say.EMPTY_NO_BACKUP()
        return say.EMPTY(name=self.missing), say.EMPTY_GO_BACK(when=When(newest.at_ms), count=newest.sessions or 0)

    def _privacy(self) -> Message:
        return say.PRIVATE() if self.private else stored.FOLDER_NOT_PRIVATE(folder=str(self.folder))

    def _last(self) -> Message:
        last = self.last_backup
        return say.NO_BACKUP_YET() if last is None else say.LAST_BACKUP(when=When(last.at_ms), count=last.sessions or 0)


def store_state(folder: Path, settings: Settings, store: SessionStore | None) -> StoreState:
    """How the store of a data folder is kept; ``store`` is ``None`` where it could not be opened."""
    missing = settings.name if store is not None and is_unexpectedly_empty(store, settings) else None
    return StoreState(folder, is_private(folder), backups_of(folder / STORE_FILE), missing)


def unreadable_state(folder: Path, why: Message) -> StoreState:
    """How the store of a data folder is kept that cannot be read. Opens every backup."""
    return StoreState(folder, is_private(folder), backups_of(folder / STORE_FILE), unreadable=why)


def is_unexpectedly_empty(store: SessionStore, settings: Settings) -> bool:
    """Whether the settings know a person, and the store knows neither them nor any conversation."""
    if not settings.person or any(person.id == settings.person for person in store.people()):
        return False
    return not store.query(SessionFilter(), SessionOrder.NEWEST, NO_MEASURES, size=1).headers


# Backups.


def due(last_backup_ms: int | None, now_ms: int) -> bool:
    """Whether it is time for another backup: there is none, or it is older than a day, or from a clock that went wrong."""
    return last_backup_ms is None or not 0 <= now_ms - last_backup_ms < DAY_MS


def back_up(
    store: SqliteSessionStore, now_ms: int, reason: Reason = Reason.ASKED
) -> Generator[tuple[int, int], None, Path]:
    """Copy the store in parts, between which others can use it; tells how much remains of how much, gives the copy's path."""
    return store.back_up(reason, now_ms)


def restore(folder: Path, name: str, now_ms: int) -> None:
    """Put a backup in the store's place, which must not be open; what was there becomes a backup itself.

    Raises ``StoreInUse`` where a program has the folder open, and ``StoreError``, with everything as it was, if it cannot
    be done.
    """
    lock = FolderLock(folder)
    try:
        files.restore(folder / STORE_FILE, name, now_ms)
    finally:
        lock.release()


def reason_told(backup: Backup) -> Message:
    """Why a backup was made."""
    return _WHY[backup.reason]()


def backup_told(backup: Backup) -> Message:
    """A backup as one line: when it was made, how many conversations are in it, and why it was made."""
    when, why = When(backup.at_ms), reason_told(backup)
    if backup.sessions is None:
        return say.BACKUP_UNREADABLE(when=when, why=why)
    return say.BACKUP_LINE(when=when, count=backup.sessions, why=why)


# Soundness.


def verify(store: SessionStore) -> Generator[tuple[int, int], None, tuple[Fault, ...]]:
    """Look through the whole store in parts; tells how many conversations were looked at of how many, gives the faults."""
    return store.faults_stepwise()


def damage_told(fault: Fault) -> Message:
    """What is damaged, with the conversation that it is about."""
    if fault.session is None:
        return fault.what
    if not fault.title:
        return say.IN_UNNAMED(id=fault.session, what=fault.what)
    return say.IN_SESSION(title=fault.title, id=fault.session, what=fault.what)


def readable_told(fault: Fault) -> Message | None:
    """What of a conversation can still be read; nothing where the fault is of no single conversation."""
    if fault.session is None:
        return None
    return say.READABLE(count=fault.readable_steps) if fault.readable_steps else say.NOTHING_READABLE()


def advice_told(fault: Fault) -> Message:
    """What can be done about it."""
    return say.DO_STORE() if fault.session is None else say.DO_SESSION()
