"""What the pages of a personal export have in common: how a conversation is called, what it came to, what every page says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.messages import Message, Sentence
from simulator.messages.sentences import earlier
from simulator.messages.sentences import personal_data as say
from simulator.messages.sentences.text import AS_WRITTEN
from simulator.patient import Verdict
from simulator.session import INTERRUPTED, OPEN, STOPPED, Mode, SessionHeader

INDEX: Final = "index.html"
"""The first page of an export."""

_FOLDER: Final = "conversations"
_CAME_TO: Final[Mapping[str, Sentence]] = {
    Verdict.REPAIRED: earlier.REPAIRED,
    Verdict.PARTLY: earlier.PARTLY,
    Verdict.UNRESOLVED: earlier.UNRESOLVED,
    Verdict.QUIET_DROP_OUT: earlier.QUIET,
    Verdict.LEFT: earlier.LEFT,
    Verdict.TRANSFER: earlier.TRANSFER,
    STOPPED: earlier.STOPPED,
    INTERRUPTED: earlier.INTERRUPTED,
    OPEN: earlier.UNFINISHED,
}
_MODES: Final = {Mode.LEARN: earlier.LEARN, Mode.PRACTISE: earlier.PRACTISE}


def page_path(number: int) -> str:
    """Where in an export the page of a conversation is, counted from 1."""
    return f"{_FOLDER}/{number:04}.html"


def disclaimers() -> tuple[Message, ...]:
    """What is said on every page that leaves the program."""
    return tuple(sentence() for sentence in say.DISCLAIMERS)


def came_to(header: SessionHeader) -> Message:
    """What a conversation came to; a word that this program does not know stands as it is."""
    sentence = _CAME_TO.get(header.verdict)
    return AS_WRITTEN(words=header.verdict) if sentence is None else sentence()


def how_held(header: SessionHeader) -> Message:
    """The mode and the difficulty of a conversation."""
    return say.MODE_AND_LEVEL(mode=_MODES[header.mode](), level=header.difficulty)


def title_of(header: SessionHeader) -> str:
    """The title of a conversation's scenario; its id where the title is lost."""
    return header.title or header.scenario or header.id
