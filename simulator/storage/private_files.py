"""Files and folders that only their user may look into."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700
_OTHERS: Final = 0o077


def make_private(file: Path) -> None:
    """Take the rights of all other users from a file, where there is one and the system lets us."""
    if not is_private(file):
        with suppress(OSError):
            file.chmod(PRIVATE_FILE)


def is_private(path: Path) -> bool:
    """Whether no other user may look into a file or folder; also where there is none, or the system has no such rights."""
    if os.name != "posix":
        return True
    try:
        return not stat.S_IMODE(path.stat().st_mode) & _OTHERS
    except OSError:
        return True
