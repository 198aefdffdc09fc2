"""Where lines begin and end around what stands at a path, and whether that is written in braces or below its key."""

from __future__ import annotations

from simulator.scenario.editing.written import Written
from simulator.scenario.nodes import Path


def line_start(text: str, offset: int) -> int:
    """Where the line of an offset begins."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends, before its break."""
    found = text.find("\n", offset)
    return len(text) if found < 0 else found


def raw(written: Written, path: Path) -> str:
    """The value at a path as it is written."""
    _, _, start, end = written.offsets(path)
    return written.text[start:end]


def in_braces(written: Written, path: Path) -> bool:
    """Whether the entries of a group or list stand in braces or brackets."""
    return bool(path) and any(raw(written, path[:depth])[:1] in ("{", "[") for depth in range(1, len(path) + 1))


def column_of(written: Written, path: Path) -> int:
    """The column, from 0, that the key at a path stands in."""
    start = written.offsets(path)[0]
    return start - line_start(written.text, start)


def behind_colon(written: Written, path: Path) -> int:
    """The offset behind the colon of a key."""
    end = written.offsets(path)[1]
    return written.text.index(":", end) + 1


def end_of(written: Written, path: Path) -> int:
    """Where what stands at a path ends."""
    _, _, start, end = written.offsets(path)
    return end if end > start or not isinstance(path[-1], str) else behind_colon(written, path)


def begins_line(written: Written, offset: int) -> bool:
    """Whether nothing but space stands before an offset on its line."""
    return not written.text[line_start(written.text, offset) : offset].strip()


def indent_below(written: Written, path: Path) -> int:
    """The column in which keys below a key are written."""
    keys = written.keys(path)
    if keys and not in_braces(written, path):
        return column_of(written, (*path, next(iter(keys))))
    return column_of(written, path) + 2 if path else 0
