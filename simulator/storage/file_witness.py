"""Notices that the file of the store was removed or replaced while the program was open."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from simulator.messages.sentences import storage as say
from simulator.operating_system import THIS_SYSTEM
from simulator.session.errors import StoreError

_Identity: TypeAlias = tuple[int, int]


class FileWitness:
    """Remembers which file was opened, and its log: what is written to one that is no longer in its place would be lost."""

    def __init__(self, path: Path) -> None:
        # Looked at before and after every step, so as text: paths that are objects take twice the time.
        self._path = str(path)
        self._log = f"{path}-wal"
        self._opened = _identity(self._path)
        self._opened_log: _Identity | None = None

    def check(self) -> None:
        """Raise ``StoreError`` if another file, or none, is in the place of the one that was opened."""
        log = _identity(self._log)
        # The log is made with the first change and stays until the store is closed.
        self._opened_log = self._opened_log or log
        if self._opened is None or _identity(self._path) != self._opened or log != self._opened_log:
            raise StoreError(say.REPLACED(path=self._path))


def _identity(path: str) -> _Identity | None:
    try:
        return THIS_SYSTEM.identity(path)
    except OSError:
        return None
