"""One look at a folder of scenarios: every file that could be part of one, and what was left out and why."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from simulator.messages.message import Message
from simulator.messages.sentences import library as sentences
from simulator.scenario.file_names import SUFFIX, beside_scenarios, meant_as_scenario, odd_name, unusual_name, visible

MOST_FOLDERS: Final = 20
"""So many folders may lie in each other; whoever sorts scenarios needs a handful."""

Stat: TypeAlias = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""


class LeftOut(NamedTuple):
    """A file or folder that the library does not show although it seems meant for it: its path as it can be shown, and why."""

    path: str
    reason: Message


class Scan(NamedTuple):
    """What lies below a folder: the YAML files by path, those of a folder before those of its folders; and what was left out."""

    files: Mapping[str, Stat]
    left_out: tuple[LeftOut, ...]


def scan(root: Path) -> Scan:
    """Look at everything below a folder except hidden files; nothing where there is no such folder."""
    looking = _Looking(os.fspath(root))
    looking.look()
    return Scan(looking.files, tuple(looking.left_out))


class _Looking:
    """A walk that keeps its own list of folders still to be looked at, so that no depth of them can end the program."""

    def __init__(self, root: str) -> None:
        self.files: dict[str, Stat] = {}
        self.left_out: list[LeftOut] = []
        self._root = root
        self._waiting = [""]

    def look(self) -> None:
        while self._waiting:
            self._look_into(self._waiting.pop())

    def _look_into(self, folder: str) -> None:
        try:
            with os.scandir(os.path.join(self._root, folder)) as found:  # noqa: PTH118 - many times as fast as a Path
                entries = sorted((one for one in found if not one.name.startswith(".")), key=lambda one: one.name)
        except OSError as error:
            if folder or not isinstance(error, FileNotFoundError):
                self._leave_out(folder.removesuffix("/") or self._root, _unreadable(error))
            return
        names = {entry.name for entry in entries}
        deeper = [path for entry in entries if (path := self._take(entry, folder, names))]
        self._waiting.extend(reversed(deeper))

    def _take(self, entry: os.DirEntry[str], folder: str, names: set[str]) -> str | None:
        """Note a file; a folder that is to be looked into is returned."""
        path = folder + entry.name
        try:
            if entry.is_dir(follow_symlinks=False):
                return self._enter(path, entry.name)
            if reason := self._look_at(entry, path, names):
                self._leave_out(path, reason)
        except OSError as error:
            self._leave_out(path, _unreadable(error))
        return None

    def _enter(self, path: str, name: str) -> str | None:
        reason = odd_name(name)
        if reason is None and path.count("/") >= MOST_FOLDERS:
            reason = sentences.TOO_DEEP(most=MOST_FOLDERS)
        if reason is None:
            return f"{path}/"
        self._leave_out(path, reason)
        return None

    def _look_at(self, entry: os.DirEntry[str], path: str, names: set[str]) -> Message | None:
        """Note what is meant as a part of a scenario, unless there is a reason against it."""
        if not meant_as_scenario(entry.name):
            return sentences.LINKED_FOLDER() if entry.is_symlink() and entry.is_dir() else None
        if reason := odd_name(entry.name):
            return reason
        if not entry.is_file():
            return sentences.NO_FILE()
        if entry.name.endswith(SUFFIX):
            stat = entry.stat()
            self.files[path] = (stat.st_size, stat.st_mtime_ns)
        return None if beside_scenarios(path) else unusual_name(entry.name, names)

    def _leave_out(self, path: str, reason: Message) -> None:
        self.left_out.append(LeftOut(visible(path), reason))


def _unreadable(error: OSError) -> Message:
    return sentences.UNREADABLE(reason=error.strerror or type(error).__name__)
