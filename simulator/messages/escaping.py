"""Letters that cannot be seen, as their codes: text of people and files must not drive a terminal or hide in a line."""

from __future__ import annotations

from typing import Final

_BLANKS: Final = str.maketrans(dict.fromkeys("\u00a0\u2009\u202f", " "))
"""Blanks that numbers and dates are written with, and what stands for them."""


def escaped(words: str) -> str:
    """Words on one line; control characters, line ends, marks of direction and halves of letters become codes (``\\x1b``)."""
    plain = words.translate(_BLANKS)
    return plain if plain.isprintable() else "".join(c if c.isprintable() else _code(c) for c in plain)


def _code(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")
