"""What a patient's next words can take up, more coarsely than by moves: what was said, and what the patient shows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.moves import Move


class SaidClass(Code):
    """A class of what a therapist says."""

    QUESTION = "question"
    OWNING = "owning"
    APOLOGY = "apology"
    UNDERSTANDING = "understanding"
    SILENCE = "silence"
    DEFENCE = "defence"
    LEADING = "leading"
    AGREEMENT_SEEKING = "agreement-seeking"
    OFFER = "offer"


class ShownClass(Code):
    """What follows from the patient's state and not from what was said.

    Stuck: one more turn in this state, and the patient goes one step deeper. Leaving: the sign that the patient is about to
    leave is on the screen.
    """

    STUCK = "stuck"
    LEAVING = "leaving"


_OWNED_SPECIFICALLY: Final = 3
"""From this quality on, owning the contribution names what was done; below it is heard as an apology."""

_OF_MOVES: Final[Mapping[SaidClass, frozenset[Move]]] = MappingProxyType(
    {
        SaidClass.QUESTION: frozenset(
            {Move.EXPLORE_EXPERIENCE, Move.EXPLORE_FEAR, Move.INVITE_DISSENT, Move.CHECK_REPAIR}
        ),
        SaidClass.APOLOGY: frozenset({Move.OVER_APOLOGISE}),
        SaidClass.UNDERSTANDING: frozenset({Move.VALIDATE_FEELING, Move.VALIDATE_PROTECTION, Move.SUPPORT_ASSERTION}),
        SaidClass.SILENCE: frozenset({Move.HOLD_SILENCE}),
        SaidClass.DEFENCE: frozenset({Move.DEFEND_JUSTIFY, Move.GIVE_RATIONALE, Move.CLARIFY_MISUNDERSTANDING}),
        SaidClass.LEADING: frozenset(
            {Move.PRESS_ON, Move.RETREAT, Move.REFOCUS, Move.LINK_PATTERN, Move.BLAME_INTERPRET}
        ),
        SaidClass.AGREEMENT_SEEKING: frozenset({Move.SEEK_AGREEMENT, Move.REASSURE_EARLY}),
        SaidClass.OFFER: frozenset({Move.RENEGOTIATE, Move.DISCUSS_FIT}),
    }
)
"""The classes that follow from the move alone."""


_QUESTION_MARKS: Final = ("?", "？", "؟")


def asks(text: str) -> bool:
    """Whether a question mark stands anywhere in a text."""
    return any(mark in text for mark in _QUESTION_MARKS)


@cache
def classes_of(move: Move, quality: int | None = None) -> frozenset[SaidClass]:
    """The classes of a move; owning the contribution is owning or an apology by its ``quality`` (0-4)."""
    found = {said for said, moves in _OF_MOVES.items() if move in moves}
    if move is Move.OWN_CONTRIBUTION:
        found.add(SaidClass.OWNING if (quality or 0) >= _OWNED_SPECIFICALLY else SaidClass.APOLOGY)
    return frozenset(found)
