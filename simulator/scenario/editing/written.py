"""What stands in a file and where, as far as an edit has to know it; and what would stand there after an edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from simulator.scenario.file_spans import FileSpans
from simulator.scenario.nodes import Node, Offsets, Path

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""What an author can put somewhere: a text, a list, or keys."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file's text, its nodes, and where they stand."""

    text: str
    root: Node
    spans: FileSpans

    def node(self, path: Path) -> Node:
        """What stands at a path; ``None`` where nothing does."""
        return node_at(self.root, path)

    def has(self, path: Path) -> bool:
        """Whether something stands at exactly this path."""
        return self.spans.has(path)

    def offsets(self, path: Path) -> Offsets:
        """Where the key at a path begins and ends, and where its value does."""
        return self.spans.offsets(path)

    def keys(self, path: Path) -> dict[str, Node]:
        """The group of keys at a path; empty where there is none."""
        node = self.node(path)
        return node if isinstance(node, dict) else {}


def node_at(root: Node, path: Path) -> Node:
    """What a path leads to in some nodes; ``None`` where it leads nowhere."""
    node = root
    for step in path:
        match node:
            case dict() if isinstance(step, str):
                node = node.get(step)
            case list() if isinstance(step, int) and 0 <= step < len(node):
                node = node[step]
            case _:
                return None
    return node


def with_value(root: Node, path: Path, value: Value, after: str | None = None) -> Node:
    """The nodes with another value at a path; a new key comes behind ``after``, or first where that is nothing."""
    if not path:
        return _as_node(value)
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(root) if isinstance(root, list) else []
        items[step : step + 1] = [with_value(items[step] if step < len(items) else "", rest, value, after)]
        return items
    keys = dict(root) if isinstance(root, dict) else {}
    new = with_value(keys.get(step, ""), rest, value, after)
    if step in keys or rest:
        return {**keys, step: new}
    return inserted(keys, step, new, after)


def inserted(keys: Mapping[str, Node], key: str, node: Node, after: str | None) -> dict[str, Node]:
    """Some keys with a new one behind ``after``, or before all others."""
    found: dict[str, Node] = {} if after is not None else {key: node}
    for name, one in keys.items():
        found[name] = one
        if name == after:
            found[key] = node
    return found


def without(root: Node, path: Path) -> Node:
    """The nodes without what stands at a path; a group that has nothing left goes too."""
    step, rest = path[0], path[1:]
    if isinstance(root, list) and isinstance(step, int):
        items = list(root)
        left = without(items[step], rest) if rest else None
        items[step : step + 1] = [left] if left not in (None, {}, []) else []
        return items
    keys = dict(root) if isinstance(root, dict) else {}
    left = without(keys.get(str(step)), rest) if rest else None
    if left in (None, {}, []):
        keys.pop(str(step), None)
    else:
        keys[str(step)] = left
    return keys


def same(one: Node, other: Node) -> bool:
    """Whether two readings of a file mean the same: keys in the same order, texts alike but for the space around them."""
    if one is other:
        return True  # what no edit has touched was taken over as it was
    match one, other:
        case str(), str():
            return one.strip() == other.strip()
        case list(), list():
            return len(one) == len(other) and all(map(same, one, other))
        case dict(), dict():
            return list(one) == list(other) and all(map(same, one.values(), other.values()))
        case _:
            return one is None and other is None


def _as_node(value: Value) -> Node:
    match value:
        case str():
            return value
        case list():
            return [_as_node(one) for one in value]
        case _:
            return {key: _as_node(one) for key, one in value.items()}


def value_of(node: Node) -> Value:
    """A node as a value that an edit can write; nothing written is an empty text."""
    match node:
        case None:
            return ""
        case str():
            return node
        case list():
            return [value_of(one) for one in node]
        case _:
            return {key: value_of(one) for key, one in node.items()}
