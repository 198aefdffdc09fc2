"""Blind ratings in the data folder: tasks that were opened, how far their ratings are, and who rates which conversations.

Names of files are hashes: what stands in a file that came from somebody else never becomes a path.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from simulator.messages.sentences import review as say
from simulator.session.errors import StoreError
from simulator.session.ids import SessionId
from simulator.session.json_values import listed, named, number, read_json, text
from simulator.storage.handed_in_files import read_file
from simulator.storage.home import RATING_FOLDER
from simulator.storage.kept_files import keep_file

T = TypeVar("T")

_KEY, _TASK, _SHEET = ".key", ".task", ".sheet"

Sheet = Mapping[str, Mapping[str, str]]
"""What was given so far: by the conversation's name in its task, and by competency."""


class Named(NamedTuple):
    """A conversation of a task: the name it has there, and what only the instructor's computer knows."""

    name: str
    session: SessionId
    head: str


@dataclass(frozen=True, slots=True)
class TaskKey:
    """Who rates what: kept where the task was made, and in no task."""

    task: str
    rater: str
    made_ms: int
    rubric: int
    conversations: tuple[Named, ...]


class RatingFiles:
    """One folder of a data folder. Raises ``StoreError`` where it cannot be read or written."""

    def __init__(self, home: Path) -> None:
        self._folder: Final = home / RATING_FOLDER

    def task_keys(self) -> tuple[TaskKey, ...]:
        """Every task that was made here, the first made first."""
        found = (self._read(path, _key) for path in sorted(self._folder.glob(f"*{_KEY}")))
        return tuple(sorted(found, key=lambda key: (key.made_ms, key.task)))

    def keep_key(self, key: TaskKey) -> None:
        """Keep who rates what."""
        keep_file(self._place(key.task, _KEY), _json(_key_values(key)), say.NOT_WRITTEN)

    def tasks(self) -> Iterator[bytes]:
        """Every task of somebody else that was opened here, as it came."""
        for path in sorted(self._folder.glob(f"*{_TASK}")):
            yield read_file(path)

    def keep_task(self, task: str, content: bytes) -> None:
        """Keep a task as it came."""
        keep_file(self._place(task, _TASK), content, say.NOT_WRITTEN)

    def sheet(self, task: str) -> Sheet:
        """What was given so far; nothing at first."""
        path = self._place(task, _SHEET)
        return self._read(path, _sheet) if path.exists() else {}

    def keep_sheet(self, task: str, sheet: Sheet) -> None:
        """Keep what was given so far."""
        keep_file(
            self._place(task, _SHEET), _json({name: dict(given) for name, given in sheet.items()}), say.NOT_WRITTEN
        )

    def delete(self, task: str) -> None:
        """Delete a task with what was given; what was taken in of it stays."""
        for suffix in (_KEY, _TASK, _SHEET):
            path = self._place(task, suffix)
            try:
                path.unlink(missing_ok=True)
            except OSError as fault:
                raise StoreError(say.NOT_WRITTEN(path=str(path), reason=fault.strerror or "")) from fault

    def forget(self, sessions: Iterable[SessionId]) -> None:
        """Nobody rates these conversations any more."""
        gone = set(sessions)
        for key in self.task_keys():
            left = tuple(one for one in key.conversations if one.session not in gone)
            if left == key.conversations:
                continue
            names = {one.name for one in left}
            self.keep_key(replace(key, conversations=left))
            self.keep_sheet(key.task, {name: given for name, given in self.sheet(key.task).items() if name in names})

    def _place(self, task: str, suffix: str) -> Path:
        return self._folder / f"{sha256(task.encode()).hexdigest()[:32]}{suffix}"

    def _read(self, path: Path, understand: Callable[[Mapping[str, Any]], T]) -> T:
        try:
            return understand(named(read_json(read_file(path))))
        except (ValueError, TypeError, KeyError, RecursionError) as fault:
            raise StoreError(say.RATINGS_DAMAGED(path=str(path))) from fault


def _json(values: Mapping[str, object]) -> bytes:
    return json.dumps(values, ensure_ascii=False, indent=1).encode() + b"\n"


def _sheet(values: Mapping[str, Any]) -> Sheet:
    return {name: {about: text(given) for about, given in named(all_).items()} for name, all_ in values.items()}


def _key_values(key: TaskKey) -> dict[str, object]:
    return {
        "task": key.task,
        "rater": key.rater,
        "made": key.made_ms,
        "rubric": key.rubric,
        "conversations": [list(one) for one in key.conversations],
    }


def _key(values: Mapping[str, Any]) -> TaskKey:
    return TaskKey(
        text(values["task"]),
        text(values["rater"]),
        number(values["made"]),
        number(values["rubric"]),
        tuple(
            Named(text(name), SessionId(text(session)), text(head))
            for name, session, head in map(listed, listed(values["conversations"]))
        ),
    )
