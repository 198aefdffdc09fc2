"""Which line begins with the wrong number of spaces, where a parser only knows the first line that no longer fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_MOST_LINES: Final = 2_000
"""So many lines around are looked at; whoever has more of them in one moment is told less precisely."""


@dataclass(frozen=True, slots=True)
class OddLine:
    """A line by its offset, how many spaces it begins with, and how many it should."""

    start: int
    found: int
    wanted: int | None


def lines_of_entry(text: str, offset: int, margin: int | None = None) -> tuple[int, int]:
    """The line around an offset, and the lines below it that are indented further than it, or than ``margin``."""
    start = text.rfind("\n", 0, min(offset, len(text))) + 1
    end = line_end(text, start)
    indent = spaces_of(text[start:end]) if margin is None else margin
    while end < len(text):
        following = text[end : line_end(text, end)]
        if following.strip() and spaces_of(following) <= indent:
            break
        end = line_end(text, end)
    return start, end


def line_end(text: str, start: int) -> int:
    """The offset of the next line."""
    found = text.find("\n", start)
    return len(text) if found < 0 else found + 1


def spaces_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def odd_one_out(text: str, offset: int) -> OddLine:
    """The line that does not go with its neighbours, given the first that the parser could not place."""
    lines = _content(text)
    here = next((number for number, (start, line) in enumerate(lines) if start + len(line) >= offset), len(lines) - 1)
    own = spaces_of(lines[here][1])
    opener = _opener(lines, here, own)
    if opener is None:
        above = spaces_of(lines[here - 1][1]) if here else own
        return OddLine(lines[here][0], own, above if above < own else None)
    outer = spaces_of(lines[opener][1])
    other = spaces_of(lines[opener + 1][1]) if opener + 1 < here else own
    if other == own:
        return _among_equals(lines, here, own)
    group = _group(lines, opener, outer)
    votes = {n: sum(1 for spaces, _ in group if spaces == n) for n in (own, other)}
    child = next((spaces_of(line) for _, line in lines[here + 1 : here + 2]), 0)
    if child > own and _opens(lines[here][1]) and child <= other:
        return OddLine(lines[here][0], own, outer)
    if (votes[own], own == outer + 2) > (votes[other], other == outer + 2):
        return OddLine(lines[opener + 1][0], other, own)
    if outer == 0 and own == 1 and not _opens(lines[here][1]):
        return OddLine(lines[here][0], own, 0)
    return OddLine(lines[here][0], own, other)


def _among_equals(lines: list[tuple[int, str]], here: int, own: int) -> OddLine:
    """Where a line fits those above it, one of those between broke the block off."""
    for number in range(here - 1, -1, -1):
        spaces = spaces_of(lines[number][1])
        if spaces < own and not _opens(lines[number][1]):
            return OddLine(lines[number][0], spaces, own)
        if spaces > own and (number == 0 or not _opens(lines[number - 1][1])) and number == here - 1:
            return OddLine(lines[number][0], spaces, own)
        if spaces < own:
            break
    return OddLine(lines[here][0], own, None)


def _content(text: str) -> list[tuple[int, str]]:
    """The lines of a text that are neither empty nor remarks, with their offsets."""
    found, start = [], 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare and not bare.startswith("#"):
            found.append((start, line))
            if len(found) > _MOST_LINES:
                break
        start += len(line) + 1
    return found


def _opener(lines: list[tuple[int, str]], here: int, own: int) -> int | None:
    """The nearest line above that is indented less and holds lines of its own."""
    for number in range(here - 1, -1, -1):
        if spaces_of(lines[number][1]) < own and _opens(lines[number][1]):
            return number
    return None


def _opens(line: str) -> bool:
    return line.rstrip().endswith(":")


def _group(lines: list[tuple[int, str]], opener: int, outer: int) -> list[tuple[int, str]]:
    """The lines below an opener, down to the next that is indented no further than it."""
    group = []
    for _, line in lines[opener + 1 :]:
        if spaces_of(line) <= outer:
            break
        group.append((spaces_of(line), line))
    return group
