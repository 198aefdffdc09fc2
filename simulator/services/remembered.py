"""What answers leave behind (``sets``), and which moments ask for it."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.condition_syntax import ConditionFault, parse_condition
from simulator.scenario.conditions import Flag, parts
from simulator.scenario.editing.condition_rows import lines_of
from simulator.scenario.editing.written import Written
from simulator.scenario.nodes import Node, Path


def left_by(written: Written, answer: Path) -> tuple[str, ...]:
    """The flags that an answer sets."""
    node = written.node((*answer, "sets"))
    names = node if isinstance(node, list) else [node]
    return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())


def asked_by(written: Written, moment: Path) -> tuple[str, ...]:
    """The flags of which a moment asks whether they are set, alone or beside something else, where its condition can be told in lines."""
    node = written.node((*moment, "when"))
    lines = lines_of(node) if isinstance(node, str) else None
    asked = [line.question.name for line in lines or () if isinstance(line.question, Flag) and not line.negated]
    return tuple(dict.fromkeys(asked))


def answers_that_set(written: Written, flag: str) -> tuple[Path, ...]:
    """Every answer of the scenario that sets a flag, in the order of the file."""
    return tuple(place for place in _places(written) if "responses" in place and flag in left_by(written, place))


def places_that_ask(written: Written, flag: str) -> tuple[Path, ...]:
    """Every moment and answer of the scenario whose condition asks for a flag, in the order of the file."""
    return tuple(place for place in _places(written) if _asks(written.node((*place, "when")), flag))


def _places(written: Written) -> Iterator[Path]:
    """Every moment, and behind each its answers."""
    for id_ in written.keys(("moments",)):
        yield ("moments", id_)
        yield from (("moments", id_, "responses", answer) for answer in written.keys(("moments", id_, "responses")))


def _asks(condition: Node, flag: str) -> bool:
    if not isinstance(condition, str) or flag not in condition:
        return False
    parsed = parse_condition(condition.strip())
    return not isinstance(parsed, ConditionFault) and Flag(flag) in parts(parsed.condition)
