"""What could be written at a place of a file: keys with their help, words, and the ids that there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from simulator.alliance.moves import Move
from simulator.alliance.said_classes import SaidClass, ShownClass
from simulator.messages.message import Message
from simulator.messages.sentences.text import AS_WRITTEN
from simulator.scenario.condition_syntax import RESERVED
from simulator.scenario.document import STAYED_SILENT
from simulator.scenario.editing.word_labels import LABELS
from simulator.scenario.kind_at import kind_at
from simulator.scenario.legal_values import (
    ByWord,
    Constant,
    FlagNames,
    JustSaidNames,
    Kind,
    MomentName,
    Openings,
    PoseParts,
    Record,
    Table,
    When,
    Word,
    Words,
    YesNo,
)
from simulator.scenario.poses import POSES
from simulator.scenario.references import Named, Use

_LINE: Final = re.compile(r"( *(?:- )*)([^\s:#{\[\"'][^:#{\[]*)?(?:(:)\s*(.*))?")
_WORD: Final = re.compile(r"[\w/-]*$")
_IN_BRACES: Final = re.compile(r"[{,]\s*(?:([\w/-]+):\s*)?([\w/-]*)$")


@dataclass(frozen=True, slots=True)
class Offer:
    """A word that could stand here, and what it means; ``tail`` is what is written behind it."""

    word: str
    help: Message | None = None
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    """What could be written, and how many letters of it stand before the cursor."""

    typed: str
    found: tuple[Offer, ...]


def offers_at(table: Table, text: str, offset: int, uses: Iterable[Use]) -> Offers:
    """What could be written at an offset."""
    begin = text.rfind("\n", 0, offset) + 1
    before = text[begin:offset]
    line = _LINE.fullmatch(before)
    if line is None or before.lstrip().startswith("#"):
        return Offers("", ())
    indent = len(line[1])
    above = _above(text, begin, indent)
    key, value = (line[2] or "").strip(), line[4]
    if line[3] is None:
        return _matching(key, _keys(kind_at(table, above), _siblings(text, begin, indent)))
    return _value(table, (*above, key), value or "", list(uses))


def _value(table: Table, path: tuple[str | int, ...], value: str, uses: list[Use]) -> Offers:
    kind = kind_at(table, path)
    braces = _IN_BRACES.search(value)
    if (
        braces is not None
        and isinstance(kind, Record | ByWord | PoseParts | Openings)
        and value.count("{") > value.count("}")
    ):
        if braces[1] is None:
            return _matching(braces[2], _keys(kind, set(re.findall(r"([\w/-]+):", value))))
        inner = kind_at(table, (*path, braces[1]))
        words = _poses(braces[1]) if isinstance(kind, PoseParts) else _words(inner, uses)
        return _matching(braces[2], words)
    found = _WORD.search(value)
    typed = found[0] if found else ""
    return _matching(typed, _words(kind, uses))


def _matching(typed: str, offers: Iterable[Offer]) -> Offers:
    """Those that go on with what is typed; those that hold it somewhere come last."""
    known = list(dict.fromkeys(offers))
    first = [one for one in known if one.word.startswith(typed) and one.word != typed]
    rest = [one for one in known if typed and typed in one.word and not one.word.startswith(typed)]
    return Offers(typed, (*first, *rest))


def _keys(kind: Kind | None, have: set[str]) -> Iterator[Offer]:
    match kind:
        case Record(table):
            for row in table.rows.values():
                if row.key not in have:
                    yield Offer(row.key, row.help, ": ")
        case ByWord(_, words, _):
            yield from (Offer(str(word), None, ": ") for word in words if str(word) not in have)
        case PoseParts():
            yield from (
                Offer(part, AS_WRITTEN(words=", ".join(words)), ": ")
                for part, words in POSES.items()
                if part not in have
            )
        case Openings():
            yield from (Offer(str(one), None, ": ") for one in (*SaidClass, *Move) if str(one) not in have)


def _label(word: str) -> Message | None:
    label = LABELS.get(word)
    return label() if label else None


def _words(kind: Kind | None, uses: list[Use]) -> Iterator[Offer]:
    match kind:
        case Word(_, words) | Words(_, words, _):
            yield from (Offer(str(word), _label(str(word))) for word in words)
        case YesNo():
            yield from (Offer("true"), Offer("false"))
        case Constant(word):
            yield Offer(word)
        case MomentName():
            yield from _named(uses, Named.MOMENT)
        case FlagNames():
            yield from _named(uses, Named.FLAG)
        case When():
            yield from _named(uses, Named.FLAG)
            yield from (Offer(word) for word in sorted(RESERVED))
            yield from _named(uses, Named.MOMENT)
        case JustSaidNames(shown):
            yield from (Offer(str(word)) for word in SaidClass)
            yield from (Offer(str(word)) for word in (ShownClass if shown else ()))
            yield from (Offer(str(word)) for word in Move)
            for use in uses:
                if use.named is Named.RESPONSE and use.makes:
                    yield Offer(f"{use.owner}/{use.name}")
            yield from (Offer(f"{use.name}/{STAYED_SILENT}") for use in uses if use.named is Named.MOMENT and use.makes)


def _poses(part: str) -> Iterator[Offer]:
    yield from (Offer(word) for word in POSES.get(part, ()))


def _named(uses: list[Use], named: Named) -> Iterator[Offer]:
    return (Offer(use.name) for use in uses if use.named is named and use.makes)


def _above(text: str, begin: int, indent: int) -> tuple[str | int, ...]:
    """The keys that a line hangs on, by its indentation; entries of lists count as 0."""
    path: list[str | int] = []
    end = begin - 1
    while end > 0 and indent > 0:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        bare = line.lstrip(" ")
        own = len(line) - len(bare)
        if bare and not bare.startswith("#") and own < indent:
            dash = bare.startswith("- ")
            if ":" in bare and not dash:
                path.insert(0, bare.split(":", 1)[0].strip("\"' "))
            elif dash:
                path.insert(0, 0)
            indent = own
        end = start - 1
    return tuple(path)


def _siblings(text: str, begin: int, indent: int) -> set[str]:
    """The keys that stand in the same group as a line."""
    found: set[str] = set()
    margin = re.compile(rf" {{{indent}}}([\w/-]+):")
    for lines in (reversed(text[:begin].split("\n")[:-1]), text[begin:].split("\n")[1:]):
        for line in lines:
            bare = line.lstrip(" ")
            if bare and not bare.startswith("#") and len(line) - len(bare) < indent:
                break
            if match := margin.match(line):
                found.add(match[1])
    return found
