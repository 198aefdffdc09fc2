"""What is asked of somebody new at once, so that they need not be visited for it later; every answer may be left open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from simulator.messages.sentences import new_scenario as say
from simulator.ui.look import Look
from simulator.ui.widgets.groups import label_of
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label

_ASKED = {
    "age": say.AGE,
    "pronouns": say.PRONOUNS,
    "work": say.WORK,
    "about": say.ABOUT,
    "history": say.HISTORY,
    "seeks": say.SEEKS,
}


class NewPersonFields(QWidget):
    """What a trainee reads of a person before they meet, by its keys in the file of a person."""

    returned = Signal()
    """Return was pressed in one of them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        box = column(self, spacing=4)
        self.fields: dict[str, QLineEdit] = {}
        for key, asked in _ASKED.items():
            field, words = QLineEdit(), look.say(asked())
            field.setAccessibleName(words)
            field.returnPressed.connect(self.returned)
            box.addWidget(label_of(text_label(words, "body"), field))
            box.addWidget(field)
            self.fields[key] = field

    def told(self) -> dict[str, str]:
        """What was answered, by its key."""
        answers = {key: " ".join(field.text().split()) for key, field in self.fields.items()}
        return {key: answer for key, answer in answers.items() if answer}
