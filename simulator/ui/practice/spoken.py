"""What is announced of a conversation: lines as they come, the answers on offer, and in Learn what came of an answer."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.messages.message import Message
from simulator.messages.sentences import conversation as say
from simulator.ui.look import Look
from simulator.ui.practice.transcript_view import Line


def line_spoken(look: Look, line: Line) -> str:
    """A line as it is heard: who, what can be seen, silence, words."""
    heard = [
        *([f"{', '.join(line.shows)}."] if line.shows else []),
        *([f"{line.silent}."] if line.silent else []),
        line.says,
    ]
    return look.say(say.HEARD_LINE(name=line.speaker, words=" ".join(filter(None, heard))))


def opening_spoken(look: Look, lines: Iterable[Line]) -> str:
    """Several lines, one after the other."""
    return "\n".join(line_spoken(look, line) for line in lines)


def responses_spoken(look: Look, count: int, *, waiting: bool) -> str:
    """How many answers there are, or that what was seen is asked for first."""
    return look.say(say.HEARD_QUESTION()) if waiting else look.say(say.HEARD_RESPONSES(count=count))


def reasons_spoken(look: Look, why: tuple[Message, ...], state: str) -> str:
    """In Learn: how the patient is now, and why."""
    return look.say(say.HEARD_STATE(state=state, why=" ".join(map(look.say, why)))) if why else ""
