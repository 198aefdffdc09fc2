"""Words of a file or a person, and several sentences as one: so that they can stand where messages stand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import Final

from simulator.messages.message import Message, Sentence

AS_WRITTEN: Final = Sentence(
    "text/as-written", "{words}", note="Words from a file or of a person; never translated here."
)
ONE_AFTER_ANOTHER: Final = Sentence(
    "text/one-after-another", "{first} {next}", note="Two whole sentences, one after the other."
)
QUOTED: Final = Sentence("text/quoted", "“{words}”", note="What is said, or a name of the file, in quotation marks.")
SIDE_BY_SIDE: Final = Sentence("text/side-by-side", "{first} · {next}", note="Two facts on one line, set apart.")


def one_after_another(sentences: Iterable[Message]) -> Message:
    """Whole sentences as one message, to be read one after the other; there is at least one."""
    return reduce(lambda first, following: ONE_AFTER_ANOTHER(first=first, next=following), sentences)
