"""From nodes to values: one reader for each kind of key, each of which notes what is wrong and reads on."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final, TypeAlias

from simulator.alliance import Code
from simulator.patient import POINTS_PER_LEVEL, CellFault, parse_cell, target_words
from simulator.scenario.condition_syntax import RESERVED, ConditionFault, parse_condition
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Rule
from simulator.scenario.faults import Faults, Reference, shown
from simulator.scenario.kinds import (
    FILE_ID_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    LONGEST_ID,
    LONGEST_SILENCE,
    POINTS_STEP,
    ById,
    ByWord,
    CellText,
    Constant,
    Duration,
    FileName,
    FlagNames,
    Identifier,
    Kind,
    Language,
    Listing,
    MomentName,
    Need,
    NewFlags,
    Phrases,
    Points,
    Prose,
    Record,
    Table,
    When,
    Whole,
    Word,
    Words,
    YesNo,
)
from simulator.scenario.nodes import At, Node

Values: TypeAlias = dict[str, Any]
"""What could be read of a group of keys, by key; a key whose value could not be read is not in it."""

Reader: TypeAlias = Callable[[Node, At, Faults], Any]
"""Reads one value; ``None`` where it cannot, which then has been noted."""

_ID: Final = re.compile(ID_PATTERN)
_FILE_ID: Final = re.compile(FILE_ID_PATTERN)
_LANGUAGE: Final = re.compile(LANGUAGE_PATTERN)
_WHOLE: Final = re.compile(r"-?[0-9]{1,6}")
_SIGNED: Final = re.compile(r"[+-][0-9]{1,4}")
_TIME: Final = re.compile(r"([0-9]{1,4}) ?(s|min)")
_MOST_PHRASE: Final = 300
_MOST_FLAGS: Final = 20
_MOST_LINES: Final = 100
_MOST_CONDITIONS: Final = 100_000

_RULE_OF_THING: Final = {
    "move": rules.UNKNOWN_MOVE,
    "marker": rules.UNKNOWN_MARKER,
    "reaction state": rules.UNKNOWN_REACTION,
    "reaction state or family": rules.UNKNOWN_REACTION,
    "cause": rules.UNKNOWN_CAUSE,
}


def is_id(word: str) -> bool:
    """Whether a word can be an id."""
    return _ID.fullmatch(word) is not None and len(word) <= LONGEST_ID


def read_record(table: Table, node: Node, at: At, faults: Faults) -> Values | None:
    """Read a group of keys by its table; ``None`` if it is no group of keys at all."""
    values: Values | None = _record(table)(node, at, faults)
    return values


def note_missing(table: Table, have: Values | dict[str, Node], at: At, faults: Faults) -> None:
    """Note every needed key that is not there."""
    for key in _needed(table):
        if key not in have:
            faults.missing(rules.MISSING_KEY, at, key, key=key, thing=table.name, help=table.rows[key].help)


@cache
def _needed(table: Table) -> tuple[str, ...]:
    return tuple(key for key, row in table.rows.items() if row.need is Need.YES)


@cache
def _record(table: Table) -> Reader:
    readers = {key: _reader(row.kind) for key, row in table.rows.items()}
    needed = frozenset(_needed(table))
    # A moment may take needed keys from the one it copies, so they are looked for once that is known.
    copies = "copy" in table.rows

    def read(node: Node, at: At, faults: Faults) -> Values | None:
        if type(node) is not dict:
            _note_not_keys(node, at, faults)
            return None
        values: Values = {}
        for key, child in node.items():
            reader = readers.get(key)
            if reader is None:
                faults.unknown(rules.UNKNOWN_KEY, (at, key), key, readers, on_key=True, thing=table.name)
            elif (value := reader(child, (at, key), faults)) is not None:
                values[key] = value
        if not copies and not needed <= node.keys():
            note_missing(table, node, at, faults)
        return values

    return read


def _reader(kind: Kind) -> Reader:
    """The reader of a kind of value."""
    match kind:
        case Constant() | Identifier() | Language() | FileName():
            return _name_reader(kind)
        case Prose(most):
            return _prose(most)
        case Phrases(empty, most):
            return _phrases(empty, most)
        case Whole(least, most):
            return _whole(least, most)
        case Points(least, most, signed):
            return _signed_points(least, most) if signed else _points(least, most)
        case Duration():
            return _duration
        case YesNo():
            return _yes_no
        case When():
            return _condition
        case CellText():
            return _cell
        case _:
            return _compound_reader(kind)


def _name_reader(kind: Kind) -> Reader:
    match kind:
        case Constant(word):
            return _constant(word)
        case Identifier(file):
            return _identifier(_FILE_ID if file else _ID)
        case Language():
            return _language
        case _:
            return _prose(500)


def _compound_reader(kind: Kind) -> Reader:
    match kind:
        case Word(thing, words):
            return _word(thing, words)
        case Words(thing, words, most):
            return _words(thing, words, most)
        case MomentName():
            return _moment_name
        case NewFlags():
            return _new_flags
        case FlagNames():
            return _flag_names
        case Record(table):
            return _record(table)
        case Listing(table):
            return _listing(_record(table))
        case ById(table, most):
            return _by_id(_record(table), most)
        case ByWord(thing, words, value, complete):
            return _by_word(thing, words, _reader(value), complete)
        case _:
            raise AssertionError(kind)


# --- shapes


def _note_not_keys(node: Node, at: At, faults: Faults) -> None:
    if node == "":
        faults.add(rules.EMPTY, at, on_key=at is not None, key=_key(at))
    elif node is not None:
        faults.add(rules.NOT_KEYS, at, key=_key(at), found=_found(node))


def _note_not_text(node: Node, at: At, faults: Faults) -> None:
    if node is not None:
        faults.add(rules.NOT_TEXT, at, key=_key(at), found=_found(node))


def _key(at: At) -> str:
    """What messages call the value at a place: its key, or the key of the list it is in."""
    while at is not None:
        at, step = at
        if isinstance(step, str):
            return shown(step)
    return "the file"


def _found(node: Node) -> str:
    match node:
        case str():
            return "text"
        case list():
            return "a list"
        case _:
            return "a group of keys (a comma or colon in the text may have made it one; then use quotes)"


def _text(node: Node, at: At, faults: Faults) -> str | None:
    """A text that is not empty."""
    if type(node) is not str:
        _note_not_text(node, at, faults)
        return None
    text = node.strip()
    if not text:
        faults.add(rules.EMPTY, at, on_key=True, key=_key(at))
        return None
    return text


def _prose(most: int) -> Reader:
    def read(node: Node, at: At, faults: Faults) -> str | None:
        if type(node) is str and 0 < len(node) <= most and not (node[0].isspace() or node[-1].isspace()):
            return node
        text = _text(node, at, faults)
        if text is not None and len(text) > most:
            faults.add(rules.TOO_LONG, at, count=f"{len(text):,}", most=f"{most:,}")
            return None
        return text

    return read


def _items(node: Node, at: At, faults: Faults, most: int) -> list[Node] | None:
    if type(node) is not list:
        if node == "":
            faults.add(rules.EMPTY, at, on_key=True, key=_key(at))
        elif node is not None:
            faults.add(rules.NOT_LIST, at, key=_key(at), found=_found(node))
        return None
    if len(node) > most:
        faults.add(rules.LONG_LIST, at, key=_key(at), count=len(node), most=most)
        return None
    return node


def _phrases(empty: bool, most: int) -> Reader:
    def read(node: Node, at: At, faults: Faults) -> tuple[str, ...] | None:
        items = _items(node, at, faults, most)
        if items is None:
            return None
        if not items and not empty:
            faults.add(rules.EMPTY, at, on_key=True, key=_key(at))
            return None
        return tuple(text for i, item in enumerate(items) if (text := phrase(item, (at, i), faults)) is not None)

    phrase = _prose(_MOST_PHRASE)
    return read


# --- words and numbers


def _constant(word: str) -> Reader:
    def read(node: Node, at: At, faults: Faults) -> str | None:
        text = _text(node, at, faults)
        if text is not None and text != word:
            faults.unknown(rules.FORMAT, at, text, [word], format=word)
            return None
        return text

    return read


def _identifier(pattern: re.Pattern[str]) -> Reader:
    def read(node: Node, at: At, faults: Faults) -> str | None:
        text = _text(node, at, faults)
        if text is not None and (pattern.fullmatch(text) is None or len(text) > LONGEST_ID):
            faults.add(rules.BAD_ID, at, word=shown(text), most=LONGEST_ID)
            return None
        return text

    return read


def _language(node: Node, at: At, faults: Faults) -> str | None:
    text = _text(node, at, faults)
    if text is not None and _LANGUAGE.fullmatch(text) is None:
        faults.add(rules.BAD_LANGUAGE, at, word=shown(text))
        return None
    return text


def _word(thing: str, words: tuple[Code, ...]) -> Reader:
    lookup: dict[str, Code] = {str(word): word for word in words}
    rule = _RULE_OF_THING.get(thing, rules.UNKNOWN_WORD)

    def read(node: Node, at: At, faults: Faults) -> Code | None:
        if type(node) is str and (found := lookup.get(node)) is not None:
            return found
        text = _text(node, at, faults)
        if text is None:
            return None
        if text in lookup:
            return lookup[text]
        faults.unknown(rule, at, text, lookup, thing=thing)
        return None

    return read


def _words(thing: str, words: tuple[Code, ...], most: int) -> Reader:
    one = _word(thing, words)

    def read(node: Node, at: At, faults: Faults) -> tuple[Code, ...] | None:
        if type(node) is not list:
            word = one(node, at, faults)
            return None if word is None else (word,)
        items = _items(node, at, faults, most)
        if items is None:
            return None
        if not items:
            faults.add(rules.EMPTY, at, on_key=True, key=_key(at))
        found = [word for i, item in enumerate(items) if (word := one(item, (at, i), faults)) is not None]
        _note_twice(items, at, faults)
        return tuple(found) or None

    return read


def _note_twice(items: list[Node], at: At, faults: Faults) -> None:
    seen: set[str] = set()
    for i, item in enumerate(items):
        if isinstance(item, str):
            if item in seen:
                faults.add(rules.TWICE, (at, i), word=shown(item))
            seen.add(item)


def _number(node: Node, at: At, faults: Faults, least: int, most: int) -> int | None:
    text = _text(node, at, faults)
    if text is None:
        return None
    if _WHOLE.fullmatch(text) is None:
        faults.add(rules.NOT_WHOLE, at, word=shown(text), least=least, most=most)
        return None
    number = int(text)
    if not least <= number <= most:
        faults.add(rules.OUT_OF_RANGE, at, word=text, least=least, most=most)
        return None
    return number


def _whole(least: int, most: int) -> Reader:
    def read(node: Node, at: At, faults: Faults) -> int | None:
        return _number(node, at, faults, least, most)

    return read


def _points(least: int, most: int) -> Reader:
    def read(node: Node, at: At, faults: Faults) -> int | None:
        number = _number(node, at, faults, least, most)
        return None if number is None else _in_fives(number, at, faults, sign="")

    return read


def _signed_points(least: int, most: int) -> Reader:
    def read(node: Node, at: At, faults: Faults) -> int | None:
        text = _text(node, at, faults)
        if text is None:
            return None
        if text.isdecimal() or text in ("+0", "-0"):
            faults.add(rules.NO_SIGN, at, word=shown(text), number=shown(text.lstrip("+-")))
            return None
        if _SIGNED.fullmatch(text) is None or not least <= int(text) <= most:
            return _number(text.removeprefix("+"), at, faults, least, most)
        return _in_fives(int(text), at, faults, sign="+")

    return read


def _in_fives(number: int, at: At, faults: Faults, sign: str) -> int | None:
    """The number as stored levels."""
    if number % POINTS_STEP:
        lower = number - number % POINTS_STEP
        steps = (lower, lower + POINTS_STEP)
        choices = " or ".join(f"{step:{sign}}" for step in steps if step or not sign)
        faults.add(rules.NOT_FIVES, at, word=f"{number:{sign}}", choices=choices)
        return None
    return number // POINTS_PER_LEVEL


def _duration(node: Node, at: At, faults: Faults) -> int | None:
    text = _text(node, at, faults)
    if text is None:
        return None
    match = _TIME.fullmatch(text)
    if match is None:
        faults.add(rules.NO_UNIT, at, word=shown(text))
        return None
    seconds = int(match[1]) * (60 if match[2] == "min" else 1)
    if not 1 <= seconds <= LONGEST_SILENCE:
        faults.add(rules.TIME_RANGE, at, word=text, most=LONGEST_SILENCE)
        return None
    return seconds


def _yes_no(node: Node, at: At, faults: Faults) -> bool | None:
    text = _text(node, at, faults)
    if text is not None and text not in ("true", "false"):
        faults.add(rules.NOT_YES_NO, at, word=shown(text))
        return None
    return None if text is None else text == "true"


def _condition(node: Node, at: At, faults: Faults) -> Any:
    text = _text(node, at, faults)
    if text is None:
        return None
    faults.conditions_read += len(text)
    if faults.conditions_read > _MOST_CONDITIONS:
        problem = (
            f"The conditions of this file have more than {_MOST_CONDITIONS:,} characters in all. Use fewer of them."
        )
        faults.add(rules.BAD_CONDITION, at, problem=problem)
        return None
    parsed = parse_condition(text)
    if isinstance(parsed, ConditionFault):
        faults.add(rules.BAD_CONDITION, at, part=(parsed.start, parsed.end), problem=parsed.sentence)
        return None
    for name in parsed.names:
        rule = rules.UNKNOWN_FLAG if name.is_flag else rules.UNKNOWN_SEEN
        faults.references.append(Reference(rule, name.name, at, (name.start, name.end)))
    return parsed.condition


def _cell(node: Node, at: At, faults: Faults) -> Any:
    text = _text(node, at, faults)
    if text is None:
        return None
    cell = _parsed_cell(text)
    if isinstance(cell, str):
        words = [word for word in re.split(r"[/*]", text) if word.strip() not in target_words()]
        near = [word.strip() for word in words[:1]]
        faults.unknown(rules.BAD_CELL, at, near[0] if near else "", target_words(), problem=cell)
        return None
    return cell


@cache
def _parsed_cell(text: str) -> Any:
    try:
        return parse_cell(text)
    except CellFault as fault:
        return str(fault)


# --- names


def _moment_name(node: Node, at: At, faults: Faults) -> str | None:
    text = _text(node, at, faults)
    if text is not None:
        is_copy = at is not None and at[1] == "copy"
        faults.references.append(Reference(rules.UNKNOWN_COPY if is_copy else rules.UNKNOWN_MOMENT, text, at))
    return text


def _new_flags(node: Node, at: At, faults: Faults) -> tuple[str, ...] | None:
    items = _items(node, at, faults, _MOST_FLAGS)
    if items is None:
        return None
    _note_twice(items, at, faults)
    found = []
    for i, item in enumerate(items):
        text = _text(item, (at, i), faults)
        if text is None:
            continue
        if text in RESERVED:
            faults.add(rules.RESERVED, (at, i), word=text)
        elif not is_id(text):
            faults.add(rules.BAD_ID, (at, i), word=shown(text), most=LONGEST_ID)
        found.append(text)
    return tuple(found)


def _flag_names(node: Node, at: At, faults: Faults) -> tuple[str, ...] | None:
    items = _items(node, at, faults, _MOST_FLAGS) if type(node) is list else [node]
    found = []
    for i, item in enumerate(items or ()):
        place = (at, i) if type(node) is list else at
        text = _text(item, place, faults)
        if text is not None:
            faults.references.append(Reference(rules.UNKNOWN_FLAG, text, place))
            found.append(text)
    return tuple(found) or None


# --- groups


def _listing(record: Reader) -> Reader:
    def read(node: Node, at: At, faults: Faults) -> list[Values | None] | None:
        items = _items(node, at, faults, _MOST_LINES)
        return None if items is None else [record(item, (at, i), faults) for i, item in enumerate(items)]

    return read


def _by_id(record: Reader, most: int | None) -> Reader:
    def read(node: Node, at: At, faults: Faults) -> dict[str, Values] | None:
        if type(node) is not dict:
            _note_not_keys(node, at, faults)
            return None
        if not node:
            faults.add(rules.EMPTY, at, on_key=True, key=_key(at))
        if most is not None and len(node) > most:
            faults.add(rules.LONG_LIST, at, on_key=True, key=_key(at), count=len(node), most=most)
        found: dict[str, Values] = {}
        for key, child in node.items():
            if not is_id(key):
                faults.add(rules.BAD_ID, (at, key), on_key=True, word=shown(key), most=LONGEST_ID)
            values = record(child, (at, key), faults)
            if values is not None:
                found[key] = values
        return found

    return read


def _by_word(thing: str, words: tuple[Code, ...], value: Reader, complete: bool) -> Reader:
    lookup: dict[str, Code] = {str(word): word for word in words}
    rule: Rule = _RULE_OF_THING.get(thing, rules.UNKNOWN_WORD)

    def read(node: Node, at: At, faults: Faults) -> dict[Code, Any] | None:
        if type(node) is not dict:
            _note_not_keys(node, at, faults)
            return None
        found: dict[Code, Any] = {}
        for key, child in node.items():
            word = lookup.get(key)
            if word is None:
                faults.unknown(rule, (at, key), key, lookup, on_key=True, thing=thing)
            elif (read_value := value(child, (at, key), faults)) is not None:
                found[word] = read_value
        absent = [key for key in lookup if key not in node] if complete else []
        if absent:
            faults.missing(rules.MISSING_MOVES, at, absent[0], moves=", ".join(absent))
        return found

    return read
