"""What stands where an author has still to write: three dots, and in brackets what belongs there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from simulator.scenario.nodes import Node, Path

TO_WRITE: Final = "…"
"""Stands where an author has still to write."""

TOLD_AS: Final = "533"
"""The code of the finding that texts are still to be written."""

_STILL_TO_WRITE: Final = re.compile(r"\s*…\s*(\(.*\))?\s*", re.DOTALL)


def is_to_write(node: Node) -> bool:
    """Whether a text only keeps the place of one that is still to be written."""
    return isinstance(node, str) and _STILL_TO_WRITE.fullmatch(node) is not None


def to_write(node: Node, place: Path = ()) -> Iterator[Path]:
    """Where something is still to be written in a part of a file, in the order of the file."""
    if isinstance(node, dict):
        for key, inner in node.items():
            yield from to_write(inner, (*place, key))
    elif isinstance(node, list):
        for number, inner in enumerate(node):
            yield from to_write(inner, (*place, number))
    elif is_to_write(node):
        yield place
