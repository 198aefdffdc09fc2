"""Labels that show text as it is: nothing in a scenario is ever taken for markup."""

from __future__ import annotations

import re
from typing import Final, Literal

from PySide6.QtWidgets import QLabel, QSizePolicy

_PLAIN_TEXT: Final = 0
"""``Qt.TextFormat.PlainText``. Loading the names in ``Qt`` takes a sixth of the time to the first window, so what the
library shows does without them."""

_MAY_BREAK: Final = "\u200b"
_ENDLESS: Final = re.compile(r"\S{41,}")
_PIECE: Final = re.compile(r"\S{1,20}")

TextType = Literal["title", "heading", "body", "small", "speech", "quiet", "small-quiet", "code"]


def text_label(text: str = "", type_: TextType = "body", *, wrap: bool = True) -> QLabel:
    """A plain-text label in one of the type styles of the theme."""
    label = WrappingLabel(text) if wrap else QLabel(text)
    label.setProperty("textFormat", _PLAIN_TEXT)
    label.setProperty("type", type_)
    label.setWordWrap(wrap)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        label.setMinimumWidth(1)
    return label


def selectable(label: QLabel) -> QLabel:
    """The same label, its text open to the mouse for copying."""
    from PySide6.QtCore import Qt

    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class WrappingLabel(QLabel):
    """Plain text that wraps, a word that is longer than any line too."""

    def __init__(self, text: str = "") -> None:
        super().__init__(breakable(text))

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(breakable(text))

    def text(self) -> str:
        """The text as it was given."""
        return super().text().replace(_MAY_BREAK, "")


def breakable(text: str) -> str:
    """The text with places to break in words that no line has room for; nothing of it is seen or read out."""
    return _ENDLESS.sub(lambda word: _MAY_BREAK.join(_PIECE.findall(word[0])), text)


class Paragraph(WrappingLabel):
    """Plain text that wraps at a width at which it is easy to read, in a column that may be wider."""

    def __init__(self, text: str, most_wide: int, type_: TextType = "body") -> None:
        super().__init__(text)
        self.setProperty("textFormat", _PLAIN_TEXT)
        self.setProperty("type", type_)
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self.setMaximumWidth(most_wide)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """The height at this width, or at the greatest."""
        return super().heightForWidth(min(width, self.maximumWidth()))
