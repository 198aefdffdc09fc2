"""The words of a scenario on paper: the sheet by which two people play it, and the whole script."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# The panel
ASIDE: Final = Sentence("sheets/aside", "Print or save to read")
SHEET_HEAD: Final = Sentence("sheets/sheet-head", "A sheet by which two people play it")
SHEET_HELP: Final = Sentence(
    "sheets/sheet-help",
    "Three parts to cut apart: one for whoever plays the person, one for the therapist, one to look at together afterwards.",
)
SCRIPT_HEAD: Final = Sentence("sheets/script-head", "The whole script")
SCRIPT_HELP: Final = Sentence(
    "sheets/script-help", "Everything that is said and what follows on it, to be read through."
)
NOT_YET: Final = Sentence(
    "sheets/not-yet", "This scenario cannot be played yet. Mend what keeps it, then it can be printed."
)

# Both
SHEET_TITLE: Final = Sentence("sheets/sheet-title", "{title}: played by two")
SCRIPT_TITLE: Final = Sentence("sheets/script-title", "{title}: the whole script")
ABOUT: Final = Sentence("sheets/about", "What happened")
PRACTISED: Final = Sentence("sheets/practised", "What is practised")
NOTES: Final = Sentence("sheets/notes", "Touches on")
PERSON: Final = Sentence("sheets/person", "Who it is")
PERSON_IS: Final = Sentence("sheets/person-is", "{name}, {age} · {work}")
LEVEL: Final = Sentence("sheets/level", "Difficulty")
TURNS: Final = Sentence("sheets/turns", "Turns")
BEGINS: Final = Sentence("sheets/begins", "How it begins")
THERAPIST: Final = Sentence("sheets/therapist", "Therapist")
SILENT: Final = Sentence("sheets/silent", "(says nothing)")
THINKS: Final = Sentence("sheets/thinks", "Thinks: {thought}", note="What the person thinks and does not say.")
STAYING_SILENT: Final = Sentence("sheets/staying-silent", "Stays silent")
AFTERWARDS: Final = Sentence("sheets/afterwards", "Afterwards: {what}", note="“what” is a sentence of the scenario.")

# The sheet for two
FOR_PERSON: Final = Sentence("sheets/for-person", "For whoever plays {name}")
HOW_TO_PLAY: Final = Sentence(
    "sheets/how-to-play",
    "Begin with card {first}: call its number, do what stands in italics, and say the line. The therapist answers with one of the "
    "sentences of that number, or in other words of the same sense. Look up the letter, and go on with the card that stands there. "
    "Where there are several, take the one that this person would come to now.",
)
CARD: Final = Sentence(
    "sheets/card", "Card {number}: {state}", note="“state” is a reaction state, such as “Says little”."
)
IF_ANSWER: Final = Sentence("sheets/if-answer", "The therapist")
GO_ON: Final = Sentence("sheets/go-on", "Go on with card", note="The head of a column of numbers.")
LETTERED: Final = Sentence("sheets/lettered", "{letter} · {words}")
AS_FELT: Final = Sentence("sheets/as-felt", "what this person would do now")
IT_ENDS: Final = Sentence("sheets/it-ends", "Here it ends: {how}.", note="“how” is an ending, such as “repaired”.")
FOR_THERAPIST: Final = Sentence("sheets/for-therapist", "For the therapist")
HOW_TO_ANSWER: Final = Sentence(
    "sheets/how-to-answer",
    "Listen and look first. When the number of a card is called, choose one of its sentences, say it in your own way, and name its "
    "letter. You may also stay silent.",
)
AT_CARD: Final = Sentence("sheets/at-card", "At card {number}")
TOGETHER: Final = Sentence("sheets/together", "To look at together afterwards")
CHOSEN: Final = Sentence("sheets/chosen", "Sentence")
WHAT_IT_DID: Final = Sentence("sheets/what-it-did", "What it does")
CARD_AND_LETTER: Final = Sentence("sheets/card-and-letter", "Card")
NUMBER_AND_LETTER: Final = Sentence("sheets/number-and-letter", "{number} {letter}")

# The script
MOMENT: Final = Sentence("sheets/moment", "{id} · {state}", note="An id and a reaction state.")
STARTS_HERE: Final = Sentence("sheets/starts-here", "It begins here.")
ONLY_WHERE: Final = Sentence("sheets/only-where", "Only where {condition}.")
WORDING: Final = Sentence(
    "sheets/wording", "{name} · {wording}", note="Who speaks, and the id of one of several wordings."
)
ANSWER: Final = Sentence("sheets/answer", "Answer")
SAYS: Final = Sentence("sheets/says", "What is said")
DOES: Final = Sentence("sheets/does", "Move")
WITH_QUALITY: Final = Sentence("sheets/with-quality", "{move} ({quality})")
LEADS: Final = Sentence("sheets/leads", "Leads to")
THE_PERSON_CHOOSES: Final = Sentence("sheets/the-person-chooses", "what the person would do")
DEBRIEFED: Final = Sentence("sheets/debriefed", "What is said of it afterwards")
OWN_LINES: Final = Sentence("sheets/own-lines", "{name}’s own lines: {state}")
