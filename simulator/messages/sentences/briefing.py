"""What the briefing says: the modes, the levels, what a scenario touches on, and what was left open in it."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

STILL_OPEN: Final = Sentence(
    "briefing/still-open",
    "You have left a conversation here unfinished. If you begin a new one it stays as it is: on this scenario’s card, and "
    "under “Earlier conversations”.",
    "You have left {count} conversations here unfinished. If you begin a new one they stay as they are: on this scenario’s "
    "card, and under “Earlier conversations”.",
    count="count",
)
RESUME_IT: Final = Sentence("briefing/resume-it", "Resume it", note="The newest of the conversations left unfinished.")
REGION: Final = Sentence("briefing/region", "Briefing")
WHAT_HAPPENED: Final = Sentence("briefing/what-happened", "What happened")
WHAT_YOU_PRACTISE: Final = Sentence("briefing/what-you-practise", "What you practise")
CONTENT: Final = Sentence("briefing/content", "Content")
NO_THEMES: Final = Sentence("briefing/no-themes", "No particular themes.")
CAN_STOP: Final = Sentence("briefing/can-stop", "You can pause or stop at any moment (Esc).")
HOW_MUCH_HELP: Final = Sentence("briefing/how-much-help", "How much help")
LEARN: Final = Sentence("briefing/learn", "Learn")
LEARN_HELP: Final = Sentence(
    "briefing/learn-help",
    "Once you have said what you saw, you are told what there was to see, how it feels to the patient, and why. "
    "You can step back.",
)
PRACTISE: Final = Sentence("briefing/practise", "Practise")
PRACTISE_HELP: Final = Sentence(
    "briefing/practise-help", "You say what you saw before the answers appear. Reasons come afterwards."
)
ASSESS: Final = Sentence("briefing/assess", "Assess")
ASSESS_HELP: Final = Sentence(
    "briefing/assess-help", "As Practise, in one sitting: no hints, and no way back to an answer that was given."
)
ONE_SITTING: Final = Sentence(
    "briefing/one-sitting",
    "You can pause, but not come back later: whoever leaves the conversation, or closes the window, has ended it.",
)
NUMBER: Final = Sentence("briefing/number", "Number of this sitting, if you were given one")
NUMBER_HELP: Final = Sentence(
    "briefing/number-help", "All who type the same number meet the same words, and the answers in the same order."
)
DIFFICULTY: Final = Sentence("briefing/difficulty", "Difficulty")
LEVEL_1: Final = Sentence("briefing/level-1", "1 Clear signs")
LEVEL_1_HELP: Final = Sentence(
    "briefing/level-1-help", "The first answer that hinders costs trust and no more, and there are three more turns."
)
LEVEL_2: Final = Sentence("briefing/level-2", "2 Closed at first")
LEVEL_2_HELP: Final = Sentence(
    "briefing/level-2-help",
    "After each new rupture a first attempt to help meets a closed door, unless you own your part.",
)
LEVEL_3: Final = Sentence("briefing/level-3", "3 Close to life")
LEVEL_3_HELP: Final = Sentence(
    "briefing/level-3-help", "Also, signs are easier to miss, and old patterns can come back late in the repair."
)
AS_WRITTEN_LEVEL: Final = Sentence(
    "briefing/as-written-level", "{level} (as written)", note="The difficulty that the author of the scenario meant."
)
BACK: Final = Sentence("briefing/back", "Back to the library")
BEGIN: Final = Sentence("briefing/begin", "Begin")
