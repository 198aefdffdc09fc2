"""The two things that are asked of whoever corrects something: their name, and why."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QPlainTextEdit, QVBoxLayout

from simulator.messages.message import Message
from simulator.services.correcting import LONGEST_NAME
from simulator.ui.look import Look
from simulator.ui.widgets.choice_box import ChoiceBox
from simulator.ui.widgets.groups import label_of
from simulator.ui.widgets.text import text_label

_LINES = 3
_LETTERS = 24


class NameField(ChoiceBox):
    """A name is typed, or chosen among those that were used before; what is typed is completed in the line itself."""

    named = Signal(str)

    def __init__(self, asked: str, names: Iterable[str] = ()) -> None:
        super().__init__()
        self.setAccessibleName(asked)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        line, completer = self.lineEdit(), self.completer()
        assert line is not None
        assert completer is not None
        line.setAccessibleName(asked)
        line.setMaxLength(LONGEST_NAME)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.editTextChanged.connect(self.named)
        self.offer(names)

    def hint(self, words: str) -> None:
        """Words that stand there as long as nothing is typed."""
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(words)

    def offer(self, names: Iterable[str]) -> None:
        """Offer names that were used before; what is typed stays."""
        typed = self.currentText()
        self.blockSignals(True)
        self.clear()
        self.addItems(list(names))
        self.setEditText(typed)
        self.blockSignals(False)


def name_field(box: QVBoxLayout, look: Look, words: Message, names: Iterable[str] = ()) -> NameField:
    """A field for a name below its label, added to a box; ``names`` were used before."""
    field = NameField(look.say(words), names)
    box.addWidget(label_of(text_label(look.say(words), "small"), field))
    box.addWidget(field)
    return field


def reason_field(box: QVBoxLayout, look: Look, words: Message) -> QPlainTextEdit:
    """A field for a reason of some lines below its label, added to a box."""
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setAccessibleName(look.say(words))
    field.setFixedHeight(field.fontMetrics().lineSpacing() * _LINES + 24)
    box.addWidget(label_of(text_label(look.say(words), "small"), field))
    box.addWidget(field)
    return field
