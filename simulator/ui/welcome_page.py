"""The first start: what Attune is and is not, and the name the sessions are kept under."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, column, row, scrolling
from simulator.ui.widgets.text import text_label

_WIDTH = 640
_LONGEST_NAME = 60

POINTS = (
    "Attune is a training aid. It is no therapy, diagnosis, crisis service or licensing assessment.",
    "The patients are fictional. Their reactions are a simplified model; real people differ, and it is one "
    "orientation's view among several.",
    "Scores are formative and not validated. They are not for hiring, grading or fitness-to-practise decisions "
    "without a human supervisor.",
    "Everything stays on this computer. There is no account, and nothing is sent anywhere.",
)


class WelcomePage(QWidget):
    """Shows the disclaimer and asks for a name or pseudonym."""

    accepted = Signal(str)

    def __init__(self, look: Look, name: str = "") -> None:
        super().__init__()
        holder = QWidget()
        across = row(holder)
        across.setContentsMargins(24, 24, 24, 24)
        across.addStretch(1)
        card = Card(margin=36, spacing=12)
        card.setMaximumWidth(round(_WIDTH * look.scale))
        across.addWidget(card, 100, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        card.body.addWidget(text_label(self.tr("Welcome to Attune"), "title"))
        card.body.addWidget(
            text_label(
                self.tr(
                    "Practise noticing when something has gone wrong between you and a patient, owning your part, "
                    "and repairing it."
                ),
                "body",
            )
        )
        card.body.addSpacing(6)
        for point in POINTS:
            line = row(spacing=10)
            line.addWidget(text_label("–", "quiet", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text_label(self.tr(point), "body"), 1)
            card.body.addLayout(line)
        card.body.addSpacing(10)
        ask = text_label(self.tr("Your name, or a pseudonym"), "small")
        self.name = QLineEdit(name)
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Your name, or a pseudonym"))
        ask.setBuddy(self.name)
        self.begin = Button(self.tr("I understand, let me in"), "primary")
        self.name.textChanged.connect(self._changed)
        self.name.returnPressed.connect(self._accept)
        self.begin.clicked.connect(self._accept)
        card.body.addWidget(ask)
        card.body.addWidget(self.name)
        card.body.addSpacing(4)
        buttons = row()
        buttons.addWidget(self.begin)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        column(self).addWidget(scrolling(holder, self.tr("Welcome")))
        self._changed()

    def _changed(self) -> None:
        self.begin.setEnabled(bool(self.name.text().strip()))

    def _accept(self) -> None:
        name = self.name.text().strip()
        if name:
            self.accepted.emit(name)
