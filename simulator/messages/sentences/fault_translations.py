"""What the checker says of the translation of a scenario."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

D711: Final = Sentence(
    "faults/711",
    "A translation begins with “format: {format}” and has its words under “words:”; this file is not used.",
)
D712: Final = Sentence(
    "faults/712",
    "“{address}” needs “of:” (the hash of what was translated) and “say:” (the words), both as text.",
)
D713: Final = Sentence(
    "faults/713",
    "There is no “{address}” in the source; these words are never told.",
)
D714: Final = Sentence(
    "faults/714",
    "The source of “{address}” was changed since it was translated, so the source is told. When it fits again, write “of: {now}”.",
)
D715: Final = Sentence(
    "faults/715",
    "{missing} of {all} texts are not translated; they are told in the language of the source.",
)
