"""Where every key and value of one file stands, put together from the marks of its blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from simulator.scenario.nodes import NOWHERE, Marks, Offsets, Path, follow
from simulator.scenario.positions import Positions
from simulator.scenario.span import Span


class Anchored(NamedTuple):
    """The marks of a key in a block that begins at ``start``; for a section also those of its entries."""

    start: int
    marks: Marks
    entries: Mapping[str, Anchored] | None = None


@dataclass(frozen=True, slots=True)
class FileSpans:
    """The spans of one file's keys and values by path."""

    positions: Positions
    tops: Mapping[str, Anchored]

    def has(self, path: Path) -> bool:
        """Whether something stands at exactly this path."""
        return self._find(path)[1] == len(path) and bool(path or self.tops)

    def offsets(self, path: Path) -> Offsets:
        """The offsets of a node, or of the nearest one around it."""
        return self._find(path)[0]

    def key(self, path: Path) -> Span:
        """The span of a key, or of the nearest key around it."""
        start, end, _, _ = self._find(path)[0]
        return self.positions.span(start, end)

    def value(self, path: Path) -> Span:
        """The span of a value, or of the nearest value around it."""
        _, _, start, end = self._find(path)[0]
        return self.positions.span(start, end)

    def part(self, path: Path, start: int, end: int) -> Span:
        """The span of a part of a text, if the text stands in the file as it reads, else of the whole value."""
        _, _, first, last = self.offsets(path)
        raw = self.positions.text[first:last]
        lead = 1 if raw[:1] in ("'", '"') else 0
        plain = "\n" not in raw and (not lead or ("\\" not in raw and "''" not in raw[1:-1]))
        return self.positions.span(first + lead + start, first + lead + end) if plain else self.value(path)

    def _find(self, path: Path) -> tuple[Offsets, int]:
        """The offsets of a node or of the nearest one around it, and how many steps of the path lead there."""
        found: Anchored | None = None
        taken = 0
        entries: Mapping[str, Anchored] | None = self.tops
        while entries is not None and taken < len(path) and taken < 2:
            one = entries.get(str(path[taken])) if isinstance(path[taken], str) else None
            if one is None:
                break
            found, taken = one, taken + 1
            entries = one.entries
        if found is None:
            return self._whole(), 0
        if found.entries is not None:
            return _of_section(found), taken
        marks, more = follow(found.marks, path[taken:])
        a, b, c, d, _ = marks
        at = found.start
        return (at + a, at + b, at + c, at + d), taken + more

    def _whole(self) -> Offsets:
        if not self.tops:
            return NOWHERE[:4]
        *_, last = self.tops
        first = next(iter(self.tops.values()))
        start = first.start + first.marks[0]
        end = self._find((last,))[0][3]
        return start, end, start, end


def _of_section(section: Anchored) -> Offsets:
    """The offsets of a section's key, and of all its entries together."""
    a, b, c, d, _ = section.marks
    if not section.entries:
        return section.start + a, section.start + b, section.start + c, section.start + d
    *_, last = section.entries.values()
    first = next(iter(section.entries.values()))
    return section.start + a, section.start + b, first.start + first.marks[0], last.start + last.marks[3]
