"""What sessions remember (flags, moments played, visits), by number, with what is asked of it as columns."""

from __future__ import annotations

import sys
from typing import Final

import numpy as np

from simulator.analysis.arrays import Column, Numbers, mapped
from simulator.session.memory import VISITS_CAP, Memory

_BYTES: Final = 68
"""Of a memory beside its place in the index: two numbers and their places in a list."""


def bits_of(memory: Memory) -> int:
    """How many bits a memory has at most."""
    visits = (VISITS_CAP << shift for shift in memory.counted.values())
    return max((*memory.flags.values(), *memory.moments.values(), *visits), default=0).bit_length()


class SessionMemories:
    """Every memory that is met. The numbers of ``Memory`` have as many bits as a scenario needs; these are small."""

    def __init__(self, memory: Memory, moments: tuple[str, ...], sets: tuple[tuple[str, ...], ...]) -> None:
        self.known: Final[list[int]] = []
        self._memory = memory
        self._moments = moments
        self._sets = sets
        self._noted = np.array([name in memory.moments or name in memory.counted for name in moments])
        self._numbers: dict[int, int] = {}
        self._columns: dict[tuple[str, str], Column] = {}

    @property
    def numbers(self) -> dict[int, int]:
        """The number of every memory that was met."""
        return self._numbers

    @property
    def nbytes(self) -> int:
        """About how many bytes all of this takes."""
        return sys.getsizeof(self._numbers) + len(self.known) * (_BYTES + 8 * len(self._columns))

    def number(self, memory: int) -> int:
        """The number of a memory."""
        known = self._numbers.get(memory)
        if known is None:
            known = self._numbers[memory] = len(self.known)
            self.known.append(memory)
        return known

    def after_flags(self, memories: Numbers, sets: Numbers) -> Numbers:
        """The memories once flags are set, which ones by their place in the list of flags that are set together."""
        if not sets.any():
            return memories
        count = len(self._sets)

        def flagged(key: int) -> int:
            memory, flags = divmod(key, count)
            return self.number(self._memory.after_flags(self.known[memory], self._sets[flags]))

        return mapped(memories * count + sets, len(self.known) * count, flagged)

    def after_visits(self, memories: Numbers, moments: Numbers) -> Numbers:
        """The memories once moments are played."""
        noted = self._noted[moments].nonzero()[0]
        if not len(noted):
            return memories
        count = len(self._moments)

        def visited(key: int) -> int:
            memory, moment = divmod(key, count)
            return self.number(self._memory.after_visit(self.known[memory], self._moments[moment]))

        after = memories.copy()
        after[noted] = mapped(memories[noted] * count + moments[noted], len(self.known) * count, visited)
        return after

    def kept(self, memories: Numbers, masks: Numbers, known: tuple[int, ...]) -> Numbers:
        """The memories without what can matter no more: of each only the bits of one of the ``known`` masks."""
        count = len(known)

        def masked(key: int) -> int:
            memory, mask = divmod(key, count)
            return self.number(self.known[memory] & known[mask])

        return mapped(memories * count + masks, len(self.known) * count, masked)

    def seen(self, moment: str) -> Numbers:
        """For every memory whether a moment was played."""
        return self._column("seen", moment)

    def flag(self, name: str) -> Numbers:
        """For every memory whether a flag was set."""
        return self._column("flag", name)

    def visits(self, moment: str) -> Numbers:
        """For every memory how often a moment was played."""
        return self._column("visits", moment)

    def _column(self, kind: str, name: str) -> Numbers:
        asked = {"seen": self._memory.seen, "flag": self._memory.flag, "visits": self._memory.visits}[kind]
        column = self._columns.setdefault((kind, name), Column())
        for memory in self.known[len(column) :]:
            column.append(int(asked(memory, name)))
        return column.array
