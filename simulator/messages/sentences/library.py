"""What a folder of scenarios holds that is on no shelf or cannot be played there, and why."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# Why a file or a folder was left out
ENDING: Final = Sentence(
    "library/ending", "Only files that end in “.yaml” are read. If this is a scenario, rename it to “{better}”."
)
SECOND_DOT: Final = Sentence(
    "library/second-dot",
    "A second dot in a name is kept for what stands beside a scenario, such as its translation “concert.de.yaml”. If this "
    "is a scenario, rename it to “{better}” and give it the same id.",
)
NOT_UTF8: Final = Sentence(
    "library/not-utf8",
    "This name holds a letter (shown here as �) that is not UTF-8, so it cannot be written down. Give it a new name.",
)
INVISIBLE: Final = Sentence(
    "library/invisible",
    "This name holds a character that cannot be seen (shown here as {character}). Give it a new name without it.",
)
NOT_IN_PATHS: Final = Sentence(
    "library/not-in-paths", "This name holds “{character}”, which paths cannot hold. Give it a new name without it."
)
TOO_DEEP: Final = Sentence(
    "library/too-deep",
    "More than {most} folders lie in each other here, so nothing in this one was looked at. Move its scenarios further up.",
)
UNREADABLE: Final = Sentence(
    "library/unreadable",
    "This cannot be looked at ({reason}). Allow it to be read, or move it away.",
    note="A folder or file.",
)
LINKED_FOLDER: Final = Sentence(
    "library/linked-folder",
    "This is a link to a folder, and such links are not followed. If there are scenarios in that folder, copy it to here.",
)
NO_FILE: Final = Sentence(
    "library/no-file", "This is no file with text in it, or a link to a file that is not there. Put a copy of it here."
)

# Why a scenario cannot be played beside the others
ID_OF_SHIPPED: Final = Sentence(
    "library/id-of-shipped",
    "“{path}”, which comes with Attune, already has the id “{id}”, and two scenarios with one id would share their progress. "
    "Give this one an id of its own, and name its file after it.",
)
ID_TAKEN: Final = Sentence(
    "library/id-taken",
    "“{path}” already has the id “{id}”, and two scenarios with one id would share their progress. Give this one an id of "
    "its own, and name its file after it.",
)
