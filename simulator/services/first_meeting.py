"""What a scenario's card and briefing may tell: before a first meeting nothing that gives the answer away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from simulator.messages.sentences import first_meeting as say

if TYPE_CHECKING:
    from simulator.messages.message import Message, Sentence

# By the word in the file: a card is read from the index, without the clinical vocabulary.
CAUSES: Final[Mapping[str, Sentence]] = {
    "tone": say.TONE,
    "load": say.LOAD,
    "goal": say.GOAL,
    "caution": say.CAUTION,
    "pace": say.PACE,
    "dismissal": say.DISMISSAL,
    "absence": say.ABSENCE,
    "assumption": say.ASSUMPTION,
    "blame": say.BLAME,
    "advice": say.ADVICE,
    "withholding": say.WITHHOLDING,
    "mix-up": say.MIX_UP,
    "unclear-task": say.UNCLEAR_TASK,
    "frame": say.FRAME,
}
"""What the therapist can have contributed, by the word in the file."""


def skill_named(skill: str) -> str | Message:
    """What is practised, as a phrase that does not give the answer away; something general where the author named none."""
    return skill.rstrip(".") or say.ANY_SKILL()


def skill_told(skill: str) -> Message:
    """The same as a sentence."""
    return say.SKILL(skill=skill_named(skill))


def cause_named(cause: str) -> Message:
    """What the therapist contributed, as one of several choices."""
    return CAUSES[str(cause)]()


def cause_told(cause: str) -> Message | None:
    """What the therapist contributed; nothing where that is not known."""
    word = CAUSES.get(cause)
    return None if word is None else say.YOURS(cause=word())


def themes_told(notes: Sequence[str]) -> Message | None:
    """What a scenario touches on; nothing where there is nothing to be warned of."""
    from simulator.messages.message import Listed

    return say.TOUCHES_ON(themes=Listed(tuple(notes))) if notes else None
