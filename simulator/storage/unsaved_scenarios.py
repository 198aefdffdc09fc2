"""What somebody has written into a scenario and not saved yet, kept in the data folder until it is saved or given up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from simulator.storage.files_by_path import FilesByPath

FOLDER: Final = "unsaved-scenarios"
_FORMAT: Final = "attune/unsaved/1"
_END: Final = ".unsaved"
_LONGEST: Final = 100_000_000


@dataclass(frozen=True, slots=True)
class UnsavedScenario:
    """A text that was not saved: of which file, when it was kept (UTC, ms), and what the file was when it was opened.

    ``based_on`` is the hash of that file's bytes, empty where there was none. ``beside`` is the text of its map.
    """

    path: str
    at_ms: int
    based_on: str
    data: bytes
    beside: str = ""


class UnsavedFolder:
    """What was not saved, in a data folder: one for each file."""

    def __init__(self, home: Path) -> None:
        self._files = FilesByPath(home / FOLDER, _END, _LONGEST)

    def keep(self, work: UnsavedScenario) -> None:
        """Keep somebody's work in the place of what was kept before, whole or not at all; raises ``OSError``."""
        values = {
            "format": _FORMAT,
            "path": work.path,
            "at": work.at_ms,
            "based_on": work.based_on,
            "text": work.data.decode("utf-8", "surrogateescape"),
            "beside": work.beside,
        }
        self._files.keep(work.path, values)

    def give_up(self, path: str) -> None:
        """Keep what was not saved of a file no longer."""
        self._files.give_up(path)

    def of(self, path: str) -> UnsavedScenario | None:
        """What was not saved of a file, if there is something that can be read."""
        return _work(self._files.of(path))

    def all(self) -> tuple[UnsavedScenario, ...]:
        """Everything that was not saved, the newest first."""
        found = [work for values in self._files.all() if (work := _work(values)) is not None]
        return tuple(sorted(found, key=lambda work: work.at_ms, reverse=True))


def _work(values: Any) -> UnsavedScenario | None:
    if not isinstance(values, dict) or values.get("format") != _FORMAT:
        return None
    match values:
        case {"path": str(path), "at": int(at), "based_on": str(based_on), "text": str(text), "beside": str(beside)}:
            return UnsavedScenario(path, at, based_on, text.encode("utf-8", "surrogateescape"), beside)
        case _:
            return None
