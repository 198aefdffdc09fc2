"""Answers to the questions before publishing, kept in the data folder until a scenario is published or they are discarded."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final
from urllib.parse import quote

from simulator.storage.files import replace_file
from simulator.storage.private_files import PRIVATE_FOLDER

FOLDER: Final = "begun-answers"
_END: Final = ".json"
_LONGEST: Final = 1_000_000


class BegunAnswers:
    """For each scenario, by its path, what was answered so far: words by the name of their question."""

    def __init__(self, home: Path) -> None:
        self._folder = home / FOLDER

    def of(self, path: str) -> Mapping[str, str] | None:
        """What was answered, if something was that can be read."""
        try:
            with self._file(path).open("rb") as opened:
                values = json.loads(opened.read(_LONGEST))
        except (OSError, ValueError, RecursionError):
            return None
        return {key: one for key, one in values.items() if isinstance(one, str)} if isinstance(values, dict) else None

    def keep(self, path: str, answers: Mapping[str, str]) -> None:
        """Keep answers in the place of those before; where the disk takes none, they last as long as the window."""
        with suppress(OSError):
            self._folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            replace_file(self._file(path), json.dumps(dict(answers)).encode())

    def give_up(self, path: str) -> None:
        """Keep the answers about a scenario no longer."""
        with suppress(OSError):
            self._file(path).unlink(missing_ok=True)

    def _file(self, path: str) -> Path:
        return self._folder / (quote(path, safe="") + _END)
