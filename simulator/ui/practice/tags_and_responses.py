"""What the trainee can do in a turn: say what was seen, choose a response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.alliance.meanings import meaning_of
from simulator.alliance.reactions import Family
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import conversation as say
from simulator.session.vocabulary import Tag
from simulator.storage.key_bindings import OFF, KeyAction
from simulator.ui.icons import icon
from simulator.ui.look import Look
from simulator.ui.practice.side_fold import look_is_large
from simulator.ui.theme import Role
from simulator.ui.widgets.buttons import Button, ChoiceButton
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.groups import NamedGroup
from simulator.ui.widgets.layouts import column, row
from simulator.ui.widgets.text import text_label

TAGS: Final[tuple[tuple[Tag, KeyAction, Sentence, Family | None], ...]] = (
    (Tag.NOTHING, KeyAction.NOTHING, say.NOTHING, None),
    (Tag.WITHDRAWAL, KeyAction.WITHDREW, say.WITHDREW, Family.WITHDRAWAL),
    (Tag.DEFERENCE, KeyAction.DEFERRED, say.DEFERRED, Family.DEFERENCE),
    (Tag.CONFRONTATION, KeyAction.CONFRONTED, say.CONFRONTED, Family.CONFRONTATION),
    (Tag.OPENED_UP, KeyAction.OPENED_UP, say.OPENED_UP, Family.REPAIR),
)
"""Each tag with what its letter does, its word on the button and the family whose colour and shape it carries."""

TAG_OF: Final[Mapping[KeyAction, Tag]] = {action: tag for tag, action, _word, _family in TAGS}


def with_key(look: Look, what: str, action: KeyAction) -> str:
    """What a button does, with the letter that does it too, if there is one."""
    key = look.keys.get(action, OFF)
    return what if key == OFF else look.say(say.KEY(what=what, key=key))


class TagBar(NamedGroup):
    """Asks what was just seen; until an answer is given one may think better of it."""

    tagged = Signal(Tag)

    def __init__(self, look: Look) -> None:
        super().__init__(look.say(say.WHAT_DID_YOU_SEE()))
        self._look = look
        large = look_is_large(look)
        outer = column(self, spacing=2 if large else 4)
        holder = QWidget()
        box = FlowLayout(holder, spacing=8)
        ask = text_label(look.say(say.WHAT_DID_YOU_SEE()), "small" if large else "body", wrap=False)
        line = row(spacing=8)
        # Beside large words the tags need their line for themselves.
        (line if large else box).addWidget(ask)
        self.buttons: dict[Tag, Button] = {}
        for tag, action, word, family in TAGS:
            button = Button(look.say(word()), "tag", hint=with_key(look, look.say(meaning_of(tag)), action))
            button.setCheckable(True)
            if family:
                button.setIcon(icon(family.value, Role(family.value), look.theme))
                button.setProperty("family", family.value)
            button.clicked.connect(lambda _checked=False, t=tag: self.tagged.emit(t))
            box.addWidget(button)
            self.buttons[tag] = button
        outer.addWidget(holder)
        self.answer = text_label("", "small-quiet")
        line.addWidget(self.answer, 1)
        outer.addLayout(line)
        for widget in (holder, self):
            policy = widget.sizePolicy()
            policy.setHeightForWidth(True)
            widget.setSizePolicy(policy)

    def show_tag(self, tag: Tag | None, answer: Message) -> None:
        """Show the tag that was given in this moment, or none yet, and what is said to it; it has always one line."""
        for each, button in self.buttons.items():
            button.setChecked(each is tag)
        self.answer.setText(self._look.say(answer))


class Choices(QWidget):
    """The responses on offer, numbered in the order of this session; the buttons are kept from turn to turn."""

    chosen = Signal(str)
    button_made = Signal(Button)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._tight = look_is_large(look)
        self._box = column(self, spacing=2 if self._tight else 6)
        self._box.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.buttons: list[ChoiceButton] = []
        self._kept: list[ChoiceButton] = []
        self._responses: tuple[tuple[str, str], ...] = ()

    def show_responses(self, responses: tuple[tuple[str, str], ...]) -> None:
        """Show the responses (ids and sentences)."""
        self._responses = responses
        while len(self._kept) < len(self._responses):
            self._kept.append(self._button(len(self._kept)))
        self.buttons = self._kept[: len(self._responses)]
        for button, (_, sentence) in zip(self.buttons, self._responses, strict=True):
            button.show_sentence(sentence)
        for position, button in enumerate(self._kept):
            button.setVisible(position < len(self.buttons))

    def _button(self, position: int) -> ChoiceButton:
        button = ChoiceButton(position + 1, tight=self._tight)
        button.clicked.connect(lambda: self.chosen.emit(self._responses[position][0]))
        self._box.addWidget(button)
        self.button_made.emit(button)
        return button

    def press(self, number: int) -> None:
        """Choose by number, counted from 1; a number that is not on offer does nothing."""
        if 1 <= number <= len(self.buttons):
            self.buttons[number - 1].click()
