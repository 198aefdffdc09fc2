"""What is said where conversations are rated blind: asking for ratings, giving them, taking them in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.message import Sentence
from simulator.messages.sentences import conversation

# What is wrong with a file.

TOO_LARGE: Final = Sentence("rating/too-large", "This file is larger than {most}; neither a task nor ratings are.")
NEWER: Final = Sentence("rating/newer", "This file comes from a newer Attune. Update this one, then open it again.")
NOT_OURS: Final = Sentence(
    "rating/not-ours", "This is not a rating task, and these are not ratings, that Attune has made."
)
CUT_OR_CHANGED: Final = Sentence(
    "rating/cut-or-changed", "This file was cut or changed on its way. Ask for it to be sent again."
)
OTHER_RUBRIC: Final = Sentence(
    "rating/other-rubric",
    "This task is for edition {rubric} of the rubric, and this Attune has edition {ours}. Both need the same Attune.",
)
NO_TASK_OF_OURS: Final = Sentence(
    "rating/no-task-of-ours", "These ratings belong to a task that was not made on this computer, or was deleted here."
)
NOTHING_RATED: Final = Sentence("rating/nothing-rated", "Nothing was rated in this file yet.")
WHO_RATES_MISSING: Final = Sentence("rating/who-missing", "Say who is to rate.")
NOTHING_TO_RATE: Final = Sentence(
    "rating/nothing-to-rate", "There is no verified conversation to rate. What is of another edition is not counted."
)
REFUSED: Final = Sentence("rating/refused", "{file}: {why}")

# Asking for ratings.

TITLE: Final = Sentence("rating/title", "Rate blind")
REGION: Final = Sentence("rating/region", "Blind ratings")
LEAD: Final = Sentence(
    "rating/lead",
    "Two people who read the same conversations, and do not know whose they are or what they were scored, show how far this "
    "rubric is read in the same way. Names and scores are in no task.",
)
ASK: Final = Sentence("rating/ask", "Ask somebody to rate")
WHO: Final = Sentence("rating/who", "Who rates")
WHO_EXAMPLE: Final = Sentence("rating/who-example", "the name of a colleague; it stays on this computer")
WHICH: Final = Sentence("rating/which", "Conversations of")
ALL_SCENARIOS: Final = Sentence("rating/all-scenarios", "all scenarios")
AT_MOST: Final = Sentence("rating/at-most", "at most")
WOULD_BE: Final = Sentence(
    "rating/would-be",
    "{count} conversation, {distinct}. First those that somebody has rated already, then courses not among them yet.",
    "{count} conversations, {distinct}. First those that somebody has rated already, then courses not among them yet.",
    count="count",
)
DISTINCT: Final = Sentence(
    "rating/distinct", "{count} distinct transcript", "{count} distinct transcripts", count="count"
)
RATE_HERE: Final = Sentence("rating/rate-here", "Rate at this computer")
SAVE_TASK: Final = Sentence("rating/save-task", "Save a task for another computer …")
WHERE_TASK: Final = Sentence("rating/where-task", "Where to save the task")
KIND_TASK: Final = Sentence("rating/kind-task", "Rating tasks ({pattern})")
TASK_SAVED: Final = Sentence(
    "rating/task-saved",
    "Saved: {path}. Give it to {rater}, who opens it at the Review desk and gives you a file back. Open that one here.",
)
OPEN: Final = Sentence("rating/open", "Open a task or ratings …")
WHICH_FILES: Final = Sentence("rating/which-files", "Which task or ratings to open")
KIND_BOTH: Final = Sentence("rating/kind-both", "Rating tasks and ratings ({pattern})")

# Tasks on this computer.

TASKS: Final = Sentence("rating/tasks", "On this computer")
NO_TASKS: Final = Sentence("rating/no-tasks", "Nothing is being rated here yet.")
FOR: Final = Sentence("rating/for", "{rater} rates")
FROM_ELSEWHERE: Final = Sentence("rating/from-elsewhere", "A task from another computer")
PROGRESS: Final = Sentence("rating/progress", "Rated here: {rated} of {count} conversations.")
SINCE: Final = Sentence("rating/since", "Made on {at}.")
GO_ON: Final = Sentence("rating/go-on", "Rate")
GO_ON_NAMED: Final = Sentence("rating/go-on-named", "Rate: {what}")
TAKE_IN: Final = Sentence("rating/take-in", "Count these ratings")
TAKE_IN_NAMED: Final = Sentence("rating/take-in-named", "Count these ratings: {what}")
SAVE_RATINGS: Final = Sentence("rating/save-ratings", "Save the ratings …")
WHERE_RATINGS: Final = Sentence("rating/where-ratings", "Where to save the ratings")
KIND_RATINGS: Final = Sentence("rating/kind-ratings", "Ratings ({pattern})")
RATINGS_SAVED: Final = Sentence(
    "rating/ratings-saved",
    "Saved: {path}. Give it back to whoever gave you the task; neither your name nor any other is in it.",
)
COUNTED: Final = Sentence("rating/counted", "Counted: {counted} of {count}.")
TAKEN_IN: Final = Sentence(
    "rating/taken-in",
    "Counted from now on: what {rater} gave {count} conversation.",
    "Counted from now on: what {rater} gave {count} conversations.",
    count="count",
)
WITHOUT: Final = Sentence(
    "rating/without",
    "{count} of the task is not rated yet.",
    "{count} of the task are not rated yet.",
    count="count",
)
DELETE: Final = Sentence("rating/delete", "Delete the task …")
DELETE_NAMED: Final = Sentence("rating/delete-named", "Delete the task: {what}")
DELETE_ASK: Final = Sentence(
    "rating/delete-ask",
    "Delete this task with what was rated here? What was counted stays; ratings that come back later belong to no task then.",
)
DELETE_YES: Final = Sentence("rating/delete-yes", "Delete the task")
DELETE_NO: Final = Sentence("rating/delete-no", "Keep it")
BACK: Final = Sentence("rating/back", "Back to what was handed in")

# Rating one conversation after the other.

NUMBER: Final = Sentence("rating/number", "Conversation {number} of {count}")
TRANSCRIPT: Final = Sentence("rating/transcript", "The conversation")
WHAT_YOU_GIVE: Final = Sentence("rating/what-you-give", "What you give it")
YOU_IS_THE_THERAPIST: Final = Sentence("rating/you-is", "“You” is the therapist whom you rate.")
THERAPIST: Final = Sentence("rating/therapist", "Therapist")
SAID_TO_SEE: Final = Sentence(
    "rating/said-to-see", "Before answering, the therapist said to have seen: {what}", note="What follows is one word."
)
GIVES: Final = Sentence(
    "rating/gives", "{score}: {anchor}", note="A choice that is read out: the number and what it means."
)
KEPT: Final = Sentence("rating/kept", "{given} of {count} given. All is kept as you go.")
BEFORE: Final = Sentence("rating/before", "One back")
NEXT: Final = Sentence("rating/next", "Next conversation")
PAUSE: Final = Sentence("rating/pause", "Pause")
DONE: Final = Sentence("rating/done", "Done")

WORDS: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "not-reached": Sentence("rating/not-reached", "Not reached: the hour ended before there was time for it."),
        "did-not-come-up": Sentence("rating/did-not-come-up", "Did not come up: nothing called for it."),
    }
)
"""What stands beside the two words that can be given in place of a number."""

SEEN: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "nothing": conversation.NOTHING,
        "withdrawal": conversation.WITHDREW,
        "deference": conversation.DEFERRED,
        "confrontation": conversation.CONFRONTED,
        "opened-up": conversation.OPENED_UP,
    }
)
"""What can be said to have been seen, as the therapist chose it."""
