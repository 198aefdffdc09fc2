"""From an intent to the edits that carry it out, and to what the file must read as afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from simulator.messages.sentences import editing as say
from simulator.scenario.editing.intents import Add, Copy, Intent, Remove, Rename, SetValue
from simulator.scenario.editing.places import column_of, in_braces, indent_below
from simulator.scenario.editing.refusing import EditRefused, Planned
from simulator.scenario.editing.renaming import renamed
from simulator.scenario.editing.splicing import added, entry_lines, lines_added, removed, replaced
from simulator.scenario.editing.written import Value, Written, inserted, value_of, with_value, without
from simulator.scenario.kind_at import kind_at, table_of
from simulator.scenario.legal_values import Record
from simulator.scenario.nodes import Node, Path
from simulator.scenario.references import Use
from simulator.scenario.source_text import Edit

_COMMENT: Final = re.compile(r"(?:^|\s)#", re.MULTILINE)


def planned(written: Written, uses: Sequence[Use], intent: Intent) -> Planned:
    """What carries out an intent; raises ``EditRefused``."""
    match intent:
        case SetValue(path, value):
            return _set(written, path, value)
        case Remove(path):
            _look_up(written, path)
            return Planned(removed(written, path), without(written.root, path))
        case Add(path, value, after):
            return _add(written, path, value, after, apart=1)
        case Copy(path, to):
            return _copy(written, path, to)
        case Rename():
            return renamed(written, uses, intent)


def _set(written: Written, path: Path, value: Value) -> Planned:
    if not written.has(path):
        return _add(written, path, value, None)
    edits = replaced(written, path, value)
    if not isinstance(written.node(path), str):
        _keep_comments(written, edits)
    return Planned(edits, with_value(written.root, path, value))


def _add(written: Written, path: Path, value: Value, after: str | None, *, apart: int = 0) -> Planned:
    depth = next(depth for depth in range(len(path) - 1, -1, -1) if not depth or written.has(path[:depth]))
    parent, key = path[:depth], path[depth]
    group = written.node(parent)
    if isinstance(key, int) or not (isinstance(group, dict) or group == "" or not written.text.strip()):
        raise EditRefused(say.NO_GROUP(place=_shown(parent)))
    for step in reversed(path[depth + 1 :]):
        value = {str(step): value}
    if after is None or after not in written.keys(parent):
        after = _place_for(written, parent, str(key))
    levels = apart and apart + len(path) - depth - 1
    edits = added(written, parent, str(key), value, after, apart=levels)
    return Planned(edits, with_value(written.root, (*parent, key), value, after))


def _copy(written: Written, path: Path, to: Path) -> Planned:
    _look_up(written, path)
    parent, key = to[:-1], str(to[-1])
    node = written.node(path)
    bare = {name: one for name, one in node.items() if name != "formerly"} if isinstance(node, dict) else node
    lines = entry_lines(written, path)
    after = str(path[-1]) if parent == path[:-1] else _place_for(written, parent, key)
    if lines is None or bare != node or not written.keys(parent) or in_braces(written, parent):
        return _add(written, to, value_of(bare), after)
    delta = indent_below(written, parent) - column_of(written, path)
    head, colon, rest = lines.partition(raw_key(written, path))
    lines = _moved(f"{head}{key}{rest}" if colon else lines, delta)
    siblings = inserted(written.keys(parent), key, bare, after)
    return Planned(lines_added(written, parent, lines, after), _with_node(written.root, parent, siblings))


def raw_key(written: Written, path: Path) -> str:
    """A key as it is written."""
    start, end, _, _ = written.offsets(path)
    return written.text[start:end]


def _moved(lines: str, delta: int) -> str:
    """Lines so many columns further to the right."""
    if delta >= 0:
        return re.sub(r"(?m)^(?=.*\S)", " " * delta, lines)
    return re.sub(rf"(?m)^ {{0,{-delta}}}", "", lines)


def _place_for(written: Written, parent: Path, key: str) -> str | None:
    """Behind which key of a group a new one goes: in the order of the language's table; ids go behind all others."""
    keys = list(written.keys(parent))
    kind = kind_at(table_of(written.text), parent)
    if not isinstance(kind, Record) or key not in kind.table.rows:
        return keys[-1] if keys else None
    order = list(kind.table.rows)
    before = set(order[: order.index(key)])
    return next((one for one in reversed(keys) if one in before), None)


def _look_up(written: Written, path: Path) -> None:
    if not path or not written.has(path):
        raise EditRefused(say.NOT_THERE(place=_shown(path)))


def _keep_comments(written: Written, edits: Iterable[Edit]) -> None:
    if any(_COMMENT.search(written.text[edit.start : edit.end]) for edit in edits):
        raise EditRefused(say.COMMENT_INSIDE())


def _with_node(root: Node, path: Path, node: dict[str, Node]) -> Node:
    return with_value(root, path, value_of(node))


def _shown(path: Path) -> str:
    return " / ".join(map(str, path))
