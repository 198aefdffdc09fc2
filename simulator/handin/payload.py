"""What a handed-in file says: who hands in, the steps of the conversation byte for byte, and the texts it was held with.

One way to write it: whatever reads otherwise than it would be written again was not made by Attune, and nothing else can be
inside.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from json import JSONDecoder
from types import MappingProxyType
from typing import Any, Final, NoReturn

from simulator.handin.signed_file import Refused
from simulator.messages.sentences import signed_files as say
from simulator.session.codec import CHAIN_START, CODEC_VERSION, canonical, link
from simulator.session.json_values import named, number, text, truth

_FIRST_LINE: Final = 4
"""The payload begins at the fourth line of its file."""
_MOST_STEPS: Final = 4096
_TEXTS: Final = 16
"""The texts of so many scenarios are remembered."""
_LONGEST_NAME: Final = 200
_HEAD_NAMES: Final = frozenset({"head", "group", "name", "path", "steps"})


@dataclass(frozen=True, slots=True)
class Payload:
    """A course as its bodies, with the texts it is pinned to (by path; ``path`` is the scenario's own).

    ``name`` is what whoever hands it in calls themselves, ``group`` whether moments of it may be used in a group.
    """

    name: str
    group: bool
    path: str
    bodies: tuple[bytes, ...]
    sources: Mapping[str, str]

    @property
    def head(self) -> str:
        """The last link of the course, hexadecimal."""
        head = CHAIN_START
        for body in self.bodies:
            head = link(head, body)
        return head.hex()


def _head(payload: Payload) -> bytes:
    head = {
        "name": payload.name,
        "group": payload.group,
        "path": payload.path,
        "steps": len(payload.bodies),
        "head": payload.head,
    }
    return canonical(head)


def write_payload(payload: Payload) -> bytes:
    """The payload as lines: its head, a line for each step, and the texts."""
    lines = (_head(payload), *payload.bodies, canonical(dict(payload.sources)))
    return b"".join(line + b"\n" for line in lines)


def read_payload(content: bytes) -> Payload:
    """The payload that ``write_payload`` wrote; raises ``Refused`` on anything else."""
    lines = content.split(b"\n")
    if len(lines) < 4 or lines[-1]:
        raise Refused(say.CUT())
    *told, texts = lines[:-1]
    head, *bodies = (read_line(line, at) for at, line in enumerate(told, _FIRST_LINE))
    for at, body in enumerate(bodies, _FIRST_LINE + 1):
        if type(body.get("v")) is int and body["v"] > CODEC_VERSION:
            raise Refused(say.NEWER())
        if not isinstance(body.get("kind"), str):
            raise Refused(say.NOT_READABLE(line=at))
    payload = _payload(head, tuple(told[1:]), _texts(texts, _FIRST_LINE + len(told)))
    if named(head).get("head") != payload.head or head.get("steps") != len(bodies):
        raise Refused(say.CHAIN_BROKEN())
    if _head(payload) != told[0]:
        raise Refused(say.NOT_AS_WRITTEN())
    return payload


def _texts(line: bytes, at: int) -> Mapping[str, str]:
    """The texts in the last line; whoever reads a group's files meets the same ones again and again."""
    found = _read_before(line)
    if found is None:
        read_line(line, at)
        raise Refused(say.NOT_AS_WRITTEN())
    return found


@lru_cache(maxsize=_TEXTS)
def _read_before(line: bytes) -> Mapping[str, str] | None:
    """Texts by their path; ``None`` where the line is not one that ``write_payload`` writes."""
    try:
        sources: dict[str, Any] = {path: text(words) for path, words in read_line(line, 0).items()}
    except (Refused, TypeError):
        return None
    return MappingProxyType(sources) if canonical(sources) == line else None


def _payload(head: Mapping[str, Any], bodies: tuple[bytes, ...], sources: Mapping[str, str]) -> Payload:
    if head.keys() != _HEAD_NAMES or len(bodies) > _MOST_STEPS:
        raise Refused(say.NOT_AS_WRITTEN())
    try:
        number(head["steps"])
        found = Payload(text(head["name"]), truth(head["group"]), text(head["path"]), bodies, sources)
    except TypeError as fault:
        raise Refused(say.NOT_AS_WRITTEN()) from fault
    if len(found.name) > _LONGEST_NAME:
        raise Refused(say.NOT_AS_WRITTEN())
    return found


def read_line(line: bytes, at: int) -> dict[str, Any]:
    """The values of a line, raises ``Refused`` on anything else; nothing in it is said twice, and its numbers are numbers."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        values = dict(pairs)
        if len(values) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise Refused(say.SAID_TWICE(line=at, name=twice))
        return values

    def no_number(word: str) -> NoReturn:
        raise Refused(say.NO_NUMBER(line=at, word=word))

    try:
        values = JSONDecoder(object_pairs_hook=once, parse_constant=no_number).decode(line.decode("utf-8"))
        # Half a character can only be written as an escape; nothing that holds one could be shown.
        json.dumps(values, ensure_ascii=False).encode()
        return named(values)
    except (ValueError, TypeError, RecursionError) as fault:
        raise Refused(say.NOT_READABLE(line=at)) from fault
