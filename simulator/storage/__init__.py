"""Where a trainee's sessions and settings are kept on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.late import names_on_demand

if TYPE_CHECKING:
    from simulator.storage.home import data_folder, open_store
    from simulator.storage.lock import FolderLock
    from simulator.storage.memory import MemorySessionStore
    from simulator.storage.settings import Settings, Theme, load_settings, save_settings
    from simulator.storage.sqlite import SqliteSessionStore
else:
    __getattr__ = names_on_demand(
        __name__,
        {
            "home": "data_folder open_store",
            "lock": "FolderLock",
            "memory": "MemorySessionStore",
            "settings": "Settings Theme load_settings save_settings",
            "sqlite": "SqliteSessionStore",
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
