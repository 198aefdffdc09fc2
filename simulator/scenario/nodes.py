"""A file as nested keys, lists and texts before any meaning, and where each of them stands."""

from __future__ import annotations

from typing import Final, TypeAlias

Node: TypeAlias = "str | list[Node] | dict[str, Node] | None"
"""Text, a list, or keys; ``None`` stands where something could not be read and was reported already."""

Path: TypeAlias = tuple[str | int, ...]
"""The keys (and positions in lists) that lead to a node."""

Offsets: TypeAlias = tuple[int, int, int, int]
"""Where a key begins and ends and where its value does, as offsets into a text; no key: the value's own."""

Marks: TypeAlias = "tuple[int, int, int, int, dict[str, Marks] | list[Marks] | None]"
"""The offsets of a key and its value, and the marks of what is inside the value."""

At: TypeAlias = "tuple[At, str | int] | None"
"""A path as a chain from the inside out, which costs nothing to make while all is well."""

NOWHERE: Final[Marks] = (0, 0, 0, 0, None)


def path_of(at: At) -> Path:
    """The path that a chain stands for."""
    steps: list[str | int] = []
    while at is not None:
        at, step = at
        steps.append(step)
    return tuple(reversed(steps))


def keys_at(root: Node, *path: str) -> dict[str, Node]:
    """The group of keys that a path of keys leads to; an empty one where there is none."""
    node = root
    for step in path:
        node = node.get(step) if isinstance(node, dict) else None
    return node if isinstance(node, dict) else {}


def follow(marks: Marks, path: Path) -> tuple[Marks, int]:
    """The marks of a node, or of the nearest one around it, and how many steps of the path lead there."""
    for done, step in enumerate(path):
        inner = marks[4]
        match inner:
            case dict() if isinstance(step, str) and step in inner:
                marks = inner[step]
            case list() if isinstance(step, int) and step < len(inner):
                marks = inner[step]
            case _:
                return marks, done
    return marks, len(path)
