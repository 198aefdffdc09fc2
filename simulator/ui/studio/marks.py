"""Whether something should be mended, as shape, colour and word: never colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from simulator.ui.icons import icon_pixmap
from simulator.ui.look import Look
from simulator.ui.theme import Role
from simulator.ui.widgets.layouts import row
from simulator.ui.widgets.text import TextType, text_label

_LINE: Final = 22


class Mark(StrEnum):
    """What is marked; each is named like its icon."""

    ERROR = "close"
    WARNING = "warning"
    CLEAN = "check"
    NEEDED = "next"


_ROLES: Final[Mapping[Mark, Role]] = MappingProxyType(
    {Mark.ERROR: Role.CONFRONTATION, Mark.WARNING: Role.INK, Mark.CLEAN: Role.ACCENT, Mark.NEEDED: Role.ACCENT}
)


def mark_shape(look: Look, mark: Mark) -> QLabel:
    """The shape of a mark in its colour, as high as a line of text."""
    shape = QLabel()
    colour = look.theme.colour(_ROLES[mark])
    shape.setPixmap(icon_pixmap(mark.value, colour, round(18 * look.scale), shape.devicePixelRatioF()))
    shape.setFixedHeight(round(_LINE * look.scale))
    return shape


class MarkedWord(QWidget):
    """A shape beside its word; only the word where there is nothing to mark."""

    def __init__(
        self, look: Look, mark: Mark | None, word: str, type_: TextType = "small", *, wrap: bool = False
    ) -> None:
        super().__init__()
        box = row(self, spacing=6)
        if mark is not None:
            box.addWidget(mark_shape(look, mark), 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(text_label(word, type_ if mark else "small-quiet", wrap=wrap), int(wrap))
        if not wrap:
            box.addStretch(1)
