"""Finds the remarks of a block that stand behind a text without quotes, on the same line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from simulator.scenario.nodes import Marks, Path

_REMARK: Final = re.compile(r"[ \t]+#[^\n]*")

Remark: TypeAlias = tuple[Path, int, int, int]
"""A remark behind an unquoted text on the same line: the path of the text, where it begins and ends, where the remark ends."""


def trailing_remarks(text: str, marks: Marks, path: Path = ()) -> Iterator[Remark]:
    """Every remark that stands behind a text without quotes."""
    _, _, start, end, inner = marks
    match inner:
        case dict():
            for key, below in inner.items():
                yield from trailing_remarks(text, below, (*path, key))
        case list():
            for number, below in enumerate(inner):
                yield from trailing_remarks(text, below, (*path, number))
        case _:
            if start < end and text[start] not in "\"'|>" and (remark := _REMARK.match(text, end)):
                yield path, start, end, remark.end()


def has_remark(text: str) -> bool:
    """Whether a remark may stand behind something on its line."""
    at = text.find("#")
    while at >= 0:
        before = text[text.rfind("\n", 0, at) + 1 : at]
        if before[-1:] in (" ", "\t") and before.strip(" \t"):
            return True
        end = text.find("\n", at)
        at = text.find("#", end) if end >= 0 else -1
    return False
