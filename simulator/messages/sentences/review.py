"""What the Review desk says."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# What goes wrong.

BOOK_DAMAGED: Final = Sentence(
    "review/book-damaged",
    "What the Review desk remembers of people cannot be read ({path}). Move that file away; the desk then asks for their six "
    "words again.",
)
REMARKS_DAMAGED: Final = Sentence(
    "review/remarks-damaged",
    "What was said here cannot be read ({path}, line {line}). It is left as it is. Move that file away to go on without it.",
)
RATINGS_DAMAGED: Final = Sentence(
    "review/ratings-damaged", "A file with blind ratings cannot be read ({path}). Move it away; the other ones stay."
)
NOT_WRITTEN: Final = Sentence("review/not-written", "This cannot be kept ({path}): {reason}")
NOT_READ: Final = Sentence("review/not-read", "This file cannot be read ({path}): {reason}")
TWO_NAMES: Final = Sentence(
    "review/two-names",
    "The same conversation was handed in with another key, by {name}. One of the two is not its own.",
)
TWO_COURSES: Final = Sentence(
    "review/two-courses", "{name} has handed in another course of the same conversation before. Ask which one it was."
)
ALREADY_HERE: Final = Sentence("review/already-here", "Already here.")
TWICE: Final = Sentence("review/twice", "It is among these files twice.")
AGAIN: Final = Sentence("review/again", "Handed in again; it takes the place of the file before.")
NEW: Final = Sentence("review/new", "New.")

# First opening.

BEFORE_TITLE: Final = Sentence("review/before-title", "Before you look")
BEFORE_READ: Final = Sentence("review/before-read", "I have read this")
BEFORE_TRAINING: Final = Sentence(
    "review/before-training",
    "Attune is for training, in one way of working among several. The patients are invented, and react more simply than people "
    "do. It is no therapy, no diagnosis, no help in a crisis, and no test for a licence or a job.",
)
BEFORE_MORE: Final = Sentence(
    "review/before-more",
    "You see what people have handed in to you and nothing else: no notes of theirs, no other tries, no times. Whatever you say "
    "here stays on this computer until you print it or save it.",
)

# Handed in.

TITLE: Final = Sentence("review/title", "Handed in")
REGION: Final = Sentence("review/region", "What was handed in")
NOTHING_YET: Final = Sentence(
    "review/nothing-yet",
    "Nothing was handed in yet. Trainees save a conversation with “Hand in” in their list of earlier conversations and give you "
    "the file. Open it here, or drop it on this page.",
)
READING: Final = Sentence("review/reading", "Reading what was handed in …")
READING_OF: Final = Sentence("review/reading-of", "Reading: {done} of {all} …")
STOP: Final = Sentence("review/stop", "Stop")
OPEN_FILES: Final = Sentence("review/open-files", "Open files …")
OPEN_FOLDER: Final = Sentence("review/open-folder", "Open a folder …")
WHICH_FILES: Final = Sentence("review/which-files", "Which conversations to open")
WHICH_FOLDER: Final = Sentence("review/which-folder", "The folder with the conversations")
KIND: Final = Sentence("review/kind", "Handed-in conversations ({pattern})")
HOW_MANY: Final = Sentence(
    "review/how-many",
    "{count} conversation of {people}, in the order of the alphabet.",
    "{count} conversations of {people}, in the order of the alphabet.",
    count="count",
)
PEOPLE: Final = Sentence("review/people", "{count} person", "{count} people", count="count")
LINE: Final = Sentence("review/line", "{title} · {outcome}")
HOW: Final = Sentence("review/how", "{held} · {belief}")
READ: Final = Sentence("review/read", "Read")
READ_NAMED: Final = Sentence("review/read-named", "Read {title} of {name}, {day}")
NOT_SHOWN: Final = Sentence("review/not-shown", "A file that was taken in is refused now ({path}): {why}")

# Before something is taken in.

WOULD_TITLE: Final = Sentence("review/would-title", "What would be taken in")
WOULD_REGION: Final = Sentence("review/would-region", "What would be taken in")
WOULD_NONE: Final = Sentence("review/would-none", "There is no conversation to take in among these files.")
WOULD: Final = Sentence(
    "review/would", "{count} conversation would be taken in.", "{count} conversations would be taken in.", count="count"
)
WOULD_ANSWERS: Final = Sentence(
    "review/would-answers",
    "{count} file with answers would be taken in.",
    "{count} files with answers would be taken in.",
    count="count",
)
SOMEBODY_NEW: Final = Sentence("review/somebody-new", "Somebody new: the file calls them “{name}”")
COMPARE: Final = Sentence(
    "review/compare",
    "Anybody can write a name into a file. Ask this person for their six words, by voice, and compare them: {words}",
)
COMPARED: Final = Sentence("review/compared", "The six words are the same")
COMPARED_NAMED: Final = Sentence("review/compared-named", "The six words of {name} are the same")
CALLED: Final = Sentence("review/called", "What you call them")
FILE_LINE: Final = Sentence("review/file-line", "{title}, {day} · {name} · {belief}. {state}")
REFUSED_TITLE: Final = Sentence("review/refused-title", "Refused")
REFUSED_LINE: Final = Sentence("review/refused-line", "{file}: {why}")
TAKE_IN: Final = Sentence("review/take-in", "Take in")
NOT_NOW: Final = Sentence("review/not-now", "Not now")
WAITS: Final = Sentence(
    "review/waits",
    "{count} waits until the six words are compared.",
    "{count} wait until the six words are compared.",
    count="count",
)

# One conversation.

BACK: Final = Sentence("review/back", "Back to what was handed in")
BACK_TO_GROUP: Final = Sentence("review/back-to-group", "Back to this group")
BACK_TO_PERSON: Final = Sentence("review/back-to-person", "Back to {name}")
BACK_TO_MET: Final = Sentence("review/back-to-met", "Back to who met what")
COMMENT_ON: Final = Sentence("review/comment-on", "Comment on turn {turn}")
SCORES: Final = Sentence("review/what-it-showed", "What it showed")
SCORES_NAMED: Final = Sentence("review/what-it-showed-named", "What {title} of {name}, {day}, showed")
OF_PERSON: Final = Sentence("review/of-person", "What somebody has handed in")
PERSON_NAMED: Final = Sentence("review/person-named", "Conversations of {name}")
KEEP_COMMENT: Final = Sentence("review/keep-comment", "Keep the comment")
HIDE_COMMENT: Final = Sentence("review/hide-comment", "Close")
KEPT_COMMENT: Final = Sentence("review/kept-comment", "Kept.")
COMMENT: Final = Sentence("review/comment", "Comment: {text}")
DELETE_PERSON: Final = Sentence("review/delete-person", "Delete all of {name} …")
DELETE_ASK: Final = Sentence(
    "review/delete-ask",
    "Delete for good all that {name} has handed in, with your comments? Files that you have saved elsewhere stay.",
)
DELETE_YES: Final = Sentence("review/delete-yes", "Delete for good")
DELETE_NO: Final = Sentence("review/delete-no", "Keep it")
