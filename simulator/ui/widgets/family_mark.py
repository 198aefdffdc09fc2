"""A family of reaction states as colour, shape and word: never colour alone."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from simulator.alliance.reactions import Family
from simulator.messages.sentences.families import FAMILIES
from simulator.ui.icons import icon_pixmap
from simulator.ui.look import Look
from simulator.ui.theme import Role
from simulator.ui.widgets.layouts import row
from simulator.ui.widgets.text import text_label

_LINE = 20
"""Height of a line of small text, so that the shape stands beside the first line of its word."""


class FamilyMark(QWidget):
    """The shape of a family beside a word."""

    def __init__(self, look: Look, family: Family | None = None, word: str = "", *, wrap: bool = True) -> None:
        super().__init__()
        self._look = look
        box = row(self, spacing=6)
        self._shape = QLabel()
        self._word = text_label("", "small", wrap=wrap)
        self._shape.setFixedHeight(round(_LINE * look.scale))
        box.addWidget(self._shape)
        if wrap:
            from PySide6.QtCore import Qt

            box.setAlignment(self._shape, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self._word, 1)
        if family:
            self.show_family(family, word or look.say(FAMILIES[family]()))

    def show_family(self, family: Family, word: str) -> None:
        """Show a family's shape in its colour, and a word."""
        size = round(16 * self._look.scale)
        colour = self._look.theme.colour(Role(family.value))
        self._shape.setPixmap(icon_pixmap(family.value, colour, size, self.devicePixelRatioF()))
        self._word.setText(word)
