"""The letters that do something in a conversation: changed, or switched off, as somebody's keyboard or hands need it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import keys as say
from simulator.storage.key_bindings import FIRST_KEYS, OFF, KeyAction, as_letter, bindings
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card
from simulator.ui.widgets.text import text_label

_WIDTH: Final = 64

ACTIONS: Final[Mapping[KeyAction, Sentence]] = {
    KeyAction.NOTHING: say.NOTHING,
    KeyAction.WITHDREW: say.WITHDREW,
    KeyAction.DEFERRED: say.DEFERRED,
    KeyAction.CONFRONTED: say.CONFRONTED,
    KeyAction.OPENED_UP: say.OPENED_UP,
    KeyAction.STAY_SILENT: say.STAY_SILENT,
    KeyAction.STEP_BACK: say.STEP_BACK,
    KeyAction.BEFORE_ANSWER: say.BEFORE_ANSWER,
}


class KeysCard(Card):
    """Each action with its letter; a letter that another action has is refused in words."""

    changed = Signal(dict, bool)
    """The letters that are not those of a first start, and whether letters do anything at all."""

    def __init__(self, look: Look, changed: Mapping[str, str], letters: bool) -> None:
        super().__init__()
        self._look = look
        self._changed = dict(changed)
        self.body.addWidget(text_label(look.say(say.TITLE()), "heading"))
        self.letters = QCheckBox(look.say(say.LETTERS()))
        self.letters.setAccessibleName(look.say(say.LETTERS()))
        self.letters.setAccessibleDescription(look.say(say.LETTERS_HELP()))
        self.letters.setChecked(letters)
        self.letters.toggled.connect(lambda _on: self._tell())
        self.body.addWidget(self.letters)
        self.body.addWidget(text_label(look.say(say.LETTERS_HELP()), "small"))
        self.fields: dict[KeyAction, QLineEdit] = {}
        self.body.addWidget(self._make_fields())
        self.told = text_label("", "small")
        self.told.setProperty("role", "confrontation")
        self.told.hide()
        self.body.addWidget(self.told)
        self.first = Button(look.say(say.FIRST()), "quiet")
        self.first.clicked.connect(self._as_at_first)
        self.body.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        self._show()

    def _make_fields(self) -> QWidget:
        self._holder = QWidget()
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setColumnStretch(0, 1)
        for line, (action, word) in enumerate(ACTIONS.items()):
            label, field = text_label(self._look.say(word()), "body"), QLineEdit()
            field.setMaxLength(1)
            field.setFixedWidth(round(_WIDTH * self._look.scale))
            field.setAccessibleName(self._look.say(word()))
            field.setAccessibleDescription(self._look.say(say.FIELD_HELP()))
            field.setPlaceholderText("–")
            field.textEdited.connect(lambda text, a=action: self._typed(a, text))
            label.setBuddy(field)
            grid.addWidget(label, line, 0)
            grid.addWidget(field, line, 1)
            self.fields[action] = field
        return self._holder

    def _typed(self, action: KeyAction, text: str) -> None:
        bound = bindings(self._changed)
        letter = as_letter(text)
        other = next((a for a, key in bound.items() if a is not action and key == letter != OFF), None)
        if letter is None:
            self._refuse(say.NO_LETTER(sign=text))
        elif other is not None:
            self._refuse(say.TAKEN(letter=letter, other=ACTIONS[other]()))
        else:
            self.told.hide()
            self._changed[str(action)] = letter
            self._tell()

    def _refuse(self, why: Message) -> None:
        """Say why a letter cannot be taken, and show what holds."""
        self.told.setText(self._look.say(why))
        self.told.show()
        self._show()

    def _as_at_first(self) -> None:
        self.told.hide()
        self._changed = {}
        self._tell()

    def _tell(self) -> None:
        self._show()
        changed = {a: key for a, key in self._changed.items() if key != FIRST_KEYS[KeyAction(a)]}
        self.changed.emit(changed, self.letters.isChecked())

    def _show(self) -> None:
        for action, letter in bindings(self._changed).items():
            self.fields[action].setText(letter)
        self._holder.setEnabled(self.letters.isChecked())
        self.first.setEnabled(bindings(self._changed) != FIRST_KEYS and self.letters.isChecked())
