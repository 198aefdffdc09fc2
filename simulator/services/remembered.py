"""What answers leave behind (``sets``), and which moments ask for it."""

from __future__ import annotations

from simulator.scenario.conditions import Flag
from simulator.scenario.editing.condition_rows import lines_of
from simulator.scenario.editing.written import Written
from simulator.scenario.nodes import Path


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
    moments = [("moments", id_) for id_ in written.keys(("moments",))]
    answers = [(*moment, "responses", id_) for moment in moments for id_ in written.keys((*moment, "responses"))]
    return tuple(answer for answer in answers if flag in left_by(written, answer))
