"""Remembers what was made of a block's text, so that an edit in one moment makes no other again."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable
from typing import Final, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_READINGS: Final = 16
"""What a file held within so many readings is remembered, so that undoing makes nothing again."""


class BlockMemory(Generic[K, V]):
    """What was made of the blocks of one file in its last readings; counts what it did for whoever measures."""

    def __init__(self) -> None:
        self.made = 0
        self.taken_over = 0
        self._readings: deque[dict[K, V]] = deque([{}], maxlen=_READINGS)

    def begin(self) -> None:
        """Begin another reading of the file."""
        self._readings.appendleft({})
        self.made = self.taken_over = 0

    def known(self, key: K) -> V | None:
        """What was made of a block that was in any of the last readings."""
        now = self._readings[0]
        if key in now:
            return now[key]
        for reading in self._readings:
            if key in reading:
                self.taken_over += 1
                found = now[key] = reading[key]
                return found
        return None

    def keep(self, key: K, made: V) -> V:
        """Remember what was made of a block."""
        self.made += 1
        self._readings[0][key] = made
        return made
