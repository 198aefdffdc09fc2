"""What the canvas of the Studio says: of its cards, of what cannot be done, and of playing from a moment."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# On a card
OWN_LINES: Final = Sentence(
    "canvas/own-lines-of",
    "{name}’s own lines ({count})",
    note="What the patient does in a reaction state anyway; the number is that of the wordings.",
)
OWN_LINES_BAND: Final = Sentence(
    "canvas/own-lines-band",
    "Said by {name} where no moment of yours fits",
    note="Over the cards of the patient’s own lines.",
)
OWN_LINES_CARD: Final = Sentence(
    "canvas/own-lines-card", "{name}’s own lines", note="What a card of the patient’s own lines is called."
)
OWN_LINES_ROW: Final = Sentence(
    "canvas/own-lines-row",
    "{state} · {name}’s own lines",
    note="A card of the patient’s own lines in the list of all cards; a reaction state.",
)
NOT_THERE: Final = Sentence("canvas/not-there", "There is no such moment")
BROKEN: Final = Sentence("canvas/broken", "Something here cannot be read")
NO_REACTION: Final = Sentence("canvas/no-reaction", "No reaction yet")
ENDS: Final = Sentence("canvas/ends", "Ends: {how}", note="“how” is a reaction state, such as “Repaired”.")

QUIET_SIGN: Final = Sentence(
    "canvas/quiet-sign", "quiet, {seconds} s", note="On a card: the patient is silent for so many seconds."
)
NEEDS_SIGN: Final = Sentence(
    "canvas/needs-sign", "only if {flags}", note="On a card: names of what must be remembered for it to come."
)
ASKS_SIGN: Final = Sentence(
    "canvas/asks-sign",
    "asks for {flags}",
    note="On a card: names of what its condition asks for, among others, or not to be there.",
)
LEAVES_SIGN: Final = Sentence(
    "canvas/leaves-sign", "remembers {flags}", note="On a card: names of what one of its answers leaves behind."
)

# What is heard of a card, and what stands upon an edge
CARD_HEARD: Final = Sentence(
    "canvas/card-heard",
    "{card}: {state}. {words} · One answer; ways that lead here: {before}.",
    "{card}: {state}. {words} · {answers} answers; ways that lead here: {before}.",
    "answers",
)
LEADS_TO: Final = Sentence("canvas/leads-to", "Leads to {cards}.")
SILENCE: Final = Sentence("canvas/silence", "silence", note="Staying silent, as one of the answers on an edge.")

# The canvas and what is around it
AS_CANVAS: Final = Sentence("canvas/face", "Map", note="One of the ways to see a scenario, beside its text.")
CANVAS: Final = Sentence("canvas/canvas", "Map of all cards", note="The map of a scenario: its moments as cards.")
CANVAS_KEYS: Final = Sentence(
    "canvas/keys",
    "The arrow keys lead from card to card along what can follow. Enter opens a card, Space selects it, Insert adds a moment, "
    "Ctrl+L says where an answer leads, Delete removes what is selected.",
)
MINIMAP: Final = Sentence("canvas/minimap", "The whole map; click to go there")

# What is sought
FIND: Final = Sentence("canvas/find", "Find a card")
FAMILY: Final = Sentence("canvas/family", "Family")
MOVE: Final = Sentence("canvas/move", "With the move")
ANY: Final = Sentence("canvas/any", "any")
FOUND: Final = Sentence("canvas/found", "one card", "{count} cards", "count")
SMALLER: Final = Sentence("canvas/smaller", "Smaller (Ctrl+−)")
LARGER: Final = Sentence("canvas/larger", "Larger (Ctrl++)")
WHOLE_MAP: Final = Sentence("canvas/whole-map", "Whole map")
WHOLE_MAP_HINT: Final = Sentence("canvas/whole-map-hint", "Show the whole map (Ctrl+0)")
ARRANGE: Final = Sentence("canvas/arrange", "Arrange anew")
ARRANGE_HINT: Final = Sentence("canvas/arrange-hint", "Arrange all cards anew but those that you have put by hand")
MORE_TOOLS: Final = Sentence(
    "canvas/more-tools", "More tools", note="A button of the map, where there is no room for all of them."
)
MORE_TOOLS_HINT: Final = Sentence("canvas/more-tools-hint", "Shows the tools for which this window has no room")

# What can be done with a card
OPEN: Final = Sentence("canvas/open", "Open")
OPEN_HINT: Final = Sentence("canvas/open-hint", "Open it in the form (Enter)")
PLAY: Final = Sentence("canvas/play", "Play from here")
PLAY_NOW: Final = Sentence("canvas/play-now", "Play", note="A button: the conversation is played on the map.")
PLAY_NOW_HINT: Final = Sentence("canvas/play-now-hint", "Play from the beginning; from any moment with one press more")
PLAY_HINT: Final = Sentence("canvas/play-hint", "Play from here, with a history that can really lead here (F5)")
ADD_MOMENT: Final = Sentence("canvas/add-moment", "Add a moment")
ADD_MOMENT_HINT: Final = Sentence("canvas/add-moment-hint", "Add a moment behind this one (Insert)")
ADD_ANSWER: Final = Sentence("canvas/add-answer", "Add an answer")
ADD_ANSWER_HINT: Final = Sentence("canvas/add-answer-hint", "Add an answer to this moment (Shift+Insert)")
LEAD: Final = Sentence("canvas/lead", "Where it leads…")
LEAD_HINT: Final = Sentence("canvas/lead-hint", "Say which moment follows on an answer, or on the silence (Ctrl+L)")
DUPLICATE: Final = Sentence("canvas/duplicate", "Duplicate")
DUPLICATE_HINT: Final = Sentence("canvas/duplicate-hint", "The selected moments once more, under new ids (Ctrl+D)")
TAKE_AWAY: Final = Sentence("canvas/take-away", "Remove")
TAKE_AWAY_HINT: Final = Sentence("canvas/take-away-hint", "Remove the selected moments (Delete)")
NEW_MOMENT: Final = Sentence(
    "canvas/new-moment", "new-moment", note="The id of a new moment: small letters and hyphens."
)
NEW_ANSWER: Final = Sentence(
    "canvas/new-answer", "new-answer", note="The id of a new answer: small letters and hyphens."
)
NOTHING_TO_PASTE: Final = Sentence(
    "canvas/nothing-to-paste", "There is no moment on the clipboard. Select cards and copy them with Ctrl+C first."
)
ONLY_MOMENTS: Final = Sentence(
    "canvas/only-moments", "This belongs to the patient and not to this scenario, so it cannot be changed on this map."
)
PASTED: Final = Sentence(
    "canvas/pasted", "paste one moment", "paste {count} moments", "count", note="A step, as in “Undo: …”."
)
DUPLICATED: Final = Sentence(
    "canvas/duplicated", "duplicate one moment", "duplicate {count} moments", "count", note="A step, as in “Undo: …”."
)
TOOK_AWAY: Final = Sentence(
    "canvas/took-away", "remove one moment", "remove {count} moments", "count", note="A step, as in “Undo: …”."
)
NO_CARDS: Final = Sentence(
    "canvas/no-cards", "There is no moment yet. Add the first one with “Add a moment”, or press Insert."
)
NOT_COMPLETE: Final = Sentence(
    "canvas/not-complete",
    "The patient’s file cannot be read, so only what answers lead to by script is shown, and not what the patient would choose.",
)

# Where an answer leads
FROM_MOMENT: Final = Sentence("canvas/from-moment", "In “{moment}”")
WITH_ANSWER: Final = Sentence("canvas/with-answer", "the answer")
LEADS: Final = Sentence("canvas/leads", "leads to")
CONNECT: Final = Sentence("canvas/connect", "Connect")
LEAVE_TO_GRAPH: Final = Sentence("canvas/leave-to-graph", "Let the patient choose")
CANCEL: Final = Sentence("canvas/cancel", "Cancel")
EDGE_TOLD: Final = Sentence(
    "canvas/edge-told", "From “{source}” to “{target}”, on {answers}. {how}", note="“how” is a sentence."
)
BY_SCRIPT: Final = Sentence("canvas/by-script", "This is written in the scenario; Delete leaves it to the patient.")
BY_GRAPH: Final = Sentence("canvas/by-graph", "The patient may choose this.")
ON_CONDITION: Final = Sentence("canvas/on-condition", "Only where {condition}.")

# The outline
OUTLINE: Final = Sentence("canvas/outline", "All cards", note="The map of a scenario as a list.")
ROW_SCRIPT: Final = Sentence("canvas/row-script", "{answers} → {target}", note="An answer and the moment it leads to.")
ROW_GRAPH: Final = Sentence(
    "canvas/row-graph", "{answers} ⇢ perhaps {target}", note="The patient may choose this moment."
)

# Why nothing can be played
NO_PATIENT: Final = Sentence(
    "canvas/no-patient",
    "The patient’s file cannot be read, so nobody would answer. Mend it first, or name another under “use”.",
)
NO_START: Final = Sentence(
    "canvas/no-start", "“{moment}”, with which the scenario starts, cannot be read. Mend it first."
)
NO_START_NAMED: Final = Sentence(
    "canvas/no-start-named", "The scenario does not say with which moment it starts. Say it under “start”."
)

# A play
GOES_OTHERWISE: Final = Sentence(
    "canvas/goes-otherwise",
    "Since the change “{answer}” cannot be answered in “{moment}” any more, so the play stops here. Take a step back and go on otherwise.",
)
DEAD_END: Final = Sentence(
    "canvas/dead-end", "“{moment}” cannot be read, so the play stops here. Mend it, and take a step back to go on."
)
LINE_OF_PLAN: Final = Sentence("canvas/line-of-plan", "Line {line}: {what}", note="“what” is a sentence of its own.")
PLAY_FROM: Final = Sentence("canvas/play-from", "Play from “{moment}”")
PLAY_FROM_START: Final = Sentence("canvas/play-from-start", "Play from the beginning")
FROM_START: Final = Sentence(
    "canvas/from-start", "From the beginning", note="A button: the play begins anew with the first moment."
)
FROM_HERE: Final = Sentence(
    "canvas/from-here", "From “{moment}”", note="A button: the play begins anew at the moment that is chosen."
)
LOOKING: Final = Sentence("canvas/looking", "Looking for a conversation that leads here …")
NO_WAY: Final = Sentence("canvas/no-way", "No conversation ever comes here: everything was tried.")
NO_WAY_FOUND: Final = Sentence(
    "canvas/no-way-found", "No conversation that comes here was found. There may be one; not everything was tried."
)
WHICH: Final = Sentence("canvas/which", "It can come to this in several ways. Which one is meant?")
WAY: Final = Sentence(
    "canvas/way",
    "After one answer: {state}; {feels}, {owned}",
    "After {turns} answers: {state}; {feels}, {owned}",
    "turns",
    note="“state” is a reaction state; the others are short clauses such as “little trust” and “nothing owned yet”.",
)
FEELS_LOW: Final = Sentence("canvas/feels-low", "little trust")
FEELS_MIDDLE: Final = Sentence("canvas/feels-middle", "some trust")
FEELS_HIGH: Final = Sentence("canvas/feels-high", "much trust")
NOT_OWNED: Final = Sentence("canvas/not-owned", "nothing owned yet")
HARDLY_OWNED: Final = Sentence("canvas/hardly-owned", "hardly anything owned")
HALF_OWNED: Final = Sentence("canvas/half-owned", "half of it owned")
OWNED: Final = Sentence("canvas/owned", "your part owned")
STANDS: Final = Sentence("canvas/stands", "In “{moment}”: {state}. Turn {turn} of {turns}.")
STANDS_IN_LINES: Final = Sentence(
    "canvas/stands-in-lines",
    "In {name}’s own lines: {state}. Turn {turn} of {turns}.",
    note="The patient says something of their own file, not of the scenario.",
)
PLAY_FROM_LINES: Final = Sentence(
    "canvas/play-from-lines", "Play from {name}’s own lines: {state}", note="“state” is a reaction state."
)
AFTERWARDS: Final = Sentence("canvas/afterwards", "What became of it: {what}")
PLAY_ENDED: Final = Sentence("canvas/play-ended", "The conversation has ended: {how}.")
PLAYED: Final = Sentence("canvas/played", "What was said")
PLAYED_HINT: Final = Sentence("canvas/played-hint", "Click on a line to go to where it stands")
ANSWERS: Final = Sentence("canvas/answers", "What can be answered")
STAY_SILENT: Final = Sentence("canvas/stay-silent", "Stay silent")
STEP_BACK: Final = Sentence("canvas/step-back", "Take a step back")
END_PLAY: Final = Sentence("canvas/end-play", "Stop playing")
YOU: Final = Sentence("canvas/you", "You")
WAIT: Final = Sentence("canvas/wait", "Wait", note="A button: the silence is stayed with until it is over.")
QUIET_FOR: Final = Sentence(
    "canvas/quiet-for", "quiet for {seconds} seconds", note="Stands in brackets in what was said."
)
QUIET_NOW: Final = Sentence(
    "canvas/quiet-now",
    "{name} is quiet for {lasts} seconds, {kind}. Answer into it, or wait; with trainees it goes on by itself then. Seconds gone by: {seconds}.",
    note="“kind” is “a reflective silence: thinking, with you”.",
)
SAID_NOTHING: Final = Sentence("canvas/said-nothing", "(stays silent)")
IN_PATIENT_FILE: Final = Sentence("canvas/in-patient-file", "This line stands in the patient’s file.")
PLAN_NAME: Final = Sentence("canvas/plan-name", "Name of a planned path")
NAME_THE_PLAN: Final = Sentence("canvas/name-the-plan", "Give the path a name first, such as “owns it at once”.")
KEEP_PLAN: Final = Sentence("canvas/keep-plan", "Keep as a planned path")
PLAN_KEPT: Final = Sentence("canvas/plan-kept", "Kept in {file}. It is played again at every save.")
PLAN_NOT_KEPT: Final = Sentence("canvas/plan-not-kept", "The path could not be kept in {file}: {reason}.")
PLANS_HOLD: Final = Sentence(
    "canvas/plans-hold", "The planned path goes as planned.", "All {count} planned paths go as planned.", "count"
)
PLAN_GOES_OTHERWISE: Final = Sentence(
    "canvas/plan-goes-otherwise",
    "The planned path “{path}” goes otherwise now. {what}",
    note="“what” is a sentence of its own.",
)

# How often a card is met
MET: Final = Sentence(
    "canvas/met",
    "choosing well half the time: {halfway}; at random: {careless}",
    note="So often in 100 conversations; on a card.",
)
MET_SAMPLED: Final = Sentence(
    "canvas/met-sampled", "at random: {careless}", note="So often in 100 conversations; on a card."
)
SHOW_MET: Final = Sentence("canvas/show-met", "How often it is met")
SHOW_MET_HINT: Final = Sentence(
    "canvas/show-met-hint",
    "Say on each card how often conversations come there, and on each edge what the answer costs",
)
GROUP_CAME: Final = Sentence(
    "canvas/group-came", "{count} of {all} came here", "{count} of {all} came here", count="count", note="On a card."
)
GROUP_CAME_EXPECTED: Final = Sentence(
    "canvas/group-came-expected",
    "{count} of {all} came here (about {expected} expected)",
    "{count} of {all} came here (about {expected} expected)",
    count="count",
    note="On a card; how many someone who chooses well about half the time lets expect.",
)
GROUP_PAINTED: Final = Sentence(
    "canvas/group-painted",
    "The ways of {count} first conversation are painted on this map. Expected is what someone who chooses well about half the time "
    "would do (our assumption). Cards that nobody came to are pale: {pale}.",
    "The ways of {count} first conversations are painted on this map. Expected is what someone who chooses well about half the time "
    "would do (our assumption). Cards that nobody came to are pale: {pale}.",
    count="count",
)
TRYING: Final = Sentence("canvas/trying", "Everything in this scenario is being tried …")
MET_EXACT: Final = Sentence(
    "canvas/met-exact",
    "On each card: how often 100 conversations come there, of someone who chooses well about half the time (our assumption) and "
    "answering at random. Cards that hardly anybody meets are pale: {count}.",
)
MET_FROM_SAMPLE: Final = Sentence(
    "canvas/met-from-sample",
    "This scenario is too large to try everything. On each card: how often 100 conversations come there answering at random, from "
    "{plays} sampled plays. Cards that hardly any of them met are pale: {count}.",
)
