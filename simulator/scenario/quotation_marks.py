"""Quotation marks and apostrophes as books set them, of what authors type with the straight ones of the keyboard."""

from __future__ import annotations

import re
from typing import Final

_NOT_WITHIN_A_WORD: Final = re.compile(r"(?<!\w)'|'(?!\w)|\"")
"""Whatever is more than the apostrophe in “don't”: nearly all texts have none of it."""

_QUOTED: Final = re.compile(r"(?<![\w’])'(?=\w)(.+?)(?<![\s'])'(?!\w)")
_OPENING: Final = re.compile(r"(?<![^\s(\[“‘–—-])\"(?=\S)")
_EVEN: Final = 2
_TYPED: Final = str.maketrans("‘’“”", "''\"\"")


def set_in_type(text: str) -> str:
    """The text with “ ”, ‘ ’ and ’ for straight marks; what stands for inches, or has no partner, stays as it is typed.

    Quotation marks are those of English; authors who write in a language that has others type them, and keep them.
    """
    if "'" not in text and '"' not in text:
        return text
    if _NOT_WITHIN_A_WORD.search(text) is not None:
        text = _QUOTED.sub(r"‘\1’", text)
        if text.count('"') % _EVEN == 0:
            text = _OPENING.sub("“", text).replace('"', "”")
    return text.replace("'", "’")


def as_typed(text: str) -> str:
    """The text with the straight marks of the keyboard, to compare texts of which it does not matter how they are set."""
    return text.translate(_TYPED)
