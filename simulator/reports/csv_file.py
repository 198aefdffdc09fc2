"""A table as a CSV file that spreadsheets open with all its letters: UTF-8 with a byte order mark, commas, CRLF."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8

from simulator.reports.flat_table import AnyTable, neutralised


def as_csv(table: AnyTable) -> bytes:
    """The table; its columns are the same whatever is in it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.name for column in table.columns])
    for cells in table.cells():
        writer.writerow(["" if cell is None else neutralised(cell) for cell in cells])
    return BOM_UTF8 + text.getvalue().encode("utf-8")
