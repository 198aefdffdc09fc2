"""What can be noted for oneself before an answer, and how it is told afterwards."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

OPEN: Final = Sentence("before-answering/open", "Note first")
NOTED: Final = Sentence("before-answering/noted", "Noted")
HINT: Final = Sentence(
    "before-answering/hint",
    "Before you answer, note for yourself what pulls you, what you would say, and how sure you are",
)
LEAD: Final = Sentence(
    "before-answering/lead", "As you like. Only you see it; it is kept with your answer and never scored."
)
PULL: Final = Sentence("before-answering/pull", "I feel pulled to")
RESCUE: Final = Sentence("before-answering/rescue", "rescue")
EXPLAIN: Final = Sentence("before-answering/explain", "explain")
PLEASE: Final = Sentence("before-answering/please", "please")
CORRECT: Final = Sentence("before-answering/correct", "correct")
GET_AWAY: Final = Sentence("before-answering/get-away", "get away")
WORDS: Final = Sentence("before-answering/words", "In my own words")
WORDS_HINT: Final = Sentence("before-answering/words-hint", "What would you say, if nothing were on offer?")
SURE: Final = Sentence("before-answering/sure", "How sure I am of my answer")
NOT_AT_ALL: Final = Sentence("before-answering/not-at-all", "not at all")
A_LITTLE: Final = Sentence("before-answering/a-little", "a little")
FAIRLY: Final = Sentence("before-answering/fairly", "fairly")
VERY: Final = Sentence("before-answering/very", "very")
AFTERWARDS: Final = Sentence("before-answering/afterwards", "What you noted before you answered")
AFTERWARDS_LEAD: Final = Sentence("before-answering/afterwards-lead", "Only you see it. It was never scored.")
IN_TURN: Final = Sentence("before-answering/in-turn", "Turn {turn}")
PULLED: Final = Sentence("before-answering/pulled", "You felt pulled to {pull}.", note="“rescue”, “explain” ...")
WOULD_SAY: Final = Sentence("before-answering/would-say", "In your own words: “{words}”")
WERE_SURE: Final = Sentence(
    "before-answering/were-sure", "How sure you were of your answer: {sure}.", note="“not at all”, “a little” ..."
)
