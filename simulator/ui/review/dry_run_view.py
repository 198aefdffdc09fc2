"""What a correction would change: one line, and behind a button whose scores."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import corrections as say
from simulator.services.correcting import DryRun
from simulator.services.correction_words import change_in_words, dry_run_in_words
from simulator.ui.look import Look
from simulator.ui.widgets.layouts import clear, column
from simulator.ui.widgets.text import selectable, text_label

_MOST_LISTED = 40


class DryRunView(QWidget):
    """A sentence, and below it each score that would change."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        box = column(self, spacing=4)
        self.told = text_label("", "body")
        box.addWidget(self.told)
        self._lines = column(spacing=4)
        box.addLayout(self._lines)

    def tell(self, message: Message) -> None:
        """Say something in place of what was worked out before."""
        clear(self._lines)
        self.told.setText(self._look.say(message))

    def show_found(self, found: DryRun) -> None:
        """Show what would change."""
        self.tell(dry_run_in_words(found))
        for change in found.changes[:_MOST_LISTED]:
            words = f"·  {self._look.say(change_in_words(change))}"
            self._lines.addWidget(selectable(text_label(words, "small")))
        more = len(found.changes) - _MOST_LISTED
        if more > 0:
            self._lines.addWidget(text_label(self._look.say(say.MORE(count=more)), "small"))
