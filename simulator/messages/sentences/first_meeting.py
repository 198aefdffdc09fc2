"""What is told of a scenario before a first meeting, and what only in Learn and after it."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

SKILL: Final = Sentence("first-meeting/skill", "What is practised: {skill}.")
ANY_SKILL: Final = Sentence(
    "first-meeting/any-skill",
    "staying in touch with somebody after something went wrong between you",
    note="Where the author of a scenario has named no neutral skill.",
)
TOUCHES_ON: Final = Sentence("first-meeting/touches-on", "Touches on: {themes}.", note="Themes to be warned of.")
MORE_LATER: Final = Sentence(
    "first-meeting/more-later",
    "What exactly is practised, and what was yours in it, is told in Learn and after the first meeting: it would give the "
    "answer away.",
)
YOURS: Final = Sentence("first-meeting/yours", "What was yours in it: {cause}.")
TONE: Final = Sentence("first-meeting/tone", "your tone")
LOAD: Final = Sentence("first-meeting/load", "you asked for too much")
GOAL: Final = Sentence("first-meeting/goal", "a goal that was more yours than theirs")
CAUTION: Final = Sentence("first-meeting/caution", "your caution")
PACE: Final = Sentence("first-meeting/pace", "you went too fast or too slowly")
DISMISSAL: Final = Sentence("first-meeting/dismissal", "you passed over something that mattered")
ABSENCE: Final = Sentence("first-meeting/absence", "you were away, or not quite there")
ASSUMPTION: Final = Sentence("first-meeting/assumption", "you took something for granted")
BLAME: Final = Sentence("first-meeting/blame", "there was blame in what you said")
ADVICE: Final = Sentence("first-meeting/advice", "you gave advice")
WITHHOLDING: Final = Sentence("first-meeting/withholding", "you held something back")
MIX_UP: Final = Sentence("first-meeting/mix-up", "you mixed something up")
UNCLEAR_TASK: Final = Sentence("first-meeting/unclear-task", "you did not say what the task was for")
FRAME: Final = Sentence("first-meeting/frame", "how you handled time, fee or place")
