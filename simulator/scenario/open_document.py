"""A scenario file that is open in an editor: a text that takes edits, and what the reader says of it after each."""

from __future__ import annotations

from collections.abc import Callable

from simulator.patient.grid import ReactionGrid
from simulator.patient.possible import Possible
from simulator.patient.state import Disposition
from simulator.scenario.block_memory import BlockMemory
from simulator.scenario.blocks import cut, cut_again
from simulator.scenario.checks import check_story
from simulator.scenario.checks.story import disposition_of
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.document import Scenario
from simulator.scenario.editing.written import Written
from simulator.scenario.file_assembly import NodesMemory
from simulator.scenario.files import ScenarioFiles
from simulator.scenario.loading import load_text
from simulator.scenario.moment_findings import MomentFindings
from simulator.scenario.moments import MomentMemory
from simulator.scenario.read import Reading, reading_of_kind
from simulator.scenario.source_text import Edit, SourceText, shared_beginning


class OpenDocument:
    """The text of one file and its reading; an edit reads the blocks that it changed and no other."""

    def __init__(self, files: ScenarioFiles, path: str, source: SourceText) -> None:
        self.path = path
        self._files = files
        self._nodes: NodesMemory = BlockMemory()
        self._cut = cut(source.text)
        self._moments: MomentMemory = BlockMemory()
        self._findings = MomentFindings()
        self._possible: tuple[ReactionGrid, Disposition, Possible] | None = None
        self.source = source
        self.reading = self._read()

    def edit(self, *edits: Edit) -> Reading:
        """Make some edits at once, all of them counted in the text before, and read what they changed."""
        length = len(self.source.text)
        self.source = self.source.edited(*edits)
        around = min(edit.start for edit in edits), max(edit.end for edit in edits)
        self._cut = cut_again(self._cut, self.source.text, *around, length)
        self.reading = self._read()
        return self.reading

    def restore(self, source: SourceText) -> Reading:
        """Put another text in the place of this one, and read what differs; the bytes are exactly those of ``source``."""
        before, after = self.source.text, source.text
        length = len(before)
        start = shared_beginning(before, after)
        end = length - shared_beginning(before[start:][::-1], after[start:][::-1])
        self.source = source
        self._cut = cut_again(self._cut, after, start, end, length)
        self.reading = self._read()
        return self.reading

    @property
    def written(self) -> Written:
        """The text with its nodes and their places, for who edits it."""
        return Written(self.source.text, self._loaded.root, self._loaded.spans)

    @property
    def unread(self) -> bool:
        """Whether something in the writing kept a part of the file from being read."""
        return self._loaded.broken

    @property
    def blocks_read(self) -> int:
        """How many blocks the last reading had to read."""
        return self._nodes.made

    @property
    def blocks_taken_over(self) -> int:
        """How many blocks the last reading took over from the one before."""
        return self._nodes.taken_over

    @property
    def moments_checked(self) -> int:
        """How many moments had to be looked at when their findings were last asked for."""
        return self._findings.checked

    @property
    def moments_read(self) -> int:
        """How many moments the last reading had to make from their nodes."""
        return self._moments.made

    def findings(self) -> tuple[Diagnostic, ...]:
        """What is worth mending in the moments that could be read by themselves, although others may be broken."""
        return self._findings.of(self.reading)

    def story(self) -> tuple[Diagnostic, ...]:
        """Everything worth mending in the whole story, the findings included; nothing while something cannot be read."""
        return self.story_check()()

    def story_check(self) -> Callable[[], tuple[Diagnostic, ...]]:
        """What finds ``story`` of the text as it is now, whatever is edited meanwhile."""
        scenario, spans = self.reading.scenario, self.reading.spans
        if scenario is None:
            return tuple
        return lambda: check_story(scenario, spans, self._possible_for(scenario))

    def _possible_for(self, scenario: Scenario) -> Possible:
        """The possible reactions, which stay the same for as long as the patient does."""
        known = self._possible
        disposition = disposition_of(scenario)
        if known is None or known[0] is not scenario.patient.grid or known[1] != disposition:
            known = scenario.patient.grid, disposition, Possible(scenario.patient.grid, disposition)
            self._possible = known
        return known[2]

    def _read(self) -> Reading:
        self._loaded = load_text(self.path, self.source, self._cut, self._nodes)
        return reading_of_kind(self._files, self._loaded, self._moments)
