"""A file as nested keys, lists and texts before any meaning, and the places where they stand."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import accumulate
from typing import Final, TypeAlias

from simulator.scenario.source import Span

Node: TypeAlias = "str | list[Node] | dict[str, Node] | None"
"""Text, a list, or keys; ``None`` stands where something could not be read and was reported already."""

Path: TypeAlias = tuple[str | int, ...]
"""The keys (and places in lists) that lead to a node."""

Place: TypeAlias = tuple[int, int, int, int]
"""Where the key begins and ends and where the value does, as offsets into the text; no key: the value's own."""

At: TypeAlias = "tuple[At, str | int] | None"
"""A path as a chain from the inside out, which costs nothing to make while all is well."""

NOWHERE: Final[Place] = (0, 0, 0, 0)


def path_of(at: At) -> Path:
    """The path that a chain stands for."""
    steps: list[str | int] = []
    while at is not None:
        at, step = at
        steps.append(step)
    return tuple(reversed(steps))


class Lines:
    """The lines of a text: turns offsets into spans."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text

    @cached_property
    def _starts(self) -> array[int]:
        return array("I", accumulate((len(line) + 1 for line in self.text.split("\n")[:-1]), initial=0))

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets."""
        starts = self._starts
        line, last = bisect_right(starts, start), bisect_right(starts, end)
        return Span(self.file, line, start - starts[line - 1] + 1, last, end - starts[last - 1] + 1)

    def line_of(self, offset: int) -> int:
        """The number of the line an offset is in, from 1."""
        return bisect_right(self._starts, offset)


class FilePlaces:
    """Where every key and value of one file stands; found out only when somebody asks."""

    def __init__(self, lines: Lines, find: Callable[[], Mapping[Path, Place]]) -> None:
        self.lines = lines
        self._find = find

    @cached_property
    def _places(self) -> Mapping[Path, Place]:
        return self._find()

    def has(self, path: Path) -> bool:
        """Whether something stands at exactly this path."""
        return path in self._places

    def place(self, path: Path) -> Place:
        """The offsets of a node, or of the nearest one around it."""
        places = self._places
        while path and path not in places:
            path = path[:-1]
        return places.get(path, NOWHERE)

    def key(self, path: Path) -> Span:
        """The span of a key, or of the nearest key around it."""
        start, end, _, _ = self.place(path)
        return self.lines.span(start, end)

    def value(self, path: Path) -> Span:
        """The span of a value, or of the nearest value around it."""
        _, _, start, end = self.place(path)
        return self.lines.span(start, end)
