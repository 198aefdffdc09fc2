"""What is asked of the operating system and it may refuse: locks, rights, syncs, new names, and what its programs know.

One place, so that a test can stand in for a full disk, a forbidden folder or a lock that somebody else holds; a test of
its own keeps such calls out of every other module.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import ctypes
    from tempfile import TemporaryDirectory

_PRIVATE: Final = 0o600
_BINARY: Final = getattr(os, "O_BINARY", 0)
_TRIES: Final = 100


class OperatingSystem:
    """The system that the program runs on; every act raises ``OSError`` where it is refused."""

    def open_for_lock(self, path: Path) -> int:
        """Open a file that is there to be locked, made if need be; only the user may read it."""
        return os.open(path, os.O_RDWR | os.O_CREAT, _PRIVATE)

    def lock(self, handle: int) -> None:
        """Hold an open file for this program, without waiting, until it is closed or the program dies."""
        _lock(handle)

    def sync(self, handle: int) -> None:
        """Have what was written to an open file, or a folder, survive a power cut."""
        os.fsync(handle)

    def sync_file(self, path: Path) -> None:
        """Have what another program wrote into a file survive a power cut."""
        self._sync_named(path, os.O_RDWR | _BINARY)

    def sync_folder(self, folder: Path) -> None:
        """Have the names in a folder survive a power cut, where the system offers that."""
        if os.name == "posix":
            self._sync_named(folder, os.O_RDONLY)

    def open_to_read(self, path: Path) -> int:
        """Open a file for reading without waiting for anybody who would write to it, as a pipe does."""
        return os.open(path, os.O_RDONLY | _BINARY | getattr(os, "O_NONBLOCK", 0))

    def begin_beside(self, path: Path, start: str, end: str = "") -> tuple[int, Path]:
        """Make a file in the folder of another, under a name of its own that begins and ends so; only the user may read it."""
        for _ in range(_TRIES):
            new = path.with_name(f"{start}{os.urandom(6).hex()}{end}")
            try:
                return os.open(new, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, _PRIVATE), new
            except FileExistsError:
                continue
        raise FileExistsError(path)

    def put_in_place(self, written: Path, path: Path) -> None:
        """Give a written file its name, in the place of what had the name before, in one step."""
        written.replace(path)

    def copy(self, path: Path, to: Path) -> None:
        """Copy a file with its times and rights."""
        # Loaded late: a start copies nothing.
        import shutil

        shutil.copy2(path, to)

    def note_use(self, path: Path) -> None:
        """Give a file the time of now."""
        os.utime(path)

    def identity(self, path: str) -> tuple[int, int]:
        """What tells a file from another that takes its place under the same name."""
        found = os.stat(path)  # noqa: PTH116 asked before and after every step; paths that are objects take twice the time
        return found.st_dev, found.st_ino

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

    def library(self, name: str) -> ctypes.CDLL:
        """A library of the system, loaded; refused with the reason where it cannot be."""
        import ctypes

        return ctypes.CDLL(name)

    def switch(self, parameter: int) -> bool:
        """How a switch of Windows stands; refused where it does not say."""
        import ctypes

        value = ctypes.c_int(1)
        user32 = getattr(ctypes, "windll").user32  # noqa: B009 only Windows has it, and the types know it nowhere else
        if not user32.SystemParametersInfoW(parameter, 0, ctypes.byref(value), 0):
            raise OSError(parameter)
        return bool(value.value)

    def folder_for_now(self) -> TemporaryDirectory[str]:
        """A folder of the program's own, which is removed when it is left."""
        import tempfile

        return tempfile.TemporaryDirectory(prefix="attune-", ignore_cleanup_errors=True)

    def silence(self, handle: int) -> None:
        """Let whatever is still written to an open file go nowhere."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), handle)

    def _sync_named(self, path: Path, how: int) -> None:
        handle = os.open(path, how)
        try:
            self.sync(handle)
        finally:
            os.close(handle)


THIS_SYSTEM: Final = OperatingSystem()

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
