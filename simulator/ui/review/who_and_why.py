"""The two things that are asked of whoever corrects something: their name, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout

from simulator.messages.message import Message
from simulator.services.correcting import LONGEST_NAME
from simulator.ui.look import Look
from simulator.ui.widgets.groups import label_of
from simulator.ui.widgets.text import text_label

_LINES = 3


def name_field(box: QVBoxLayout, look: Look, words: Message) -> QLineEdit:
    """A field for a name below its label, added to a box."""
    field = QLineEdit()
    field.setMaxLength(LONGEST_NAME)
    field.setAccessibleName(look.say(words))
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
