"""A trainee's answer to an assignment: that they accept it, under which name, signed with the key that they hand in with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.handin.signed_file import Refused, read_signed, signed
from simulator.handin.signing import SigningKey
from simulator.messages.sentences import assignments as say
from simulator.session.codec import canonical
from simulator.session.json_values import read_json, text

SUFFIX: Final = ".attune-answer"
FORMAT: Final = b"attune/answer/1"
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """Who accepts which assignment; ``key`` is the public one, ``name`` what they call themselves."""

    key: bytes
    assignment: str
    name: str


def write_answer(assignment: str, name: str, key: SigningKey) -> bytes:
    """The file of an answer."""
    return signed(_payload(assignment, name), key, FORMAT)


def read_answer(content: bytes) -> Answer:
    """The answer in a file; raises ``Refused`` on anything that ``write_answer`` would not write."""
    found = read_signed(content, FORMAT)
    try:
        values = read_json(found.payload)
        assignment, name = text(values["assignment"]), text(values["name"])
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise Refused(say.NOT_AS_WRITTEN()) from fault
    if _payload(assignment, name) != found.payload or len(name) > _LONGEST:
        raise Refused(say.NOT_AS_WRITTEN())
    return Answer(found.key, assignment, name)


def _payload(assignment: str, name: str) -> bytes:
    return canonical({"assignment": assignment, "name": name}) + b"\n"
