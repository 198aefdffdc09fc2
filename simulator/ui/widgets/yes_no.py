"""A question that is answered by yes or no, with one press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from simulator.messages.message import Message
from simulator.ui.conversation_keys import key_meant
from simulator.ui.look import Look
from simulator.ui.widgets.groups import NamedGroup
from simulator.ui.widgets.layouts import row


class YesNo(NamedGroup):
    """Two answers, of which neither is given at first; ``answer`` is a word, or nothing. The keys are 1 and 2, Return and Space."""

    answered = Signal()
    """The answer is another one."""

    given = Signal()
    """Somebody has answered with a hand, perhaps the same again."""

    def __init__(self, answers: tuple[tuple[str, Message], ...], look: Look) -> None:
        super().__init__("")
        box = row(self, spacing=20)
        self._group = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        for word, told in answers:
            radio = QRadioButton(look.say(told))
            radio.setAccessibleName(radio.text())
            radio.toggled.connect(lambda _on: self.answered.emit())
            radio.clicked.connect(lambda _on: self.given.emit())
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit gives the answer of that place, Return the one that the keyboard is on; once however long it is held."""
        radios = list(self.choices.values())
        number = key_meant(event, {}, QGuiApplication.platformName())
        chosen = None
        if isinstance(number, int) and 1 <= number <= len(radios):
            chosen = radios[number - 1]
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            chosen = next((radio for radio in radios if radio.hasFocus()), None)
        if chosen is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            chosen.click()
