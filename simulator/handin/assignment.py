"""An assignment as a small file: which scenarios, in which mode, with which words, until when, under which names.

Nobody signs it: it asks for something, shows what it asks, and counts for nothing until somebody accepts it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from simulator.handin.signed_file import Refused
from simulator.messages.sentences import assignments as say
from simulator.session.codec import canonical
from simulator.session.json_values import listed, number, read_json, text, truth
from simulator.session.vocabulary import Mode

SUFFIX: Final = ".attune-assignment"
MOST_BYTES: Final = 64_000
LONGEST: Final = 200
"""Letters of a title or a name."""
MODES: Final = (Mode.PRACTISE, Mode.ASSESS)
MOST_SCENARIOS: Final = 50
_FORMAT: Final = b"attune/assignment/1"
_ANY_FORMAT: Final = re.compile(rb"attune/assignment/[1-9][0-9]{0,5}")
_ID: Final = re.compile(r"[0-9a-f-]{8,64}")
_NAMES: Final = {"id", "title", "by", "scenarios", "mode", "seed", "due", "pseudonyms"}


@dataclass(frozen=True, slots=True)
class Assignment:
    """What is asked: ``scenarios`` by their ids, each at its own level; ``due`` is a day, ``YYYY-MM-DD``.

    ``seed`` decides words and order, for everybody the same; ``pseudonyms`` asks for a name that was agreed on.
    """

    id: str
    title: str
    by: str
    scenarios: tuple[str, ...]
    mode: Mode
    seed: int
    due: str
    pseudonyms: bool


def write_assignment(assignment: Assignment) -> bytes:
    """The file of an assignment."""
    values = {
        "id": assignment.id,
        "title": assignment.title,
        "by": assignment.by,
        "scenarios": list(assignment.scenarios),
        "mode": assignment.mode,
        "seed": assignment.seed,
        "due": assignment.due,
        "pseudonyms": assignment.pseudonyms,
    }
    return _FORMAT + b"\n" + canonical(values) + b"\n"


def read_assignment(content: bytes) -> Assignment:
    """The assignment in a file; raises ``Refused`` on anything that ``write_assignment`` would not write."""
    if len(content) > MOST_BYTES:
        raise Refused(say.TOO_LARGE())
    first, _, rest = content.partition(b"\n")
    if first != _FORMAT:
        raise Refused(say.NEWER() if _ANY_FORMAT.fullmatch(first) else say.NOT_OURS())
    try:
        found = _assignment(read_json(rest.removesuffix(b"\n")))
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise Refused(say.NOT_AS_WRITTEN()) from fault
    if write_assignment(found) != content:
        raise Refused(say.NOT_AS_WRITTEN())
    return found


def _assignment(values: Any) -> Assignment:
    """The values, each of its kind; ``ValueError`` where one cannot be."""
    scenarios = tuple(map(text, listed(values["scenarios"])))
    found = Assignment(
        text(values["id"]),
        text(values["title"]),
        text(values["by"]),
        scenarios,
        Mode(values["mode"]),
        number(values["seed"]),
        date.fromisoformat(text(values["due"])).isoformat(),
        truth(values["pseudonyms"]),
    )
    fits = (
        values.keys() == _NAMES
        and _ID.fullmatch(found.id)
        and found.mode in MODES
        and 0 <= found.seed < 2**32
        and 0 < len(set(scenarios)) == len(scenarios) <= MOST_SCENARIOS
        and found.title.strip()
        and max(map(len, (found.title, found.by, *scenarios))) <= LONGEST
    )
    if not fits:
        raise ValueError("no assignment asks for this")
    return found
