"""Until when handed-in files are kept, and which files with them the reviewer has saved elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from simulator.messages.sentences import keeping as say
from simulator.session.errors import StoreError
from simulator.session.json_values import listed, number, read_json, text
from simulator.storage.home import HANDED_IN_FOLDER
from simulator.storage.kept_files import keep_file

_FILE: Final = "keeping.json"
_FORMAT: Final = "attune/keeping/1"


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A file that was saved outside the data folder: where, when (UTC, ms), and by their keys whose data are in it."""

    path: str
    at_ms: int
    people: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Keeping:
    """How many days after it was taken in a conversation is due to be deleted (0: it never is), and what was saved."""

    days: int = 0
    saved: tuple[SavedFile, ...] = ()

    def with_saved(self, file: SavedFile) -> Keeping:
        """The same once a file was saved; one of the same path is replaced."""
        return replace(self, saved=(*(one for one in self.saved if one.path != file.path), file))

    def without(self, people: Iterable[bytes]) -> Keeping:
        """The same once nothing is known any more of some people."""
        gone = frozenset(people)
        left = (replace(one, people=one.people - gone) for one in self.saved)
        return replace(self, saved=tuple(one for one in left if one.people))


class KeepingFile:
    """Where this is remembered in a data folder. Raises ``StoreError`` where it cannot be read or written."""

    def __init__(self, home: Path) -> None:
        self._path = home / HANDED_IN_FOLDER / _FILE

    def read(self) -> Keeping:
        """What is remembered; nothing at first."""
        try:
            return _keeping(read_json(self._path.read_bytes()))
        except FileNotFoundError:
            return Keeping()
        except (OSError, ValueError, TypeError, KeyError, RecursionError) as fault:
            raise StoreError(say.DAMAGED(path=str(self._path))) from fault

    def write(self, keeping: Keeping) -> None:
        """Remember this from now on."""
        content = json.dumps(_values(keeping), ensure_ascii=True, indent=1).encode() + b"\n"
        keep_file(self._path, content, say.NOT_WRITTEN)


def _values(keeping: Keeping) -> dict[str, object]:
    saved = [
        {"path": one.path, "at": one.at_ms, "people": sorted(key.hex() for key in one.people)} for one in keeping.saved
    ]
    return {"format": _FORMAT, "days": keeping.days, "saved": saved}


def _keeping(values: Any) -> Keeping:
    saved = (
        SavedFile(text(one["path"]), number(one["at"]), frozenset(map(bytes.fromhex, map(text, listed(one["people"])))))
        for one in listed(values["saved"])
    )
    return Keeping(number(values["days"]), tuple(saved))
