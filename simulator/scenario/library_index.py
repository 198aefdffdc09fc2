"""The index of the library: what is known of every scenario, kept in one JSON file."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from simulator.messages.message import Message
from simulator.operating_system import THIS_SYSTEM, OperatingSystem

INDEX_FORMAT: Final = "attune/library/5"

_TEXTS: Final = (
    "id",
    "title",
    "about",
    "patient_name",
    "patient_work",
    "portrait",
    "digest",
    "skill",
    "cause",
    "story",
)
_NUMBERS: Final = ("difficulty", "minutes", "patient_age", "problems")
_LISTS: Final = ("objectives", "families", "content_notes", "patient_files")


class Card(NamedTuple):
    """What the library shows of a scenario.

    ``path`` is the file below ``root``; ``families`` the kinds of rupture practised, the most frequent first; ``minutes``
    an estimate by its words; ``skill`` what is practised without the answer; ``cause`` what the therapist contributed; ``story``
    the hash of what happens in it; ``patient_files`` where its patient stands, if that is not in the scenario; ``problems`` the number of faults that keep it from being played (0 if it can be). The patient's fields
    are empty where the files could not be read. ``problem`` is there where another scenario has the same id: then this one
    cannot be played, and what was played under the id is not its own. ``shipped`` is what comes with the program.
    """

    id: str
    title: str
    about: str
    objectives: tuple[str, ...]
    difficulty: int
    families: tuple[str, ...]
    content_notes: tuple[str, ...]
    minutes: int
    patient_name: str
    patient_age: int
    patient_work: str
    portrait: str
    path: str
    root: Path
    digest: str
    problems: int
    problem: Message | None = None
    shipped: bool = False
    skill: str = ""
    cause: str = ""
    story: str = ""
    patient_files: tuple[str, ...] = ()


class Entry(NamedTuple):
    """A card with what it was made of: the stat and hash of each file, or for a broken scenario that of all files.

    The card is that of the file alone, without what the files beside it change.
    """

    files: Mapping[str, tuple[int, int, str]]
    everything: str
    card: Card | None


def load_index(path: Path, stamp: str) -> dict[str, dict[str, Entry]]:
    """The index as it was saved; empty where it is missing, damaged, or made by another version."""
    try:
        document = json.loads(path.read_bytes())
        if document["format"] != INDEX_FORMAT or document["program"] != stamp:
            return {}
        return {
            root: {name: _read_entry(entry, Path(root), name) for name, entry in entries.items()}
            for root, entries in document["roots"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def save_index(
    path: Path,
    stamp: str,
    roots: Mapping[str, Mapping[str, Entry]],
    system: OperatingSystem = THIS_SYSTEM,
) -> None:
    """Write the index whole or not at all; where the folder cannot be written, the next start reads everything again."""
    written = {root: {name: _write_entry(entry) for name, entry in entries.items()} for root, entries in roots.items()}
    # In ASCII, because the name of a folder may hold bytes that are not UTF-8.
    text = json.dumps({"format": INDEX_FORMAT, "program": stamp, "roots": written})
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            handle, beside = system.begin_beside(path, f"{path.name}.", ".tmp")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            system.put_in_place(beside, path)
        finally:
            _sweep(path)


def _sweep(path: Path) -> None:
    """Remove what was left half written beside the index, also by starts that were killed."""
    for left in path.parent.glob(f"{path.name}.*.tmp"):
        with suppress(OSError):
            left.unlink()


def _write_entry(entry: Entry) -> dict[str, object]:
    card = entry.card
    fields = None if card is None else {name: getattr(card, name) for name in (*_TEXTS, *_NUMBERS, *_LISTS)}
    return {"files": entry.files, "everything": entry.everything, "card": fields}


def _read_entry(entry: Any, root: Path, path: str) -> Entry:
    """An entry of the index; raises ``TypeError``, ``KeyError`` or ``ValueError`` where it is not one."""
    files = {}
    for name, (size, time, content) in entry["files"].items():
        files[name] = (_checked(size, int), _checked(time, int), _checked(content, str))
    fields = entry["card"]
    card = None
    if fields is not None:
        values: dict[str, Any] = {name: _checked(fields[name], str) for name in _TEXTS}
        values |= {name: _checked(fields[name], int) for name in _NUMBERS}
        values |= {name: tuple(_checked(one, str) for one in _checked(fields[name], list)) for name in _LISTS}
        card = Card(**values, path=path, root=root)
    return Entry(files, _checked(entry["everything"], str), card)


def _checked(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise TypeError
    return value
