"""A strip above the faces that tells what has happened to the file, with the ways on as buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QPlainTextEdit

from simulator.messages.message import Message
from simulator.messages.sentences import studio_editor as say
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import clear, column
from simulator.ui.widgets.text import text_label

Way = tuple[Message, Callable[[], object]]
"""What a button says, and what it does."""


class Strip(QFrame):
    """One matter at a time; it goes when one of its buttons was pressed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.matter = ""
        self.setProperty("kind", "aside")
        box = column(self, margin=12, spacing=8)
        self._words = text_label("", "body")
        box.addWidget(self._words)
        self._lines = QPlainTextEdit()
        self._lines.setReadOnly(True)
        self._lines.setTabChangesFocus(True)
        self._lines.setProperty("kind", "source")
        self._lines.setMaximumHeight(round(180 * look.scale))
        self._lines.setAccessibleName(look.say(say.DIFFERENCES()))
        box.addWidget(self._lines)
        holder = Flow()
        self._ways = holder.items
        box.addWidget(holder)
        self.buttons: list[Button] = []
        self.hide()

    @property
    def words(self) -> str:
        """What the strip says; nothing where it is not there."""
        return "" if self.isHidden() else self._words.text()

    def show_matter(self, matter: str, words: Message, *ways: Way, keep: bool = False) -> None:
        """Tell something; ``matter`` is its name, by which it is taken back where it is settled. ``keep`` leaves it after a press."""
        self.matter = matter
        self._words.setText(self._look.say(words))
        self._lines.hide()
        clear(self._ways)
        self.buttons = []
        for what, act in ways:
            button = Button(self._look.say(what), "plain")
            button.clicked.connect(lambda _checked=False, do=act: self._press(do, keep=keep))
            self.buttons.append(button)
            self._ways.addWidget(button)
        self.show()

    def show_lines(self, lines: str) -> None:
        """Show some lines of text below the words."""
        self._lines.setPlainText(lines)
        self._lines.show()
        self._lines.setFocus()

    def settle(self, matter: str) -> None:
        """Put a matter away, if it is the one that is told."""
        if matter == self.matter:
            self.matter = ""
            self.hide()

    def _press(self, act: Callable[[], object], *, keep: bool) -> None:
        matter = self.matter
        if not keep:
            self.settle(matter)
        act()
