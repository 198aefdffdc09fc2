"""From nodes to values: groups of keys read by their tables, with every fault noted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final, TypeAlias

from simulator.alliance.codes import Code
from simulator.messages.message import Message
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.faults import Faults
from simulator.scenario.legal_values import LONGEST_ID, ById, ByWord, Kind, Listing, Need, Record, Table, Tellings
from simulator.scenario.nodes import At, Node
from simulator.scenario.value_readers import Reader, is_id, items_of, key_of, note_not_keys, rule_of, scalar_reader
from simulator.scenario.wording_values import READERS, tellings

Values: TypeAlias = dict[str, Any]
"""What could be read of a group of keys, by key; a key whose value could not be read is not in it."""

_MOST_LINES: Final = 100


def read_record(table: Table, node: Node, at: At, faults: Faults) -> Values | None:
    """Read a group of keys by its table; ``None`` if it is no group of keys at all."""
    values: Values | None = _record(table)(node, at, faults)
    return values


def note_missing(table: Table, have: Values | dict[str, Node], at: At, faults: Faults) -> None:
    """Note every needed key that is not there."""
    for key in _needed(table):
        if key not in have:
            faults.missing(rules.MISSING_KEY, at, key, key=key, thing=table.name, help=table.rows[key].help)


def note_newer_keys(table: Table, form: int, node: Node, at: At, faults: Faults) -> bool:
    """Note the first key that this form of the language did not have yet; says whether there is one."""
    if not isinstance(node, dict):
        return False
    for key, child in node.items():
        row = table.rows.get(key)
        if row is None:
            continue
        if row.since > form:
            faults.add(rules.NEWER_KEY, (at, key), on_key=True, key=key, form=row.since)
            return True
        if any(
            note_newer_keys(inner, form, one, place, faults)
            for inner, one, place in _inside(row.kind, child, (at, key))
        ):
            return True
    return False


def _inside(kind: Kind, node: Node, at: At) -> Iterator[tuple[Table, Node, At]]:
    """The groups of keys below a value, each with its table and its place."""
    match kind:
        case Record(table):
            yield table, node, at
        case ById(table) if isinstance(node, dict):
            yield from ((table, child, (at, key)) for key, child in node.items())
        case Listing(table) if isinstance(node, list):
            yield from ((table, child, (at, i)) for i, child in enumerate(node))
        case ByWord() if isinstance(node, dict):
            for key, child in node.items():
                yield from _inside(kind.value, child, (at, key))
        case _:
            return


@cache
def _needed(table: Table) -> tuple[str, ...]:
    return tuple(key for key, row in table.rows.items() if row.need is Need.YES)


@cache
def _record(table: Table) -> Reader:
    readers = {key: _reader(row.kind) for key, row in table.rows.items()}
    needed = frozenset(_needed(table))
    # What takes keys from another (a moment, a patient) may lack needed ones; they are looked for once that is known.
    copies = "copy" in table.rows or "like" in table.rows

    def read(node: Node, at: At, faults: Faults) -> Values | None:
        if type(node) is not dict:
            note_not_keys(node, at, faults)
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
        case Record(table):
            return _record(table)
        case Listing(table):
            return _listing(_record(table))
        case ById(table, most):
            return _by_id(_record(table), most)
        case ByWord(thing, words, value, complete):
            return _by_word(thing, words, _reader(value), complete)
        case Tellings(table):
            return tellings(_by_id(_record(table), None))
        case _:
            return READERS.get(kind) or scalar_reader(kind)


def _listing(record: Reader) -> Reader:
    def read(node: Node, at: At, faults: Faults) -> list[Values | None] | None:
        items = items_of(node, at, faults, _MOST_LINES)
        return None if items is None else [record(item, (at, i), faults) for i, item in enumerate(items)]

    return read


def _by_id(record: Reader, most: int | None) -> Reader:
    def read(node: Node, at: At, faults: Faults) -> dict[str, Values] | None:
        if type(node) is not dict:
            note_not_keys(node, at, faults)
            return None
        if not node:
            faults.add(rules.EMPTY, at, on_key=True, key=key_of(at))
        if most is not None and len(node) > most:
            faults.add(rules.LONG_LIST, at, on_key=True, key=key_of(at), count=len(node), most=most)
        found: dict[str, Values] = {}
        for key, child in node.items():
            if not is_id(key):
                faults.bad_id(rules.BAD_ID, (at, key), key, most=LONGEST_ID)
            values = record(child, (at, key), faults)
            if values is not None:
                found[key] = values
        return found

    return read


def _by_word(thing: Message, words: tuple[Code, ...], value: Reader, complete: bool) -> Reader:
    lookup: dict[str, Code] = {str(word): word for word in words}
    rule = rule_of(thing)

    def read(node: Node, at: At, faults: Faults) -> dict[Code, Any] | None:
        if type(node) is not dict:
            note_not_keys(node, at, faults)
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
