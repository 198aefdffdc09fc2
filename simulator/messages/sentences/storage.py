"""What the store of conversations says when something cannot be done, or is not as it was stored."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# What the disk or the database reports.

CLOSED: Final = Sentence("storage/closed", "The store of conversations is closed.")
INTERRUPTED: Final = Sentence(
    "storage/interrupted",
    "This was not finished, because a backup was put in place or something was deleted meanwhile. Do it once more.",
)
BUSY: Final = Sentence("storage/busy", "Another program is working on “{path}”. Close it and try again.")
DISK_FULL: Final = Sentence(
    "storage/disk-full",
    "The disk is full: “{path}” cannot grow. Make room and try again; everything stored before is safe.",
)
NOT_A_STORE: Final = Sentence(
    "storage/not-a-store", "“{path}” is not a store of conversations. Move it away, and Attune begins a new one."
)
DAMAGED_FILE: Final = Sentence(
    "storage/damaged-file",
    "“{path}” is damaged and cannot be read. Under Settings you can go back to a backup; the damaged file is kept.",
)
DAMAGED_PART: Final = Sentence(
    "storage/damaged-part",
    "A part of the store is damaged: the disk is failing, or the file was changed outside the program.",
)
NOT_WRITABLE: Final = Sentence(
    "storage/not-writable", "“{path}” cannot be opened for writing. Check that you may write in its folder."
)
DISK_REFUSES: Final = Sentence(
    "storage/disk-refuses",
    "The disk did not take or give the data of “{path}” (it may be full or failing). What was stored before is safe; "
    "try again.",
)
FAILED: Final = Sentence(
    "storage/failed",
    "The store “{path}” could not do this. What was stored before is safe; try again, or start the program anew.",
)
NOT_STORABLE: Final = Sentence("storage/not-storable", "A name or a text holds characters that cannot be stored.")
NO_LOG_HERE: Final = Sentence(
    "storage/no-log-here",
    "“{path}” lies on a disk that cannot keep a write-ahead log. Choose a folder on a local disk.",
)
OTHER_PROGRAM: Final = Sentence(
    "storage/other-program",
    "“{path}” is a database of another program. Move it away, and Attune begins a store of its own.",
)
FOREIGN_PARTS: Final = Sentence(
    "storage/foreign-parts",
    "“{path}” has parts that Attune did not make ({names}). Another program has changed it, so it is not opened. "
    "Under Settings you can go back to a backup.",
)
NEWER: Final = Sentence(
    "storage/newer",
    "“{path}” was written by a newer Attune (store version {version}; this program knows {known}). "
    "Update Attune to open it.",
)
REPLACED: Final = Sentence(
    "storage/replaced",
    "The file “{path}” was removed or replaced while the program was open, so nothing more can be kept in it. "
    "Close Attune, put the file back, and start again.",
)

# The data folder.

FOLDER_IN_THE_WAY: Final = Sentence(
    "storage/folder-in-the-way",
    "The data folder “{folder}” cannot be created: a file is in the way. Move it, or set {variable} to another folder.",
)
FOLDER_NOT_CREATED: Final = Sentence(
    "storage/folder-not-created",
    "The data folder “{folder}” cannot be created: {reason}. Set {variable} to a folder that you may write in.",
)
FOLDER_NOT_WRITTEN: Final = Sentence(
    "storage/folder-not-written", "The data folder “{folder}” cannot be written: {reason}."
)
FOLDER_NOT_LOCKED: Final = Sentence(
    "storage/folder-not-locked", "The data folder “{folder}” cannot be locked: {reason}."
)
FOLDER_IN_USE: Final = Sentence(
    "storage/folder-in-use",
    "Attune is already open with the data folder “{folder}”. Go on in that window, or close it first.",
)
FOLDER_NOT_PRIVATE: Final = Sentence(
    "storage/folder-not-private",
    "Other people who use this computer can see the names of Attune’s files, but cannot read your conversations. If that "
    "troubles you, ask whoever looks after the computer to let nobody but you open the folder “{folder}”.",
)
SETTINGS_NOT_SAVED: Final = Sentence(
    "storage/settings-not-saved", "The settings cannot be saved in “{folder}”: {reason}."
)
SETTINGS_NOT_READ: Final = Sentence("storage/settings-not-read", "The settings in “{path}” cannot be read: {reason}.")

# Single conversations.

NO_SESSION: Final = Sentence("storage/no-session", "There is no conversation {session} in this store.")
NO_PERSON: Final = Sentence("storage/no-person", "There is no person {person} in this store.")
SESSION_KNOWN: Final = Sentence("storage/session-known", "There is a conversation {session} in this store already.")
SESSION_FULL: Final = Sentence("storage/session-full", "A conversation can have {steps} steps; this one is full.")
SESSION_ENDED: Final = Sentence("storage/session-ended", "This conversation has ended; nothing can be added to it.")
NOT_A_STEP: Final = Sentence("storage/not-a-step", "Step {step} of that conversation cannot be gone on from.")
CHAIN_MOVED: Final = Sentence(
    "storage/chain-moved", "Something else was noted there meanwhile. Look at it, and say yours again."
)
HEADER_DAMAGED: Final = Sentence(
    "storage/header-damaged", "What the list says of this conversation is not as it was stored."
)
STEP_MISSING: Final = Sentence("storage/step-missing", "Step {step} of this conversation is missing.")
STEP_CHANGED: Final = Sentence("storage/step-changed", "Step {step} of this conversation is not as it was stored.")
END_MISSING: Final = Sentence("storage/end-missing", "Steps at the end of this conversation are missing.")
BEGINNING_MISSING: Final = Sentence("storage/beginning-missing", "The beginning of this conversation is missing.")
TIMES_CHANGED: Final = Sentence(
    "storage/times-changed",
    "The times of this conversation, or what was told of its steps, are not as they were stored.",
)
OTHER_TEXTS: Final = Sentence(
    "storage/other-texts", "This conversation is not pinned to the scenario that it was played with."
)
TEXT_DAMAGED: Final = Sentence(
    "storage/text-damaged",
    "The stored text “{name}” is damaged; conversations played with it cannot be shown. Starting the scenario again mends "
    "it, if its file has not changed since.",
)
PERSON_MISSING: Final = Sentence("storage/person-missing", "The person of this conversation is missing.")
PERSON_CHANGED: Final = Sentence("storage/person-changed", "What is kept of “{name}” is not as it was stored.")
REMARK_CHANGED: Final = Sentence("storage/remark-changed", "A remark on this conversation is not as it was stored.")
SESSIONS_LOST: Final = Sentence(
    "storage/sessions-lost",
    "{count} conversation is missing from the store.",
    "{count} conversations are missing from the store.",
    count="count",
)
HEADERS_LOST: Final = Sentence(
    "storage/headers-lost",
    "{count} conversation has lost its line in the list; its steps are still there.",
    "{count} conversations have lost their lines in the list; their steps are still there.",
    count="count",
)
ROWS_EXCHANGED: Final = Sentence(
    "storage/rows-exchanged",
    "The list of conversations was changed outside the program: not all in it is as it was stored.",
)
PEOPLE_LOST: Final = Sentence("storage/people-lost", "Somebody’s name is missing from the store, or was changed.")
REMARKS_LOST: Final = Sentence("storage/remarks-lost", "A remark is missing from the store, or was changed.")
MET_CHANGED: Final = Sentence(
    "storage/met-changed", "What somebody had met of a scenario is missing from the store, or was changed."
)
OUT_OF_ORDER: Final = Sentence(
    "storage/out-of-order",
    "The lists of the store are damaged: a conversation may be missing from them, or stand in the wrong place.",
)
TRACES_LEFT: Final = Sentence(
    "storage/traces-left",
    "It is deleted, but not every trace of it could be overwritten: the disk may be full, or another program reads the "
    "store. The next deletion overwrites what is left.",
)

# Backups.

BACKUP_FAILED: Final = Sentence(
    "storage/backup-failed",
    "The store could not be copied to “{path}”: {reason}. The store itself was left as it is.",
)
BACKUP_UNSOUND: Final = Sentence(
    "storage/backup-unsound",
    "The copy “{path}” did not come out whole and was thrown away. Is the disk full or failing?",
)
NO_BACKUP: Final = Sentence("storage/no-backup", "There is no backup “{name}”.")
BACKUP_DAMAGED: Final = Sentence(
    "storage/backup-damaged",
    "The backup “{name}” is damaged and was not put in place. The store was left as it is; choose another backup.",
)
RESTORE_FAILED: Final = Sentence(
    "storage/restore-failed", "The backup “{name}” could not be put in place: {reason}. The store was left as it is."
)
NAME_RESERVED: Final = Sentence(
    "storage/name-reserved", "Windows keeps the name “{name}” for itself", note="The reason why a file is not written."
)
