"""What is said of a person's skill: the points, and what is still missing before they can be told."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

POINTS: Final = Sentence(
    "skill/points",
    "About {points} of 100, most likely between {low} and {high}.",
    note="Points that a person who chooses like this reaches: 0 by choosing blindly, 100 by always the best answer.",
)
AT_LEAST: Final = Sentence(
    "skill/at-least",
    "At least {low} of 100.",
    note="Points, as in skill/points; where even more skill would hardly reach more, only the lower end is told.",
)
MEETINGS_NEEDED: Final = Sentence(
    "skill/meetings-needed",
    "This needs {needed} conversation in Practise with a scenario that was new to you. So far: {found}.",
    "This needs {needed} conversations in Practise, each with a scenario that was new to you. So far: {found}.",
    count="needed",
    note="“This” is the estimate of how well somebody chooses, which cannot be shown yet.",
)
PATIENTS_NEEDED: Final = Sentence(
    "skill/patients-needed",
    "This needs conversations with {needed} patient. So far: {found}.",
    "This needs conversations with {needed} different patients. So far: {found}.",
    count="needed",
)
CHOICES_NEEDED: Final = Sentence(
    "skill/choices-needed",
    "This needs {needed} choice in which it mattered what was said. So far: {found}.",
    "This needs {needed} choices in which it mattered what was said. So far: {found}.",
    count="needed",
)
