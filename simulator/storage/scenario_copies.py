"""Dated copies of a person's scenarios: what stood in a file before it was saved, the last ten of each."""

from __future__ import annotations

import re
import time
from calendar import timegm
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from simulator.storage.files import replace_file
from simulator.storage.private_files import PRIVATE_FOLDER

FOLDER: Final = "scenario-copies"
KEPT: Final = 10
_NAME: Final = re.compile(r"(\d{8}T\d{9})\.yaml")
_MAP: Final = ".canvas"


@dataclass(frozen=True, slots=True)
class DatedCopy:
    """What stood in a file when it was saved over, at this time (UTC, ms)."""

    file: Path
    at_ms: int

    def read(self) -> tuple[bytes, str]:
        """The text, and the text of its map; raises ``OSError``."""
        beside = self.file.with_suffix(_MAP)
        return self.file.read_bytes(), beside.read_text("utf-8", "replace") if beside.exists() else ""


class CopyFolder:
    """The dated copies of a data folder."""

    def __init__(self, home: Path) -> None:
        self._folder = home / FOLDER

    def keep(self, path: str, data: bytes, beside: str, at_ms: int) -> None:
        """Keep what a file holds before it is written over; raises ``OSError``."""
        folder = self._of(path)
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        newest = next(iter(self.of(path)), None)
        file = folder / f"{_stamp(max(at_ms, newest.at_ms + 1 if newest else 0))}.yaml"
        if beside:
            replace_file(file.with_suffix(_MAP), beside.encode())
        replace_file(file, data)
        for old in self.of(path)[KEPT:]:
            for gone in (old.file, old.file.with_suffix(_MAP)):
                with suppress(OSError):
                    gone.unlink(missing_ok=True)

    def of(self, path: str) -> tuple[DatedCopy, ...]:
        """The copies of a file, the newest first."""
        try:
            names = sorted((one.name for one in self._of(path).iterdir()), reverse=True)
        except OSError:
            return ()
        return tuple(DatedCopy(self._of(path) / name, _at_ms(m[1])) for name in names if (m := _NAME.fullmatch(name)))

    def _of(self, path: str) -> Path:
        return self._folder / quote(path, safe="")


def _stamp(at_ms: int) -> str:
    return time.strftime("%Y%m%dT%H%M%S", time.gmtime(at_ms // 1000)) + f"{at_ms % 1000:03}"


def _at_ms(stamp: str) -> int:
    return timegm(time.strptime(stamp[:15], "%Y%m%dT%H%M%S")) * 1000 + int(stamp[15:])
