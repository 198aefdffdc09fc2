"""Where a file names something: every moment, response, wording, flag, move and file, where it is made and where it is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

from simulator.alliance.codes import Code
from simulator.alliance.moves import Move
from simulator.messages.sentences.scenario_keys import MOVE
from simulator.scenario.condition_syntax import ParsedCondition, parse_condition
from simulator.scenario.document import ANY_RESPONSE, BANK_PREFIX, STAYED_SILENT
from simulator.scenario.file_spans import FileSpans
from simulator.scenario.legal_values import (
    ById,
    ByWord,
    FileName,
    FlagNames,
    JustSaidNames,
    Kind,
    Listing,
    MomentName,
    NewFlags,
    Openings,
    Record,
    Table,
    Tellings,
    When,
    Word,
    Words,
)
from simulator.scenario.nodes import At, Node, path_of
from simulator.scenario.span import Span

_MOVE: Final = MOVE()
"""What messages call a move, by which its keys are known."""


class Named(Code):
    """What a name names."""

    MOMENT = "moment"
    RESPONSE = "response"
    WORDING = "wording"
    FLAG = "flag"
    MOVE = "move"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Use:
    """One place where something is named. Responses and wordings belong to an ``owner``, such as ``moment/response``.

    ``makes`` says whether it comes into being here; ``part`` is the stretch of the text that names it, or nothing where
    the whole key or value does.
    """

    named: Named
    name: str
    at: At
    owner: str = ""
    makes: bool = False
    on_key: bool = False
    part: tuple[int, int] | None = None

    def span(self, spans: FileSpans) -> Span:
        """Where it stands in a file whose keys and values stand at ``spans``."""
        path = path_of(self.at)
        if self.on_key:
            return spans.key(path)
        return spans.value(path) if self.part is None else spans.part(path, *self.part)


_Found: TypeAlias = list[Use]
_Walker: TypeAlias = Callable[[Node, At, str, _Found], None]
_IDS: Final = {"moments": Named.MOMENT, "responses": Named.RESPONSE, "wordings": Named.WORDING}


def uses_of(table: Table, node: Node, at: At) -> Iterator[Use]:
    """Every name in a group of keys, in the order of the table."""
    found: _Found = []
    walk = _of_table(table)
    if walk is not None:
        walk(node, at, str(at[1]) if at is not None else "", found)
    yield from found


@cache
def _of_table(table: Table) -> _Walker | None:
    inner = {key: walk for key, row in table.rows.items() if (walk := _of(row.kind, key)) is not None}
    if not inner:
        return None

    def read(node: Node, at: At, owner: str, found: _Found) -> None:
        if type(node) is dict:
            for key, walk in inner.items():
                if key in node:
                    walk(node[key], (at, key), owner, found)

    return read


def _of(kind: Kind, key: str) -> _Walker | None:
    """What finds the names in a kind of value, if it can hold any."""
    match kind:
        case Record(table):
            return _of_table(table)
        case Listing(table):
            return _entries(_of_table(table))
        case ById(table):
            return _ids(_of_table(table), _IDS.get(key))
        case Tellings(table):
            return None
        case ByWord(_, words, value):
            return _words_as_keys(Named.MOVE if words == tuple(Move) else None, _of(value, ""))
        case Word(thing) | Words(thing) if thing == _MOVE:
            return _texts(Named.MOVE)
        case _:
            return _FIXED.get(type(kind))


def _entries(walk: _Walker | None) -> _Walker | None:
    if walk is None:
        return None

    def read(node: Node, at: At, owner: str, found: _Found) -> None:
        for number, one in enumerate(node if type(node) is list else ()):
            walk(one, (at, number), owner, found)

    return read


def _ids(walk: _Walker | None, named: Named | None) -> _Walker:
    def read(node: Node, at: At, owner: str, found: _Found) -> None:
        for key, one in node.items() if type(node) is dict else ():
            if named is not None:
                found.append(Use(named, key, (at, key), owner, makes=True, on_key=True))
            if walk is not None:
                walk(one, (at, key), f"{owner}/{key}" if owner else key, found)

    return read


def _words_as_keys(named: Named | None, walk: _Walker | None) -> _Walker | None:
    if named is None and walk is None:
        return None

    def read(node: Node, at: At, _owner: str, found: _Found) -> None:
        for key, one in node.items() if type(node) is dict else ():
            if named is not None:
                found.append(Use(named, key, (at, key), on_key=True))
            if walk is not None:
                walk(one, (at, key), f"{BANK_PREFIX}{key}", found)

    return read


def _texts(named: Named, *, makes: bool = False) -> _Walker:
    """Finds a name, or a list of names."""

    def read(node: Node, at: At, _owner: str, found: _Found) -> None:
        if type(node) is str:
            found.append(Use(named, node.strip(), at, makes=makes))
        elif type(node) is list:
            found.extend(
                Use(named, one.strip(), (at, n), makes=makes) for n, one in enumerate(node) if type(one) is str
            )

    return read


def _condition(node: Node, at: At, _owner: str, found: _Found) -> None:
    parsed = parse_condition(node.strip()) if type(node) is str else None
    if isinstance(parsed, ParsedCondition):
        for name in parsed.names:
            named = Named.FLAG if name.is_flag else Named.MOMENT
            found.append(Use(named, name.name, at, part=(name.start, name.end)))


def _just_said(node: Node, at: At, _owner: str, found: _Found) -> None:
    items = [(one, (at, n)) for n, one in enumerate(node)] if type(node) is list else [(node, at)]
    for one, place in items:
        if type(one) is str:
            _one_just_said(one.strip(), place, False, found)


def _openings(node: Node, at: At, _owner: str, found: _Found) -> None:
    for key in node if type(node) is dict else ():
        _one_just_said(key, (at, key), True, found)


def _one_just_said(word: str, at: At, on_key: bool, found: _Found) -> None:
    moment, slash, response = word.partition("/")
    if not slash:
        if word in _MOVES:
            found.append(Use(Named.MOVE, word, at, on_key=on_key))
        return
    if not moment.startswith(BANK_PREFIX):
        found.append(Use(Named.MOMENT, moment, at, on_key=on_key, part=None if on_key else (0, len(moment))))
    if response not in (STAYED_SILENT, ANY_RESPONSE):
        part = None if on_key else (len(moment) + 1, len(word))
        found.append(Use(Named.RESPONSE, response, at, moment, on_key=on_key, part=part))


_MOVES: Final = frozenset(map(str, Move))
_FIXED: Final[dict[type, _Walker]] = {
    MomentName: _texts(Named.MOMENT),
    FlagNames: _texts(Named.FLAG),
    NewFlags: _texts(Named.FLAG, makes=True),
    FileName: _texts(Named.FILE),
    When: _condition,
    JustSaidNames: _just_said,
    Openings: _openings,
}
"""Finds names in the kinds that need no particulars."""
