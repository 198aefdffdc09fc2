"""A judgement on a decision as shape, colour and word: a ring that is filled by what the answer cost."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from simulator.analysis.judgements import Judgement
from simulator.services.judgement_words import LABELS
from simulator.ui.icons import icon_pixmap
from simulator.ui.look import Look
from simulator.ui.theme import Role
from simulator.ui.widgets.layouts import row
from simulator.ui.widgets.text import text_label

ROLES: Final[Mapping[Judgement, Role]] = MappingProxyType(
    {
        Judgement.AS_GOOD: Role.REPAIR,
        Judgement.LITTLE: Role.REPAIR,
        Judgement.SOME: Role.INK,
        Judgement.LOT: Role.INK,
    }
)
"""The colour of each judgement; its shape is the icon of the same name, its word stands in ``LABELS``.

The families keep their own colours to themselves, so that no mark of a decision is taken for a rupture.
"""


def judgement_pixmap(judgement: Judgement, look: Look, size: int, ratio: float) -> QPixmap:
    """The shape of a judgement in its colour, ``size`` logical pixels high on a screen with this pixel ratio."""
    return icon_pixmap(judgement.value, look.theme.colour(ROLES[judgement]), size, ratio)


class JudgementMark(QWidget):
    """The shape of a judgement beside its word."""

    def __init__(self, look: Look, judgement: Judgement) -> None:
        super().__init__()
        box = row(self, spacing=6)
        shape = QLabel()
        shape.setPixmap(judgement_pixmap(judgement, look, round(16 * look.scale), self.devicePixelRatioF()))
        box.addWidget(shape, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(text_label(look.say(LABELS[judgement]()), "small", wrap=False))
