"""What somebody has written into a scenario and not saved yet, kept in the data folder until it is saved or given up."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from simulator.storage.files import replace_file
from simulator.storage.private_files import PRIVATE_FOLDER

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
        self._folder = home / FOLDER

    def keep(self, work: UnsavedScenario) -> None:
        """Keep somebody's work in the place of what was kept before, whole or not at all; raises ``OSError``."""
        self._folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        values = {
            "format": _FORMAT,
            "path": work.path,
            "at": work.at_ms,
            "based_on": work.based_on,
            "text": work.data.decode("utf-8", "surrogateescape"),
            "beside": work.beside,
        }
        replace_file(self._file(work.path), json.dumps(values).encode())

    def give_up(self, path: str) -> None:
        """Keep what was not saved of a file no longer."""
        with suppress(OSError):
            self._file(path).unlink(missing_ok=True)

    def of(self, path: str) -> UnsavedScenario | None:
        """What was not saved of a file, if there is something that can be read."""
        return _read(self._file(path))

    def all(self) -> tuple[UnsavedScenario, ...]:
        """Everything that was not saved, the newest first."""
        try:
            files = sorted(self._folder.glob(f"*{_END}"))
        except OSError:
            return ()
        found = [work for file in files if (work := _read(file)) is not None]
        return tuple(sorted(found, key=lambda work: work.at_ms, reverse=True))

    def _file(self, path: str) -> Path:
        return self._folder / (quote(path, safe="") + _END)


def _read(file: Path) -> UnsavedScenario | None:
    try:
        with file.open("rb") as opened:
            values = json.loads(opened.read(_LONGEST))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(values, dict) or values.get("format") != _FORMAT:
        return None
    match values:
        case {"path": str(path), "at": int(at), "based_on": str(based_on), "text": str(text), "beside": str(beside)}:
            return UnsavedScenario(path, at, based_on, text.encode("utf-8", "surrogateescape"), beside)
        case _:
            return None
