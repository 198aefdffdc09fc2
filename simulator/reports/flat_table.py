"""Tables for other programs as values: named columns with what each of them means, and rows of plain cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeAlias, TypeVar

from simulator.messages.message import Sentence

Cell: TypeAlias = str | int | None
"""What stands in a cell; nothing where there is nothing to tell."""

Row = TypeVar("Row")

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula; in the wide letters of East Asian ones too."""
_NOT_SEEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its ``name`` is the same in every language and edition, ``about`` says what stands in it."""

    name: str
    about: Sentence
    of: Callable[[Row], Cell]


@dataclass(frozen=True, slots=True)
class FlatTable(Generic[Row]):
    """Rows under columns; ``name`` is what a sheet is called."""

    name: str
    columns: tuple[Column[Row], ...]
    rows: tuple[Row, ...]

    def cells(self) -> Iterator[tuple[Cell, ...]]:
        """The rows, cell by cell."""
        for row in self.rows:
            yield tuple(column.of(row) for column in self.columns)


AnyTable: TypeAlias = FlatTable[Any]


def neutralised(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula, without letters that cannot be seen; numbers are numbers."""
    if not isinstance(cell, str):
        return cell
    words = _NOT_SEEN.sub(_REPLACEMENT, cell)
    return f"'{words}" if words.startswith(_FORMULA) else words
