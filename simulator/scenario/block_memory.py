"""Remembers what was read of a block by the block's own text, so that an edit in one moment reads no other again."""

from __future__ import annotations

from simulator.scenario.syntax import BlockNodes, read_block


class BlockMemory:
    """The blocks of one file as they were read, for as long as they stand in it; counts what it did for whoever measures."""

    def __init__(self) -> None:
        self.read = 0
        self.taken_over = 0
        self._before: dict[str, BlockNodes] = {}
        self._now: dict[str, BlockNodes] = {}

    def begin(self) -> None:
        """Begin another reading of the file; what the one before did not need is forgotten."""
        self._before, self._now = self._now, {}
        self.read = self.taken_over = 0

    def nodes(self, text: str) -> BlockNodes:
        """The nodes of a block, read only if no block of this or the last reading had the same text."""
        found = self._now.get(text)
        if found is None:
            found = self._before.get(text)
            if found is None:
                found = read_block(text)
                self.read += 1
            else:
                self.taken_over += 1
            self._now[text] = found
        return found
