"""The three questions before a debriefing, and their answers beside what the program reads."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("own-reading/title", "Before you look: how do you read it?")
LEAD: Final = Sentence(
    "own-reading/lead",
    "Three questions; skip any of them, or all. Your answers are kept with this conversation, and only you see them. "
    "Afterwards your reading stands beside the program’s.",
)
LOST: Final = Sentence("own-reading/lost", "Where did you and {name} lose each other?")
HELPED: Final = Sentence("own-reading/helped", "Which of your answers helped most?")
PULL: Final = Sentence("own-reading/pull", "What did you feel pulled to do there?")
NO_TURN: Final = Sentence("own-reading/no-turn", "No single turn, or I cannot say")
TURN: Final = Sentence("own-reading/turn", "Turn {turn}: “{words}”")
TURN_SILENT: Final = Sentence("own-reading/turn-silent", "Turn {turn}: you stayed silent")
RESCUE: Final = Sentence("own-reading/rescue", "to rescue")
EXPLAIN: Final = Sentence("own-reading/explain", "to explain")
PLEASE: Final = Sentence("own-reading/please", "to please")
CORRECT: Final = Sentence("own-reading/correct", "to correct")
GET_AWAY: Final = Sentence("own-reading/get-away", "to get away")
OWN_WORDS: Final = Sentence("own-reading/own-words", "In your own words")
OWN_WORDS_HINT: Final = Sentence("own-reading/own-words-hint", "Something else, or more exactly")
KEEP: Final = Sentence("own-reading/keep", "Keep this and look back")
SKIP: Final = Sentence("own-reading/skip", "Skip the questions")
TOO_LONG: Final = Sentence(
    "own-reading/too-long", "Your own words can have {most} characters; these have {length}. Shorten them to keep them."
)

# Side by side.

TWO_READINGS: Final = Sentence("own-reading/two-readings", "Two readings")
TWO_LEAD: Final = Sentence(
    "own-reading/two-lead",
    "Neither is the right one. Where they part there may be something to talk about in supervision.",
)
YOURS: Final = Sentence("own-reading/yours", "How you read it")
OURS: Final = Sentence("own-reading/ours", "How the program reads it")
LEFT_OPEN: Final = Sentence("own-reading/left-open", "You left this open.")
NONE_HELPED: Final = Sentence("own-reading/none-helped", "No single answer took the hour much further.")
NONE_LOST: Final = Sentence("own-reading/none-lost", "No single turn cost much.")
ONLY_YOU: Final = Sentence("own-reading/only-you", "Only you can know this.")
NOT_WORKED_OUT: Final = Sentence("own-reading/not-worked-out", "This was not worked out.")
PULL_AND_WORDS: Final = Sentence(
    "own-reading/pull-and-words", "{pull}: “{words}”", note="“pull” is what was felt, “words” are the person’s own."
)
WORDS: Final = Sentence("own-reading/words", "“{words}”")
REMARK: Final = Sentence("own-reading/remark", "How you read it before the debriefing, {when}")
REMARK_LOST: Final = Sentence("own-reading/remark-lost", "You lost each other at turn {turn}.")
REMARK_HELPED: Final = Sentence("own-reading/remark-helped", "Your answer at turn {turn} helped most.")
REMARK_PULL: Final = Sentence(
    "own-reading/remark-pull",
    "The pull you felt: {pull}",
    note="“pull”: “to explain”, or a person’s own words in quotation marks.",
)
