"""Characters that nobody sees on a page, or that look like another: which of them a text may have, and their names."""

from __future__ import annotations

import re
from typing import Final

CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What no text has: characters that drive printers and terminals, and marks of bytes."""

DIRECTION: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What turns the direction of writing round, so that a line reads otherwise than it is."""

UNSEEN: Final = re.compile(
    "[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What has no width and no use in a sentence; joiners and direction marks, which some scripts need, are not among it."""

ODD_SPACE: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""What looks like a space; in a sentence it may stand, between keys and values it may not."""

SUSPECT: Final = re.compile("|".join(one.pattern for one in (CONTROL, DIRECTION, UNSEEN)))
_NOT_SEEN: Final = re.compile("[\\s\u034f\u061c\u200c-\u200f\ufe00-\ufe0f]")
_COLONS: Final = "\uff1a\ufe55\ua789\u2236\ufe13"
IN_STRUCTURE: Final = re.compile(f"{SUSPECT.pattern}|{ODD_SPACE.pattern}|[{_COLONS}]")
"""What a line may not have up to the beginning of its value."""

_OLD_NAMES: Final = {
    0x0: "NULL",
    0x7: "BELL",
    0x8: "BACKSPACE",
    0x1B: "ESCAPE",
    0x7F: "DELETE",
    0xFEFF: "BYTE ORDER MARK",
}


def name_of(char: str) -> str:
    """The number and name of a character, as tables list it."""
    from unicodedata import name

    number = ord(char)
    return f"U+{number:04X} {_OLD_NAMES.get(number) or name(char, 'CONTROL CHARACTER')}"


def ordinary(char: str) -> str:
    """What was meant where a look-alike stands between keys and values: a space, a colon, or nothing."""
    if char in _COLONS:
        return ":"
    return " " if ODD_SPACE.match(char) else ""


def clean(text: str) -> str:
    """A text without what cannot be seen; nothing where nobody would see anything of it."""
    text = SUSPECT.sub("", text)
    return text if _NOT_SEEN.sub("", text) else ""
