"""What stands at an offset of a file: the path of a value, the moment, response or wording around it, and a name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from simulator.scenario.editing.written import Written
from simulator.scenario.nodes import Node, Path
from simulator.scenario.references import Use

_THINGS: Final = ("moments", "responses", "wordings", "lines", "goodbyes", "moves")
_DIFFERENCE: Final = ("reactions", "change")


def path_at(written: Written, offset: int) -> Path:
    """The path of the innermost key or value around an offset; ``()`` where there is none."""
    path: Path = ()
    while (step := _step_at(written, path, written.node(path), offset)) is not None:
        path = (*path, step)
    return path


def thing_at(written: Written, offset: int) -> Path:
    """The moment, response or wording around an offset; ``()`` stands for the scenario itself."""
    return thing_of(path_at(written, offset))


def thing_of(path: Path) -> Path:
    """The moment, response or wording that a path leads into; in a patient file also a state, a goodbye or a difference."""
    if path[:2] == _DIFFERENCE:
        return path[:4] if len(path) > 3 else path[:2]
    depth = 0
    while depth + 1 < len(path) and path[depth] in _THINGS:
        depth += 2
    return path[:depth]


def use_at(written: Written, uses: Iterable[Use], offset: int) -> Use | None:
    """What is named at an offset."""
    for use in uses:
        start, end = written.spans.positions.offsets(use.span(written.spans))
        if start <= offset <= end:
            return use
    return None


def _step_at(written: Written, path: Path, node: Node, offset: int) -> str | int | None:
    steps: Iterable[str | int]
    match node:
        case dict():
            steps = node
        case list():
            steps = range(len(node))
        case _:
            return None
    for step in steps:
        start, _, _, end = written.offsets((*path, step))
        if start <= offset <= end:
            return step
    return None
