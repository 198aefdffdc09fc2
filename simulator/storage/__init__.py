"""Where a trainee's sessions and settings are kept on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.late import names_on_demand

if TYPE_CHECKING:
    from simulator.storage.home import data_folder, open_store
    from simulator.storage.lock import FolderLock
    from simulator.storage.settings import Settings, Theme, load_settings, save_settings
    from simulator.storage.sqlite import MemorySessionStore, SqliteSessionStore
else:
    __getattr__ = names_on_demand(
        __name__,
        {
            "home": "data_folder open_store",
            "lock": "FolderLock",
            "settings": "Settings Theme load_settings save_settings",
            "sqlite": "MemorySessionStore SqliteSessionStore",
        },
    )

__all__ = [
    "FolderLock",
    "MemorySessionStore",
    "Settings",
    "SqliteSessionStore",
    "Theme",
    "data_folder",
    "load_settings",
    "open_store",
    "save_settings",
]
