"""Asks at the terminal before something happens that cannot be taken back lightly."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from simulator.cli.printable import tell, write_prompt
from simulator.cli.terminal_language import translated
from simulator.messages.message import Message
from simulator.messages.sentences import store_care as say
from simulator.session.errors import ServiceError


class NobodyToAsk(ServiceError):
    """There is no terminal to ask at, and nobody has agreed beforehand."""


def confirmed(what: Iterable[Message], *, agreed: bool) -> bool:
    """Whether somebody agrees to what is told; ``agreed`` if they did on the command line. Raises ``NobodyToAsk``."""
    if agreed:
        return True
    # A program that was started without an input has none.
    if not (sys.stdin and sys.stdin.isatty()):
        raise NobodyToAsk(say.NOBODY_TO_ASK())
    for message in what:
        tell(message, sys.stderr)
    word = translated(say.YES())
    write_prompt(translated(say.GO_AHEAD(word=word)), sys.stderr)
    if _typed().strip().casefold() == word.casefold():
        return True
    tell(say.LEFT_AS_IT_IS(), sys.stderr)
    return False


def _typed() -> str:
    try:
        return sys.stdin.readline()
    except UnicodeDecodeError:
        # Whatever it is, it is not the word.
        return ""
