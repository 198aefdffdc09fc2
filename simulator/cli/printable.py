"""Text of people and files on a terminal: nothing in it can drive the terminal, and no letter stops the program."""

from __future__ import annotations

from typing import Final, TextIO

from simulator.messages import ENGLISH, Message

_BLANKS: Final = "\u00a0\u2009\u202f"
"""Blanks that numbers and dates are written with."""


def printable(words: str) -> str:
    """Words on one line, without control characters and marks that cannot be seen."""
    return "".join(
        letter if letter.isprintable() else " " if letter in _BLANKS else "\N{REPLACEMENT CHARACTER}"
        for letter in words
    )


def tell(message: Message, stream: TextIO) -> None:
    """Write a message on a line of its own."""
    write_line(ENGLISH.say(message), stream)


def write_line(words: str, stream: TextIO) -> None:
    """Write words on a line of their own; letters that the stream’s encoding lacks are written as their codes."""
    encoding = stream.encoding or "utf-8"
    stream.write(f"{printable(words).encode(encoding, 'backslashreplace').decode(encoding)}\n")
