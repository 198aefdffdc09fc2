"""What is said of the store as a whole: where it lies, its backups, going back to one, and whether it is sound."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# Where it lies, and its backups.

LIES_IN: Final = Sentence("store-care/lies-in", "Your conversations are kept in “{folder}”.")
PRIVATE: Final = Sentence("store-care/private", "Other users of this computer cannot look into this folder.")
NO_BACKUP_YET: Final = Sentence("store-care/no-backup-yet", "There is no backup yet.")
LAST_BACKUP: Final = Sentence(
    "store-care/last-backup",
    "Last backup: {when}, with {count} conversation.",
    "Last backup: {when}, with {count} conversations.",
    count="count",
)
EMPTY: Final = Sentence(
    "store-care/empty",
    "The settings know “{name}”, but nothing is kept of anybody in this data folder. Were the conversations moved or deleted?",
)
EMPTY_GO_BACK: Final = Sentence(
    "store-care/empty-go-back",
    "You can go back to the backup of {when}, with {count} conversation, or begin anew.",
    "You can go back to the backup of {when}, with {count} conversations, or begin anew.",
    count="count",
)
EMPTY_NO_BACKUP: Final = Sentence(
    "store-care/empty-no-backup", "There is no backup here to go back to. You can begin anew."
)
UNREADABLE_GO_BACK: Final = Sentence(
    "store-care/unreadable-go-back",
    "You can go back to the backup of {when}, with {count} conversation; the damaged file is kept.",
    "You can go back to the backup of {when}, with {count} conversations; the damaged file is kept.",
    count="count",
)
UNREADABLE_NO_BACKUP: Final = Sentence("store-care/unreadable-no-backup", "There is no backup here to go back to.")
BACKUP_LINE: Final = Sentence(
    "store-care/backup-line",
    "{when}: {count} conversation ({why})",
    "{when}: {count} conversations ({why})",
    count="count",
)
BACKUP_UNREADABLE: Final = Sentence("store-care/backup-unreadable", "{when}: cannot be read ({why})")
WHY_SESSION: Final = Sentence("store-care/why-session", "made after a conversation")
WHY_ASKED: Final = Sentence("store-care/why-asked", "made when asked for")
WHY_UPDATE: Final = Sentence("store-care/why-update", "made before an update")
WHY_RESTORE: Final = Sentence("store-care/why-restore", "what was there before going back to a backup")

# Making a backup and going back to one.

BACKING_UP: Final = Sentence("store-care/backing-up", "Backing up")
PER_CENT: Final = Sentence("store-care/per-cent", "{share} %")
BACKED_UP: Final = Sentence(
    "store-care/backed-up",
    "Backed up to “{path}”, with {count} conversation.",
    "Backed up to “{path}”, with {count} conversations.",
    count="count",
)
NO_BACKUPS: Final = Sentence("store-care/no-backups", "There is no backup in “{folder}”.")
NAME_ONE: Final = Sentence(
    "store-care/name-one", "To go back to one, name it: “{command}”.", note="A command line with the name of a backup."
)
ASK_RESTORE: Final = Sentence(
    "store-care/ask-restore",
    "This goes back to the backup of {when}, with {count} conversation. What is there now becomes a backup itself.",
    "This goes back to the backup of {when}, with {count} conversations. What is there now becomes a backup itself.",
    count="count",
)
CANNOT_RESTORE: Final = Sentence("store-care/cannot-restore", "The backup “{name}” cannot be read. Choose another one.")
RESTORED: Final = Sentence(
    "store-care/restored", "The backup is in place again. To undo this, go back to what was there before: {names}."
)
RESTORED_FIRST: Final = Sentence("store-care/restored-first", "The backup is in place again.")

# Whether it is sound.

CHECKING: Final = Sentence("store-care/checking", "Looking through the conversations")
OF_ALL: Final = Sentence("store-care/of-all", "{done} of {all}")
SOUND: Final = Sentence(
    "store-care/sound",
    "{count} conversation looked at: everything is as it was stored.",
    "{count} conversations looked at: everything is as it was stored.",
    count="count",
)
DAMAGED: Final = Sentence(
    "store-care/damaged",
    "{count} thing is not as it was stored:",
    "{count} things are not as they were stored:",
    count="count",
)
IN_SESSION: Final = Sentence("store-care/in-session", "“{title}” ({id}): {what}")
IN_UNNAMED: Final = Sentence("store-care/in-unnamed", "A conversation ({id}): {what}")
READABLE: Final = Sentence(
    "store-care/readable",
    "Its first step can still be read.",
    "Its first {count} steps can still be read.",
    count="count",
)
NOTHING_READABLE: Final = Sentence("store-care/nothing-readable", "Nothing of it can be read.")
DO_SESSION: Final = Sentence(
    "store-care/do-session",
    "An earlier backup may hold it whole. What can still be read of it is in an export of your data.",
)
DO_STORE: Final = Sentence(
    "store-care/do-store",
    "An earlier backup may still hold what is missing. If nothing is, you can take the store as it is, and it is no longer "
    "asked about.",
)
DO_UNOPENED: Final = Sentence(
    "store-care/do-unopened", "Going back to a backup keeps the damaged file beside it, as a backup of its own."
)
ACCEPTED: Final = Sentence("store-care/accepted", "The store is taken as it is from now on.")
STILL_DAMAGED: Final = Sentence(
    "store-care/still-damaged",
    "{count} thing stays damaged: it is told each time, until it is deleted or a backup is put back.",
    "{count} things stay damaged: they are told each time, until they are deleted or a backup is put back.",
    count="count",
)

# Asking at the terminal.

GO_AHEAD: Final = Sentence("store-care/go-ahead", "Go ahead? Type “{word}”:")
YES: Final = Sentence(
    "store-care/yes", "yes", note="What is typed at the terminal to agree; any other answer declines."
)
LEFT_AS_IT_IS: Final = Sentence("store-care/left-as-it-is", "Nothing was changed.")
NOBODY_TO_ASK: Final = Sentence(
    "store-care/nobody-to-ask", "There is no terminal to ask at. If this is meant, add --yes."
)
