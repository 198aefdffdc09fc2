"""Files and folders that only their user may look into."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from simulator.operating_system import THIS_SYSTEM, OperatingSystem

PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700
_OTHERS: Final = 0o077


def make_private(file: Path, system: OperatingSystem = THIS_SYSTEM) -> None:
    """Take the rights of all other users from a file, where there is one and the system lets us."""
    if not is_private(file):
        with suppress(OSError):
            system.set_rights(file, stat.S_IMODE(file.stat().st_mode) & ~_OTHERS)


def begin_private(file: Path, system: OperatingSystem = THIS_SYSTEM) -> None:
    """Make an empty file that is private from its first moment on, where there is none; what forbids it shows later."""
    with suppress(OSError):
        system.make_new(file, PRIVATE_FILE)


def beside(database: Path) -> tuple[Path, ...]:
    """The files that belong to a database file, there or not: its logs, and their index."""
    return tuple(database.with_name(f"{database.name}-{end}") for end in ("wal", "shm", "journal"))


def is_private(path: Path) -> bool:
    """Whether no other user may look into a file or folder; also where there is none, or the system has no such rights."""
    if os.name != "posix":
        return True
    try:
        return not stat.S_IMODE(path.stat().st_mode) & _OTHERS
    except OSError:
        return True
