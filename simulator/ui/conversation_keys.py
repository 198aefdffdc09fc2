"""Which key of the keyboard means what in a conversation, whatever the layout: digits by place, letters by what they write."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from simulator.storage.key_bindings import OFF, KeyAction

Meant: TypeAlias = int | KeyAction | None
"""A response by its number, what a letter does, or nothing."""

_ROWS: Final = ((2, "1234567890"), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
"""The key at which each row begins, in the numbers of PC keyboards (set 1, which Linux counts by too)."""

_PC: Final[Mapping[int, str]] = MappingProxyType(
    {first + place: sign for first, signs in _ROWS for place, sign in enumerate(signs)}
)
_MAC: Final[Mapping[int, str]] = MappingProxyType(
    dict(enumerate("ASDFHGZXCV"))
    | dict(enumerate("BQWERYT123465", 11))
    | {
        25: "9",
        26: "7",
        28: "8",
        29: "0",
        31: "O",
        32: "U",
        34: "I",
        35: "P",
        37: "L",
        38: "J",
        40: "K",
        45: "N",
        46: "M",
    }
)
_X11_OFFSET: Final = 8
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def key_meant(event: QKeyEvent, bound: Mapping[KeyAction, str], platform: str = "") -> Meant:
    """What a key means: what it writes counts first, then where it lies on a keyboard with Latin letters."""
    if event.modifiers() & _COMMANDS:
        return None
    written = _written(event)
    number = unicodedata.digit(written, None) if len(written) == 1 else None
    if number is not None:
        return number
    actions = {letter: action for action, letter in bound.items() if letter != OFF}
    if written in actions:
        return actions[written]
    place = _place(event, platform)
    if place.isdigit():
        return int(place)
    latin = written.isascii() and written.isalpha()
    return None if latin or not written.isalpha() else actions.get(place)


def _written(event: QKeyEvent) -> str:
    """The sign that a key writes, capital."""
    text = event.text().upper()
    if text.strip():
        return text
    key = event.key()
    return chr(key) if Qt.Key.Key_0 <= key <= Qt.Key.Key_Z else ""


def _place(event: QKeyEvent, platform: str) -> str:
    """The sign that an American keyboard has on this key, or nothing where the key is not known."""
    if platform == "cocoa":
        return _MAC.get(event.nativeVirtualKey(), "") if event.text() else ""
    code = event.nativeScanCode()
    return _PC.get(code if platform == "windows" else code - _X11_OFFSET, "")
