"""The words of the page of a moment: its answers, and what is still to be written."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

ANSWERS: Final = Sentence("moment-page/answers", "What the therapist can answer")
ANSWERS_LINE: Final = Sentence(
    "moment-page/answers-line",
    "{answer} · what you say to “{words}”",
    note="Over the text of an answer: its name in the file, and the patient’s line that it answers.",
)
ANSWERS_SILENCE: Final = Sentence(
    "moment-page/answers-silence",
    "{answer} · what you say into a silence of one second",
    "{answer} · what you say into a silence of {seconds} seconds",
    "seconds",
    note="Over the text of an answer.",
)
ANSWERS_SHOWN: Final = Sentence(
    "moment-page/answers-shown",
    "{answer} · what you say to what can be seen: {shown}",
    note="Over the text of an answer: what the patient shows and does not say.",
)
ANSWERS_NOTHING: Final = Sentence(
    "moment-page/answers-nothing",
    "{answer} · what you say",
    note="Over the text of an answer whose moment has no words yet.",
)
LINE_IN: Final = Sentence(
    "moment-page/line-in",
    "{what} · in the state “{state}”",
    note="Over the patient’s line; “what” is “What the patient says”.",
)
LINE_IN_ONLY_IF: Final = Sentence(
    "moment-page/line-in-only-if",
    "{what} · in the state “{state}” · comes only if {condition}",
    note="Over the patient’s line; “condition” is a condition in words.",
)
LINE_IN_ON_CONDITION: Final = Sentence(
    "moment-page/line-in-on-condition",
    "{what} · in the state “{state}” · comes on a condition, which stands below",
    note="Over the patient’s line, where its condition is too long to be told there.",
)
MOVE: Final = Sentence("moment-page/move", "it is")
QUALITY: Final = Sentence("moment-page/quality", "how well the part is owned")
LEADS: Final = Sentence("moment-page/leads", "leads to")
DEBRIEF: Final = Sentence("moment-page/debrief", "What the debriefing says of it")
DEBRIEF_FOLLOWS: Final = Sentence(
    "moment-page/debrief-follows", "What the debriefing says of it: this goes with the move, and can stay as it is"
)
OF_ANSWER: Final = Sentence(
    "moment-page/of-answer", "{what}: {answer}", note="For screen readers: what a field is for, and of which answer."
)
LEFT_TO_PERSON: Final = Sentence(
    "moment-page/left-to-person", "left to {name}", note="Where an answer leads, while the author has not said."
)
REACTS: Final = Sentence(
    "moment-page/reacts",
    "{name} reacts: {states}",
    note="Where an answer leads, while the author has not said; reaction states.",
)
THE_PATIENT: Final = Sentence("moment-page/the-patient", "the patient", note="Where nobody is known by name.")
ANOTHER: Final = Sentence("moment-page/another", "Another answer")
ALL_OF_IT: Final = Sentence("moment-page/all-of-it", "All about this answer")
ALL_OF_IT_NAMED: Final = Sentence("moment-page/all-of-it-named", "All about the answer {answer}")
REMEMBERS: Final = Sentence(
    "moment-page/remembers", "Remembers: {flags}", note="What an answer leaves behind, by its names in the file."
)
ONLY_IF_SET: Final = Sentence(
    "moment-page/only-if-set", "Asks whether “{flag}” was remembered, by:", note="Links to answers follow."
)
ONLY_IF_SET_BY_NONE: Final = Sentence(
    "moment-page/only-if-set-by-none", "Asks whether “{flag}” was remembered; no answer does that yet."
)
REMEMBERED_BY: Final = Sentence(
    "moment-page/remembered-by",
    "What can be remembered: “{flag}”, by:",
    note="On the scenario’s page; links to answers follow.",
)
REMEMBERED_BY_NONE: Final = Sentence(
    "moment-page/remembered-by-none", "What can be remembered: “{flag}”; no answer does that yet."
)
ASKED_FOR_IN: Final = Sentence(
    "moment-page/asked-for-in", "It is asked for in:", note="Links to moments and answers follow."
)
ASKED_FOR_NOWHERE: Final = Sentence("moment-page/asked-for-nowhere", "Nothing asks for it yet.")
ANSWER_IN: Final = Sentence("moment-page/answer-in", "{answer} in {moment}", note="Names of an answer and a moment.")
NEW_AFTER: Final = Sentence("moment-page/new-after", "A new moment after it")
NEW_AFTER_NAMED: Final = Sentence("moment-page/new-after-named", "A new moment after {answer}")
TO_WRITE: Final = Sentence(
    "moment-page/to-write",
    "One text is still to be written; brackets say what belongs there. All others can stay, or be changed.",
    "{count} texts are still to be written; brackets say what belongs there. All others can stay, or be changed. "
    "Return leads from each to the next.",
    "count",
)
ALL_WRITTEN: Final = Sentence(
    "moment-page/all-written", "Every text is written. Play it, and publish it once nothing is left to mend."
)
PLAY_IT: Final = Sentence(
    "moment-page/play-it", "Play it from the beginning", note="A button: the conversation is played."
)
WRITE_NEXT: Final = Sentence("moment-page/write-next", "Write the next")
HINT_SAYS: Final = Sentence(
    "moment-page/hint-says",
    "what they say now, in the state “{state}”",
    note="Stands in brackets where the patient’s words are still to be written; a reaction state.",
)
HINT_THINKS: Final = Sentence(
    "moment-page/hint-thinks",
    "what they think and do not say",
    note="Stands in brackets where it is still to be written.",
)
