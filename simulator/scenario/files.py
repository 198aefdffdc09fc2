"""The files a scenario is made of: a folder on disk, or the texts that a session has pinned."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Protocol

from simulator.alliance.codes import Code
from simulator.messages.message import Message
from simulator.messages.sentences import fault_parts as parts
from simulator.operating_system import THIS_SYSTEM
from simulator.scenario.decode import MOST_BYTES

_LONGEST_PATH: Final = 500
_MARKS: Final = ("patients", "reactions")


class Refusal(Code):
    """Why a file is not read."""

    MISSING = "missing"
    OUTSIDE = "outside"
    OTHER = "other"


class FileRefused(Exception):
    """A file is not read; ``message`` says why in the author's terms, ``others`` names files that could be meant."""

    def __init__(self, message: Message, refusal: Refusal = Refusal.OTHER, others: tuple[str, ...] = ()) -> None:
        super().__init__(message.id)
        self.message = message
        self.refusal = refusal
        self.others = others


class ScenarioFiles(Protocol):
    """Where the reader gets its files from."""

    def read(self, path: str) -> bytes:
        """The bytes of a file, named from the scenario root with ``/``; raises ``FileRefused``."""


class FolderFiles:
    """The files below a scenario root, and below ``fallback`` what the root lacks; nothing outside, through links either."""

    def __init__(self, root: Path, fallback: Path | None = None) -> None:
        self._roots = (root,) if fallback is None or fallback == root else (root, fallback)

    def read(self, path: str) -> bytes:
        """The bytes of a file below the root, at most one more than may be read."""
        _refuse_outside(path)
        for root in self._roots:
            place = root / path
            if os.path.lexists(place):
                return _read_below(root, place, path)
        raise FileRefused(parts.NOT_BELOW(path=path), Refusal.MISSING, self._others())

    def _others(self) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for root in self._roots:
            for folder in _MARKS:
                for place in sorted((root / folder).glob("*.yaml")):
                    found[f"{folder}/{place.name}"] = None
        return tuple(found)


class PinnedFiles:
    """The texts a session was played with, so that it can be replayed for ever."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def read(self, path: str) -> bytes:
        """The bytes of a pinned text."""
        text = self._texts.get(path)
        if text is None:
            raise FileRefused(parts.NOT_KEPT(path=path), Refusal.MISSING)
        return text.encode("utf-8", "replace")


def scenario_root(path: Path) -> Path:
    """The folder that paths in a scenario start from: the nearest one around it with patients or reactions in it."""
    home = path.absolute().parent
    for folder in (home, *home.parents):
        if any((folder / mark).is_dir() for mark in _MARKS):
            return folder
    return home


def _refuse_outside(path: str) -> None:
    odd = "\\" in path or "\0" in path or ":" in path or path.startswith("/") or ".." in path.split("/")
    if odd or not path or len(path) > _LONGEST_PATH:
        raise FileRefused(parts.IS_OUTSIDE(path=path), Refusal.OUTSIDE)


def _read_below(root: Path, place: Path, path: str) -> bytes:
    try:
        if _leads_outside(root, path):
            raise FileRefused(parts.IS_OUTSIDE(path=path), Refusal.OUTSIDE)
        descriptor = THIS_SYSTEM.open_to_read(place)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise FileRefused(parts.NO_TEXT_FILE(path=path))
            return file.read(MOST_BYTES + 1)
    except (OSError, RuntimeError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else parts.LINK_IN_A_CIRCLE()
        raise FileRefused(parts.CANNOT_BE_READ(path=path, why=reason)) from error


def _leads_outside(root: Path, path: str) -> bool:
    """Whether a link on the way from the root to a file leads out of the root."""
    step = str(root)
    for part in path.split("/"):
        step = os.path.join(step, part)  # noqa: PTH118 - a hundred times as often as anything else here
        if os.path.islink(step):  # noqa: PTH114
            return not (root / path).resolve(strict=True).is_relative_to(root.resolve())
    return False
