"""What the settings say of the keys of a conversation."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("keys/title", "Keys in a conversation")
LETTERS: Final = Sentence("keys/letters", "Letters do something")
LETTERS_HELP: Final = Sentence(
    "keys/letters-help",
    "1 to 5 choose an answer, Esc pauses and F1 helps in any case. Where a keyboard writes no Latin letters, the keys count "
    "that lie where these letters are on one that does.",
)
FIELD_HELP: Final = Sentence("keys/field-help", "One letter; empty for none")
NOTHING: Final = Sentence("keys/nothing", "You saw nothing")
WITHDREW: Final = Sentence("keys/withdrew", "The patient withdrew")
DEFERRED: Final = Sentence("keys/deferred", "The patient deferred")
CONFRONTED: Final = Sentence("keys/confronted", "The patient confronted you")
OPENED_UP: Final = Sentence("keys/opened-up", "The patient opened up")
STAY_SILENT: Final = Sentence("keys/stay-silent", "Stay silent")
STEP_BACK: Final = Sentence("keys/step-back", "Step back (in Learn)")
BEFORE_ANSWER: Final = Sentence("keys/before-answer", "Note something before you answer")
NO_LETTER: Final = Sentence("keys/no-letter", "“{sign}” is no letter. Digits and signs stay free for other things.")
TAKEN: Final = Sentence(
    "keys/taken",
    "“{letter}” is taken: {other}. Give that one another letter first.",
    note="{other} is what the letter does.",
)
FIRST: Final = Sentence("keys/first", "As at first")
