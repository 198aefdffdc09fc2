"""What is said of what somebody has not met yet, and of the scenarios that would offer it."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("not-yet-met/title", "What to practise next")
LEAD: Final = Sentence(
    "not-yet-met/lead",
    "Of all that was handed in so far. First what has not come up for somebody yet, or in fewer than {few} moments. Then what they "
    "could practise next: of what came up for them in {enough} turns or more, what was met least often. That is a proposal for "
    "practice and no judgement of anybody; the numbers {few} and {enough} are our choice, and nobody has measured how many it "
    "takes. People stand in the order of the alphabet.",
)
WHAT_IT_TELLS: Final = Sentence(
    "not-yet-met/what-it-tells",
    "Of all that was handed in so far. First what has come up in no moment, or in fewer than {few}. Then what could be practised "
    "next: of what came up in {enough} turns or more, what was met least often. That is a proposal for practice and no judgement; "
    "the numbers {few} and {enough} are our choice, and nobody has measured how many it takes.",
)
OF_PERSON: Final = Sentence("not-yet-met/of-person", "What has not come up yet, and what to practise next")
WHEN: Final = Sentence(
    "not-yet-met/when", "{competency} · {family}", note="What the rubric reads, and the kind of rupture before it."
)
MET_SELDOM: Final = Sentence(
    "not-yet-met/met-seldom",
    "To practise next: {what}. It came up in {count} turn and was met in {met}. “{title}” offers it.",
    "To practise next: {what}. It came up in {count} turns and was met in {met}. “{title}” offers it.",
    count="count",
)
NOT_HELD: Final = Sentence("not-yet-met/not-held", "To practise next: “{title}”, which they have not held yet.")
NEVER: Final = Sentence(
    "not-yet-met/never", "{what}: has not come up yet.", note="A kind of rupture, or a competency as it is called."
)
SELDOM: Final = Sentence(
    "not-yet-met/seldom",
    "{what}: came up in {count} moment so far.",
    "{what}: came up in {count} moments so far.",
    count="count",
)
OFFERED: Final = Sentence(
    "not-yet-met/offered",
    "{titles} offers it.",
    "{titles} offer it.",
    count="count",
    note="Titles of scenarios, one after the other.",
)
QUOTED: Final = Sentence("not-yet-met/quoted", "“{title}”", note="The title of a scenario.")
CAME_UP_IN: Final = Sentence(
    "not-yet-met/came-up-in",
    "In this group it came up most often in “{title}”: in {count} of the {all} conversations handed in so far.",
)
ALL_CAME_UP: Final = Sentence(
    "not-yet-met/all-came-up", "Everything that the scenarios here offer came up in {few} moments or more."
)
NOBODY: Final = Sentence("not-yet-met/nobody", "Nobody has handed anything in yet.")
ASSIGN: Final = Sentence("not-yet-met/assign", "Assign {titles} …", note="Titles of scenarios, one after the other.")
ASSIGN_NAMED: Final = Sentence("not-yet-met/assign-named", "Assign {titles} to {name}")
ASSIGN_ALL: Final = Sentence("not-yet-met/assign-all", "Assign all that is named here …")
CONVERSATIONS: Final = Sentence("not-yet-met/conversations", "Conversations")
BACK: Final = Sentence("not-yet-met/back", "Back to what to practise next")
WORKING: Final = Sentence("not-yet-met/working", "Working it out …")
