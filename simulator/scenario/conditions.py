"""Conditions on moments and responses: a tiny grammar of names, numbers and words, never run as code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from simulator.alliance.codes import Code
from simulator.alliance.reactions import Family, ReactionState, family_of
from simulator.alliance.said_classes import SaidClass
from simulator.patient.gauges import Alliance


class Gauge(Code):
    """What a condition can compare with a number."""

    BOND = "bond"
    TASK = "task"
    GOAL = "goal"
    ALLIANCE = "alliance"
    RUPTURES = "ruptures"
    OWNED = "owned"
    TURN = "turn"
    VISITS = "visits"
    LEVEL = "level"


class Relation(Code):
    """How a gauge is compared."""

    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    EQUAL = "="
    UNEQUAL = "!="


class Facts(Protocol):
    """What a condition can ask about the session so far."""

    @property
    def alliance(self) -> Alliance:
        """The felt alliance."""

    @property
    def reaction(self) -> ReactionState:
        """The patient's reaction state."""

    @property
    def ruptures(self) -> int:
        """Ruptures in this episode so far."""

    @property
    def owned(self) -> int:
        """Best quality of owning the contribution so far."""

    @property
    def turn(self) -> int:
        """The trainee's turn, counted from 1."""

    @property
    def visits(self) -> int:
        """How often the moment in question was played before, up to 3."""

    @property
    def level(self) -> int:
        """The level that is played, 1 to 3."""

    @property
    def just(self) -> frozenset[SaidClass]:
        """The classes of what was just said."""

    def seen(self, moment: str) -> bool:
        """Whether a moment was played."""

    def flag(self, name: str) -> bool:
        """Whether a flag was set."""


@dataclass(frozen=True, slots=True)
class Compare:
    """``alliance >= 45``; gauges in shown points."""

    gauge: Gauge
    relation: Relation
    number: int


@dataclass(frozen=True, slots=True)
class Seen:
    """``seen silence``."""

    moment: str


@dataclass(frozen=True, slots=True)
class Just:
    """``just offer``: the class of what the trainee has just said."""

    said: SaidClass


@dataclass(frozen=True, slots=True)
class ReactionIs:
    """``reaction is minimal``, or a whole family."""

    reaction: ReactionState | Family


@dataclass(frozen=True, slots=True)
class Flag:
    """The name of a flag."""

    name: str


@dataclass(frozen=True, slots=True)
class Not:
    """``not ...``."""

    inner: Condition


@dataclass(frozen=True, slots=True)
class And:
    """``... and ...``."""

    left: Condition
    right: Condition


@dataclass(frozen=True, slots=True)
class Or:
    """``... or ...``."""

    left: Condition
    right: Condition


Condition: TypeAlias = "Compare | Seen | Just | ReactionIs | Flag | Not | And | Or"


def holds(condition: Condition, facts: Facts) -> bool:
    """Whether a condition is true of the session so far."""
    match condition:
        case Compare(gauge, relation, number):
            return compare(relation, *_scaled(gauge, number, facts))
        case Seen(moment):
            return facts.seen(moment)
        case Just(said):
            return said in facts.just
        case ReactionIs(reaction):
            return facts.reaction is reaction or family_of(facts.reaction) is reaction
        case Flag(name):
            return facts.flag(name)
        case Not(inner):
            return not holds(inner, facts)
        case And(left, right):
            return holds(left, facts) and holds(right, facts)
        case Or(left, right):
            return holds(left, facts) or holds(right, facts)


def parts(condition: Condition) -> Iterator[Condition]:
    """A condition and everything inside it."""
    yield condition
    match condition:
        case Not(inner):
            yield from parts(inner)
        case And(left, right) | Or(left, right):
            yield from parts(left)
            yield from parts(right)
        case _:
            return


def flags_needed(condition: Condition | None) -> Iterator[str]:
    """The flags without which a condition never holds."""
    match condition:
        case Flag(name):
            yield name
        case And(left, right):
            yield from flags_needed(left)
            yield from flags_needed(right)
        case _:
            return


def _scaled(gauge: Gauge, number: int, facts: Facts) -> tuple[int, int]:
    """Both sides of a comparison as whole numbers: the mean of three gauges is compared with three times the number."""
    bond, task, goal = facts.alliance.points
    match gauge:
        case Gauge.BOND:
            return bond, number
        case Gauge.TASK:
            return task, number
        case Gauge.GOAL:
            return goal, number
        case Gauge.ALLIANCE:
            return bond + task + goal, 3 * number
        case Gauge.RUPTURES:
            return facts.ruptures, number
        case Gauge.OWNED:
            return facts.owned, number
        case Gauge.TURN:
            return facts.turn, number
        case Gauge.VISITS:
            return facts.visits, number
        case Gauge.LEVEL:
            return facts.level, number


def compare(relation: Relation, left: int, right: int) -> bool:
    """Whether two numbers stand in a relation."""
    match relation:
        case Relation.LESS:
            return left < right
        case Relation.AT_MOST:
            return left <= right
        case Relation.MORE:
            return left > right
        case Relation.AT_LEAST:
            return left >= right
        case Relation.EQUAL:
            return left == right
        case Relation.UNEQUAL:
            return left != right


def as_written(condition: Condition) -> str:
    """A condition as an author would write it."""
    match condition:
        case Compare(gauge, relation, number):
            return f"{gauge} {relation} {number}"
        case Seen(moment):
            return f"seen {moment}"
        case Just(said):
            return f"just {said}"
        case ReactionIs(reaction):
            return f"reaction is {reaction}"
        case Flag(name):
            return name
        case Not(inner):
            return f"not {as_written(inner)}"
        case And(left, right):
            return f"{as_written(left)} and {as_written(right)}"
        case Or(left, right):
            return f"{as_written(left)} or {as_written(right)}"
