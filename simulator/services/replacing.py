"""Finds words in all of somebody's own files and replaces them where that is wanted: shown first, never breaking a file that is closed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from simulator.messages.message import Message
from simulator.messages.sentences import replacing as say
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Severity
from simulator.scenario.source_text import Edit
from simulator.services.edited_file import EditedFile
from simulator.services.file_on_disk import FileOnDisk
from simulator.services.own_scenarios import OwnScenarios
from simulator.session.errors import ServiceError

MOST: Final = 2_000
"""So many places are shown at once."""

_AROUND: Final = 60
"""So many letters of a long line are shown on each side of what is found."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is to be found, whatever the case of its letters, and what is to stand there."""

    words: str
    other: str
    whole_words: bool = False

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it stands in a text."""
        if self.words:
            edge = r"\b" if self.whole_words else ""
            found = re.compile(f"{edge}{re.escape(self.words)}{edge}", re.IGNORECASE)
            yield from (one.span() for one in found.finditer(text))


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: in which file and line, and that line before and after. ``text`` is the whole file as it was looked at."""

    path: str
    start: int
    end: int
    line: int
    before: str
    after: str
    text: str

    def edit(self, other: str) -> Edit:
        """The change that is meant."""
        return Edit(self.start, self.end, other)


@dataclass(frozen=True, slots=True)
class Replaced:
    """What came of replacing: how many places were changed, and which files were left alone and why."""

    count: int
    left: tuple[Message, ...]


def find(sought: Sought, own: OwnScenarios, opened: EditedFile) -> list[Hit]:
    """Every place in one's own files, that of the open file as it stands in the editor; at most one more than ``MOST``."""
    found: list[Hit] = []
    for path in dict.fromkeys((opened.path, *own.paths())):
        for hit in _hits(path, _text(path, own, opened), sought):
            found.append(hit)
            if len(found) > MOST:
                return found
    return found


def replace(
    hits: Sequence[Hit], sought: Sought, own: OwnScenarios, opened: EditedFile, in_open: Callable[..., bool]
) -> Replaced:
    """Replace in these places; ``in_open`` makes edits in the open file as one step. What cannot be done is left, with the reason."""
    count, left = 0, []
    for path, group in groupby(hits, key=lambda hit: hit.path):
        there = list(group)
        edits = [hit.edit(sought.other) for hit in there]
        try:
            if path == opened.path:
                _look_whether_same(there, opened.source.text)
                in_open(say.STEP(word=sought.words), *edits)
            else:
                _replace_closed(path, there, edits, own, sought)
        except ServiceError as refused:
            left.append(say.LEFT_ALONE(file=path, why=refused.message))
        else:
            count += len(there)
    return Replaced(count, tuple(left))


def _replace_closed(path: str, hits: Sequence[Hit], edits: Sequence[Edit], own: OwnScenarios, sought: Sought) -> None:
    if own.has_unsaved(path):
        raise ServiceError(say.UNSAVED())
    closed: FileOnDisk = own.closed(path)
    _look_whether_same(hits, closed.file.source.text)
    before = _errors(closed.file.reading.diagnostics)
    closed.file.replace(say.STEP(word=sought.words), *edits)
    after = _errors(closed.file.reading.diagnostics)
    if len(after) > len(before):
        raise ServiceError(say.WOULD_BREAK(what=after[0].message))
    closed.save()


def _look_whether_same(hits: Sequence[Hit], text: str) -> None:
    if any(hit.text != text for hit in hits):
        raise ServiceError(say.CHANGED_SINCE())


def _text(path: str, own: OwnScenarios, opened: EditedFile) -> str:
    if path == opened.path:
        return opened.source.text
    try:
        return own.text_of(path)
    except ServiceError:
        return ""  # what cannot be read is told on the shelf


def _hits(path: str, text: str, sought: Sought) -> Iterator[Hit]:
    for start, end in sought.places(text):
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        last = len(text) if last < 0 else last
        before, after = text[first:start].lstrip(), text[end:last]
        left = before if len(before) <= _AROUND else f"…{before[-_AROUND:]}"
        right = after if len(after) <= _AROUND else f"{after[:_AROUND]}…"
        line = text.count("\n", 0, start) + 1
        yield Hit(path, start, end, line, left + text[start:end] + right, left + sought.other + right, text)


def _errors(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [one for one in found if one.severity is Severity.ERROR]
