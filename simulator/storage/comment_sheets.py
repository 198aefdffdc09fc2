"""Comments on scenarios, kept in the data folder: those that came back to their author, and those that are being written."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Final

from simulator.storage.files import replace_file
from simulator.storage.private_files import PRIVATE_FOLDER

FOLDER: Final = "scenario-comments"
_END: Final = ".json"
_LONGEST: Final = 2_000_000


class CommentFolder:
    """For each subject (a scenario's path or a package's digest) some sheets, each under the name of who wrote it."""

    def __init__(self, home: Path) -> None:
        self._folder = home / FOLDER

    def keep(self, subject: str, by: str, content: bytes) -> None:
        """Keep a sheet in the place of what the same person wrote before; raises ``OSError``."""
        place = self._place(subject, by)
        place.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        replace_file(place, content)

    def of(self, subject: str) -> tuple[bytes, ...]:
        """Every sheet about something, those that cannot be read left out."""
        found = []
        try:
            for file in sorted(self._of(subject).glob(f"*{_END}")):
                with file.open("rb") as opened:
                    found.append(opened.read(_LONGEST))
        except OSError:
            return tuple(found)
        return tuple(found)

    def drop(self, subject: str, by: str) -> None:
        """Keep a sheet no longer; raises ``OSError``."""
        self._place(subject, by).unlink(missing_ok=True)

    def _of(self, subject: str) -> Path:
        return self._folder / _named(subject)

    def _place(self, subject: str, by: str) -> Path:
        return self._of(subject) / (_named(by) + _END)


def _named(words: str) -> str:
    """A name for a file or folder that no words of a person can break out of."""
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
