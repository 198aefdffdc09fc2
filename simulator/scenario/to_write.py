"""What stands where an author has still to write: three dots, and in brackets what belongs there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from simulator.scenario.nodes import Node, Path

if TYPE_CHECKING:
    from simulator.scenario.document import Moment

TO_WRITE: Final = "…"
"""Stands where an author has still to write."""

TOLD_AS: Final = "533"
"""The code of the finding that texts are still to be written."""

_STILL_TO_WRITE: Final = re.compile(r"\s*…\s*(\(.*\))?\s*", re.DOTALL)


def is_to_write(node: Node) -> bool:
    """Whether a text only keeps the place of one that is still to be written."""
    return isinstance(node, str) and _STILL_TO_WRITE.fullmatch(node) is not None


def lack_an_answer(moments: Iterable[Moment]) -> bool:
    """Whether what is said in some answer of these moments is still to be written."""
    return any(is_to_write(response.say) for moment in moments for response in moment.responses)


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
