"""What is said of conversations that were handed in and came back, on either side."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# Where it is given back.

GIVE_TITLE: Final = Sentence("came-back/give-title", "Give it back")
GIVE_HELP: Final = Sentence(
    "came-back/give-help",
    "Saves a file for {name} with your comments on this conversation and the corrections of it and of its sentences, with who "
    "made them. Give it to them yourself. They open it in their settings, under their data, and can answer each correction; "
    "open what they give you in return on this desk.",
)
YOUR_NAME: Final = Sentence("came-back/your-name", "Your name on it")
GIVE: Final = Sentence("came-back/give", "Save what came of it …")
WHERE: Final = Sentence("came-back/where", "Where to save it")
KIND: Final = Sentence("came-back/kind", "What was said of a conversation ({pattern})")
GIVEN: Final = Sentence(
    "came-back/given", "Saved as {path}. Whoever wants to be sure that it is from you can compare six words: {words}."
)
NOTHING_TO_GIVE: Final = Sentence(
    "came-back/nothing-to-give", "There is no comment and no correction of this conversation yet."
)
ANSWERS_LINE: Final = Sentence(
    "came-back/answers-line",
    "{count} answer of {name} to what was corrected in “{title}” of {day}. {state}",
    "{count} answers of {name} to what was corrected in “{title}” of {day}. {state}",
    count="count",
)

# Where it comes back.

OPEN: Final = Sentence("came-back/open", "Open what came back …")
WHICH: Final = Sentence("came-back/which", "What came back")
LOOK: Final = Sentence("came-back/look", "What came back")
LOOK_NAMED: Final = Sentence("came-back/look-named", "What came back of “{title}”, {day}")
TITLE: Final = Sentence("came-back/title", "What came back of “{title}”, {day}")
FROM: Final = Sentence(
    "came-back/from",
    "{name} gives this back, signed with six words that you can compare by voice: {words}.",
)
SOMEBODY: Final = Sentence("came-back/somebody", "somebody without a name")
NOTHING: Final = Sentence(
    "came-back/nothing",
    "Nothing has come back of it yet. Your instructor can save a file for you with what they said of it; open it here.",
)
COMMENT: Final = Sentence("came-back/comment", "Turn {turn}, a comment of {when}: {text}")
SENTENCE: Final = Sentence("came-back/sentence", "Turn {turn}, “{words}”: {change}. {state}.")
RATING: Final = Sentence("came-back/rating", "{competency}. {state}.")
AS_CODED_THEN: Final = Sentence(
    "came-back/as-coded-then",
    "A correction changes how your instructor reads a sentence or a number. What the patient did stays as it was, and so do the "
    "numbers in your own debriefing.",
)
YOUR_ANSWER: Final = Sentence("came-back/your-answer", "Your answer to this")
KEEP: Final = Sentence("came-back/keep", "Keep the answer")
YOU_ANSWERED: Final = Sentence("came-back/you-answered", "You answered, {when}: {text}")
KEPT: Final = Sentence(
    "came-back/kept", "Kept. It stands beside the correction here; save it as a file to give it back."
)
SAVE_ANSWERS: Final = Sentence("came-back/save-answers", "Save your answers as a file …")
SAVED: Final = Sentence("came-back/saved", "Saved as {path}. Give it to whoever corrected this.")
