"""What the trainee can do in a turn: say what was seen, choose a response, stay with the silence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from simulator.alliance.reactions import Family
from simulator.session.vocabulary import Tag
from simulator.ui.icons import icon
from simulator.ui.look import Look
from simulator.ui.theme import Role
from simulator.ui.widgets.buttons import Button, ChoiceButton
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.groups import NamedGroup
from simulator.ui.widgets.layouts import column, scrolling
from simulator.ui.widgets.text import text_label

TAGS: tuple[tuple[Tag, str, str, Family | None], ...] = (
    (Tag.NOTHING, "N", "Nothing", None),
    (Tag.WITHDRAWAL, "W", "Withdrew", Family.WITHDRAWAL),
    (Tag.DEFERENCE, "D", "Deferred", Family.DEFERENCE),
    (Tag.CONFRONTATION, "C", "Confronted", Family.CONFRONTATION),
)
"""Each tag with its key, its word on the button and the family whose colour and shape it carries."""


class TagBar(NamedGroup):
    """Asks what was just seen; answered once a moment."""

    tagged = Signal(Tag)

    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("What did you just see?"))
        box = FlowLayout(self, spacing=8)
        self._ask = text_label(self.tr("What did you just see?"), "body", wrap=False)
        box.addWidget(self._ask)
        self.buttons: dict[Tag, Button] = {}
        for tag, key, word, family in TAGS:
            button = Button(self.tr(word), "tag", hint=self.tr("Key {0}").format(key))
            button.setCheckable(True)
            if family:
                button.setIcon(icon(family.value, Role(family.value), look.theme))
                button.setProperty("family", family.value)
            button.clicked.connect(lambda _checked=False, t=tag: self.tagged.emit(t))
            box.addWidget(button)
            self.buttons[tag] = button
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_tag(self, tag: Tag | None) -> None:
        """Show the tag that was given in this moment, or none yet."""
        for each, button in self.buttons.items():
            button.setChecked(each is tag)
            button.setEnabled(tag is None or each is tag)


class Choices(QWidget):
    """The responses on offer, numbered in the order of this session; the buttons are kept from turn to turn."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._box = column(self, spacing=6)
        self._box.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.buttons: list[ChoiceButton] = []
        self._kept: list[ChoiceButton] = []
        self._responses: tuple[tuple[str, str], ...] = ()
        self._waiting = text_label(self.tr("The responses appear once you have said what you saw."), "quiet")
        self._box.addWidget(self._waiting)

    def show_responses(self, responses: tuple[tuple[str, str], ...], *, waiting: bool) -> None:
        """Show the responses (ids and sentences), or while ``waiting`` for the tag, only why they are not there yet."""
        self._responses = () if waiting else responses
        self._waiting.setVisible(waiting)
        while len(self._kept) < len(self._responses):
            self._kept.append(self._button(len(self._kept)))
        self.buttons = self._kept[: len(self._responses)]
        for button, (_, sentence) in zip(self.buttons, self._responses, strict=True):
            button.show_sentence(sentence)
        for position, button in enumerate(self._kept):
            button.setVisible(position < len(self.buttons))

    def _button(self, position: int) -> ChoiceButton:
        button = ChoiceButton(position + 1)
        button.clicked.connect(lambda: self.chosen.emit(self._responses[position][0]))
        self._box.addWidget(button)
        return button

    def press(self, number: int) -> None:
        """Choose by number, counted from 1; a number that is not on offer does nothing."""
        if 1 <= number <= len(self.buttons):
            self.buttons[number - 1].click()


def dock_area(tags: TagBar, choices: Choices) -> QScrollArea:
    """Tags and responses in a frame of constant size, so that the page does not jump from turn to turn."""
    inside = QWidget()
    box = column(inside, spacing=10)
    box.addWidget(tags)
    box.addWidget(choices)
    box.addStretch(1)
    area = scrolling(inside, "What you can do")
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
