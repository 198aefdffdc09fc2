"""One question before publishing: its words, its answer, and beside them what is still missing."""

from __future__ import annotations

from typing import Final, Generic, TypeVar

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QSizePolicy, QWidget

from simulator.messages.message import Message
from simulator.ui.look import Look
from simulator.ui.widgets.groups import label_of
from simulator.ui.widgets.layouts import column, row
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.yes_no import YesNo

Field = TypeVar("Field", bound=YesNo | QLineEdit | QComboBox)
_ROW_FROM: Final = 760
"""So wide the page is, in pixels at a text size of 100 %, before question, answer and what is missing stand in one row."""

_WORDS, _FIELD, _MISSING = 9, 6, 8
"""What share of a row each of them has."""


class PublishQuestion(QWidget, Generic[Field]):
    """Its words are the name of its field; ``gone_on`` tells that somebody has answered and wants to go on."""

    answered = Signal()
    gone_on = Signal()

    def __init__(self, field: Field, words: Message, look: Look) -> None:
        super().__init__()
        self._look = look
        self.field: Field = field
        self._row = row(self, spacing=24)
        self.words = text_label("", "body")
        self.aside = column(spacing=2)
        self.aside.addWidget(label_of(self.words, field))
        self.missing = text_label("", "small")
        for label in (self.words, self.missing):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row.addLayout(self.aside, _WORDS)
        self._row.addWidget(field, _FIELD)
        self._row.addWidget(self.missing, _MISSING)
        self.ask(words)
        self._listen(field)

    def ask(self, words: Message) -> None:
        """Ask in other words."""
        self.words.setText(self._look.say(words))
        self.field.setAccessibleName(self.words.text())

    @property
    def answer(self) -> str:
        """What is answered now; nothing where nothing is."""
        field = self.field
        if isinstance(field, YesNo):
            return field.answer
        return field.text().strip() if isinstance(field, QLineEdit) else str(field.currentData() or "")

    def give(self, answer: str) -> None:
        """Show an answer."""
        field = self.field
        if isinstance(field, YesNo):
            field.give(answer)
        elif isinstance(field, QLineEdit):
            field.setText(answer)
        else:
            field.setCurrentIndex(max(field.findData(answer), 0))

    def say_missing(self, missing: Message | None) -> None:
        """Say beside the answer what it lacks, or nothing."""
        self.missing.setText("" if missing is None else self._look.say(missing))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window they stand one below the other."""
        super().resizeEvent(event)
        wide = self.width() >= _ROW_FROM * self._look.scale
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(24 if wide else 4)

    def _listen(self, field: YesNo | QLineEdit | QComboBox) -> None:
        going: SignalInstance
        if isinstance(field, YesNo):
            changed, going = field.answered, field.given
        elif isinstance(field, QLineEdit):
            changed, going = field.textChanged, field.returnPressed
        else:
            changed, going = field.currentIndexChanged, field.activated
        changed.connect(lambda *_: self.answered.emit())
        going.connect(lambda *_: self.gone_on.emit())
