"""What one sitting in Assess means, said before it begins, and the number by which several people meet the same."""

from __future__ import annotations

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from simulator.messages.sentences import briefing as say
from simulator.ui.look import Look
from simulator.ui.widgets.layouts import column, row
from simulator.ui.widgets.text import text_label

_LARGEST = 999_999_999
_WIDTH = 160


class SittingTerms(QWidget):
    """Shown while Assess is chosen."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        box = column(self, spacing=6)
        box.setContentsMargins(26, 2, 0, 0)
        box.addWidget(text_label(look.say(say.ONE_SITTING()), "body"))
        line = row(spacing=10)
        label = text_label(look.say(say.NUMBER()), "body")
        self.number = QLineEdit()
        self.number.setAccessibleName(look.say(say.NUMBER()))
        self.number.setAccessibleDescription(look.say(say.NUMBER_HELP()))
        self.number.setValidator(QIntValidator(0, _LARGEST, self.number))
        self.number.setFixedWidth(round(_WIDTH * look.scale))
        label.setBuddy(self.number)
        line.addWidget(label, 1)
        line.addWidget(self.number)
        box.addLayout(line)
        box.addWidget(text_label(look.say(say.NUMBER_HELP()), "small"))

    @property
    def seed(self) -> int | None:
        """The number that was given; ``None`` where there is none, or none is asked for."""
        text = self.number.text().strip()
        return int(text) if text.isdigit() and not self.isHidden() else None
