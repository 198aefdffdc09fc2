"""Names of the file, and few of something, in the sentences of the checker."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from simulator.messages.message import Listed, Message, Sentence, Value
from simulator.messages.sentences import fault_parts as parts
from simulator.messages.sentences.text import QUOTED

_RESPONSES: Final[tuple[Sentence, ...]] = (parts.NO_RESPONSES, parts.ONE_RESPONSE, parts.TWO_RESPONSES)


def quoted(names: Iterable[Value], *, any_of: bool = False) -> Listed:
    """Names in quotation marks, as in “a”, “b” and “c”, or with “or”."""
    return Listed(tuple(QUOTED(words=name) for name in names), any_of)


def too_few(responses: int) -> Message:
    """How many responses there are, where they are fewer than the three that make a choice."""
    return _RESPONSES[responses]()
