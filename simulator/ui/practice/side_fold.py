"""Folds the panel with the portrait away where words need its room, and shows it again on demand."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import conversation as say
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button

FOLDS_FROM: Final = 1.5
"""From this text size on the words need the whole width."""
_NARROW: Final = 900
"""Pixels of a page at a text size of 100 % below which there is no room beside the words."""


def look_is_large(look: Look) -> bool:
    """Whether the words need all the room that there is."""
    return look.scale >= FOLDS_FROM


class SideFold:
    """Knows whether the panel is folded; its button stands in the bar while it is in the way."""

    def __init__(self, panel: QWidget, look: Look) -> None:
        self._panel = panel
        self._look = look
        self._name = ""
        self._wanted = False
        self._crowded = False
        self.button = Button("", "quiet")
        self.button.hide()
        self.button.clicked.connect(self._turn)

    def show_name(self, name: str) -> None:
        """Another person sits there; the panel begins folded where there is little room."""
        self._name, self._wanted = name, False
        self._show()

    def fit(self, width: int) -> None:
        """The page has another width."""
        self._crowded = look_is_large(self._look) or width < _NARROW
        self._show()

    def _turn(self) -> None:
        self._wanted = not self._wanted
        self._show()

    def _show(self) -> None:
        shown = not self._crowded or self._wanted
        self._panel.setVisible(shown)
        self.button.setVisible(self._crowded)
        word = say.HIDE_PERSON if shown else say.SHOW_PERSON
        self.button.show_words(self._look.say(word(name=self._name)))
