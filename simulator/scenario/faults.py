"""Collects the faults of one file while it is read, and turns them into diagnostics at their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from simulator.scenario.block_faults import QUOTES, quoted
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Fix, Rule
from simulator.scenario.file_spans import FileSpans
from simulator.scenario.nodes import At, Path, path_of
from simulator.scenario.source import Span
from simulator.scenario.suggestions import Suggestions

_MOST: Final = 1000
"""So many faults are told; a file with more is no scenario."""

_LOST_NAME: Final = re.compile(r"^ *([^\s:]+)|([^\s:]+)(?=:)", re.MULTILINE)
_ID_LIKE: Final = re.compile(r"[a-z0-9-]+")
_ID_PARTS: Final = re.compile(r"[a-z0-9]+")
_SHOWN: Final = 40
_FEW: Final = 24


@dataclass(frozen=True, slots=True)
class Reference:
    """A name that must exist somewhere in the file: a moment or a flag; ``part`` is its place inside a condition."""

    rule: Rule
    name: str
    at: At
    part: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Fault:
    rule: Rule
    at: At
    on_key: bool
    part: tuple[int, int] | None
    words: dict[str, object]
    mend: str | None


class Faults:
    """What is wrong with one file so far, and the names in it that are still to be looked up."""

    def __init__(self, file: str, spans: FileSpans, lost: str = "", holes: frozenset[Path] = frozenset()) -> None:
        self.file = file
        self.references: list[Reference] = []
        self.conditions_read = 0
        self._spans = spans
        self._lost = lost
        self._lost_names = frozenset(name for pair in _LOST_NAME.findall(lost) for name in pair)
        self._holes = holes
        self._found: list[_Fault] = []
        self._noted: set[At] = set()
        self._suggestions = Suggestions()

    def add(
        self, rule: Rule, at: At, *, on_key: bool = False, part: tuple[int, int] | None = None, **words: object
    ) -> None:
        """Note a fault at a value (or at its key, or at a part of a text)."""
        self._add(_Fault(rule, at, on_key, part, words, None))

    def missing(self, rule: Rule, at: At, sought: str, /, **words: object) -> None:
        """Note that something is not there, unless it is there and wrong, or may stand in a part that could not be read."""
        if (at, sought) in self._noted:
            return
        if not self._lost or (sought not in self._lost and not self._in_hole(path_of(at))):
            self._add(_Fault(rule, at, at is not None, None, words, None))

    def unknown(
        self,
        rule: Rule,
        at: At,
        word: str,
        candidates: Collection[str],
        /,
        *,
        on_key: bool = False,
        part: tuple[int, int] | None = None,
        **words: object,
    ) -> None:
        """Note a word that is none of those possible, with the nearest of them as a suggestion."""
        near = self._suggestions.near(word, candidates)
        words["near"] = f" Did you mean “{near}”?" if near else ""
        words["known"] = ", ".join(map(str, islice(candidates, _FEW))) + (", ..." if len(candidates) > _FEW else "")
        words["key"] = words["word"] = shown(word)
        self._add(_Fault(rule, at, on_key, part, words, near))

    def bad_id(self, rule: Rule, at: At, word: str, /, **words: object) -> None:
        """Note a key that cannot be an id, with the id that was probably meant."""
        mended = mended_id(word)
        words["word"] = shown(word)
        self._add(_Fault(rule, at, True, None, words, mended if mended != word and mended[:1].isalpha() else None))

    def look_up(self, moments: Iterable[str], flags: Iterable[str], is_flag: Callable[[Rule], bool]) -> None:
        """Check every name that was used against those that exist; a flag that is not listed is told once."""
        known_moments, known_flags = dict.fromkeys(map(mended_id, moments)), dict.fromkeys(flags)
        unknown: dict[tuple[Rule, str], list[Reference]] = {}
        for reference in self.references:
            known = known_flags if is_flag(reference.rule) else known_moments
            name = reference.name if is_flag(reference.rule) else mended_id(reference.name)
            if name in known and (name == reference.name or name not in moments):
                continue
            if reference.name not in self._lost_names:
                place = reference.name if is_flag(reference.rule) else f"{reference.name} {len(unknown)}"
                unknown.setdefault((reference.rule, place), []).append(reference)
        for (rule, _), uses in unknown.items():
            self._note_unknown(rule, uses, known_flags if is_flag(rule) else known_moments, known_moments)

    def _note_unknown(
        self, rule: Rule, uses: list[Reference], known: Collection[str], moments: Collection[str]
    ) -> None:
        """Note a name that does not exist, at the first of its uses."""
        first = uses[0]
        words = {"times": f" Places that name it: {len(uses)}." if len(uses) > 1 else ""}
        if known is not moments and first.part is not None and first.name in moments:
            near = f" There is a moment of this name: write “seen {first.name}” to ask whether it was played."
            words |= {"word": shown(first.name), "near": near}
            self._add(_Fault(rule, first.at, False, first.part, words, f"seen {first.name}"))
            return
        self.unknown(rule, first.at, first.name, known, part=first.part, **words)

    def _in_hole(self, path: Path) -> bool:
        return path[:1] in self._holes or path[:2] in self._holes

    def diagnostics(self) -> list[Diagnostic]:
        """Every fault as a diagnostic."""
        return [self._diagnostic(fault) for fault in self._found]

    def __bool__(self) -> bool:
        return bool(self._found)

    def _add(self, fault: _Fault) -> None:
        if len(self._found) < _MOST:
            self._found.append(fault)
            self._noted.add(fault.at)

    def _diagnostic(self, fault: _Fault) -> Diagnostic:
        path = path_of(fault.at)
        span = self._spans.key(path) if fault.on_key else self._spans.value(path)
        if fault.part is not None:
            span = self._part(path, span, *fault.part)
        fixes: tuple[Fix, ...] = ()
        if fault.mend is not None and self._spans.has(path):
            fixes = (Fix(f"Write “{fault.mend}”", span, fault.mend),)
        elif fault.rule is rules.NOT_TEXT:
            fixes = self._quotes(path, span)
        return fault.rule.at(span, *fixes, **fault.words)

    def _quotes(self, path: Path, span: Span) -> tuple[Fix, ...]:
        """Quotes around what brackets or braces on one line have made a list or a group of keys."""
        _, _, start, end = self._spans.offsets(path)
        raw = self._spans.positions.text[start:end]
        return (Fix(QUOTES, span, quoted(raw)),) if raw[:1] in ("[", "{") and "\n" not in raw else ()

    def _part(self, path: Path, whole: Span, start: int, end: int) -> Span:
        """The span of a part of a text, if the text stands in the file as it reads, else of the whole."""
        _, _, first, last = self._spans.offsets(path)
        raw = self._spans.positions.text[first:last]
        lead = 1 if raw[:1] in ("'", '"') else 0
        plain = "\n" not in raw and (not lead or ("\\" not in raw and "''" not in raw[1:-1]))
        return self._spans.positions.span(first + lead + start, first + lead + end) if plain else whole


def mended_id(word: str) -> str:
    """What a word would be called if it followed the rules of ids; an id is left as it is."""
    if _ID_LIKE.fullmatch(word):
        return word
    return "-".join(_ID_PARTS.findall(word.lower()))


def shown(word: str) -> str:
    """A word as messages show it: not too long."""
    return word if len(word) <= _SHOWN else word[: _SHOWN - 1] + "…"
