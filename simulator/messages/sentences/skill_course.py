"""What the page says that tells how well somebody chooses, from one first conversation to the next."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("skill-course/title", "The course of {name}")
LINK: Final = Sentence("skill-course/link", "Course over time")
LINK_NAMED: Final = Sentence("skill-course/link-named", "Course of {name} over time")
REGION: Final = Sentence("skill-course/region", "How somebody chooses, over time")
WORKING: Final = Sentence("skill-course/working", "Trying everything that could have been chosen …")
WORKING_OF: Final = Sentence(
    "skill-course/working-of",
    "Trying everything that could have been chosen: scenario {number} of {all}.",
    note="The scenario that is being tried now, and how many there are.",
)
STOP: Final = Sentence("skill-course/stop", "Stop")

CHOOSING: Final = Sentence(
    "skill-course/choosing",
    "Choosing among the answers on offer: about {points} of 100, likely between {low} and {high}.",
    note="Points: 0 by choosing blindly, 100 by always taking the best answer on offer.",
)
CHOOSING_AT_LEAST: Final = Sentence(
    "skill-course/choosing-at-least",
    "Choosing among the answers on offer: at least {low} of 100.",
    note="As in skill-course/choosing; where even more skill would hardly reach more, only the lower end is told.",
)
FROM: Final = Sentence(
    "skill-course/from",
    "From {count} first conversation with {patients}, {choices}.",
    "From {count} first conversations with {patients}, {choices}.",
    count="count",
    note="“From 3 first conversations with 3 patients, 34 choices.”",
)
PATIENTS: Final = Sentence("skill-course/patients", "{count} patient", "{count} patients", count="count")
CHOICES: Final = Sentence("skill-course/choices", "{count} choice", "{count} choices", count="count")
SCALE: Final = Sentence("skill-course/scale", "0 is choosing blindly, 100 is always the best answer on offer.")
NOT_OWN_WORDS: Final = Sentence(
    "skill-course/not-own-words",
    "It does not say what this person would say in their own words, and it is not validated.",
)
NOT_YET_MEETINGS: Final = Sentence(
    "skill-course/not-yet-meetings",
    "Not yet: {found} of {needed} first conversation.",
    "Not yet: {found} of {needed} first conversations.",
    count="needed",
)
NOT_YET_PATIENTS: Final = Sentence(
    "skill-course/not-yet-patients",
    "Not yet: first conversations with {found} of {needed} patient.",
    "Not yet: first conversations with {found} of {needed} patients.",
    count="needed",
)
NOT_YET_CHOICES: Final = Sentence(
    "skill-course/not-yet-choices",
    "Not yet: {found} of {needed} choice in which it mattered what was said.",
    "Not yet: {found} of {needed} choices in which it mattered what was said.",
    count="needed",
)
OLDER: Final = Sentence(
    "skill-course/older",
    "{count} older one not counted.",
    "{count} older ones not counted.",
    count="count",
    note="First conversations that were held by an earlier edition of the rules.",
)
NOT_WORKED_OUT: Final = Sentence(
    "skill-course/not-worked-out",
    "{count} not counted: not everything in its scenario could be tried.",
    "{count} not counted: not everything in their scenarios could be tried.",
    count="count",
)
NO_FIT: Final = Sentence(
    "skill-course/no-fit",
    "One number explains these choices badly: read the conversations rather than the number.",
)

# Comparing.

TOO_FEW: Final = Sentence("skill-course/too-few", "Too few to compare with others, or with last month.")
TOO_FEW_OTHERS: Final = Sentence("skill-course/too-few-others", "Too few to compare with others.")
TOO_FEW_MONTH: Final = Sentence("skill-course/too-few-month", "Too few to compare with last month.")
MONTH: Final = Sentence(
    "skill-course/month",
    "From {day} on: about {now}. Before: about {before}. {verdict}",
    note="Points of 100. {verdict} is skill-course/higher, lower or not-different.",
)
OTHERS: Final = Sentence(
    "skill-course/others",
    "The {count} other person of whom it can be told, on average: about {points}. {verdict}",
    "The {count} others of whom it can be told, on average: about {points}. {verdict}",
    count="count",
)
HIGHER: Final = Sentence(
    "skill-course/higher",
    "Higher here, by {low} to {high}.",
    note="Points by which the first of two numbers is higher than the second, as an interval.",
)
LOWER: Final = Sentence("skill-course/lower", "Lower here, by {low} to {high}.", note="As skill-course/higher.")
NOT_DIFFERENT: Final = Sentence(
    "skill-course/not-different",
    "Not to be told apart: the difference lies between {low} and {high}.",
    note="An interval that holds 0.",
)

# The conversations behind it.

BEHIND: Final = Sentence("skill-course/behind", "The first conversations behind it")
BEHIND_LEAD: Final = Sentence(
    "skill-course/behind-lead",
    "Each bar is what could be told after this conversation and all before it: the line is the estimate, the bar where it "
    "likely lies, on a scale from 0 to 100.",
)
AFTER: Final = Sentence(
    "skill-course/after",
    "After {count} first conversation: about {points}, likely between {low} and {high}.",
    "After {count} first conversations: about {points}, likely between {low} and {high}.",
    count="count",
)
AFTER_AT_LEAST: Final = Sentence(
    "skill-course/after-at-least",
    "After {count} first conversation: at least {low}.",
    "After {count} first conversations: at least {low}.",
    count="count",
)
OLDER_TITLE: Final = Sentence("skill-course/older-title", "Beside it, not counted")
OLDER_LEAD: Final = Sentence(
    "skill-course/older-lead",
    "First conversations by the rules of an earlier edition: what else was possible is not known.",
)
NOTHING: Final = Sentence(
    "skill-course/nothing",
    "No first conversation was handed in: none in Practise or Assess with a scenario that was new to this person.",
)
OTHER_CONVERSATIONS: Final = Sentence(
    "skill-course/other-conversations",
    "{count} conversation that was no first one says nothing here.",
    "{count} conversations that were no first ones say nothing here.",
    count="count",
)
BACK_TO_COURSE: Final = Sentence("skill-course/back", "Back to the course")
