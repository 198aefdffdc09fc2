"""What a debriefing says at its top, on the card of an exchange, and under “How is this worked out?”."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# How it was held.

HELD: Final = Sentence("looking-back/held", "{mode} · level {level} · {day} · {run}")
FIRST_MEETING: Final = Sentence("looking-back/first-meeting", "first meeting")
MET_BEFORE: Final = Sentence("looking-back/met-before", "not the first meeting")
ANOTHER_TRY_OF_ONE: Final = Sentence("looking-back/another-try-of-one", "another try")

# The second and the third sentence.

HELPED: Final = Sentence("looking-back/helped", "What helped most, at turn {turn}: “{words}”")
HELPED_SILENT: Final = Sentence("looking-back/helped-silent", "What helped most was your silence at turn {turn}.")
NEAREST: Final = Sentence("looking-back/nearest", "What came nearest, at turn {turn}: “{words}”")
NEAREST_SILENT: Final = Sentence("looking-back/nearest-silent", "What came nearest was your silence at turn {turn}.")
NONE_HELPED: Final = Sentence("looking-back/none-helped", "No single answer took the hour much further.")
AGAIN: Final = Sentence("looking-back/again", "The turn to say again, turn {turn}: “{words}”")
AGAIN_SILENT: Final = Sentence(
    "looking-back/again-silent", "The turn to say again is turn {turn}, where you stayed silent."
)
NONE_COST_MUCH: Final = Sentence("looking-back/none-cost-much", "No single turn cost much.")
STOPPING_COST: Final = Sentence("looking-back/stopping-cost", "Stopping there cost more than any single turn.")
WORKING: Final = Sentence("looking-back/working", "Working out what each sentence changed …")
NOT_WORKED_OUT: Final = Sentence(
    "looking-back/not-worked-out", "What each sentence changed could not be worked out; all the rest holds without it."
)
BOUNDS: Final = Sentence(
    "looking-back/bounds",
    "Not everything that could follow was worked out, so it is not told what each sentence changed.",
)
OTHER_RULES: Final = Sentence(
    "looking-back/other-rules", "What each sentence changed cannot be worked out under today’s rules."
)
FORK_OF_OTHER_RULES: Final = Sentence(
    "looking-back/fork-of-other-rules", "Another try begins a new conversation, and goes on under today’s rules."
)
AGAIN_FROM: Final = Sentence("looking-back/again-from", "Another try from turn {turn}")
HOW_IT_WENT: Final = Sentence("looking-back/how-it-went", "How it went")
HOW_WORKED_OUT: Final = Sentence("looking-back/how-worked-out", "How is this worked out?")
HIDE_WORKED_OUT: Final = Sentence("looking-back/hide-worked-out", "Hide how this is worked out")
HOW_NAMED: Final = Sentence("looking-back/how-named", "Turn {turn}: {what}", note="“what” is a button’s words.")
ASSUMPTION: Final = Sentence(
    "looking-back/assumption",
    "Every answer on offer was tried to the end of the hour. The curve says what someone who chooses well about half the "
    "time (our assumption) would come to from each turn on. An answer helped if it raised that by 5 points or more; the "
    "turn to say again is the one that cost most, 5 points or more. No real person was measured.",
)

# The course, and the exchanges below it.

COURSE: Final = Sentence("looking-back/course", "Where the hour was heading")
COURSE_AXIS: Final = Sentence("looking-back/course-axis", "How it felt between you")
START: Final = Sentence("looking-back/start", "start", note="The first place on the axis of turns.")
FELT: Final = Sentence("looking-back/felt", "how it feels to the patient")
STATED: Final = Sentence("looking-back/stated", "what the patient says of it")
AT_START: Final = Sentence("looking-back/at-start", "Start: {did} How it feels: {felt} of 100.")
AT_TURN: Final = Sentence("looking-back/at-turn", "Turn {turn}: {did} How it feels: {felt} of 100.")
STATED_TOO: Final = Sentence("looking-back/stated-too", "What is said of it: {stated} of 100.")
A_RUPTURE: Final = Sentence("looking-back/a-rupture", "Here it strained.")
AND_SHOWN: Final = Sentence("looking-back/and-shown", "{first}, {next}", note="Stage directions, one after the other.")
TURNS_READ: Final = Sentence(
    "looking-back/turns-read",
    "{count} turn shows it: {ways}",
    "{count} turns show it: {ways}",
    count="count",
    note="“ways” is how many of them speak for it, against it, and neither way.",
)
SPEAK_FOR: Final = Sentence("looking-back/speak-for", "{count} in favour", "{count} in favour", count="count")
SPEAK_AGAINST: Final = Sentence("looking-back/speak-against", "{count} against", "{count} against", count="count")
SPEAK_NEITHER: Final = Sentence(
    "looking-back/speak-neither", "{count} neither way", "{count} neither way", count="count"
)
SHOW_EVIDENCE: Final = Sentence("looking-back/show-evidence", "Show the turns")
HIDE_EVIDENCE: Final = Sentence("looking-back/hide-evidence", "Hide the turns")
TURN_LINK: Final = Sentence("looking-back/turn-link", "turn {turn}")
COUNTS_FOR: Final = Sentence("looking-back/counts-for", "In favour: {told}")
COUNTS_AGAINST: Final = Sentence("looking-back/counts-against", "Against: {told}")
COUNTS_NEITHER: Final = Sentence("looking-back/counts-neither", "Neither way: {told}")
RULE: Final = Sentence("looking-back/rule", "By the rule: {rule}", note="“rule” is one sentence or several.")
QUOTED: Final = Sentence("looking-back/quoted", "“{words}”", note="What somebody said in a turn.")
TURN_LINK_NAMED: Final = Sentence("looking-back/turn-link-named", "{competency}: go to turn {turn}")
EXCHANGES: Final = Sentence("looking-back/exchanges", "Every exchange")
UNFOLD_ALL: Final = Sentence("looking-back/unfold-all", "Show all")
FOLD_ALL: Final = Sentence("looking-back/fold-all", "Hide all")
TURN: Final = Sentence("looking-back/turn", "Turn {turn}")
TURN_NAMED: Final = Sentence("looking-back/turn-named", "Turn {turn}: {what}", note="“what” is a whole sentence.")
SHOW: Final = Sentence("looking-back/show", "Show")
HIDE: Final = Sentence("looking-back/hide", "Hide")
SHOW_TURN: Final = Sentence("looking-back/show-turn", "Show turn {turn}")
HIDE_TURN: Final = Sentence("looking-back/hide-turn", "Hide turn {turn}")
YOU_SAID: Final = Sentence("looking-back/you-said", "You: “{words}”")
YOU_WERE_SILENT: Final = Sentence("looking-back/you-were-silent", "You stayed with the silence.")
YOU: Final = Sentence("looking-back/you", "You")
STAYED_SILENT: Final = Sentence("looking-back/stayed-silent", "(you stay with the silence)")
SAYS_NOTHING: Final = Sentence("looking-back/says-nothing", "(says nothing)")
SHOWN: Final = Sentence("looking-back/shown", "({shows})")
SILENCE_OF: Final = Sentence("looking-back/silence-of", "({kind})")
WHO_THOUGHT: Final = Sentence("looking-back/who-thought", "What {name} thought and did not say")
WHAT_CAME: Final = Sentence("looking-back/what-came", "What came of it")
YOUR_ANSWER: Final = Sentence("looking-back/your-answer", "What you did: {move}")
YOUR_ANSWER_OF_QUALITY: Final = Sentence("looking-back/your-answer-of-quality", "What you did: {move}. {quality}")

# What was tagged.

SAW_RIGHT: Final = Sentence("looking-back/saw-right", "You saw {what}, and so it was.", note="“what” is a noun phrase.")
SAW_OTHERWISE: Final = Sentence("looking-back/saw-otherwise", "You saw {what}. {did}", note="“did” is a sentence.")
SAW_NOTHING_RIGHT: Final = Sentence("looking-back/saw-nothing-right", "You saw nothing amiss, and nothing was.")
SAW_NOTHING: Final = Sentence(
    "looking-back/saw-nothing", "You saw nothing amiss. {did}", note="“did” is a whole sentence: what there was to see."
)
LET_OPENING_BE: Final = Sentence(
    "looking-back/let-opening-be", "You saw nothing amiss; it was an opening. {did}", note="“did” is a whole sentence."
)
A_WITHDRAWAL: Final = Sentence("looking-back/a-withdrawal", "a withdrawal")
DEFERENCE: Final = Sentence("looking-back/deference", "deference")
A_CONFRONTATION: Final = Sentence("looking-back/a-confrontation", "a confrontation")
AN_OPENING: Final = Sentence("looking-back/an-opening", "an opening")
NOT_TAGGED: Final = Sentence("looking-back/not-tagged", "You did not say what you saw.")

# What an answer changed in how it felt.

BOND_UP: Final = Sentence("looking-back/bond-up", "{name} trusted you more after it.")
BOND_DOWN: Final = Sentence("looking-back/bond-down", "{name} trusted you less after it.")
TASK_UP: Final = Sentence("looking-back/task-up", "What you do together made more sense to {name}.")
TASK_DOWN: Final = Sentence("looking-back/task-down", "What you do together made less sense to {name}.")
GOAL_UP: Final = Sentence("looking-back/goal-up", "{name} felt more that you want the same.")
GOAL_DOWN: Final = Sentence("looking-back/goal-down", "{name} felt less that you want the same.")
FELT_THE_SAME: Final = Sentence("looking-back/felt-the-same", "How it feels to {name} did not change.")
POINTS: Final = Sentence(
    "looking-back/points",
    "How it feels to {name}, in points of 100: bond {bond}, agreement on what you do {task}, on what it is for {goal}.",
)
NO_POINTS: Final = Sentence("looking-back/no-points", "±0")
POINTS_UP: Final = Sentence("looking-back/points-up", "+{points}")
POINTS_DOWN: Final = Sentence("looking-back/points-down", "−{points}")

# What was possible.

POSSIBLE: Final = Sentence("looking-back/possible", "What was possible here")
NOTHING_POSSIBLE: Final = Sentence(
    "looking-back/nothing-possible", "None of these answers would have helped much. One that might: “{words}”"
)
MISSED: Final = Sentence("looking-back/missed", "What was on offer: “{words}”")
REST: Final = Sentence("looking-back/rest", "One way on from there (this gives the answer away)")
HIDE_REST: Final = Sentence("looking-back/hide-rest", "Hide the way on")

# At the end of the page.

TO_THE_END: Final = Sentence("looking-back/to-the-end", "What now?")
PRINT: Final = Sentence("looking-back/print", "Print …")
SAVE_PDF: Final = Sentence("looking-back/save-pdf", "Save as PDF …")
SAVE_PAGE: Final = Sentence("looking-back/save-page", "Save as a web page …")
WHERE_PDF: Final = Sentence("looking-back/where-pdf", "Where should the PDF go?")
WHERE_PAGE: Final = Sentence("looking-back/where-page", "Where should the page go?")
KIND_PDF: Final = Sentence("looking-back/kind-pdf", "PDF (*.pdf)", note="The kind of file, in a file dialog.")
KIND_PAGE: Final = Sentence("looking-back/kind-page", "Web page (*.html)", note="The kind of file, in a file dialog.")
SAVED: Final = Sentence("looking-back/saved", "Saved as “{path}”. Your note and your own reading are not in it.")
NOT_PRINTED: Final = Sentence(
    "looking-back/not-printed", "The printer did not take it. Look whether it is there, then print again."
)
PRINTED: Final = Sentence("looking-back/printed", "Sent to the printer.")
DOCUMENT_TITLE: Final = Sentence("looking-back/document-title", "Looking back: {title}, {patient}")
DOCUMENT_SEEN: Final = Sentence("looking-back/document-seen", "What was possible: “{words}”")
DOCUMENT_SILENCE: Final = Sentence("looking-back/document-silence", "What was possible: staying with the silence.")

# What kind of silence it was.

_SILENCE: Final = "What kind of silence it was, in a few words (kinds after Levitt; Frankel et al. 2006)."
EMOTIONAL: Final = Sentence(
    "looking-back/emotional", "an emotional silence: a feeling is there, and takes its time", note=_SILENCE
)
EXPRESSIVE: Final = Sentence("looking-back/expressive", "an expressive silence: looking for the words", note=_SILENCE)
REFLECTIVE: Final = Sentence("looking-back/reflective", "a reflective silence: thinking, with you", note=_SILENCE)
DISENGAGED: Final = Sentence(
    "looking-back/disengaged", "a disengaged silence: away from what just happened", note=_SILENCE
)
INTERACTIONAL: Final = Sentence(
    "looking-back/interactional", "an interactional silence: about what is between you", note=_SILENCE
)
QUALITY: Final = Sentence(
    "looking-back/quality",
    "{label} ({quality} of {best})",
    note="How well an own part was owned, in words and from 0 to 4.",
)
