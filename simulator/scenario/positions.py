"""Where something stands in a text, converted between code points, UTF-16 units as Qt counts them, and line and column."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Final

from simulator.scenario.span import Span

_BEFORE_INDEX: Final = 12
"""So many places are looked up by counting before it is worth while to note where every line begins."""

_UTF16: Final = "utf-16-le"


class Positions:
    """The lines of one file's text (whose line breaks are single characters): turns offsets in code points into spans and back."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._asked = 0

    def _line(self, offset: int) -> tuple[int, int]:
        """The number of the line an offset is in, from 1, and where it begins; the first few times without an index."""
        self._asked += 1
        if self._asked <= _BEFORE_INDEX:
            return self.text.count("\n", 0, offset) + 1, self.text.rfind("\n", 0, offset) + 1
        line = bisect_right(self._starts, offset)
        return line, self._starts[line - 1]

    @cached_property
    def _starts(self) -> array[int]:
        return array("I", accumulate((len(line) + 1 for line in self.text.split("\n")[:-1]), initial=0))

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets."""
        line, line_start = self._line(start)
        last, last_start = (line, line_start) if end == start else self._line(end)
        return Span(self.file, line, start - line_start + 1, last, end - last_start + 1)

    def line_of(self, offset: int) -> int:
        """The number of the line an offset is in, from 1."""
        return self._line(offset)[0]

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both from 1; what lies outside the text is taken to its nearest end."""
        starts = self._starts
        if line > len(starts):
            return len(self.text)
        start = starts[max(line, 1) - 1]
        end = starts[line] - 1 if line < len(starts) else len(self.text)
        return min(start + max(column, 1) - 1, end)

    def offsets(self, span: Span) -> tuple[int, int]:
        """The offsets between which a span lies."""
        return self.offset(span.line, span.column), self.offset(span.end_line, span.end_column)

    def to_utf16(self, offset: int) -> int:
        """An offset in code points as a number of UTF-16 units."""
        if self.text.isascii():
            return offset
        return len(self.text[:offset].encode(_UTF16, "surrogatepass")) // 2

    def from_utf16(self, units: int) -> int:
        """A number of UTF-16 units as an offset in code points; the middle of a pair counts as its beginning."""
        if self.text.isascii():
            return min(units, len(self.text))
        before = self.text[:units].encode(_UTF16, "surrogatepass")[: units * 2]
        return len(before.decode(_UTF16, "ignore" if _cut(before) else "surrogatepass"))


def _cut(units: bytes) -> bool:
    """Whether some UTF-16 units end with the first half of a pair."""
    return len(units) > 1 and 0xD8 <= units[-1] < 0xDC
