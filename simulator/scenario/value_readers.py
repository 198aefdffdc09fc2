"""From single nodes to values: texts, words, numbers, names; each reader notes what is wrong and reads on."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final, TypeAlias

from simulator.alliance.codes import Code
from simulator.messages.message import Message, Value
from simulator.messages.sentences import fault_parts as parts
from simulator.messages.sentences import scenario_keys as keys
from simulator.patient.gauges import POINTS_PER_LEVEL
from simulator.patient.grid import CellFault, parse_cell, target_words
from simulator.scenario.condition_syntax import RESERVED, ConditionFault, parse_condition
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Rule
from simulator.scenario.faults import Faults, Reference, shown
from simulator.scenario.legal_values import (
    FILE_ID_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    LONGEST_ID,
    LONGEST_SILENCE,
    POINTS_STEP,
    CellText,
    Constant,
    Duration,
    FileName,
    FlagNames,
    Identifier,
    Kind,
    Language,
    MomentName,
    NewFlags,
    Phrases,
    Points,
    Prose,
    When,
    Whole,
    Word,
    Words,
    YesNo,
)
from simulator.scenario.nodes import At, Node
from simulator.scenario.quotation_marks import set_in_type

Reader: TypeAlias = Callable[[Node, At, Faults], Any]
"""Reads one value; ``None`` where it cannot, which then has been noted."""

_ID: Final = re.compile(ID_PATTERN)
_FILE_ID: Final = re.compile(FILE_ID_PATTERN)
_LANGUAGE: Final = re.compile(LANGUAGE_PATTERN)
_WHOLE: Final = re.compile(r"-?[0-9]{1,6}")
_SIGNED: Final = re.compile(r"[+-][0-9]{1,4}")
_TIME: Final = re.compile(r"([0-9]{1,4}) ?(s|min)")
_MOST_PHRASE: Final = 300
_LONGEST_PATH: Final = 500
_MOST_FLAGS: Final = 20

_RULE_OF_THING: Final = {
    keys.MOVE(): rules.UNKNOWN_MOVE,
    keys.MARKER(): rules.UNKNOWN_MARKER,
    keys.REACTION_STATE(): rules.UNKNOWN_REACTION,
    keys.REACTION_STATE_OR_FAMILY(): rules.UNKNOWN_REACTION,
    keys.CAUSE(): rules.UNKNOWN_CAUSE,
}


def rule_of(thing: Message) -> Rule:
    """The rule that an unknown word of a vocabulary breaks."""
    return _RULE_OF_THING.get(thing, rules.UNKNOWN_WORD)


def is_id(word: str) -> bool:
    """Whether a word can be an id."""
    return _ID.fullmatch(word) is not None and len(word) <= LONGEST_ID


def scalar_reader(kind: Kind) -> Reader:
    """The reader of a kind of value that is no group."""
    match kind:
        case Constant(word, older):
            return _constant(word, older)
        case Identifier(file):
            return _identifier(_FILE_ID if file else _ID)
        case FileName():
            return _file_name
        case Prose(most):
            return _prose(most)
        case Phrases(empty, most):
            return _phrases(empty, most)
        case Whole(least, most):
            return _whole(least, most)
        case Points(least, most, signed):
            return _signed_points(least, most) if signed else _points(least, most)
        case Word(thing, words):
            return _word(thing, words)
        case Words(thing, words, most):
            return _words(thing, words, most)
        case _:
            return _FIXED[type(kind)]


# --- shapes


def note_not_keys(node: Node, at: At, faults: Faults) -> None:
    """Note that a group of keys is expected where something else stands."""
    if node == "":
        faults.add(rules.EMPTY, at, on_key=at is not None, key=key_of(at))
    elif node is not None:
        faults.add(rules.NOT_KEYS, at, key=key_of(at), found=_found(node))


def note_not_text(node: Node, at: At, faults: Faults) -> None:
    """Note that a text is expected where something else stands."""
    if node is not None:
        faults.add(rules.NOT_TEXT, at, key=key_of(at), found=_found(node))


def key_of(at: At) -> Value:
    """What messages call the value at a place: its key, or the key of the list it is in."""
    while at is not None:
        at, step = at
        if isinstance(step, str):
            return shown(step)
    return parts.THE_FILE()


def _found(node: Node) -> Message:
    match node:
        case str():
            return parts.TEXT()
        case list():
            return parts.A_LIST()
        case _:
            return parts.A_GROUP()


def _text(node: Node, at: At, faults: Faults) -> str | None:
    """A text that is not empty."""
    if type(node) is not str:
        note_not_text(node, at, faults)
        return None
    text = node.strip()
    if not text:
        faults.add(rules.EMPTY, at, on_key=True, key=key_of(at))
        return None
    return text


def _prose(most: int) -> Reader:
    def read(node: Node, at: At, faults: Faults) -> str | None:
        text = node if type(node) is str and node and node[0] > " " < node[-1] else _text(node, at, faults)
        text = _no_longer_than(most, text, at, faults)
        return text and set_in_type(text)

    return read


def _file_name(node: Node, at: At, faults: Faults) -> str | None:
    return _no_longer_than(_LONGEST_PATH, _text(node, at, faults), at, faults)


def _no_longer_than(most: int, text: str | None, at: At, faults: Faults) -> str | None:
    if text is not None and len(text) > most:
        faults.add(rules.TOO_LONG, at, count=len(text), most=most)
        return None
    return text


def items_of(node: Node, at: At, faults: Faults, most: int) -> list[Node] | None:
    """The entries of a list, if it is one and not too long."""
    if type(node) is not list:
        if node == "":
            faults.add(rules.EMPTY, at, on_key=True, key=key_of(at))
        elif node is not None:
            faults.add(rules.NOT_LIST, at, key=key_of(at), found=_found(node))
        return None
    if len(node) > most:
        faults.add(rules.LONG_LIST, at, key=key_of(at), count=len(node), most=most)
        return None
    return node


def _phrases(empty: bool, most: int) -> Reader:
    def read(node: Node, at: At, faults: Faults) -> tuple[str, ...] | None:
        items = items_of(node, at, faults, most)
        if items is None:
            return None
        if not items and not empty:
            faults.add(rules.EMPTY, at, on_key=True, key=key_of(at))
            return None
        return tuple(text for i, item in enumerate(items) if (text := phrase(item, (at, i), faults)) is not None)

    phrase = _prose(_MOST_PHRASE)
    return read


# --- words and numbers


def _constant(word: str, older: tuple[str, ...]) -> Reader:
    def read(node: Node, at: At, faults: Faults) -> str | None:
        text = _text(node, at, faults)
        if text is not None and text != word and text not in older:
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


def _word(thing: Message, words: tuple[Code, ...]) -> Reader:
    lookup: dict[str, Code] = {str(word): word for word in words}
    rule = rule_of(thing)

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


def _words(thing: Message, words: tuple[Code, ...], most: int) -> Reader:
    one = _word(thing, words)

    def read(node: Node, at: At, faults: Faults) -> tuple[Code, ...] | None:
        if type(node) is not list:
            word = one(node, at, faults)
            return None if word is None else (word,)
        items = items_of(node, at, faults, most)
        if items is None:
            return None
        if not items:
            faults.add(rules.EMPTY, at, on_key=True, key=key_of(at))
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
            number = shown(text.lstrip("+-"))
            faults.add(rules.NO_SIGN, at, word=shown(text), more=f"+{number}", less=f"-{number}")
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
    parsed = parse_condition(text)
    if isinstance(parsed, ConditionFault):
        faults.add(rules.BAD_CONDITION, at, part=(parsed.start, parsed.end), problem=parsed.message)
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
    if isinstance(cell, Message):
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
        return fault.message


# --- names


def _moment_name(node: Node, at: At, faults: Faults) -> str | None:
    text = _text(node, at, faults)
    if text is not None:
        is_copy = at is not None and at[1] == "copy"
        faults.references.append(Reference(rules.UNKNOWN_COPY if is_copy else rules.UNKNOWN_MOMENT, text, at))
    return text


def _new_flags(node: Node, at: At, faults: Faults) -> tuple[str, ...] | None:
    items = items_of(node, at, faults, _MOST_FLAGS)
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
    items = items_of(node, at, faults, _MOST_FLAGS) if type(node) is list else [node]
    found = []
    for i, item in enumerate(items or ()):
        place = (at, i) if type(node) is list else at
        text = _text(item, place, faults)
        if text is not None:
            faults.references.append(Reference(rules.UNKNOWN_FLAG, text, place))
            found.append(text)
    return tuple(found) or None


_FIXED: Final[dict[type, Reader]] = {
    Language: _language,
    Duration: _duration,
    YesNo: _yes_no,
    When: _condition,
    CellText: _cell,
    MomentName: _moment_name,
    NewFlags: _new_flags,
    FlagNames: _flag_names,
}
"""Readers of the kinds that need no particulars."""
