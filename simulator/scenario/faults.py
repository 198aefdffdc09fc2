"""Collects the faults of one file while it is read, and turns them into diagnostics at their places."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice
from typing import Final

from simulator.messages.message import Message, Value
from simulator.messages.sentences import fault_parts as parts
from simulator.scenario.block_faults import QUOTES, quoted
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Fix, Rule
from simulator.scenario.file_spans import FileSpans
from simulator.scenario.nodes import At, Path, path_of
from simulator.scenario.span import Span
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
    words: dict[str, Value]
    mend: str | None = None
    candidates: Collection[str] | None = None
    """The words one of which was probably meant."""

    asides: tuple[Message, ...] = ()
    """What is said beside the suggestion."""

    sought: str | None = None
    """What is missing, unless it stands in a part of the file that could not be read."""


class Faults:
    """What is wrong with one file so far, and the names in it that are still to be looked up."""

    def __init__(self, spans: FileSpans, lost: str = "", holes: frozenset[Path] = frozenset()) -> None:
        self.references: list[Reference] = []
        self.conditions_read = 0
        self._spans = spans
        self._lost = lost
        self._lost_names = frozenset(name for pair in _LOST_NAME.findall(lost) for name in pair)
        self._holes = holes
        self._found: list[_Fault] = []
        self._noted: set[At] = set()

    def add(
        self, rule: Rule, at: At, *, on_key: bool = False, part: tuple[int, int] | None = None, **words: Value
    ) -> None:
        """Note a fault at a value (or at its key, or at a part of a text)."""
        self._add(_Fault(rule, at, on_key, part, words))

    def missing(self, rule: Rule, at: At, sought: str, /, **words: Value) -> None:
        """Note that something is not there, unless it is there and wrong, or may stand in a part that could not be read."""
        if (at, sought) not in self._noted:
            self._add(_Fault(rule, at, at is not None, None, words, sought=sought))

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
        asides: tuple[Message, ...] = (),
        **words: Value,
    ) -> None:
        """Note a word that is none of those possible, with the nearest of them as a suggestion."""
        words["known"] = ", ".join(map(str, islice(candidates, _FEW))) + (", ..." if len(candidates) > _FEW else "")
        words["key"] = words["word"] = shown(word)
        self._add(_Fault(rule, at, on_key, part, words, word, candidates, asides))

    def bad_id(self, rule: Rule, at: At, word: str, /, **words: Value) -> None:
        """Note a key that cannot be an id, with the id that was probably meant."""
        mended = mended_id(word)
        words["word"] = shown(word)
        self._add(_Fault(rule, at, True, None, words, mended if mended != word and mended[:1].isalpha() else None))

    def look_up(self, moments: Collection[str], flags: Collection[str]) -> None:
        """Check every name that was used against those that exist; a flag that is not listed is told once."""
        flag, known = rules.UNKNOWN_FLAG, frozenset(flags)
        missing = [one for one in self.references if one.name not in (known if one.rule is flag else moments)]
        if not missing:
            return
        # An id that cannot be one was told; whoever names it as it should be has made no further mistake.
        misspelt = {mended for id_ in moments if (mended := mended_id(id_)) != id_}
        unknown: dict[tuple[Rule, str], list[Reference]] = {}
        for one in missing:
            if one.name in self._lost_names or (one.rule is not flag and mended_id(one.name) in misspelt):
                continue
            place = one.name if one.rule is flag else f"{one.name} {len(unknown)}"
            unknown.setdefault((one.rule, place), []).append(one)
        good = dict.fromkeys(map(mended_id, moments))
        for (rule, _), uses in unknown.items():
            self._note_unknown(rule, uses, dict.fromkeys(flags) if rule is flag else good, good)

    def _note_unknown(
        self, rule: Rule, uses: list[Reference], known: Collection[str], moments: Collection[str]
    ) -> None:
        """Note a name that does not exist, at the first of its uses."""
        first = uses[0]
        asides = (parts.PLACES(count=len(uses)),) if len(uses) > 1 else ()
        if known is not moments and first.part is not None and first.name in moments:
            asides = (parts.SEEN_INSTEAD(moment=first.name), *asides)
            words: dict[str, Value] = {"word": shown(first.name)}
            self._add(_Fault(rule, first.at, False, first.part, words, f"seen {first.name}", asides=asides))
            return
        self.unknown(rule, first.at, first.name, known, part=first.part, asides=asides)

    def _may_be_lost(self, fault: _Fault) -> bool:
        """Whether what is missing may stand in a part of the file that could not be read."""
        if fault.sought is None or not self._lost:
            return False
        path = path_of(fault.at)
        return fault.sought in self._lost or path[:1] in self._holes or path[:2] in self._holes

    def diagnostics(self) -> list[Diagnostic]:
        """Every fault as a diagnostic."""
        suggestions = Suggestions()
        return [self._diagnostic(fault, suggestions) for fault in self._found if not self._may_be_lost(fault)]

    def absorb(self, other: Faults, of_entry: tuple[At, Collection[str]] | None = None) -> None:
        """Take over what was noted of a part of the file; of an entry only what is about it, or about keys of its own."""
        if not other._found and not other.references:
            return
        for fault in other._found:
            if of_entry is None or fault.at == of_entry[0] or _first_key(fault.at, of_entry[0]) in of_entry[1]:
                self._add(fault)
        self.references += other.references

    def __bool__(self) -> bool:
        return bool(self._found)

    def _add(self, fault: _Fault) -> None:
        if len(self._found) < _MOST:
            self._found.append(fault)
            self._noted.add(fault.at)

    def _diagnostic(self, fault: _Fault, suggestions: Suggestions) -> Diagnostic:
        path = path_of(fault.at)
        span = self._spans.key(path) if fault.on_key else self._spans.value(path)
        if fault.part is not None:
            span = self._spans.part(path, *fault.part)
        fixes: tuple[Fix, ...] = ()
        words, mend, asides = fault.words, fault.mend, fault.asides
        if fault.candidates is not None:
            mend = suggestions.near(mend or "", fault.candidates)
            asides = (parts.DID_YOU_MEAN(word=mend), *asides) if mend else asides
        if mend is not None and self._spans.has(path):
            fixes = (Fix(parts.WRITE(word=mend), span, mend),)
        elif fault.rule is rules.NOT_TEXT:
            fixes = self._quotes(path, span)
        return fault.rule.with_asides(asides, span, fixes, words)

    def _quotes(self, path: Path, span: Span) -> tuple[Fix, ...]:
        """Quotes around what brackets or braces on one line have made a list or a group of keys."""
        _, _, start, end = self._spans.offsets(path)
        raw = self._spans.positions.text[start:end]
        return (Fix(QUOTES, span, quoted(raw)),) if raw[:1] in ("[", "{") and "\n" not in raw else ()


def _first_key(at: At, entry: At) -> str | int:
    """The key of an entry that leads to a place inside it."""
    while at is not None:
        above, step = at
        if above == entry:
            return step
        at = above
    return ""


def mended_id(word: str) -> str:
    """What a word would be called if it followed the rules of ids; an id is left as it is."""
    if _ID_LIKE.fullmatch(word):
        return word
    return "-".join(_ID_PARTS.findall(word.lower()))


def shown(word: str) -> str:
    """A word as messages show it: not too long."""
    return word if len(word) <= _SHOWN else word[: _SHOWN - 1] + "…"
