"""What is said of the paths of a plan: as planned, or where it went otherwise."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

AS_PLANNED: Final = Sentence("plans/as-planned", "{file}: “{path}” is as planned.")
OTHERWISE: Final = Sentence(
    "plans/otherwise", "{file}:{line}: “{path}”: {what}", note="“what” is a sentence of its own."
)
NOT_READ: Final = Sentence("plans/not-read", "{file}:{line}: {what}", note="“what” is a sentence of its own.")
NO_FILE: Final = Sentence("plans/no-file", "There is no plan “{path}”.")
NO_PLANS: Final = Sentence("plans/no-plans", "There is no plan (*.plan) here.")

NO_INSTRUCTION: Final = Sentence("plans/no-instruction", "“{word}” is no instruction of a plan. There are: {known}.")
NO_PATH_YET: Final = Sentence("plans/no-path-yet", "A plan begins with “path” and a name.")
NOTHING_BEHIND: Final = Sentence("plans/nothing-behind", "Something must stand behind “{word}”.")
NO_VALUE: Final = Sentence("plans/no-value", "“{value}” cannot stand behind “{word}”. There are: {known}.")
NO_SCORE_ASKED: Final = Sentence(
    "plans/no-score-asked",
    "A score is asked for by a competency and what it must be, such as “score outcome >= 4” or “score outcome none”.",
)

OVER: Final = Sentence("plans/over", "The conversation has ended.")
OTHER_MOMENT: Final = Sentence("plans/other-moment", "Planned was “{planned}”, and it is at “{found}”.")
OTHER_WORDS: Final = Sentence("plans/other-words", "“{planned}” is not said. What is said: “{found}”.")
OTHER_OFFER: Final = Sentence("plans/other-offer", "On offer are: {found}.")
GOES_ON: Final = Sentence("plans/goes-on", "The conversation goes on at “{found}”.")
OTHER_ENDING: Final = Sentence("plans/other-ending", "The conversation ends with “{found}”.")
OTHER_SCORE: Final = Sentence("plans/other-score", "“{name}” is {found}.")
NO_SCORE: Final = Sentence("plans/no-score", "“{name}” gets no score here.")
