"""What is said of another try: the question before it, where it cannot begin, and both courses side by side."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# The button, and the question before it.

FROM_HERE: Final = Sentence("another-try/from-here", "Another try from here")
FROM_TURN: Final = Sentence("another-try/from-turn", "Another try from turn {turn}")
WHERE: Final = Sentence("another-try/where", "{title} · another try from turn {turn}")
REGION: Final = Sentence("another-try/region", "Another try")
QUESTION: Final = Sentence("another-try/question", "What would you say here, in your own words?")
LEAD: Final = Sentence(
    "another-try/lead",
    "Write it down, or say it aloud and tick the box. Only you see it, and it is not scored. You may also leave it empty.",
)
PLACEHOLDER: Final = Sentence("another-try/placeholder", "The words as you would speak them")
ALOUD: Final = Sentence("another-try/aloud", "I have said it aloud")
GO_ON: Final = Sentence("another-try/go-on", "Go on to the answers")
BACK: Final = Sentence("another-try/back", "Back")
TOO_LONG: Final = Sentence(
    "another-try/too-long", "There is room for {most} characters here; these are {length}. Shorten it to go on."
)
YOU: Final = Sentence("another-try/you", "You")
STAYED_SILENT: Final = Sentence("another-try/stayed-silent", "You stayed silent.")
PATIENT_SILENT: Final = Sentence("another-try/patient-silent", "{name} says nothing.")
SHOWS: Final = Sentence("another-try/shows", "({signs})", note="A stage direction.")
TODAYS_RULES: Final = Sentence(
    "another-try/todays-rules",
    "This conversation was held under earlier rules of the patient. Up to here it stays as it was; from here on the patient "
    "answers by today’s rules.",
)

# Where it cannot begin.

NO_SUCH_TURN: Final = Sentence(
    "another-try/no-such-turn", "Nothing was said at turn {turn} of this conversation, so no other try can begin there."
)
CANNOT_GO_ON: Final = Sentence(
    "another-try/cannot-go-on",
    "The rules of today know no way on from this place. Another try can begin from an earlier turn, or the scenario be played "
    "again from its start.",
)

# Both courses side by side.

TWO_WAYS: Final = Sentence("another-try/two-ways", "Two ways on from turn {turn}")
COMPARISON: Final = Sentence("another-try/comparison", "Both courses side by side")
SAME_UNTIL: Final = Sentence("another-try/same-until", "Up to here both are the same conversation.")
FIRST_TIME: Final = Sentence("another-try/first-time", "Before")
THIS_TRY: Final = Sentence("another-try/this-try", "This try")
IN_OWN_WORDS: Final = Sentence("another-try/in-own-words", "In your own words")
SAID_ALOUD: Final = Sentence("another-try/said-aloud", "You said it aloud.")
TURN: Final = Sentence("another-try/turn", "Turn {turn}")
THOUGHT: Final = Sentence("another-try/thought", "{name} thought: {thought}")
CLOSER: Final = Sentence("another-try/closer", "It came closer between you.")
AS_BEFORE: Final = Sentence("another-try/as-before", "It stayed as it was between you.")
APART: Final = Sentence("another-try/apart", "It grew further apart between you.")
ENDED_HERE: Final = Sentence("another-try/ended-here", "Here this one had come to its end.")
AT_THE_END: Final = Sentence("another-try/at-the-end", "At the end")
HOW_IT_FELT: Final = Sentence("another-try/how-it-felt", "How it felt to {name}")
CURVES: Final = Sentence(
    "another-try/curves",
    "How it felt to {name}. Before: {before}. This try: {now}.",
    note="For screen readers: two curves.",
)
AT_TURN: Final = Sentence("another-try/at-turn", "turn {turn}: {points} of 100")
AT_START: Final = Sentence("another-try/at-start", "start: {points} of 100")
START: Final = Sentence("another-try/start", "start")

# What comes next.

LOOK_BACK: Final = Sentence("another-try/look-back", "Look back at this try")
ONCE_MORE: Final = Sentence("another-try/once-more", "Once more from turn {turn}")
LIBRARY: Final = Sentence("another-try/library", "Back to the library")
SOMEONE_ELSE: Final = Sentence("another-try/someone-else", "The same kind of moment with someone else")
SOMEONE_ELSE_IS: Final = Sentence("another-try/someone-else-is", "{name}, in “{title}”.")
SIT_WITH: Final = Sentence("another-try/sit-with", "Sit with {name}")
