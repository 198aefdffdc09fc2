"""How everything looks for this user: the theme, the text size, and what should move or be timed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtGui import QGuiApplication

from simulator.messages.message import ENGLISH, Catalogue, Message
from simulator.storage.key_bindings import FIRST_KEYS, KeyAction
from simulator.ui.theme import Theme

_HALF: Final = 128
"""Half of the greatest lightness; a desktop whose windows are darker is a dark one."""


@dataclass(frozen=True, slots=True)
class Look:
    """A theme with the user's wishes; ``scale`` is the text size, 1.0 to 2.0, ``words`` the catalogue of their language.

    ``keys`` are the letters that do something in a conversation.
    """

    theme: Theme
    scale: float = 1.0
    reduced_motion: bool = False
    timed_silences: bool = False
    words: Catalogue = ENGLISH
    keys: Mapping[KeyAction, str] = field(default_factory=lambda: FIRST_KEYS)

    def say(self, message: Message) -> str:
        """A message in the words of this user."""
        return self.words.say(message)


def system_theme() -> str:
    """The name of the theme that goes with the desktop's own: light unless its windows are dark.

    To be asked before a theme of ours is applied, because that hides the desktop's colours.
    """
    dark = QGuiApplication.palette().window().color().lightness() < _HALF
    return "dark" if dark else "light"
