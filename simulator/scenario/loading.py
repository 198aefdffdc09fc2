"""One file on its way in: from bytes to blocks and nodes, with their places and what is wrong with the writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from simulator.messages.sentences import fault_parts as parts
from simulator.scenario.block_memory import BlockMemory
from simulator.scenario.blocks import Blocks, cut
from simulator.scenario.decode import decode, refusal, undecodable
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Rule, errors_in
from simulator.scenario.faults import Faults, shown
from simulator.scenario.file_assembly import NodesMemory, assemble
from simulator.scenario.file_kind import kind_of
from simulator.scenario.file_spans import FileSpans
from simulator.scenario.files import FileRefused, Refusal, ScenarioFiles
from simulator.scenario.nodes import At, Node, Path
from simulator.scenario.positions import Positions
from simulator.scenario.source_text import SourceText
from simulator.scenario.trailing_remarks import Remark

_NOTHING: Final = SourceText("", "")
_NAMES: Final = {"scenario": parts.A_SCENARIO, "patient": parts.A_PATIENT_FILE, "reactions": parts.A_REACTION_FILE}


@dataclass(frozen=True, eq=False)
class Loaded:
    """A file that was read: its text, its nodes, and where they stand; equal only to itself."""

    path: str
    source: SourceText
    root: Node
    spans: FileSpans
    faults: tuple[Diagnostic, ...] = ()
    lost: str = ""
    holes: frozenset[Path] = frozenset()
    remarks: tuple[Remark, ...] = ()
    texts: Mapping[Path, str] = field(default_factory=dict)
    """The text of every block that is an entry of a section, by its path."""

    @property
    def text(self) -> str:
        """The text as the reader sees it."""
        return self.source.text

    @property
    def kind(self) -> str:
        """The kind of file by its ``format:`` line ("scenario", "patient", "reactions"), or nothing."""
        return kind_of(self.source.text)

    @property
    def broken(self) -> bool:
        """Whether something in the writing keeps the file from being used."""
        return errors_in(self.faults) > 0

    def new_faults(self) -> Faults:
        """An empty collection of faults for this file."""
        return Faults(self.spans, self.lost, self.holes)


def load(path: str, data: bytes) -> Loaded:
    """Read the bytes of a file; whatever is wrong with them is told in ``faults``."""
    source, faults = decode(path, data)
    if source is None:
        return _unread(path, _NOTHING, tuple(faults))
    return _loaded(path, source, cut(source.text), BlockMemory(), tuple(faults))


def load_text(path: str, source: SourceText, blocks: Blocks, memory: NodesMemory) -> Loaded:
    """Read the text of an open file; blocks that the memory knows are not read again."""
    memory.begin()
    refused = refusal(path, source)
    if refused:
        return _unread(path, source, tuple(refused))
    return _loaded(path, source, blocks, memory, tuple(undecodable(path, source)))


def _loaded(
    path: str, source: SourceText, blocks: Blocks, memory: NodesMemory, faults: tuple[Diagnostic, ...]
) -> Loaded:
    positions = Positions(path, source.text)
    found = assemble(positions, blocks, memory)
    spans = FileSpans(positions, found.tops)
    return Loaded(
        path, source, found.root, spans, (*faults, *found.faults), found.lost, found.holes, found.remarks, found.texts
    )


def _unread(path: str, source: SourceText, faults: tuple[Diagnostic, ...]) -> Loaded:
    return Loaded(path, source, None, FileSpans(Positions(path, ""), {}), faults)


@lru_cache(maxsize=32)
def load_shared(path: str, data: bytes) -> Loaded:
    """As ``load``, remembered for files that many scenarios use."""
    return load(path, data)


def nothing_read(path: str, refused: FileRefused) -> Loaded:
    """Stands for a file that could not be read at all."""
    nowhere = Positions(path, "").span(0, 0)
    fault = refusal_rule(refused).at(nowhere, path=path, sentence=refused.message)
    return _unread(path, _NOTHING, (fault,))


def load_used(files: ScenarioFiles, path: str, at: At, faults: Faults, chain: tuple[str, ...]) -> Loaded | None:
    """The file that a ``use:`` names; a fault at that ``use:`` if it cannot be had."""
    if any(_same(path, used) for used in chain):
        faults.add(rules.CYCLE, at, path=shown(path), chain=" → ".join([*chain, path]))
        return None
    try:
        data = files.read(path)
    except FileRefused as refused:
        rule = refusal_rule(refused)
        if rule is rules.NO_FILE:
            faults.unknown(rule, at, path, refused.others, path=shown(path))
        else:
            faults.add(rule, at, path=shown(path), sentence=refused.message)
        return None
    return load_shared(path, data)


def refusal_rule(refused: FileRefused) -> Rule:
    """The rule that a refused file breaks."""
    match refused.refusal:
        case Refusal.MISSING:
            return rules.NO_FILE
        case Refusal.OUTSIDE:
            return rules.OUTSIDE
        case _:
            return rules.REFUSED


def wrong_kind(loaded: Loaded, wanted: str, at: At, faults: Faults) -> bool:
    """Whether a used file is plainly of another kind than is needed; notes it."""
    kind = loaded.kind
    if kind == wanted or kind not in _NAMES:
        return False
    faults.add(rules.OTHER_FILE, at, path=shown(loaded.path), found=_NAMES[kind](), wanted=_NAMES[wanted]())
    return True


def note_id(id_: str | None, loaded: Loaded, faults: Faults) -> None:
    """Note an id that differs from the name of its file."""
    name = PurePosixPath(loaded.path).stem
    if id_ is not None and id_.casefold() != name.casefold():
        faults.add(rules.ID_FILE, (None, "id"), word=id_, file=shown(PurePosixPath(loaded.path).name))


def _same(path: str, other: str) -> bool:
    return PurePosixPath(path) == PurePosixPath(other)
