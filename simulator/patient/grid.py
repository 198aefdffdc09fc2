"""The reaction grid: what each move leads to in each state, as cells read from a scenario folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from simulator.alliance.codes import Code
from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState, worst_of
from simulator.messages.message import Message
from simulator.messages.sentences import fault_parts as parts
from simulator.patient.state import Disposition, Fit

GRID_STATES: Final = tuple(s for s in ReactionState if s not in (ReactionState.TRANSFER, ReactionState.LEFT))
"""The seventeen states a move can be made in."""


class Course(Code):
    """A target that depends on the person or on where the rupture came from."""

    STAY = "stay"
    NEXT = "next"
    BACK = "back"
    HABIT = "habit"
    DEEPEST = "deepest"
    PART = "part"


class Hinge(Code):
    """What decides between the two targets of a cell."""

    NONE = ""
    GATE = "/"
    INVITED = "*"


Target: TypeAlias = ReactionState | Course


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one move leads in one state: ``first`` if the hinge holds, else ``second``; ``because`` if it is special."""

    first: Target
    second: Target
    hinge: Hinge = Hinge.NONE
    because: str = ""

    def __str__(self) -> str:
        return str(self.first) if self.hinge is Hinge.NONE else f"{self.first} {self.hinge} {self.second}"


@dataclass(frozen=True, slots=True)
class MoveReasons:
    """Why a move opens, leaves things as they are, or makes them worse: a sentence each (empty where it cannot)."""

    opens: str
    holds: str
    slips: str


@dataclass(frozen=True, slots=True)
class ReactionGrid:
    """The whole reaction graph of a person: a cell for each move and state, and each move's reasons."""

    id: str
    cells: Mapping[tuple[Move, ReactionState], Cell]
    reasons: Mapping[Move, MoveReasons]


class CellFault(ValueError):
    """A cell that cannot be read; ``message`` tells the author why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.id)
        self.message = message


def parse_cell(text: str, because: str = "") -> Cell:
    """Read a cell such as ``exploring / avoiding``; raises ``CellFault`` where it cannot."""
    for hinge in (Hinge.GATE, Hinge.INVITED):
        if hinge.value in text:
            targets = text.split(hinge.value)
            if len(targets) != 2:
                raise CellFault(parts.TWO_TARGETS(cell=text, hinge=hinge))
            return Cell(_target(targets[0]), _target(targets[1]), hinge, because)
    target = _target(text)
    return Cell(target, target, Hinge.NONE, because)


def target_words() -> tuple[str, ...]:
    """Every word that can stand in a cell, for suggestions."""
    return tuple(dict.fromkeys([*(str(c) for c in Course), *(str(s) for s in ReactionState)]))


def _target(word: str) -> Target:
    word = word.strip()
    for vocabulary in (Course, ReactionState):
        try:
            return vocabulary(word)
        except ValueError:
            continue
    raise CellFault(parts.NO_TARGET(word=word, courses=", ".join(Course)))


_NEXT_RUNG: Final = {
    ReactionState.EXPLORING: (ReactionState.QUALIFIED_ASSERTION, ReactionState.HURT),
    ReactionState.QUALIFIED_ASSERTION: (ReactionState.BLOCK, ReactionState.BLOCK),
    ReactionState.HURT: (ReactionState.BLOCK, ReactionState.BLOCK),
    ReactionState.BLOCK: (ReactionState.SELF_ASSERTION, ReactionState.VULNERABILITY),
}

FIRST_OF_FAMILY: Final[Mapping[Family, ReactionState]] = {
    Family.ENGAGED: ReactionState.ENGAGED,
    Family.WITHDRAWAL: ReactionState.MINIMAL,
    Family.DEFERENCE: ReactionState.COMPLYING,
    Family.CONFRONTATION: ReactionState.COMPLAINT,
    Family.MIXED: ReactionState.MIXED,
    Family.REPAIR: ReactionState.EXPLORING,
    Family.END: ReactionState.LEFT,
}
"""The mildest state of each family: where a rupture of that family begins."""


def resolve(target: Target, state: ReactionState, origin: Family, disposition: Disposition) -> ReactionState:
    """The state a cell's target means here, for a rupture of this origin and a person of this disposition."""
    confronting = origin is Family.CONFRONTATION
    match target:
        case Course.STAY:
            return state
        case Course.NEXT:
            return _NEXT_RUNG[state][confronting] if state in _NEXT_RUNG else state
        case Course.BACK:
            return FIRST_OF_FAMILY[origin]
        case Course.HABIT:
            return FIRST_OF_FAMILY[disposition.style]
        case Course.DEEPEST:
            return worst_of(origin)
        case Course.PART:
            return ReactionState.TRANSFER if disposition.fit is Fit.POOR else state
        case _:
            return target
