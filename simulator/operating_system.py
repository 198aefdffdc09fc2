"""What is asked of the operating system and it may refuse: locks, rights, syncs, new names, and what its programs know.

One place, so that a test can stand in for a full disk, a forbidden folder or a lock that somebody else holds.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final


class OperatingSystem:
    """The system that the program runs on; every act raises ``OSError`` where it is refused."""

    def open_for_lock(self, path: Path) -> int:
        """Open a file that is there to be locked, made if need be; only the user may read it."""
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def lock(self, handle: int) -> None:
        """Hold an open file for this program, without waiting, until it is closed or the program dies."""
        _lock(handle)

    def sync(self, handle: int) -> None:
        """Have what was written to an open file, or a folder, survive a power cut."""
        os.fsync(handle)

    def put_in_place(self, written: Path, path: Path) -> None:
        """Give a written file its name, in the place of what had the name before, in one step."""
        written.replace(path)

    def set_rights(self, path: Path, mode: int) -> None:
        """Say who may do what with a file."""
        path.chmod(mode)

    def make_new(self, path: Path, mode: int) -> None:
        """Make an empty file with these rights from its first moment on; refused where there is one."""
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))

    def answer_of(self, program: Sequence[str], patience_s: float) -> bytes:
        """What another program writes; refused where there is none, or where it does not end in time."""
        # Loaded late: a start asks nobody.
        import subprocess

        try:
            return subprocess.run(program, capture_output=True, timeout=patience_s, check=False).stdout
        except subprocess.TimeoutExpired as late:
            raise TimeoutError(str(late)) from late


THIS_SYSTEM: Final = OperatingSystem()

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
