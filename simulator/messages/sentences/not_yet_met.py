"""What is said of what somebody has not met yet, and of the scenarios that would offer it."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("not-yet-met/title", "Who has not met what")
LEAD: Final = Sentence(
    "not-yet-met/lead",
    "What has not come up yet, or in fewer than {few} moments, in what somebody has handed in: kinds of rupture, and what the "
    "rubric reads. That fewer than {few} count as not met yet is our choice; nobody has measured how many it takes. It tells what "
    "there was to meet and nothing of how it was met. People stand in the order of the alphabet.",
)
WHAT_IT_TELLS: Final = Sentence(
    "not-yet-met/what-it-tells",
    "What has come up in no moment, or in fewer than {few}. That fewer than {few} count as not met yet is our choice; nobody has "
    "measured how many it takes. It tells what there was to meet and nothing of how it was met.",
)
OF_PERSON: Final = Sentence("not-yet-met/of-person", "What has not come up yet")
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
    "not-yet-met/came-up-in", "In this group it came up most often in “{title}”: in {count} of {all} conversations."
)
ALL_CAME_UP: Final = Sentence(
    "not-yet-met/all-came-up",
    "Everything that the shelf offers came up in {few} moments or more.",
)
FOR_THESE: Final = Sentence(
    "not-yet-met/for-these", "Everything that the shelf offers came up in {few} moments or more for {names}."
)
NOBODY: Final = Sentence("not-yet-met/nobody", "Nobody has handed anything in yet.")
ASSIGN: Final = Sentence("not-yet-met/assign", "Assign {titles} …", note="Titles of scenarios, one after the other.")
ASSIGN_NAMED: Final = Sentence("not-yet-met/assign-named", "Assign {titles} to {name}")
ASSIGN_ALL: Final = Sentence("not-yet-met/assign-all", "Assign all that is named here …")
CONVERSATIONS: Final = Sentence("not-yet-met/conversations", "Conversations")
BACK: Final = Sentence("not-yet-met/back", "Back to who has not met what")
