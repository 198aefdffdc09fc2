"""One program for one data folder: a lock that the operating system takes back when the program dies.

Written on the system's own calls because the usual package imports asyncio, a quarter of the time to the first window.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

from simulator.messages.sentences import storage as say
from simulator.operating_system import THIS_SYSTEM, OperatingSystem
from simulator.session.errors import StoreError, StoreInUse

LOCK_FILE: Final = "attune.lock"
_TAKEN: Final = (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK)


class FolderLock:
    """Holds a data folder for this program until ``release`` or the program's death.

    Raises ``StoreInUse`` if another program holds it and ``StoreError`` if the folder cannot be written.
    """

    def __init__(self, folder: Path, system: OperatingSystem = THIS_SYSTEM) -> None:
        # The file is never deleted: whoever locks a deleted file would hold nothing.
        try:
            self._file: int | None = system.open_for_lock(folder / LOCK_FILE)
        except OSError as fault:
            raise StoreError(say.FOLDER_NOT_WRITTEN(folder=str(folder), reason=fault.strerror or "")) from fault
        try:
            system.lock(self._file)
        except OSError as fault:
            self.release()
            if fault.errno in _TAKEN:
                raise StoreInUse(say.FOLDER_IN_USE(folder=str(folder))) from fault
            raise StoreError(say.FOLDER_NOT_LOCKED(folder=str(folder), reason=fault.strerror or "")) from fault

    def release(self) -> None:
        """Let other programs use the folder."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
