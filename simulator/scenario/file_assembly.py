"""Puts the blocks of a file together again: its keys and values, their places, and one message for each mistake in the writing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, TypeAlias

from simulator.messages.message import Value
from simulator.messages.sentences import fault_parts as parts
from simulator.scenario.block_faults import BlockFault
from simulator.scenario.block_memory import BlockMemory
from simulator.scenario.blocks import MOST_BLOCKS, SECTIONS, Block, Blocks
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Rule
from simulator.scenario.file_spans import Anchored
from simulator.scenario.nodes import Marks, Node, Path
from simulator.scenario.positions import Positions
from simulator.scenario.syntax import MOST_NODES, BlockNodes, read_block
from simulator.scenario.trailing_remarks import Remark
from simulator.scenario.yaml_complaints import indentation_advice

MOST_MOMENTS: Final = 5_000
_MOST_REPORTED: Final = 200
_OPEN: Final = (rules.NO_COLON, rules.BRACKETS, rules.OPEN_QUOTE)
"""After one of these the lines that follow and have no key either belong to the same mistake."""


@dataclass(slots=True)
class Assembled:
    """A file as its blocks give it; positions count from its beginning."""

    root: Node = None
    tops: dict[str, Anchored] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    lost: str = ""
    holes: frozenset[Path] = frozenset()
    """The blocks, by their paths, in which something could not be read."""

    remarks: tuple[Remark, ...] = ()
    texts: dict[Path, str] = field(default_factory=dict)
    """The text of every block that is an entry of a section."""


NodesMemory: TypeAlias = BlockMemory[str, BlockNodes]
"""The nodes of one file's blocks, by their text."""


def assemble(positions: Positions, blocks: Blocks, memory: NodesMemory) -> Assembled:
    """Read a text block by block; what is wrong in one takes nothing from the others."""
    assembly = _Assembly(positions, len(blocks.blocks))
    start = blocks.start
    for number, block in enumerate(blocks.blocks):
        nodes = memory.known(block.text) or memory.keep(block.text, read_block(block.text))
        if number >= MOST_BLOCKS or not assembly.take(block, start, nodes):
            assembly.leave(start)
            break
        start += len(block.text)
    return assembly.done()


class _Assembly:
    """A file so far."""

    def __init__(self, positions: Positions, blocks: int) -> None:
        self._positions = positions
        self._alone = blocks == 1
        self._keys: dict[str, Node] = {}
        self._root: Node = None
        self._tops: dict[str, Anchored] = {}
        self._entries: dict[str, Node] | None = None
        self._anchors: dict[str, Anchored] = {}
        self._faults: list[Diagnostic] = []
        self._lost: list[str] = []
        self._remarks: list[Remark] = []
        self._holes: set[Path] = set()
        self._texts: dict[Path, str] = {}
        self._count = 0
        self._open = False
        self._tabbed = False
        self._ended = False

    def take(self, block: Block, start: int, nodes: BlockNodes) -> bool:
        """Take the next block; says whether reading goes on."""
        if block.text.startswith(("---", "...")) and not block.section:
            return self._marker(block, start)
        if self._ended:
            self._add(rules.SECOND_DOCUMENT, start, start + 1)
            return False
        self._count += nodes.count
        if self._count > MOST_NODES:
            self._add(rules.TOO_MANY, start, start + 1, most=f"{MOST_NODES:,}")
            return False
        if nodes.faults or self._open or block.wanted is not None:
            self._note_faults(block, start, nodes)
        if nodes.lost:
            self._lost.append(nodes.lost)
            keys = nodes.root if isinstance(nodes.root, dict) else {}
            self._holes.update((block.section, key) if block.section else (key,) for key in keys)
        match nodes.root:
            case dict() if block.section:
                self._take_entries(block, start, nodes, nodes.root)
            case dict():
                self._take_keys(block, start, nodes, nodes.root)
            case None | "":
                pass
            case _ if self._alone and not isinstance(nodes.root, str):
                self._root = nodes.root
            case _:
                self._note_no_key(block, start)
        return True

    def leave(self, start: int) -> None:
        """Leave the rest of the file unread."""
        if not self._faults:
            self._add(rules.TOO_MANY, start, start + 1, most=f"{MOST_BLOCKS:,}")
        self._lost.append(self._positions.text[start:])

    def done(self) -> Assembled:
        """The whole file."""
        root = self._keys or self._root
        if not root and not self._faults:
            self._add(rules.EMPTY_FILE, 0, 0, format="scenario/1")
        moments = self._keys.get("moments")
        if isinstance(moments, dict) and len(moments) > MOST_MOMENTS:
            at = self._tops["moments"]
            words = {"key": "moments", "count": f"{len(moments):,}", "most": f"{MOST_MOMENTS:,}"}
            self._add(rules.LONG_LIST, at.start + at.marks[0], at.start + at.marks[1], **words)
        return Assembled(
            root,
            self._tops,
            self._faults,
            "\n".join(self._lost),
            frozenset(self._holes),
            tuple(self._remarks),
            self._texts,
        )

    def _marker(self, block: Block, start: int) -> bool:
        """A line that begins or ends a document: harmless at the top, and at the end of the file."""
        if block.text.startswith("...") and not block.text[3:].strip():
            self._ended = True
            return True
        if self._keys or self._ended or block.text[3:].strip():
            self._add(rules.SECOND_DOCUMENT, start, start + 3)
            return False
        return True

    def _note_faults(self, block: Block, start: int, nodes: BlockNodes) -> None:
        """Tell what is wrong in a block; what follows on an open bracket or a line without a key was told with it."""
        faults = nodes.faults
        follows = self._open and type(nodes.root) is not dict
        self._open = follows or any(fault.rule in _OPEN for fault in faults)
        if block.wanted is not None:
            self._note_margin(block, start, block.wanted)
        for fault in faults:
            if (fault.rule is rules.TAB and self._tabbed) or (follows and fault.rule in _OPEN):
                continue
            self._tabbed = self._tabbed or fault.rule is rules.TAB
            if len(self._faults) < _MOST_REPORTED:
                self._faults.append(fault.at(self._positions, start))

    def _note_margin(self, block: Block, start: int, wanted: int) -> None:
        bare = block.text.lstrip(" ")
        found = len(block.text) - len(bare)
        fix = (parts.LIKE_NEIGHBOURS(), 0, found, " " * wanted)
        advice = indentation_advice(found, wanted)
        end = found + len(bare.split("\n", 1)[0].rstrip())
        fault = BlockFault(rules.INDENTATION, found, end, {"advice": advice}, fix)
        self._faults.append(fault.at(self._positions, start))

    def _note_no_key(self, block: Block, start: int) -> None:
        self._lost.append(block.text)
        if not self._open:
            end = start + len(block.text.split("\n", 1)[0])
            self._add(rules.NO_COLON, start, end, advice=parts.WRITE_A_KEY())
        self._open = True

    def _take_keys(self, block: Block, start: int, nodes: BlockNodes, keys: dict[str, Node]) -> None:
        inner = nodes.marks[4]
        self._entries = None
        for key, node in keys.items():
            marks = inner[key] if isinstance(inner, dict) else nodes.marks
            if key in self._keys:
                self._note_twice(start, key, marks, self._tops[key])
                self._lost.append(block.text)
                continue
            self._tops[key] = Anchored(start, marks)
            self._keys[key] = node
            if key in SECTIONS and node == "":
                self._entries, self._anchors = {}, {}
            self._remarks += [
                (path, start + begin, start + end, start + stop) for path, begin, end, stop in nodes.remarks
            ]

    def _take_entries(self, block: Block, start: int, nodes: BlockNodes, keys: dict[str, Node]) -> None:
        """Take the entries of a section."""
        entries, inner = self._entries, nodes.marks[4]
        if entries is None:
            return
        if not entries and self._keys.get(block.section) == "":
            self._keys[block.section] = entries
            head = self._tops[block.section]
            self._tops[block.section] = Anchored(head.start, head.marks, self._anchors)
        for key, node in keys.items():
            marks = inner[key] if isinstance(inner, dict) else nodes.marks
            if key in entries:
                self._note_twice(start, key, marks, self._anchors[key])
                continue
            entries[key] = node
            self._texts[block.section, key] = block.text
            self._anchors[key] = Anchored(start, marks)
        if nodes.remarks:
            self._remarks += [
                ((block.section, *path), start + begin, start + end, start + stop)
                for path, begin, end, stop in nodes.remarks
            ]

    def _note_twice(self, start: int, key: str, marks: Marks, first: Anchored) -> None:
        line = self._positions.line_of(first.start + first.marks[0])
        shown = key if len(key) <= 40 else key[:39] + "…"
        self._add(rules.DUPLICATE_KEY, start + marks[0], start + marks[1], key=shown, line=str(line))

    def _add(self, rule: Rule, start: int, end: int, **words: Value) -> None:
        if len(self._faults) < _MOST_REPORTED:
            self._faults.append(rule.at(self._positions.span(start, end), **words))
