"""The text of a file as it lies on disk: taken apart for the reader, changed by edits, and given back byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import AnyStr, Final

from simulator.scenario.invisible_characters import CONTROL

_BOM: Final = "\ufeff"
_BREAK: Final = re.compile(r"\r\n|\r|\n")
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_UNKNOWN: Final = "\ufffd"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Puts ``replacement`` in the place of what stands between two offsets, which count the code points of ``SourceText.text``."""

    start: int
    end: int
    replacement: str


class EditsOverlap(ValueError):
    """Edits that are made at once touch each other or lie outside the text; it names the programmer's mistake."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """One file's text: ``text`` is what the reader sees (line breaks are ``\\n``, no byte order mark), the rest is kept for the bytes."""

    text: str
    written: str
    """The same with the line ends of the file; a byte that is no UTF-8 stands as a lone surrogate."""

    marked: bool = False
    """Whether the file begins with a byte order mark."""

    controls: int = 0
    """How many characters there are that no text has."""

    @classmethod
    def of_bytes(cls, data: bytes) -> SourceText:
        """The text of a file's bytes, whatever they are."""
        try:
            written = data.decode("utf-8")
        except UnicodeDecodeError:
            written = data.decode("utf-8", "surrogateescape")
            text = _LONE_SURROGATE.sub(_UNKNOWN, _plain(written.removeprefix(_BOM)))
        else:
            text = _plain(written.removeprefix(_BOM))
        marked = written.startswith(_BOM)
        written = written.removeprefix(_BOM)
        return cls(text, text if text == written else written, marked, _count_controls(text))

    @classmethod
    def of_text(cls, text: str) -> SourceText:
        """The text as an editor or a test has it."""
        return cls.of_bytes(text.encode("utf-8", "replace"))

    def to_bytes(self) -> bytes:
        """The bytes of the file."""
        written = _BOM + self.written if self.marked else self.written
        return written.encode("utf-8", "surrogateescape")

    @property
    def undecodable(self) -> int | None:
        """Where the first byte stands that is no UTF-8, if there is one."""
        found = None if self.text is self.written else _LONE_SURROGATE.search(self.written)
        return None if found is None else len(_plain(self.written[: found.start()]))

    def edited(self, *edits: Edit) -> SourceText:
        """The text after some edits, all of them counted in the text before; no byte outside them changes."""
        parts, written = [], []
        done = done_written = 0
        controls = self.controls
        for edit in _in_order(edits, len(self.text)):
            start, end = self._written_offset(edit.start), self._written_offset(edit.end)
            replacement = _plain(_LONE_SURROGATE.sub(_UNKNOWN, edit.replacement))
            parts += [self.text[done : edit.start], replacement]
            written += [self.written[done_written:start], replacement.replace("\n", self._line_end)]
            done, done_written = edit.end, end
            controls += _count_controls(replacement) - (
                _count_controls(self.text[edit.start : edit.end]) if controls else 0
            )
        parts.append(self.text[done:])
        written.append(self.written[done_written:])
        if self.text is self.written:
            text = "".join(parts)
            if not text.startswith(_BOM):
                return SourceText(text, text, self.marked, controls)
        # Where two halves of a line break, or bytes of a character, came together, the bytes are what counts.
        return SourceText.of_bytes(SourceText("", "".join(written), self.marked).to_bytes())

    @property
    def _line_end(self) -> str:
        """The line end that a new line gets: that of the first line."""
        found = None if self.text is self.written else _BREAK.search(self.written)
        return "\n" if found is None else found[0]

    def _written_offset(self, offset: int) -> int:
        """An offset of the reader's text in the text with the line ends of the file."""
        if len(self.text) == len(self.written):
            return offset
        breaks = self.text.count("\n", 0, offset)
        if self.text.count("\n") == len(self.written) - len(self.text):
            return offset + breaks
        return offset + sum(len(found[0]) - 1 for found in islice(_BREAK.finditer(self.written), breaks))


def shared_beginning(one: AnyStr, other: AnyStr) -> int:
    """How many characters two texts have in common at their beginning."""
    most = min(len(one), len(other))
    if one[:most] == other[:most]:
        return most
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle)
    return low


def _count_controls(text: str) -> int:
    """How many characters there are that no text has; clean texts, nearly all, are told at once."""
    if text.replace("\n", "").isprintable():
        return 0
    return len(CONTROL.findall(text))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _in_order(edits: Iterable[Edit], length: int) -> list[Edit]:
    """The edits by place; refuses what overlaps or lies outside."""
    ordered = sorted(edits)
    done = 0
    for edit in ordered:
        if not done <= edit.start <= edit.end <= length:
            raise EditsOverlap(f"{edit} in a text of {length} characters, the first {done} of which are taken")
        done = edit.end
    return ordered
