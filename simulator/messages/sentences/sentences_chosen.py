"""What the page says that tells which sentences were chosen."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("sentences-chosen/title", "Which sentences were chosen")
REGION: Final = Sentence("sentences-chosen/region", "Which sentences were chosen")
LEAD: Final = Sentence(
    "sentences-chosen/lead",
    "From first conversations only, and the first time in each that somebody came to a moment. What is said of an answer is said "
    "of those who came there, each in the state in which they found the patient. They are held against how well the same "
    "people choose in other scenarios.",
)
EXPECTED_LEAD: Final = Sentence(
    "sentences-chosen/expected-lead",
    "“Expected” is what the program works out for somebody who chooses so well (our assumption). Where few came, figures are drawn "
    "towards it. Of forty marks about one comes about by chance alone.",
)
COUNTED: Final = Sentence(
    "sentences-chosen/counted", "{count} first conversation.", "{count} first conversations.", count="count"
)
NOTHING: Final = Sentence(
    "sentences-chosen/nothing", "No first conversation was handed in that was held by the rules of today."
)
OLDER: Final = Sentence(
    "sentences-chosen/older",
    "{count} of an earlier edition is not counted.",
    "{count} of an earlier edition are not counted.",
    count="count",
)
RELIABILITY: Final = Sentence(
    "sentences-chosen/reliability",
    "How well people choose is told apart by one first conversation with a reliability of {one}; for {enough} it takes {count} "
    "conversation, likely between {least} and {most}.",
    "How well people choose is told apart by one first conversation with a reliability of {one}; for {enough} it takes {count} "
    "conversations, likely between {least} and {most}.",
    count="count",
)
RELIABILITY_NOT_SURE: Final = Sentence(
    "sentences-chosen/reliability-not-sure",
    "How well people choose is told apart by one first conversation with a reliability of {one}. It is not clear yet how many it "
    "takes for {enough}.",
)
SCENARIO: Final = Sentence("sentences-chosen/scenario", "Scenario")
PLAYED: Final = Sentence(
    "sentences-chosen/played",
    "{title}, level {level} ({count} first conversation)",
    "{title}, level {level} ({count} first conversations)",
    count="count",
)
ONLY_MARKED: Final = Sentence("sentences-chosen/only-marked", "Only what should be looked at")
PAINT: Final = Sentence("sentences-chosen/paint", "Show the ways on the map (Studio)")
PAINT_HELP: Final = Sentence(
    "sentences-chosen/paint-help",
    "The Studio shows a scenario that comes with Attune as a copy of your own; nothing of it is on the disk unless you save it there.",
)

# The table.

WHERE: Final = Sentence("sentences-chosen/where", "The patient")
CAME: Final = Sentence("sentences-chosen/came", "Came here")
CAME_OF: Final = Sentence("sentences-chosen/came-of", "{count} of {all} (expected {expected})")
CAME_OF_PLAIN: Final = Sentence("sentences-chosen/came-of-plain", "{count} of {all}")
BETTER: Final = Sentence("sentences-chosen/better", "Took a better answer")
BETTER_OF: Final = Sentence("sentences-chosen/better-of", "{better} of {telling}, likely {low} to {high} of 100")
TOO_FEW: Final = Sentence("sentences-chosen/too-few", "too few ({count})", note="People who came to a moment.")
ALIKE: Final = Sentence("sentences-chosen/alike", "all much alike", note="Of what the answers on offer lead to.")
APART: Final = Sentence("sentences-chosen/apart", "Tells people apart")
MORE_OFTEN: Final = Sentence(
    "sentences-chosen/more-often",
    "yes",
    note="Whether those who choose well elsewhere take a better answer more often.",
)
LESS_OFTEN: Final = Sentence(
    "sentences-chosen/less-often", "the wrong way round", note="Those who choose well elsewhere take it less often."
)
NOT_KNOWN: Final = Sentence("sentences-chosen/not-known", "not to be told")
MARKS: Final = Sentence("sentences-chosen/marks", "Look at")
NO_MARK: Final = Sentence("sentences-chosen/no-mark", "–", note="In a cell of a table: nothing to look at.")
MARK_COUNT: Final = Sentence("sentences-chosen/mark-count", "{count} thing", "{count} things", count="count")
BACK_TO_SENTENCES: Final = Sentence("sentences-chosen/back-to", "Back to which sentences were chosen")
HOW_TO: Final = Sentence("sentences-chosen/how-to", "Choose a row to see the answers.")

# One decision.

BEHIND: Final = Sentence("sentences-chosen/behind", "“{line}”", note="What the patient says there.")
REACH: Final = Sentence(
    "sentences-chosen/reach",
    "{count} of {all} came here, likely {low} to {high} of 100.",
)
REACH_EXPECTED: Final = Sentence(
    "sentences-chosen/reach-expected",
    "Of someone who chooses well about half the time, {expected} of 100 are expected.",
)
EASE: Final = Sentence(
    "sentences-chosen/ease",
    "Where it mattered, {better} of {telling} took a better answer. Of people who choose well about half the time likely {low} to "
    "{high} of 100 would; {expected} are expected.",
)
GAIN: Final = Sentence(
    "sentences-chosen/gain",
    "Of 100 people who choose well, {mean} more take it than of 100 who choose badly, likely between {low} and {high}.",
)
ANSWERS: Final = Sentence("sentences-chosen/answers", "The answers, by what they cost here on average")
ANSWER: Final = Sentence("sentences-chosen/answer", "“{words}”")
SILENCE: Final = Sentence("sentences-chosen/silence", "Staying silent")
TAKEN: Final = Sentence(
    "sentences-chosen/taken",
    "{count} of the {offered} who could take it, likely {low} to {high} of 100; expected {expected}. {cost}",
    "{count} of the {offered} who could take it, likely {low} to {high} of 100; expected {expected}. {cost}",
    count="count",
    note="{cost} says what the answer cost.",
)
TAKERS_BETTER: Final = Sentence("sentences-chosen/takers-better", "Those who took it choose better elsewhere.")
TAKERS_WORSE: Final = Sentence("sentences-chosen/takers-worse", "Those who took it choose less well elsewhere.")
TO_STUDIO: Final = Sentence("sentences-chosen/to-studio", "Open in the Studio")
TO_STUDIO_NAMED: Final = Sentence("sentences-chosen/to-studio-named", "Open in the Studio: {what}")

# What to look at.

BACKWARDS: Final = Sentence(
    "sentences-chosen/backwards",
    "Look at this: those who choose well elsewhere take the better answer less often here. Is the better one the better one?",
)
HARDER: Final = Sentence(
    "sentences-chosen/harder",
    "Look at this: a better answer is taken less often than expected. Can it be told from the others by what was said before?",
)
EASIER: Final = Sentence(
    "sentences-chosen/easier",
    "Look at this: a better answer is taken more often than expected. Do the others sound like anything one would say?",
)
DRAWS_SKILLED: Final = Sentence(
    "sentences-chosen/draws-skilled",
    "Look at this: it costs something, and those who choose better elsewhere take it. Is its move the one that it sounds like?",
)
HARDLY_TAKEN: Final = Sentence(
    "sentences-chosen/hardly-taken", "Look at this: hardly anybody takes it. Does anybody talk like that?"
)
