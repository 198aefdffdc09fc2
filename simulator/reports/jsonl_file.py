"""Tables as lines of JSON: a line that says what the file is, and then a line for each row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from simulator.messages.message import Catalogue, Message
from simulator.reports.flat_table import AnyTable


def as_jsonl(format_: str, tables: Sequence[AnyTable], notes: Iterable[Message], catalogue: Catalogue) -> bytes:
    """The file; the first line names the format and holds the notes and what every column means."""
    head = {
        "format": format_,
        "notes": [catalogue.say(note) for note in notes],
        "columns": {
            table.name: {column.name: catalogue.say(column.about()) for column in table.columns} for table in tables
        },
    }
    return b"".join((_line(head), *map(_line, _rows(tables))))


def _rows(tables: Iterable[AnyTable]) -> Iterator[dict[str, object]]:
    for table in tables:
        names = [column.name for column in table.columns]
        for cells in table.cells():
            yield {"table": table.name, **dict(zip(names, cells, strict=True))}


def _line(values: Mapping[str, object]) -> bytes:
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
