"""The first evening in the Studio: what is shown until more is wanted, and the tour that leads through it."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

MORE: Final = Sentence(
    "first-evening/more", "More", note="A button of the editor that shows what a first evening does without."
)
MORE_HINT: Final = Sentence(
    "first-evening/more-hint",
    "Shows conditions and flags, the text of the file, planned paths and what answers cost. It stays as you leave it.",
)
MORE_SHOWN: Final = Sentence("first-evening/more-shown", "Everything is shown now.", note="Read out.")
LESS_SHOWN: Final = Sentence(
    "first-evening/less-shown", "Shown are people, lines, answers, endings, play and proof.", note="Read out."
)
UNDER_MORE: Final = Sentence(
    "first-evening/under-more",
    "Also written here, and shown under More: {keys}.",
    note="“keys” is a list of what keys of the language stand for.",
)
CHANGE_IT: Final = Sentence(
    "first-evening/change-it", "Change it", note="A button: a condition, or flags that are set."
)
CHANGE_NAMED: Final = Sentence(
    "first-evening/change-named", "Change it: {what}", note="Read out; “what” is a sentence."
)
COMES_ONLY_IF: Final = Sentence(
    "first-evening/comes-only-if", "Comes only if {what}.", note="A moment; “what” is a condition in words."
)
OFFERED_ONLY_IF: Final = Sentence(
    "first-evening/offered-only-if", "Offered only if {what}.", note="An answer; “what” is a condition in words."
)
SETS: Final = Sentence("first-evening/sets", "Sets {flags}.", note="An answer; a list of flags in quotation marks.")
A_FLAG: Final = Sentence("first-evening/a-flag", "“{name}”")

# A condition in words: what stands behind “only if”.

OR_IF: Final = Sentence("first-evening/or-if", "{first}, or if {other}", note="Two ways in which a condition holds.")
FLAG_SET: Final = Sentence("first-evening/flag-set", "“{name}” was set before")
FLAG_NOT_SET: Final = Sentence("first-evening/flag-not-set", "“{name}” was not set before")
MOMENT_CAME: Final = Sentence("first-evening/moment-came", "“{name}” has come before")
MOMENT_NOT_COME: Final = Sentence("first-evening/moment-not-come", "“{name}” has not come yet")
JUST_SAID: Final = Sentence("first-evening/just-said", "what the trainee said last was {what}")
NOT_JUST_SAID: Final = Sentence("first-evening/not-just-said", "what the trainee said last was not {what}")
STATE_IS: Final = Sentence("first-evening/state-is", "the patient’s state is {what}")
STATE_IS_NOT: Final = Sentence("first-evening/state-is-not", "the patient’s state is not {what}")
GAUGE_IS: Final = Sentence(
    "first-evening/gauge-is",
    "“{what}” {how} {number}",
    note="As in: “Bond (0 to 100)” is at least 50.",
)
AS_IT_IS_WRITTEN: Final = Sentence("first-evening/as-it-is-written", "this holds: {text}")

# The tour of the Studio.

TOUR: Final = Sentence(
    "first-evening/tour", "Take the tour of the Studio", note="A button, and an action in the command palette."
)
SHELF: Final = Sentence("first-evening/shelf", "What is on the shelf")
SHELF_SAID: Final = Sentence(
    "first-evening/shelf-said",
    "First your own scenarios, then those that come with Attune, which you edit as a copy of your own; below them the people "
    "they are with. Trainees do not see a draft until you publish it.",
)
BEGIN: Final = Sentence("first-evening/begin", "A new scenario")
BEGIN_SAID: Final = Sentence(
    "first-evening/begin-said",
    "Seven questions on one page, and you have a draft that can be played. None of them has to be answered at once.",
)
WRITE: Final = Sentence("first-evening/write", "Write and play")
WRITE_SAID: Final = Sentence(
    "first-evening/write-said",
    "The form has a field for each line and each answer; the map shows what follows on what. On the map, “Play from here” lets "
    "you hear it at once. Every step can be undone.",
)
PROVE: Final = Sentence("first-evening/prove", "Whether it is sound")
PROVE_SAID: Final = Sentence(
    "first-evening/prove-said",
    "Beside what you write the proof says, in at most five sentences, what should be fixed, how somebody fares and what nobody "
    "meets. Each sentence leads to its place.",
)
PUBLISH: Final = Sentence("first-evening/publish", "Publish, and later more")
PUBLISH_SAID: Final = Sentence(
    "first-evening/publish-said",
    "Trainees meet a draft only once you have published it. “More” in the editor adds conditions, the text of the file and "
    "planned paths; the help has a page on the Studio.",
)
