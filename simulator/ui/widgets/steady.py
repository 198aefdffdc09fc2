"""A label that keeps the room of the longest sentence it may come to show, so that nothing jumps when it does."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel

from simulator.ui.widgets.text import TextType, text_label

_ENDLESS = 10_000


class SteadyLabel(QLabel):
    """A wrapping label of plain text that is never lower than the sentence it keeps room for."""

    def __init__(self, room_for: str, type_: TextType = "body") -> None:
        super().__init__()
        plain = text_label("", type_)
        self.setTextFormat(plain.textFormat())
        self.setProperty("type", type_)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # QLabel makes its height depend on its width only once it has a text.
        policy = plain.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(plain.minimumWidth())
        self._room_for = room_for

    def keep_room_for(self, sentence: str) -> None:
        """Keep room for another sentence from now on."""
        self._room_for = sentence
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Height in pixels of the text or of the sentence there is room for, whichever is more."""
        return max(super().heightForWidth(width) if self.text() else 0, self._room(width))

    def sizeHint(self) -> QSize:
        """As QLabel would have it, with the room."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self._room(max(hint.width(), self.width()))))

    def minimumSizeHint(self) -> QSize:
        """At least one line; what more is needed depends on the width."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), self.fontMetrics().height()))

    def _room(self, width: int) -> int:
        if not self._room_for:
            return 0
        page = QRect(0, 0, max(1, width), _ENDLESS)
        return self.fontMetrics().boundingRect(page, Qt.TextFlag.TextWordWrap, self._room_for).height()
