"""The data folder: where it is, that it is private, and opening the store in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.messages.sentences import storage as say
from simulator.session.errors import StoreError
from simulator.storage.cache import CACHE_FOLDER
from simulator.storage.lock import LOCK_FILE, FolderLock
from simulator.storage.private_files import PRIVATE_FOLDER, beside, is_private, make_private
from simulator.storage.program_log import KEPT, LOG_FILE
from simulator.storage.settings import DAMAGED_FILE, SETTINGS_FILE

if TYPE_CHECKING:
    from simulator.storage.sqlite import SqliteSessionStore

HOME_VARIABLE: Final = "ATTUNE_HOME"
STORE_FILE: Final = "sessions.sqlite3"
KEY_FOLDER: Final = "keys"
"""Holds the keys that people sign with, a file for each of them."""
HANDED_IN_FOLDER: Final = "handed-in"
"""Holds what was handed in to whoever reviews here."""
RATING_FOLDER: Final = "ratings"
"""Holds blind ratings, and tasks to rate."""
ASSIGNMENTS_FOLDER: Final = "assignments"
"""Holds the assignments that people here have accepted."""
_LOGS: Final = (LOG_FILE, *(f"{LOG_FILE}.{number}" for number in range(1, KEPT + 1)))
_FILES: Final = (STORE_FILE, SETTINGS_FILE, DAMAGED_FILE, LOCK_FILE, "library-index.json", *_LOGS)
_FOLDERS: Final = (
    "backups",
    CACHE_FOLDER,
    "unsaved-scenarios",
    KEY_FOLDER,
    HANDED_IN_FOLDER,
    RATING_FOLDER,
    ASSIGNMENTS_FOLDER,
)


def data_folder(environ: Mapping[str, str]) -> Path:
    """The folder for sessions and settings, created if need be: ``ATTUNE_HOME``, else the user's own data folder.

    Raises ``StoreError`` if it cannot be created.
    """
    chosen = environ.get(HOME_VARIABLE)
    folder = Path(chosen).expanduser().absolute() if chosen else _users_own()
    _create(folder)
    return folder


def open_store(folder: Path) -> SqliteSessionStore:
    """The sessions of a data folder, held for this program until the store is closed.

    Raises ``StoreInUse`` if another program has the folder open, and ``StoreError`` if it cannot be used.
    """
    # Late: the window shows before the store is loaded, on the thread that will own it.
    from simulator.storage.sqlite import SqliteSessionStore

    _create(folder)
    lock = FolderLock(folder)
    keep_private(folder)
    try:
        return SqliteSessionStore(folder / STORE_FILE, lock=lock)
    except BaseException:
        lock.release()
        raise


def keep_private(folder: Path) -> bool:
    """Take the rights of other users from the files of a data folder; gives whether the folder itself is private too.

    The rights of a folder that was there before are its owner's business: they are told, and not changed.
    """
    inside = (file for name in _FOLDERS for file in (folder / name).glob("*"))
    for file in (*(folder / name for name in _FILES), *beside(folder / STORE_FILE), *inside):
        make_private(file)
    return is_private(folder)


def _users_own() -> Path:
    # Not needed, and not loaded, where the folder is named.
    import platformdirs

    return platformdirs.user_data_path("Attune", appauthor=False)


def _create(folder: Path) -> None:
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as fault:
        raise StoreError(say.FOLDER_IN_THE_WAY(folder=str(folder), variable=HOME_VARIABLE)) from fault
    except OSError as fault:
        reason = fault.strerror or ""
        raise StoreError(say.FOLDER_NOT_CREATED(folder=str(folder), reason=reason, variable=HOME_VARIABLE)) from fault
