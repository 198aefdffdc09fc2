"""What is said about assignments: what an instructor asks for, what a trainee accepts, and who has handed it in."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# Why a file is no assignment.

NOT_OURS: Final = Sentence("assignments/not-ours", "This is no assignment from Attune.")
NEWER: Final = Sentence(
    "assignments/newer",
    "A newer version of Attune made this assignment. Update Attune on this computer, then open it again.",
)
TOO_LARGE: Final = Sentence("assignments/too-large", "This file is too large for an assignment.")
NOT_AS_WRITTEN: Final = Sentence(
    "assignments/not-as-written", "This assignment was altered or cut short on its way. Ask for it again."
)
NOT_KEPT: Final = Sentence("assignments/not-kept", "The assignment cannot be kept ({path}): {reason}")
FOR_TRAINEES: Final = Sentence(
    "assignments/for-trainees", "This is an assignment. Trainees open it themselves, under Practice."
)
NOT_FOR_ANY: Final = Sentence("assignments/not-for-any", "This answers an assignment that was not made here.")

# The trainee.

TITLE: Final = Sentence("assignments/title", "Assignments")
LEAD: Final = Sentence(
    "assignments/lead",
    "An instructor can give you a small file that says what to practise until when. Open it here, or drop it on the window. It is "
    "yours once you accept it; until then nothing of it is kept.",
)
OPEN: Final = Sentence("assignments/open", "Open an assignment …")
WHICH: Final = Sentence("assignments/which", "Which assignment to open")
KIND: Final = Sentence("assignments/kind", "Assignment ({pattern})", note="The kind of file, in a file dialog.")
NONE: Final = Sentence("assignments/none", "You have accepted no assignment.")
OFFERED: Final = Sentence("assignments/offered", "{by} asks you: {title}")
OFFERED_NOBODY: Final = Sentence("assignments/offered-nobody", "You are asked: {title}")
UNTIL: Final = Sentence("assignments/until", "Until {day}, in {mode}.")
SAME_FOR_ALL: Final = Sentence(
    "assignments/same-for-all", "Everybody who accepts it meets the same words in the same order."
)
UNDER_PSEUDONYM: Final = Sentence(
    "assignments/under-pseudonym", "You hand it in under a name that you have agreed on with your instructor."
)
WHAT_THEY_SEE: Final = Sentence(
    "assignments/what-they-see",
    "Whoever gave it to you learns that you have accepted it when you hand in, and then sees whose conversations of it are "
    "missing. Nothing is sent by itself.",
)
ACCEPT: Final = Sentence("assignments/accept", "Accept it")
NOT_NOW: Final = Sentence("assignments/not-now", "Not now")
NOT_HELD: Final = Sentence("assignments/not-held", "{scenario}: not held yet")
HELD: Final = Sentence("assignments/held", "{scenario}: held")
BEGIN: Final = Sentence("assignments/begin", "Begin")
BEGIN_NAMED: Final = Sentence("assignments/begin-named", "Begin {scenario}")
NO_SCENARIO: Final = Sentence("assignments/no-scenario", "The scenario “{scenario}” is not in your library.")
HAND_IN: Final = Sentence("assignments/hand-in", "Hand in …")
HAND_IN_NAMED: Final = Sentence("assignments/hand-in-named", "Hand in “{title}”")
REMOVE: Final = Sentence("assignments/remove", "Take it off the list")
REMOVE_NAMED: Final = Sentence("assignments/remove-named", "Take “{title}” off the list")
PREVIEW: Final = Sentence("assignments/preview", "This is what your instructor will see")
SAVE: Final = Sentence("assignments/save", "Save the files …")
WHERE: Final = Sentence("assignments/where", "The folder for the files")
SAVED: Final = Sentence(
    "assignments/saved",
    "{count} conversation and your answer are in {folder}. Give both files to your instructor. Your six words are: {words}.",
    "{count} conversations and your answer are in {folder}. Give these files to your instructor. Your six words are: {words}.",
    count="count",
)

# The instructor.

MAKE_TITLE: Final = Sentence("assignments/make-title", "A new assignment")
MAKE_LEAD: Final = Sentence(
    "assignments/make-lead",
    "A small file that you give to your trainees yourself. They see what it asks before they accept it. Of those who accept, you see "
    "who has handed in what, and who has not yet; of others you see nothing.",
)
CALLED: Final = Sentence("assignments/called", "What it is called")
BY: Final = Sentence("assignments/by", "From whom")
WHAT: Final = Sentence("assignments/what", "What is to be practised")
MODE: Final = Sentence("assignments/mode", "Mode")
DUE: Final = Sentence("assignments/due", "Until")
WEEKS: Final = Sentence("assignments/weeks", "in {count} week ({day})", "in {count} weeks ({day})", count="count")
PSEUDONYMS: Final = Sentence("assignments/pseudonyms", "They use a name that we have agreed on")
MAKE: Final = Sentence("assignments/make", "Save the assignment …")
WHERE_ONE: Final = Sentence("assignments/where-one", "Where to save the assignment")
MADE: Final = Sentence("assignments/made", "Saved as {path}. Give this file to your trainees.")
MADE_FOR: Final = Sentence("assignments/made-for", "Saved as {path}. Give this file to {name}.")
FOR: Final = Sentence(
    "assignments/for",
    "For {name}. The name stands on this page and in the name of the file, and not in the file.",
)
MADE_FOR_ONE: Final = Sentence("assignments/made-for-one", "Made for {name}")
NO_NAME: Final = Sentence("assignments/no-name", "Say what it is called, and choose at least one scenario.")
MADE_HERE: Final = Sentence("assignments/made-here", "Assignments that you have made")
ASKED: Final = Sentence(
    "assignments/asked", "To be practised: {titles}", note="Titles of scenarios, one after the other."
)
ALL_IN: Final = Sentence("assignments/all-in", "Everything handed in: {names}")
PART_IN: Final = Sentence("assignments/part-in", "{name}: {count} of {all} handed in")
NOT_IN: Final = Sentence("assignments/not-in", "Accepted, nothing handed in yet: {names}")
NOBODY: Final = Sentence("assignments/nobody", "Nobody has answered yet.")
WOULD_ACCEPTED: Final = Sentence(
    "assignments/would-accepted",
    "{count} answer to an assignment would be taken in.",
    "{count} answers to assignments would be taken in.",
    count="count",
)
ANSWER_LINE: Final = Sentence("assignments/answer-line", "{name} has accepted “{title}”. {state}")
ANSWERED: Final = Sentence(
    "assignments/answered",
    "The files hold an answer to your assignment “{title}”, signed with the same key. Did it come to you from this person, and not "
    "from somebody else? Otherwise ask for their six words: {words}",
)
FROM_THEM: Final = Sentence("assignments/from-them", "It came from this person, or the six words are the same")
