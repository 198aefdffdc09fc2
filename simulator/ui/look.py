"""How everything looks for this user: the theme, the text size, and what should move or be timed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from simulator.messages.message import ENGLISH, Catalogue, Message
from simulator.storage.key_bindings import FIRST_KEYS, KeyAction
from simulator.ui.theme import Theme


class Look(NamedTuple):
    """A theme with the user's wishes; ``scale`` is the text size, 1.0 to 2.0, ``words`` the catalogue of their language.

    ``keys`` are the letters that do something in a conversation.
    """

    theme: Theme
    scale: float = 1.0
    reduced_motion: bool = False
    timed_silences: bool = False
    words: Catalogue = ENGLISH
    keys: Mapping[KeyAction, str] = FIRST_KEYS

    def say(self, message: Message) -> str:
        """A message in the words of this user."""
        return self.words.say(message)
