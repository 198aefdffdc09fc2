"""Where a trainee's sessions and settings are kept on this machine."""

from simulator.storage.home import data_folder, open_store
from simulator.storage.lock import FolderLock
from simulator.storage.memory import MemorySessionStore
from simulator.storage.settings import Settings, Theme, load_settings, save_settings
from simulator.storage.sqlite import SqliteSessionStore

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
