"""Work in parts, done at once: at a terminal nobody else waits for the store."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TypeVar

P = TypeVar("P")
T = TypeVar("T")


def through(parts: Generator[P, None, T], told: Callable[[P], object]) -> T:
    """The result of work in parts; ``told`` hears what each part tells."""
    while True:
        try:
            told(next(parts))
        except StopIteration as done:
            result: T = done.value
            return result
