"""One file on its way in: from bytes to nodes, with its places and what is wrong with its syntax."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import PurePosixPath

from simulator.scenario.decode import decode
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Rule
from simulator.scenario.fast_syntax import parse_plain
from simulator.scenario.faults import Faults, shown
from simulator.scenario.files import FileRefused, Refusal, ScenarioFiles
from simulator.scenario.nodes import At, FilePlaces, Lines, Node
from simulator.scenario.syntax import Parsed, parse


@dataclass(frozen=True, eq=False)
class Loaded:
    """A file that was read: its text, its nodes, and where they stand; equal only to itself."""

    path: str
    data: bytes
    text: str
    root: Node
    places: FilePlaces
    faults: tuple[Diagnostic, ...] = ()
    lost: str = ""

    @cached_property
    def format(self) -> str:
        """The kind of file by its ``format:`` line ("scenario", "patient", "reactions"), or nothing."""
        found = self.root.get("format") if isinstance(self.root, dict) else None
        return found.strip().partition("/")[0] if isinstance(found, str) else ""

    def new_faults(self) -> Faults:
        """An empty collection of faults for this file."""
        return Faults(self.path, self.places, self.lost)


def load(path: str, data: bytes) -> Loaded:
    """Read the bytes of a file; whatever is wrong with them is told in ``faults``."""
    text, faults = decode(path, data)
    if text is None:
        lines = Lines(path, "")
        return Loaded(path, data, "", None, FilePlaces(lines, dict), tuple(faults), "")
    lines = Lines(path, text)
    root = parse_plain(text)
    if root is not None:
        return Loaded(path, data, text, root, FilePlaces(lines, lambda: parse(lines).places), tuple(faults))
    parsed: Parsed = parse(lines)
    places = FilePlaces(lines, lambda: parsed.places)
    return Loaded(path, data, text, parsed.root, places, (*faults, *parsed.faults), parsed.lost)


@lru_cache(maxsize=32)
def load_shared(path: str, data: bytes) -> Loaded:
    """As ``load``, remembered for files that many scenarios use."""
    return load(path, data)


def nothing_read(path: str, refused: FileRefused) -> Loaded:
    """Stands for a file that could not be read at all."""
    lines = Lines(path, "")
    fault = refusal_rule(refused).at(lines.span(0, 0), path=path, sentence=refused.sentence, near="")
    return Loaded(path, b"", "", None, FilePlaces(lines, dict), (fault,))


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
            faults.add(rule, at, path=shown(path), sentence=refused.sentence)
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
    names = {"scenario": "a scenario", "patient": "a patient file", "reactions": "a reaction file"}
    if loaded.format == wanted or loaded.format not in names:
        return False
    faults.add(rules.OTHER_FILE, at, path=shown(loaded.path), found=names[loaded.format], wanted=names[wanted])
    return True


def note_id(id_: str | None, loaded: Loaded, faults: Faults) -> None:
    """Note an id that differs from the name of its file."""
    name = PurePosixPath(loaded.path).stem
    if id_ is not None and id_.casefold() != name.casefold():
        faults.add(rules.ID_FILE, (None, "id"), word=id_, file=shown(PurePosixPath(loaded.path).name))


def _same(path: str, other: str) -> bool:
    return PurePosixPath(path) == PurePosixPath(other)
