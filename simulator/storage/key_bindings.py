"""The letters that do something in a conversation: as they are at first, and as somebody has changed them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.alliance.codes import Code


class KeyAction(Code):
    """What a letter can do in a conversation."""

    NOTHING = "nothing"
    WITHDREW = "withdrew"
    DEFERRED = "deferred"
    CONFRONTED = "confronted"
    OPENED_UP = "opened-up"
    STAY_SILENT = "stay-silent"
    STEP_BACK = "step-back"
    BEFORE_ANSWER = "before-answer"


OFF: Final = ""
"""Stands where an action has no letter."""

FIRST_KEYS: Final[Mapping[KeyAction, str]] = MappingProxyType(
    {
        KeyAction.NOTHING: "N",
        KeyAction.WITHDREW: "W",
        KeyAction.DEFERRED: "D",
        KeyAction.CONFRONTED: "C",
        KeyAction.OPENED_UP: "O",
        KeyAction.STAY_SILENT: "S",
        KeyAction.STEP_BACK: "B",
        KeyAction.BEFORE_ANSWER: "M",
    }
)
"""The letters of a first start. Digits choose, Esc pauses and F1 helps, always."""


def bindings(changed: Mapping[str, str], *, letters: bool = True) -> Mapping[KeyAction, str]:
    """The letter of each action, capital, or ``OFF``; ``changed`` are the wishes of somebody, and the first wish wins.

    Without ``letters`` no letter does anything.
    """
    if not letters:
        return dict.fromkeys(KeyAction, OFF)
    wished = {action: changed[action] for action in KeyAction if action in changed}
    found: dict[KeyAction, str] = {}
    for action in (*wished, *(each for each in KeyAction if each not in wished)):
        letter = wished.get(action, FIRST_KEYS[action])
        found[action] = OFF if letter in found.values() else letter
    return {action: found[action] for action in KeyAction}


def as_letter(text: str) -> str | None:
    """What somebody typed as a letter for an action: one capital letter, ``OFF`` for nothing, ``None`` where it is neither."""
    letter = text.strip().upper()
    return letter if letter == OFF or (len(letter) == 1 and letter.isalpha()) else None


def understood(values: object) -> dict[str, str] | None:
    """Changed keys as they stand in a settings file; what is no letter of an action is left out."""
    if not isinstance(values, dict):
        return None
    known = {str(action) for action in KeyAction}
    read = {name: as_letter(text) for name, text in values.items() if name in known and isinstance(text, str)}
    return {name: letter for name, letter in read.items() if letter is not None}
