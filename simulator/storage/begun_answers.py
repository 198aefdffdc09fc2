"""Answers to the questions before publishing, kept in the data folder until a scenario is published or they are discarded."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from simulator.storage.files_by_path import FilesByPath

FOLDER: Final = "begun-answers"
_END: Final = ".json"
_LONGEST: Final = 1_000_000


class BegunAnswers:
    """For each scenario, by its path, what was answered so far: words by the name of their question."""

    def __init__(self, home: Path) -> None:
        self._files = FilesByPath(home / FOLDER, _END, _LONGEST)

    def of(self, path: str) -> Mapping[str, str] | None:
        """What was answered, if something was that can be read."""
        values = self._files.of(path)
        return {key: one for key, one in values.items() if isinstance(one, str)} if isinstance(values, dict) else None

    def keep(self, path: str, answers: Mapping[str, str]) -> None:
        """Keep answers in the place of those before; where the disk takes none, they last as long as the window."""
        with suppress(OSError):
            self._files.keep(path, answers)

    def give_up(self, path: str) -> None:
        """Keep the answers about a scenario no longer."""
        self._files.give_up(path)
