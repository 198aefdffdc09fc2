"""Whether enough was chosen for a skill to be told, and what is still missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.analysis.choice_evidence import ChoiceEvidence
from simulator.messages.message import Message
from simulator.messages.sentences.skill import CHOICES_NEEDED, MEETINGS_NEEDED, PATIENTS_NEEDED

MEETINGS: Final = 3
PATIENTS: Final = 2
CHOICES: Final = 30
"""What is needed at least before a skill is told."""

APART: Final = 3
"""Points of repair value by which the prices on offer must differ for a choice to count; less is a step or two of the gauges."""


@dataclass(frozen=True, slots=True)
class SkillGrounds:
    """What an estimate stands on.

    ``meetings`` are first meetings in which anything was chosen, ``patients`` with how many people they were, ``choices``
    those of which the prices on offer differed by ``APART`` points or more: the others tell next to nothing.
    """

    meetings: int
    patients: int
    choices: int

    @property
    def missing(self) -> tuple[Message, ...]:
        """What has to come before the skill may be shown, in words; empty once it may."""
        asked = (
            (self.meetings, MEETINGS, MEETINGS_NEEDED),
            (self.patients, PATIENTS, PATIENTS_NEEDED),
            (self.choices, CHOICES, CHOICES_NEEDED),
        )
        return tuple(told(needed=needed, found=found) for found, needed, told in asked if found < needed)


def grounds_of(sessions: Sequence[ChoiceEvidence]) -> SkillGrounds:
    """What first meetings of a person give to go by."""
    played = [session for session in sessions if len(session)]
    telling = sum(int((session.apart >= APART).sum()) for session in played)
    return SkillGrounds(len(played), len({session.patient for session in played}), telling)
