"""How messages name fields and places for whoever does not write in the text of the file."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

_PLACE: Final = "Stands before a message, and says where."

FIELD: Final = Sentence("told-in-words/field", "“{label}”", note="The label of a field in the form.")
FIELD_WITH: Final = Sentence(
    "told-in-words/field-with", "“{label}: {value}”", note="The label of a field in the form, and what is chosen there."
)
AT_PLACE: Final = Sentence("told-in-words/at-place", "{place} · {what}", note="“what” is a sentence.")
MOMENT: Final = Sentence("told-in-words/moment", "Moment “{moment}”", note=_PLACE)
ANSWER: Final = Sentence("told-in-words/answer", "Answer “{answer}” in “{moment}”", note=_PLACE)
WORDING: Final = Sentence("told-in-words/wording", "Wording “{wording}” of “{moment}”", note=_PLACE)
LINES: Final = Sentence("told-in-words/lines", "Lines for “{state}”", note=_PLACE)
LINE: Final = Sentence("told-in-words/line", "Line “{line}” for “{state}”", note=_PLACE)
ANSWER_TO_LINES: Final = Sentence("told-in-words/answer-to-lines", "Answer “{answer}” to “{state}”", note=_PLACE)
