"""A strip below the faces that tells what has happened to the file, with the ways on as buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPlainTextEdit

from simulator.messages.message import Message
from simulator.messages.sentences import studio_editor as say
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.groups import label_of
from simulator.ui.widgets.layouts import clear, column, row
from simulator.ui.widgets.text import text_label

_WORDS: Final = 320
"""So wide, in pixels at a text size of 100 %, the words are at least where something stands beside them."""

Way = tuple[Message, Callable[[], object] | None]
"""What a button says, and what it does beside putting the strip away."""


class Strip(QFrame):
    """One matter at a time; it goes when one of its buttons was pressed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.matter = ""
        self.setProperty("kind", "aside")
        box = column(self, margin=12, spacing=8)
        self._told = row(spacing=16)
        box.addLayout(self._told)
        self._words = text_label("", "body")
        self._told.addWidget(self._words, 1)
        self._lines = QPlainTextEdit()
        self._lines.setReadOnly(True)
        self._lines.setTabChangesFocus(True)
        self._lines.setProperty("kind", "source")
        self._lines.setMaximumHeight(round(180 * look.scale))
        self._lines.setAccessibleName(look.say(say.DIFFERENCES()))
        self._holder = Flow()
        self._ways = self._holder.items
        self._told.addWidget(self._holder)
        self._differences = text_label(look.say(say.DIFFERENCES()), "small-quiet")
        box.addWidget(label_of(self._differences, self._lines))
        box.addWidget(self._lines)
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
        self._show_lines_at_all(False)
        clear(self._ways)
        self.buttons = []
        for what, act in ways:
            button = Button(self._look.say(what), "plain")
            button.clicked.connect(lambda _checked=False, do=act: self._press(do, keep=keep))
            self.buttons.append(button)
            self._ways.addWidget(button)
        self._arrange()
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ways on stand beside the words where there is room, else below them."""
        super().resizeEvent(event)
        self._arrange()

    def show_lines(self, lines: str) -> None:
        """Show some lines of text below the words."""
        self._lines.setPlainText(lines)
        self._show_lines_at_all(True)
        self._lines.setFocus()

    def settle(self, matter: str) -> None:
        """Put a matter away, if it is the one that is told."""
        if matter == self.matter:
            self.matter = ""
            self.hide()

    def _show_lines_at_all(self, shown: bool) -> None:
        for part in (self._differences, self._lines):
            part.setVisible(shown)

    def _arrange(self) -> None:
        needed = self._ways.sizeHint().width()
        beside = self.width() > 2 * needed + self._look.scale * _WORDS
        self._told.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._holder.setMinimumWidth(needed if beside else 0)

    def _press(self, act: Callable[[], object] | None, *, keep: bool) -> None:
        matter = self.matter
        if not keep:
            self.settle(matter)
        if act is not None:
            act()
