"""A cell of the reaction graph in words: where a move leads from a state, and what decides it."""

from __future__ import annotations

from typing import Final

from simulator.alliance.reactions import REACTIONS, ReactionState
from simulator.messages.message import Message
from simulator.messages.sentences import patient_desk as say
from simulator.patient.grid import Cell, CellFault, Course, Hinge, Target, parse_cell

_COURSES: Final = {
    Course.STAY: say.STAY,
    Course.NEXT: say.NEXT,
    Course.BACK: say.BACK,
    Course.HABIT: say.HABIT,
    Course.DEEPEST: say.DEEPEST,
    Course.PART: say.PART,
}


def cell_words(text: str) -> Message | None:
    """What a cell means as it is written; nothing where it cannot be read."""
    try:
        return told_cell(parse_cell(text))
    except CellFault:
        return None


def told_cell(cell: Cell) -> Message:
    """What a cell means."""
    match cell.hinge:
        case Hinge.NONE:
            return say.GOES_TO(target=target_words(cell.first))
        case Hinge.GATE:
            return say.GATE(first=target_words(cell.first), second=target_words(cell.second))
        case _:
            return say.INVITED(first=target_words(cell.first), second=target_words(cell.second))


def target_words(target: Target) -> Message:
    """Where a cell leads, as people call it."""
    return REACTIONS[target].label() if isinstance(target, ReactionState) else _COURSES[target]()
