"""Labels that show text as it is: nothing in a scenario is ever taken for markup."""

from __future__ import annotations

import re
from typing import Final, Literal

from PySide6.QtWidgets import QLabel, QSizePolicy

_PLAIN_TEXT: Final = 0
"""``Qt.TextFormat.PlainText``. Loading the names in ``Qt`` takes a sixth of the time to the first window, so what the
library shows does without them."""

_MAY_BREAK: Final = "\u200b"
"""A space without width: a line may end there."""
_LONGEST_WORD: Final = 24
_LONG_WORD: Final = re.compile(r"\S{25,}")

TextType = Literal["title", "lead", "heading", "body", "small", "speech", "said", "quiet", "small-quiet", "code"]


class PlainLabel(QLabel):
    """A label that can be read to its end also where a word is longer than a line."""

    def setText(self, text: str) -> None:
        """Show some words; one that no line could hold may be broken anywhere."""
        super().setText(_breakable(text) if len(text) > _LONGEST_WORD else text)

    def text(self) -> str:
        """The words as they were given."""
        return super().text().replace(_MAY_BREAK, "")


def _breakable(text: str) -> str:
    if max(map(len, text.split()), default=0) <= _LONGEST_WORD:
        return text
    return _LONG_WORD.sub(lambda found: _MAY_BREAK.join(found[0]), text)


def text_label(text: str = "", type_: TextType = "body", *, wrap: bool = True) -> QLabel:
    """A plain-text label in one of the type styles of the theme."""
    # Its kind comes before its words: with these it is made known to assistive technology, as a heading or as text.
    label = PlainLabel()
    label.setProperty("textFormat", _PLAIN_TEXT)
    label.setProperty("type", type_)
    label.setText(text)
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


def copyable(label: QLabel) -> QLabel:
    """The same label, its text open for copying to the mouse and, reached by Tab, to the keyboard."""
    from PySide6.QtCore import Qt

    by = Qt.TextInteractionFlag
    label.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    label.setProperty("kind", "selectable")
    return label


class Paragraph(PlainLabel):
    """Plain text that wraps at a width at which it is easy to read, in a column that may be wider."""

    def __init__(self, text: str, most_wide: int, type_: TextType = "body") -> None:
        super().__init__()
        self.setProperty("textFormat", _PLAIN_TEXT)
        self.setProperty("type", type_)
        self.setText(text)
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self.setMaximumWidth(most_wide)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """The height at this width, or at the greatest."""
        return super().heightForWidth(min(width, self.maximumWidth()))
