"""What is said about how long handed-in conversations are kept."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

DAMAGED: Final = Sentence(
    "keeping/damaged",
    "Until when handed-in conversations are kept cannot be read ({path}). Move that file away; the desk then asks anew.",
)
NOT_WRITTEN: Final = Sentence("keeping/not-written", "This cannot be kept ({path}): {reason}")
TITLE: Final = Sentence("keeping/title", "How long it is kept")
LEAD: Final = Sentence(
    "keeping/lead",
    "Counted from the day on which a conversation was taken in. Nothing is deleted by itself: you are told here what is due.",
)
NOT_IN_BACKUPS: Final = Sentence(
    "keeping/not-in-backups",
    "What was handed in to you is in no backup, so that what you delete is gone; whoever handed it in has it still. Your comments, "
    "corrections and ratings on it are on this computer only: to have them twice, copy the folders {folders} elsewhere.",
)
KEEP_FOR: Final = Sentence("keeping/keep-for", "Keep what was handed in for")
FOR_EVER: Final = Sentence("keeping/for-ever", "as long as I want")
MONTHS: Final = Sentence("keeping/months", "{count} month", "{count} months", count="count")
NOTHING_DUE: Final = Sentence("keeping/nothing-due", "Nothing is due to be deleted.")
DUE: Final = Sentence(
    "keeping/due",
    "{count} conversation is due to be deleted, of {people}:",
    "{count} conversations are due to be deleted, of {people}:",
    count="count",
)
DUE_LINE: Final = Sentence("keeping/due-line", "{name} · {title}, {day}")
AND_MORE: Final = Sentence("keeping/and-more", "and {count} more", "and {count} more", count="count")
DELETE: Final = Sentence("keeping/delete", "Delete them …")
ASK: Final = Sentence(
    "keeping/ask",
    "Delete this conversation for good, with your comments on it?",
    "Delete these {count} conversations for good, with your comments on them?",
    count="count",
)
DELETED: Final = Sentence(
    "keeping/deleted", "{count} conversation was deleted.", "{count} conversations were deleted.", count="count"
)
SAVED_ELSEWHERE: Final = Sentence(
    "keeping/saved-elsewhere",
    "You have saved this file outside the program; it may still hold what was deleted:",
    "You have saved these files outside the program; they may still hold what was deleted:",
    count="count",
)
SAVED_LINE: Final = Sentence("keeping/saved-line", "{path}, {when}")
