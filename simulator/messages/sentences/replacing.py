"""What is said while something is found and replaced in all of somebody's files."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

ASIDE: Final = Sentence("replacing/aside", "Replace in all my files")
HEAD: Final = Sentence(
    "replacing/head",
    "Finds in all your own scenarios, patients and translations. Nothing is changed before you have seen the list; what you untick "
    "stays as it is. A file that is not open is saved at once, and what was in it is kept as a dated copy.",
)
WHOLE_WORDS: Final = Sentence("replacing/whole-words", "Whole words only")
FIND: Final = Sentence("replacing/find", "Find in all files")
LIST: Final = Sentence("replacing/list", "Places that would be changed")
ROW: Final = Sentence(
    "replacing/row", "{file}, line {line}\n− {before}\n+ {after}", note="A line of a file before and after a change."
)
FOUND: Final = Sentence("replacing/found", "Found once", "Found {count} times", "count")
FOUND_NOT: Final = Sentence("replacing/found-not", "Not found in any file")
TOO_OFTEN: Final = Sentence(
    "replacing/too-often", "Found more than {most} times. The first of them are shown; replace these, then find again."
)
LOOKING: Final = Sentence("replacing/looking", "Looking through all files …")
WRITE_FIRST: Final = Sentence("replacing/write-first", "Write what is to be found first.")
REPLACE: Final = Sentence("replacing/replace", "Replace this one", "Replace these {count}", "count")
DONE: Final = Sentence("replacing/done", "Replaced once.", "Replaced {count} times.", "count")
IN_OPEN_FILE: Final = Sentence(
    "replacing/in-open-file", "In the open file it is a step that can be undone, and not saved yet."
)
NOTHING_CHOSEN: Final = Sentence("replacing/nothing-chosen", "Nothing is ticked, so nothing was changed.")
LEFT_ALONE: Final = Sentence("replacing/left-alone", "“{file}” stays as it was: {why}", note="“why” is a sentence.")
CHANGED_SINCE: Final = Sentence(
    "replacing/changed-since", "it was changed since the list was made. Find once more, and then replace."
)
UNSAVED: Final = Sentence(
    "replacing/unsaved", "something in it is not saved yet. Open it and save or delete that first."
)
WOULD_BREAK: Final = Sentence(
    "replacing/would-break",
    "afterwards it could not be read any more ({what}). Leave out what is a key or an id there.",
    note="“what” is a sentence about a fault.",
)
STEP: Final = Sentence("replacing/step", "replace “{word}” in all files", note="A step, as in “Undo: …”.")
