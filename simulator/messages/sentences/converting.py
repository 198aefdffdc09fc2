"""What is said while files are brought to today's form of the scenario language."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

CONVERTED: Final = Sentence("converting/converted", "{file}: brought to “{form}”.")
WOULD_BE: Final = Sentence("converting/would-be", "{file}: would be brought to “{form}”.")
AS_IT_IS: Final = Sentence("converting/as-it-is", "{file}: nothing to change.")
LEFT: Final = Sentence("converting/left", "{file}: left as it is. {why}", note="“why” is a sentence of its own.")
HAS_FAULTS: Final = Sentence("converting/has-faults", "It has faults. Run “check” on it and mend them first.")
LINES_HAVE_RESPONSES: Final = Sentence(
    "converting/lines-have-responses",
    "Single lines have answers of their own. Move them to the answers of the whole state first.",
)
WOULD_LOSE: Final = Sentence(
    "converting/would-lose",
    "Something in it would be lost or would read otherwise. Change it by hand: the page of the language shows how.",
)
CANNOT_BE_READ: Final = Sentence("converting/cannot-be-read", "It cannot be read.")
CANNOT_BE_WRITTEN: Final = Sentence("converting/cannot-be-written", "It cannot be written: {reason}.")
