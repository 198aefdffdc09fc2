"""A condition as lines that a form can show: questions one below the other, joined by “and” and “or”, each perhaps turned round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from simulator.scenario.condition_syntax import ConditionFault, parse_condition
from simulator.scenario.conditions import (
    And,
    Compare,
    Condition,
    Flag,
    Just,
    Not,
    Or,
    ReactionIs,
    Relation,
    Seen,
    as_written,
)

Question: TypeAlias = Compare | Seen | Just | ReactionIs | Flag

_TURNED: Final = {
    Relation.LESS: Relation.AT_LEAST,
    Relation.AT_LEAST: Relation.LESS,
    Relation.MORE: Relation.AT_MOST,
    Relation.AT_MOST: Relation.MORE,
    Relation.EQUAL: Relation.UNEQUAL,
    Relation.UNEQUAL: Relation.EQUAL,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One question; ``negated`` asks for the opposite, ``other`` begins another alternative (“or”) instead of going on (“and”)."""

    question: Question
    negated: bool = False
    other: bool = False


def lines_of(text: str) -> tuple[Line, ...] | None:
    """A condition as lines, none where nothing is written; ``None`` where lines cannot show it, or it cannot be read."""
    if not text.strip():
        return ()
    parsed = parse_condition(text.strip())
    if isinstance(parsed, ConditionFault):
        return None
    lines: list[Line] = []
    for alternative in _parts_of(parsed.condition, Or):
        for number, part in enumerate(_parts_of(alternative, And)):
            line = _line(part)
            if line is None:
                return None
            lines.append(Line(line.question, line.negated, bool(lines) and number == 0))
    return tuple(lines)


def text_of(lines: tuple[Line, ...]) -> str:
    """The condition that some lines stand for, as it is written in a file."""
    written: list[str] = []
    for number, line in enumerate(lines):
        if number:
            written.append("or" if line.other else "and")
        written.append(as_written(Not(line.question) if line.negated else line.question))
    return " ".join(written)


def _parts_of(condition: Condition, joined_by: type[And] | type[Or]) -> Iterator[Condition]:
    """What a condition joins in one way, in the order in which it is written."""
    if isinstance(condition, joined_by):
        yield from _parts_of(condition.left, joined_by)
        yield from _parts_of(condition.right, joined_by)
    else:
        yield condition


def _line(condition: Condition) -> Line | None:
    match condition:
        case Not(Compare(gauge, relation, number)):
            return Line(Compare(gauge, _TURNED[relation], number))
        case Not(Not(inner)):
            return _line(inner)
        case Not(inner):
            line = _line(inner)
            return None if line is None else Line(line.question, True)
        case And() | Or():
            return None
        case _:
            return Line(condition)
