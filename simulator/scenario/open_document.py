"""A scenario file that is open in an editor: a text that takes edits, and what the reader says of it after each."""

from __future__ import annotations

from simulator.scenario.block_memory import BlockMemory
from simulator.scenario.files import ScenarioFiles
from simulator.scenario.loading import load_text
from simulator.scenario.moments import MomentMemory
from simulator.scenario.read import Reading, reading_of_kind
from simulator.scenario.source_text import Edit, SourceText


class OpenDocument:
    """The text of one file and its reading; an edit reads the blocks that it changed and no other."""

    def __init__(self, files: ScenarioFiles, path: str, source: SourceText) -> None:
        self.path = path
        self._files = files
        self._blocks = BlockMemory()
        self._moments = MomentMemory()
        self.source = source
        self.reading = self._read()

    def edit(self, *edits: Edit) -> Reading:
        """Make some edits at once, all of them counted in the text before, and read what they changed."""
        self.source = self.source.edited(*edits)
        self.reading = self._read()
        return self.reading

    def read_again(self) -> Reading:
        """Read once more, because a file that this one uses has changed."""
        self.reading = self._read()
        return self.reading

    @property
    def blocks_read(self) -> int:
        """How many blocks the last reading had to read."""
        return self._blocks.read

    @property
    def blocks_taken_over(self) -> int:
        """How many blocks the last reading took over from the one before."""
        return self._blocks.taken_over

    @property
    def moments_read(self) -> int:
        """How many moments the last reading had to make from their nodes."""
        return self._moments.read

    def _read(self) -> Reading:
        return reading_of_kind(self._files, load_text(self.path, self.source, self._blocks), self._moments)
