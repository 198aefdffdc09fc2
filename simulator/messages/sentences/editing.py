"""What is said while a scenario is edited: why something cannot be done, and what each step is called where it is undone."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# Why an edit is not made.

READS_OTHERWISE: Final = Sentence(
    "editing/reads-otherwise",
    "Written there, this would not read as you mean it, so nothing was changed. Change it in the text of the file.",
)
COMMENT_INSIDE: Final = Sentence(
    "editing/comment-inside",
    "There is a remark (#) between the words that would be replaced, and it would be lost. Change this in the text.",
)
NO_GROUP: Final = Sentence("editing/no-group", "There is nothing at “{place}” that this could be added to.")
NOT_THERE: Final = Sentence("editing/not-there", "There is no “{place}” any more.")
IS_NO_ID: Final = Sentence(
    "editing/is-no-id",
    "“{word}” cannot be an id: use lower-case letters and digits, in words joined by hyphens, and begin with a letter.",
)
ID_TAKEN: Final = Sentence(
    "editing/id-taken", "“{word}” is taken here, as an id of today or of earlier. Choose another."
)
MEND_FIRST: Final = Sentence(
    "editing/mend-first",
    "Parts of the file cannot be read, and “{word}” may be named there. Mend the writing first, then rename it.",
)

# What the steps are called, as in “Undo: rename silence”.

TYPED: Final = Sentence("editing/typed", "typing", note="A step that can be undone, as in “Undo: typing”.")
DELETED_TEXT: Final = Sentence("editing/deleted-text", "deleting", note="Letters were deleted; as in “Undo: deleting”.")
CHANGED: Final = Sentence("editing/changed", "change “{key}” of {place}", note="A key of a moment or the like.")
TOOK_AWAY: Final = Sentence("editing/took-away", "remove {place}")
ADDED: Final = Sentence("editing/added", "add {place}")
COPIED: Final = Sentence("editing/copied", "duplicate {place}")
RENAMED: Final = Sentence("editing/renamed", "rename {old}")
CONNECTED: Final = Sentence("editing/connected", "connect {place} to {target}")
DISCONNECTED: Final = Sentence("editing/disconnected", "disconnect {place}")
MENDED: Final = Sentence(
    "editing/mended", "mend: {what}", note="“what” says what was done, such as “Put quotes around it”."
)
REPLACED_ALL: Final = Sentence(
    "editing/replaced-all", "replace “{word}” once", "replace “{word}” {count} times", "count"
)
MOVED_CARDS: Final = Sentence("editing/moved-cards", "move cards", note="Cards of moments on the map.")
RESTORED: Final = Sentence("editing/restored", "go back to the copy of {when}")
TOOK_UP: Final = Sentence("editing/took-up", "go on with what was not saved on {when}")
TOOK_THEIRS: Final = Sentence("editing/took-theirs", "take over what was changed outside")
THE_SCENARIO: Final = Sentence(
    "editing/the-scenario", "the scenario", note="Its title, start and so on, not its moments."
)
