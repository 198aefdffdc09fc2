"""Notices that the file of the store was removed or replaced while the program was open."""

from __future__ import annotations

from pathlib import Path

from simulator.messages.sentences import storage as say
from simulator.session.store import StoreError


class FileWitness:
    """Remembers which file was opened; what is written to a file that is no longer in its place would be lost."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened = self._identity()

    def check(self) -> None:
        """Raise ``StoreError`` if another file, or none, is in the place of the one that was opened."""
        if self._opened is None or self._identity() != self._opened:
            raise StoreError(say.REPLACED(path=str(self._path)))

    def _identity(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino
