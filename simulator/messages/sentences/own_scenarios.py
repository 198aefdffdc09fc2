"""What is said about the files of scenarios while they are opened, saved, copied and taken up again."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

NOT_READ: Final = Sentence(
    "own-scenarios/not-read", "“{path}” cannot be opened. {reason}", note="“reason” is a sentence."
)
TOO_LARGE: Final = Sentence("own-scenarios/too-large", "“{path}” is larger than any scenario and is not opened.")
DISK_FULL: Final = Sentence(
    "own-scenarios/disk-full",
    "The disk is full, so “{path}” was not saved. The file is as it was, and your work is still here. Make room, then save again.",
)
READ_ONLY: Final = Sentence(
    "own-scenarios/read-only",
    "“{path}” was not saved: you may not write there. The file is as it was, and your work is still here.",
)
NOT_WRITTEN: Final = Sentence(
    "own-scenarios/not-written",
    "“{path}” was not saved: {reason}. The file is as it was, and your work is still here.",
)
UNSAVED_NOT_KEPT: Final = Sentence(
    "own-scenarios/unsaved-not-kept",
    "What you have not saved yet is kept nowhere else at the moment: {reason}. Save it, or make room on the disk.",
)
CHANGED_OUTSIDE: Final = Sentence(
    "own-scenarios/changed-outside",
    "“{path}” was changed by another program since it was opened here. Nothing was written. Choose which of the two is kept.",
)
EMPTY_OVER_FULL: Final = Sentence(
    "own-scenarios/empty-over-full",
    "Nothing is left in the text, and the file has {lines} lines. It was not saved.",
)
CUT_OVER_FULL: Final = Sentence(
    "own-scenarios/cut-over-full",
    "The text has {new} lines, and the file has {lines}. It was not saved: look whether that is meant.",
)
COPY_DAMAGED: Final = Sentence("own-scenarios/copy-damaged", "This copy cannot be read any more: {reason}.")
NO_REASON: Final = Sentence("own-scenarios/no-reason", "the system gives no reason")
TITLE_OF_COPY: Final = Sentence(
    "own-scenarios/title-of-copy", "{title} (own copy)", note="Written into the file as the title of a copy."
)
TITLE_OF_FURTHER_COPY: Final = Sentence(
    "own-scenarios/title-of-further-copy",
    "{title} (own copy {number})",
    note="Written into the file as the title of a second or third copy.",
)
