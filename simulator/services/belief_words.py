"""How far a handed-in conversation can be believed, in a word or two."""

from __future__ import annotations

from simulator.messages.message import Message
from simulator.messages.sentences import handed_in as say
from simulator.services.handed_in import Belief


def in_short(belief: Belief) -> Message:
    """The words that stand beside a conversation in lists."""
    return say.VERIFIED_SHORT() if belief is Belief.VERIFIED else say.OTHER_EDITION_SHORT()
