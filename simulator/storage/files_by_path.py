"""A folder of the data folder with one file for each path that somebody works on, such as a scenario of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from simulator.storage.files import replace_file
from simulator.storage.private_files import PRIVATE_FOLDER


class FilesByPath:
    """Values as JSON; a file that is ``longest`` bytes or more, or cannot be read, holds nothing."""

    def __init__(self, folder: Path, end: str, longest: int) -> None:
        self._folder, self._end, self._longest = folder, end, longest

    def keep(self, path: str, values: Mapping[str, object]) -> None:
        """Keep values in the place of those before, whole or not at all; raises ``OSError``."""
        self._folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        replace_file(self._file(path), json.dumps(dict(values)).encode())

    def give_up(self, path: str) -> None:
        """Keep the values of a path no longer."""
        with suppress(OSError):
            self._file(path).unlink(missing_ok=True)

    def of(self, path: str) -> Any:
        """The values of a path, unchecked; ``None`` where there are none."""
        return self._read(self._file(path))

    def all(self) -> Iterator[Any]:
        """The values of every path, unchecked, in the order of their files."""
        try:
            files = sorted(self._folder.glob(f"*{self._end}"))
        except OSError:
            return
        yield from map(self._read, files)

    def _file(self, path: str) -> Path:
        return self._folder / (quote(path, safe="") + self._end)

    def _read(self, file: Path) -> Any:
        try:
            with file.open("rb") as opened:
                return json.loads(opened.read(self._longest))
        except (OSError, ValueError, RecursionError):
            return None
