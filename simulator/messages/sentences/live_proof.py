"""What the proof beside the editor says: at most five sentences first, and what is folded below them."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

OPEN: Final = Sentence(
    "live-proof/open", "Proof", note="A button that shows or hides what is proved beside the editor."
)
TITLE: Final = Sentence("live-proof/title", "Proof", note="Heads what is proved of the scenario that is open.")
SENTENCES: Final = Sentence("live-proof/sentences", "What the proof says first", note="For screen readers.")

# How far it is.

WAITING: Final = Sentence("live-proof/waiting", "Every possible conversation is played once you pause.")
TRYING: Final = Sentence("live-proof/trying", "Every possible conversation is being played …")
TRYING_TURN: Final = Sentence(
    "live-proof/trying-turn", "Every possible conversation is being played: turn {turn}, {states} situations …"
)
EARLY: Final = Sentence(
    "live-proof/early", "What was found first is told here; the rest of the conversations is still being played …"
)
AS_OF_NOW: Final = Sentence("live-proof/as-of-now", "This holds for the scenario as it is now.")
AS_OF_WRITTEN: Final = Sentence(
    "live-proof/as-of-written",
    "For what is there: one text is still to be written. Whether the lengths of answers give them away is told after it.",
    "For what is there: {count} texts are still to be written. Whether the lengths of answers give them away is told once all are written.",
    count="count",
)
BEFORE_LAST_CHANGE: Final = Sentence(
    "live-proof/before-last-change", "This was so before your last change; it is being worked out again."
)
STOPPED: Final = Sentence("live-proof/stopped", "Stopped. Nothing of it is kept.")
STOP: Final = Sentence("live-proof/stop", "Stop")
GO_ON: Final = Sentence("live-proof/go-on", "Check now")
NOT_A_SCENARIO: Final = Sentence(
    "live-proof/not-a-scenario", "This file is no scenario. What is proved is proved of the scenarios that use it."
)

# The sentences.

NOTHING_YET: Final = Sentence("live-proof/nothing-yet", "Nothing to mend was found so far; the rest is being tried.")
NOTHING_TO_FIX: Final = Sentence(
    "live-proof/nothing-to-fix", "Every possible conversation was tried, and there is nothing to mend."
)
FIX: Final = Sentence("live-proof/fix", "Should be fixed: {what}", note="“what” is one sentence or more.")
BROKEN: Final = Sentence(
    "live-proof/broken",
    "It cannot be played yet. {what}",
    "It cannot be played yet, for {count} reasons. The first: {what}",
    count="count",
    note="“what” is one sentence or more.",
)
BROKEN_ELSEWHERE: Final = Sentence(
    "live-proof/broken-elsewhere",
    "It cannot be played yet because of {file}: {what}",
    "It cannot be played yet, for {count} reasons. The first, in {file}: {what}",
    count="count",
    note="“what” is one sentence or more.",
)
STILL_REPAIRED: Final = Sentence(
    "live-proof/still-repaired",
    "Still proved of what can be read ({sound} of {all} moments): a repair is within reach, the shortest in {turns}.",
    note="“turns” is “3 turns”.",
)
STILL_NO_REPAIR: Final = Sentence(
    "live-proof/still-no-repair",
    "Still proved of what can be read ({sound} of {all} moments): no repair is within reach without what is broken.",
)
STILL_ENDS: Final = Sentence(
    "live-proof/still-ends",
    "Every other conversation still comes to an end: {endings}.",
    note="“endings” is a list: repaired, left open or walked out.",
)
REST_TOO_LARGE: Final = Sentence(
    "live-proof/rest-too-large", "There is too much in what can be read to try all of it, so nothing is proved of it."
)
FARES: Final = Sentence(
    "live-proof/fares",
    "Someone who chooses well about half the time (our assumption, not measured on people): {endings}.",
    note="“endings” is a list: repaired 48 %, repaired in part 17 % and left open 35 %.",
)
UNMET: Final = Sentence("live-proof/unmet", "A part that nobody meets. {what}", note="“what” is one sentence or more.")
TRICK: Final = Sentence(
    "live-proof/trick", "A trick that should not work does. {what}", note="“what” is one sentence or more."
)

# What can be done with a sentence.

GO_THERE_FOR: Final = Sentence("live-proof/go-there-for", "Go there: {what}", note="For screen readers.")
PLAY_IT: Final = Sentence("live-proof/play-it", "Play it", note="A conversation that shows what was said.")
PLAY_IT_FOR: Final = Sentence("live-proof/play-it-for", "Play it: {what}", note="For screen readers.")
WITNESS: Final = Sentence("live-proof/witness", "A conversation that shows it")

# What is folded.

SHOW: Final = Sentence(
    "live-proof/show", "Show: {what}", note="A button; “what” is a heading such as “How long it is”."
)
HIDE: Final = Sentence(
    "live-proof/hide", "Hide: {what}", note="A button; “what” is a heading such as “How long it is”."
)
REST_TO_FIX: Final = Sentence(
    "live-proof/rest-to-fix", "One more that should be fixed", "{count} more that should be fixed", count="count"
)
ENDINGS: Final = Sentence("live-proof/endings", "How it ends, and how often")
UNCOVERED: Final = Sentence(
    "live-proof/uncovered",
    "the one answer that hardly anybody is offered",
    "the {count} answers that hardly anybody is offered",
    count="count",
)
UNCOVERED_LEAD: Final = Sentence(
    "live-proof/uncovered-lead", "Fewer than one in 1,000 conversations comes to them. They are dotted on the map."
)
UNCOVERED_ROW: Final = Sentence(
    "live-proof/uncovered-row", "{response} in {moment}", note="Names of an answer and of a moment."
)
NEVER_ON_OFFER: Final = Sentence(
    "live-proof/never-on-offer", "{response}: hardly ever on offer", note="Stands upon an edge of the map."
)
LENGTH: Final = Sentence("live-proof/length", "How long it is")
WORDS: Final = Sentence(
    "live-proof/words",
    "{words} words of its own, about {minutes} min to read them all.",
    note="Without the words of the patient’s file.",
)
LASTS: Final = Sentence("live-proof/lasts", "A conversation lasts about {minutes} min.")
READ: Final = Sentence("live-proof/read", "A few conversations to read, in the place of all")
READ_LEAD: Final = Sentence(
    "live-proof/read-lead",
    "One conversation comes to every answer ({touched} of {all}).",
    "These {count} conversations together come to {touched} of {all} answers.",
    count="count",
    note="“touched” and “all” are numbers of answers.",
)
READ_LEFT: Final = Sentence(
    "live-proof/read-left",
    "One more answer is in none of them:",
    "{count} more answers are in none of them:",
    count="count",
    note="The answers follow, each with its moment.",
)
READ_BEYOND: Final = Sentence(
    "live-proof/read-beyond",
    "No conversation at this level of difficulty comes to one answer:",
    "No conversation at this level of difficulty comes to {count} answers:",
    count="count",
    note="The answers follow, each with its moment.",
)
CONVERSATION: Final = Sentence(
    "live-proof/conversation",
    "{turns}, {new} new: {ending}",
    note="One conversation of a numbered list. “turns” is “9 turns”, “new” is “4 answers”, “ending” is “repaired”.",
)
RESPONSES: Final = Sentence("live-proof/responses", "{count} answer", "{count} answers", count="count")
READ_IT: Final = Sentence(
    "live-proof/read-it", "Conversation {number} of {all}", note="Heads a conversation that is read."
)
WHOLE_PAGE: Final = Sentence("live-proof/whole-page", "Everything that was found")
DONE_TOLD: Final = Sentence("live-proof/done-told", "The proof is done. {what}", note="Read out; “what” is a sentence.")
