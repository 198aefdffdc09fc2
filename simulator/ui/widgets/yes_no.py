"""A question that is answered by yes or no, with one press."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from simulator.messages.message import Message
from simulator.ui.look import Look
from simulator.ui.widgets.groups import NamedGroup
from simulator.ui.widgets.layouts import row


class YesNo(NamedGroup):
    """Two answers, of which neither is given at first; ``answer`` is a word, or nothing."""

    answered = Signal()

    def __init__(self, answers: tuple[tuple[str, Message], ...], look: Look) -> None:
        super().__init__("")
        box = row(self, spacing=20)
        self._group = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        for word, told in answers:
            radio = QRadioButton(look.say(told))
            radio.setAccessibleName(radio.text())
            radio.toggled.connect(lambda _on: self.answered.emit())
            self._group.addButton(radio)
            box.addWidget(radio)
            self.choices[word] = radio
        box.addStretch(1)
        self.setFocusProxy(next(iter(self.choices.values())))

    @property
    def answer(self) -> str:
        """The word of the answer that was given."""
        return next((word for word, radio in self.choices.items() if radio.isChecked()), "")

    def give(self, word: str) -> None:
        """Give an answer, or none."""
        self._group.setExclusive(False)
        for one, radio in self.choices.items():
            radio.setChecked(one == word)
        self._group.setExclusive(True)
