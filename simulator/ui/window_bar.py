"""The bar at the top of the window: the desks, the help and the settings."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from simulator.alliance.codes import Code
from simulator.messages.sentences import window as say
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button, set_kind
from simulator.ui.widgets.layouts import row
from simulator.ui.widgets.text import text_label


class Desk(Code):
    """What one does at Attune: to each belongs a desk, and a button in the bar."""

    PRACTICE = "practice"
    STUDIO = "studio"
    REVIEW = "review"


class WindowBar(QFrame):
    """Buttons to everywhere, the desk where one is marked among them; the window says what they do."""

    def __init__(self, look: Look, at: Desk) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "bar")
        box = row(self, spacing=12)
        box.setContentsMargins(24, 10, 16, 10)
        box.addWidget(text_label("Attune", "heading", wrap=False))
        box.addSpacing(12)
        # The buttons begin as where one will be: to change them means to ask for their style, which takes a tenth of a start.
        self.practice = Button(look.say(say.PRACTICE()), "desk-here" if at is Desk.PRACTICE else "desk")
        self.studio = Button(look.say(say.STUDIO()), "desk")
        box.addWidget(self.practice)
        self.review = Button(look.say(say.REVIEW()), "desk")
        box.addWidget(self.studio)
        box.addWidget(self.review)
        box.addStretch(1)
        self.help = Button(look.say(say.HELP()), "quiet", hint=look.say(say.HELP_HINT()))
        box.addWidget(self.help)
        self.settings = Button(look.say(say.SETTINGS()), "quiet")
        box.addWidget(self.settings)

    def mark(self, here: Desk | None) -> None:
        """Mark the desk where one is, or none."""
        buttons = {Desk.PRACTICE: self.practice, Desk.STUDIO: self.studio, Desk.REVIEW: self.review}
        for desk, button in buttons.items():
            set_kind(button, "desk-here" if desk is here else "desk")
            button.setAccessibleDescription(self._look.say(say.AT_THIS_DESK()) if desk is here else "")
