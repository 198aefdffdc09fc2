"""What the pages of a personal export have in common: how a conversation is called, what it came to, what every page says."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Message
from simulator.messages.sentences import personal_data as say
from simulator.messages.sentences.disclaimers import DISCLAIMERS
from simulator.services.session_words import mode_of
from simulator.session.store import SessionHeader

INDEX: Final = "index.html"
"""The first page of an export."""

_FOLDER: Final = "conversations"


def page_path(number: int) -> str:
    """Where in an export the page of a conversation is, counted from 1."""
    return f"{_FOLDER}/{number:04}.html"


def disclaimers() -> tuple[Message, ...]:
    """What is said on every page that leaves the program."""
    return tuple(sentence() for sentence in DISCLAIMERS)


def how_held(header: SessionHeader) -> Message:
    """The mode and the difficulty of a conversation."""
    return say.MODE_AND_LEVEL(mode=mode_of(header), level=header.difficulty)


def title_of(header: SessionHeader) -> str:
    """The title of a conversation's scenario; its id where the title is lost."""
    return header.title or header.scenario or header.id
