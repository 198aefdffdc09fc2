"""The edits of a text that put a value, an entry or nothing where something stands; whatever is around stays."""

from __future__ import annotations

import re
from itertools import pairwise

from simulator.scenario.editing.places import (
    begins_line,
    behind_colon,
    column_of,
    end_of,
    in_braces,
    indent_below,
    line_end,
    line_start,
    raw,
)
from simulator.scenario.editing.values_as_text import (
    entry_as_written,
    flow_as_written,
    item_as_written,
    key_as_text,
    text_as_written,
)
from simulator.scenario.editing.written import Value, Written, same
from simulator.scenario.nodes import Node, Path
from simulator.scenario.source_text import Edit


def replaced(written: Written, path: Path, value: Value) -> list[Edit]:
    """Puts another value where one stands."""
    old = written.node(path)
    if same(old, value):  # type: ignore[arg-type]
        return []
    if isinstance(old, list) and isinstance(value, list) and old and value:
        return _list_replaced(written, path, old, value)
    _, _, start, end = written.offsets(path)
    flow = in_braces(written, path[:-1])
    if flow or isinstance(path[-1], int):
        written_value = text_as_written(value, 0, flow=flow, like=raw(written, path)) if isinstance(value, str) else ""
        return [Edit(start, end, written_value or flow_as_written(value))]
    if isinstance(value, str) and isinstance(old, str) and end > start:
        return [Edit(start, end, text_as_written(value, column_of(written, path), like=raw(written, path)))]
    entry = entry_as_written(str(path[-1]), value, 0)
    behind = entry[len(key_as_text(str(path[-1]))) + 1 :]
    margin = " " * column_of(written, path)
    lines, begin, stop = behind.replace("\n", f"\n{margin}"), behind_colon(written, path), end_of(written, path)
    last = line_end(written.text, stop)
    if lines.startswith("\n") and written.text[stop:last].strip().startswith("#"):
        # A remark on the line of the key stays there, and does not become one on the last line below it.
        return [Edit(begin, stop, ""), Edit(last, last, lines)]
    return [Edit(begin, stop, lines)]


def added(written: Written, parent: Path, key: str, value: Value, after: str | None, *, apart: int = 0) -> list[Edit]:
    """Puts a new key into a group, behind another or before all; ``apart`` as in ``entry_as_written``."""
    if not written.keys(parent):
        return (
            replaced(written, parent, {key: value}) if parent else [Edit(0, 0, entry_as_written(key, value, 0) + "\n")]
        )
    if in_braces(written, parent):
        return [_in_braces(written, parent, f"{key_as_text(key, flow=True)}: {flow_as_written(value)}", after)]
    lines = entry_as_written(key, value, indent_below(written, parent), apart=apart)
    return lines_added(written, parent, lines, after)


def lines_added(written: Written, parent: Path, lines: str, after: str | None) -> list[Edit]:
    """Puts the lines of an entry into a group that has some, behind one of them or before all."""
    apart = "\n" if _apart(written, parent) else ""
    if after is not None:
        end = line_end(written.text, end_of(written, (*parent, after)))
        return [Edit(end, end, f"\n{apart}{lines}")]
    first = (*parent, next(iter(written.keys(parent))))
    start = written.offsets(first)[0]
    if begins_line(written, start):
        begin = line_start(written.text, start)
        return [Edit(begin, begin, f"{lines}\n{apart}")]
    return [Edit(start, start, f"{lines.lstrip()}\n{' ' * column_of(written, first)}")]


def removed(written: Written, path: Path) -> list[Edit]:
    """Takes an entry away; a group of which nothing is left goes too."""
    while len(path) > 1 and len(written.node(path[:-1]) or ()) == 1:
        path = path[:-1]
    parent, number = path[:-1], _number(written, path)
    if in_braces(written, parent):
        return [_taken_from_braces(written, parent, path, number)]
    text, (start, _, _, _) = written.text, written.offsets(path)
    if isinstance(path[-1], str) and not begins_line(written, start):
        following = (*parent, list(written.keys(parent))[number + 1])
        return [Edit(start, written.offsets(following)[0], "")]
    begin, end = line_start(text, start), line_end(text, end_of(written, path))
    if end == len(text):
        return [Edit(max(begin - 1, 0), end, "")]
    end += 1
    if not text[line_start(text, max(begin - 1, 0)) : begin].strip():
        while end < len(text) and not text[end : line_end(text, end)].strip():
            end = min(line_end(text, end) + 1, len(text))
    return [Edit(begin, end, "")]


def renamed_key(written: Written, path: Path, new: str) -> Edit:
    """Gives a key another name."""
    start, end, _, _ = written.offsets(path)
    old = written.text[start:end]
    quoted = old[:1] if old[:1] in ("'", '"') else ""
    return Edit(
        start, end, f"{quoted}{new}{quoted}" if quoted else key_as_text(new, flow=in_braces(written, path[:-1]))
    )


def entry_lines(written: Written, path: Path) -> str | None:
    """The lines that an entry is written in, comments in it included; nothing where it does not stand in lines of its own."""
    start = written.offsets(path)[0]
    if in_braces(written, path[:-1]) or not begins_line(written, start):
        return None
    return written.text[line_start(written.text, start) : line_end(written.text, end_of(written, path))]


def _number(written: Written, path: Path) -> int:
    return path[-1] if isinstance(path[-1], int) else list(written.keys(path[:-1])).index(path[-1])


def _apart(written: Written, parent: Path) -> bool:
    """Whether the entries of a group have blank lines between them."""
    keys = [(*parent, key) for key in written.keys(parent)]
    if len(keys) == 1:
        return parent == ("moments",)
    gaps = (written.text[end_of(written, one) : written.offsets(other)[0]] for one, other in pairwise(keys))
    return any(re.search(r"\n[ \t]*\n", gap) for gap in gaps)


def _in_braces(written: Written, parent: Path, entry: str, after: str | None) -> Edit:
    if after is not None:
        end = written.offsets((*parent, after))[3]
        return Edit(end, end, f", {entry}")
    start = written.offsets((*parent, next(iter(written.keys(parent)))))[0]
    return Edit(start, start, f"{entry}, ")


def _taken_from_braces(written: Written, parent: Path, path: Path, number: int) -> Edit:
    steps: list[str | int] = list(written.keys(parent)) or list(range(len(written.node(parent) or ())))
    start, _, _, end = written.offsets(path)
    if number:
        return Edit(written.offsets((*parent, steps[number - 1]))[3], end, "")
    if len(steps) > 1:
        return Edit(start, written.offsets((*parent, steps[1]))[0], "")
    return Edit(start, end, "")


def _list_replaced(written: Written, path: Path, old: list[Node], new: list[Value]) -> list[Edit]:
    """Puts other entries into a list; those that stay at its beginning and end are not touched."""
    if len(old) == len(new):
        return [edit for n, one in enumerate(new) for edit in replaced(written, (*path, n), one)]
    first = 0
    while first < min(len(old), len(new)) and same(old[first], new[first]):  # type: ignore[arg-type]
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and same(old[-1 - last], new[-1 - last]):  # type: ignore[arg-type]
        last += 1
    middle = new[first : len(new) - last]
    if in_braces(written, path):
        return [_between_brackets(written, path, len(old), first, last, middle)]
    return _between_lines(written, path, len(old), first, last, middle)


def _between_brackets(written: Written, path: Path, count: int, first: int, last: int, middle: list[Value]) -> Edit:
    _, _, begin, end = written.offsets(path)
    start = written.offsets((*path, first - 1))[3] if first else begin + 1
    stop = written.offsets((*path, count - last))[2] if last else end - 1
    before = ", " if first and (middle or last) else ""
    behind = ", " if last and middle else ""
    return Edit(start, stop, before + ", ".join(map(flow_as_written, middle)) + behind)


def _between_lines(written: Written, path: Path, count: int, first: int, last: int, middle: list[Value]) -> list[Edit]:
    text = written.text
    dash = text.rfind("-", 0, written.offsets((*path, 0))[2])
    margin = dash - line_start(text, dash)
    lines = "".join(f"\n{item_as_written(one, margin)}" for one in middle)
    gone = [(*path, number) for number in range(first, count - last)]
    edits = [Edit(*_own_lines(written, one), "") for one in gone]
    if lines and first:
        end = line_end(text, end_of(written, (*path, first - 1)))
        edits.insert(0, Edit(end, end, lines))
    elif lines:
        begin = line_start(text, dash)
        edits.insert(0, Edit(begin, begin, lines[1:] + "\n"))
    return edits


def _own_lines(written: Written, path: Path) -> tuple[int, int]:
    """The lines of an entry of a list, with the break before them or, for the first, behind them."""
    text = written.text
    begin, end = line_start(text, written.offsets(path)[2]), line_end(text, end_of(written, path))
    return (begin - 1, end) if begin and end == len(text) else (begin, min(end + 1, len(text)))
