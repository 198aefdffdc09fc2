"""Tables as a workbook for spreadsheets (Office Open XML, ECMA-376): a sheet a table, and a code book.

Words are written as words and never as formulas or links. Nothing is put down on the disk meanwhile, where it would outlive what
is deleted in the data folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from simulator.messages.message import Catalogue, Message
from simulator.messages.sentences import exports as say
from simulator.reports.flat_table import AnyTable, Cell, neutralised
from simulator.session.errors import ServiceError

if TYPE_CHECKING:
    from xlsxwriter import Workbook

CODE_BOOK: Final = "code_book"
MOST_ROWS: Final = 1_048_576
"""Of a sheet; spreadsheets open no more."""
_LONGEST: Final = 32_767
"""Letters of a cell; spreadsheets take no more."""
_WIDTH: Final = 18
_OF_THE_BOOK: Final = (16, 26, 90)


def as_xlsx(tables: Sequence[AnyTable], notes: Iterable[Message], catalogue: Catalogue, at_ms: int) -> bytes:
    """The workbook; raises ``ServiceError`` where a table has more rows than a sheet can have."""
    for table in tables:
        if len(table.rows) >= MOST_ROWS:
            raise ServiceError(say.TOO_MANY_ROWS(count=len(table.rows), most=MOST_ROWS - 1))
    # Loaded where a workbook is written: nothing else needs it.
    from xlsxwriter import Workbook

    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": datetime.fromtimestamp(at_ms / 1000, UTC).replace(tzinfo=None)})
        for table in tables:
            _add(book, table.name, _told(table), (_WIDTH,) * len(table.columns))
        _add(book, CODE_BOOK, _code_book(tables, notes, catalogue), _OF_THE_BOOK, {"valign": "top", "text_wrap": True})
    return content.getvalue()


def _told(table: AnyTable) -> Iterator[tuple[Cell, ...]]:
    return chain([tuple(column.name for column in table.columns)], table.cells())


def _code_book(
    tables: Sequence[AnyTable], notes: Iterable[Message], catalogue: Catalogue
) -> Iterator[tuple[Cell, ...]]:
    """What every column means, and above all what the numbers are not for."""
    head = (say.BOOK_SHEET(), say.BOOK_COLUMN(), say.BOOK_MEANING())
    yield tuple(map(catalogue.say, head))
    for note in notes:
        yield "", "", catalogue.say(note)
    for table in tables:
        for column in table.columns:
            yield table.name, column.name, catalogue.say(column.about())


def _add(
    book: Workbook,
    name: str,
    rows: Iterable[tuple[Cell, ...]],
    widths: Sequence[int],
    style: dict[str, Any] | None = None,
) -> None:
    """A sheet whose first row, in bold, stays in view."""
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)
    head, below = book.add_format({"bold": True}), book.add_format(style or {})
    for number, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            told = neutralised(cell)
            if isinstance(told, int):
                sheet.write_number(number, column, told, below if number else head)
            elif told:
                words = told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"
                sheet.write_string(number, column, words, below if number else head)
