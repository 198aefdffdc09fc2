"""What lists say of a session: what it came to, and how it was held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import earlier as say
from simulator.messages.sentences.text import AS_WRITTEN
from simulator.services.verdict_words import VERDICT_HEADINGS
from simulator.session.store import INTERRUPTED, OPEN, STOPPED, SessionHeader
from simulator.session.vocabulary import Mode

_CAME_TO: Final[Mapping[str, Sentence]] = {
    **{verdict.value: heading for verdict, heading in VERDICT_HEADINGS.items()},
    STOPPED: say.STOPPED,
    INTERRUPTED: say.INTERRUPTED,
    OPEN: say.UNFINISHED,
}
_MODES: Final = {Mode.LEARN: say.LEARN, Mode.PRACTISE: say.PRACTISE, Mode.ASSESS: say.ASSESS}


def came_to(header: SessionHeader) -> Message:
    """What a session came to; a word that this program does not know stands as it is."""
    sentence = _CAME_TO.get(header.verdict)
    return AS_WRITTEN(words=header.verdict) if sentence is None else sentence()


def mode_of(header: SessionHeader) -> Message:
    """The mode in which a session was held."""
    return mode_in_words(header.mode)


def mode_in_words(mode: Mode) -> Message:
    """What a mode is called."""
    return _MODES[mode]()
