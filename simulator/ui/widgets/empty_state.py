"""What stands where there is nothing yet: a sentence, and one button for the next step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column, row
from simulator.ui.widgets.text import Paragraph

_READABLE = 640


class EmptyState(QWidget):
    """Says why nothing is here; ``button`` leads on."""

    def __init__(self, words: str, way_on: str, scale: float = 1.0) -> None:
        super().__init__()
        box = column(self, spacing=16)
        box.setContentsMargins(0, 12, 0, 12)
        box.addWidget(Paragraph(words, round(_READABLE * scale)))
        self.button = Button(way_on, "primary")
        line = row()
        line.addWidget(self.button)
        line.addStretch(1)
        box.addLayout(line)
