"""The data folder: where it is, and opening the store in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from simulator.session import StoreError
from simulator.storage.lock import FolderLock
from simulator.storage.sqlite import SqliteSessionStore

HOME_VARIABLE: Final = "ATTUNE_HOME"
STORE_FILE: Final = "sessions.sqlite3"


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
    _create(folder)
    lock = FolderLock(folder)
    try:
        return SqliteSessionStore(folder / STORE_FILE, lock=lock)
    except StoreError:
        lock.release()
        raise


def _users_own() -> Path:
    # Not needed, and not loaded, where the folder is named.
    import platformdirs

    return platformdirs.user_data_path("Attune", appauthor=False)


def _create(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as fault:
        raise StoreError(
            f"The data folder “{folder}” cannot be created: a file is in the way. Move it, or set {HOME_VARIABLE} to "
            "another folder."
        ) from fault
    except OSError as fault:
        raise StoreError(
            f"The data folder “{folder}” cannot be created: {fault.strerror}. Set {HOME_VARIABLE} to a folder that you "
            "may write in."
        ) from fault
