"""The head of the conversation: who it is with, how far it is, and what can be done besides answering."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from simulator.messages.sentences import conversation as say
from simulator.storage.key_bindings import KeyAction
from simulator.ui.icons import icon
from simulator.ui.look import Look
from simulator.ui.practice.side_fold import look_is_large
from simulator.ui.practice.tags_and_responses import with_key
from simulator.ui.theme import Role
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import row
from simulator.ui.widgets.text import text_label

_ROOM_FOR_TITLE: Final = 1_200
"""Pixels of the bar from which a title of large words has room beside the buttons."""


class ConversationHeader(QFrame):
    """A bar above the conversation."""

    stepped_back = Signal()
    help_wanted = Signal()
    settings_wanted = Signal()
    paused = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "bar")
        box = row(self, spacing=8)
        narrow = 2 if look_is_large(look) else 10
        box.setContentsMargins(24, narrow, 16, narrow)
        self._box = box
        self.title = text_label("", "heading")
        self.turn = text_label("", "small", wrap=False)
        self.back = Button(
            look.say(say.STEP_BACK()), "quiet", hint=with_key(look, look.say(say.STEP_BACK_HINT()), KeyAction.STEP_BACK)
        )
        self.help = _picture(look, "help", look.say(say.HELP()))
        self.settings = _picture(look, "settings", look.say(say.SETTINGS()))
        self.pause = Button(look.say(say.PAUSE()), "quiet", hint=look.say(say.PAUSE_HINT()))
        box.addWidget(self.title, 1)
        box.addStretch()
        box.addWidget(self.turn)
        box.addSpacing(8)
        for button, wanted in (
            (self.back, self.stepped_back),
            (self.help, self.help_wanted),
            (self.settings, self.settings_wanted),
            (self.pause, self.paused),
        ):
            button.clicked.connect(wanted)
            box.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where words are large and the bar is narrow, what can be done stays, and the title stands in the window's own."""
        super().resizeEvent(event)
        self.title.setVisible(not look_is_large(self._look) or event.size().width() >= _ROOM_FOR_TITLE)

    def take_in(self, button: Button) -> None:
        """Let a button stand beside the title."""
        self._box.insertWidget(1, button)

    def show_title(self, title: str, *, can_step_back: bool) -> None:
        """Show what is being played; stepping back is offered where it can ever be."""
        self.title.setText(title)
        self.back.setVisible(can_step_back)
        self.back.setDisabled(True)

    def show_turn(self, turn: int, turns: int) -> None:
        """Show how far the conversation is; before the first answer there is nothing to step back from."""
        self.turn.setText(self._look.say(say.TURN(turn=turn, turns=turns)))
        self.back.setDisabled(turn <= 1)


def _picture(look: Look, name: str, words: str) -> Button:
    """A button of a picture, which is named and explains itself."""
    button = Button("", "quiet", name=words, hint=words)
    button.setIcon(icon(name, Role.ACCENT, look.theme))
    return button
