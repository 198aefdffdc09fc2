"""The command palette (Ctrl+K): pages, scenarios and actions, found by typing part of their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from simulator.messages.sentences import command_palette as say
from simulator.ui.look import Look
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label

_WIDTH, _HEIGHT = 560, 420
_OF_WINDOW: Final = 0.9
"""The largest part of the window that the palette takes, where text is large."""
_FROM_TOP: Final = 8
"""An eighth of the window stays free above it."""
_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Command(NamedTuple):
    """Something that can be gone to or done: its name, the kind of thing it is, and what happens."""

    name: str
    kind: str
    do: Callable[[], object]


class CommandPalette(QFrame):
    """A line to type in and the commands that fit it; Enter or a click takes one, Esc or going elsewhere takes none.

    It lies over the page of its window and gives the keyboard back when it goes.
    """

    def __init__(self, look: Look, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._commands = tuple(commands)
        self.setProperty("kind", "card")
        self._before = QApplication.focusWidget()
        self.setAccessibleName(look.say(say.TITLE()))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box = column(self, spacing=8)
        box.setContentsMargins(16, 16, 16, 16)
        self.line = QLineEdit()
        self.line.setAccessibleName(look.say(say.FIND()))
        self.line.setPlaceholderText(look.say(say.FIND()))
        self.line.textChanged.connect(self._show_fitting)
        box.addWidget(self.line)
        self.rows = QListWidget()
        self.rows.setAccessibleName(look.say(say.TITLE()))
        self.rows.itemClicked.connect(self._take)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box.addWidget(self.rows, 1)
        self._nothing = text_label(look.say(say.NOTHING()), "small")
        box.addWidget(self._nothing)
        self._show_fitting("")
        self._place(parent)

    def open(self) -> None:
        """Show it, ready to be typed in."""
        self.show()
        self.raise_()
        self.line.setFocus()
        QApplication.instance().focusChanged.connect(self._look_where_keyboard_is)  # type: ignore[union-attr]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move through the rows while one goes on typing; Enter takes the row."""
        if event.key() in _MOVES:
            self.rows.keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._take(self.rows.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self._go()
        else:
            super().keyPressEvent(event)

    def _look_where_keyboard_is(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Somebody has gone elsewhere."""
        if new is not None and new is not self.line:
            self.close()

    def _go(self) -> None:
        """Close, with the keyboard where it was before."""
        before = self._before
        self.close()
        if before is not None and isValid(before):
            before.setFocus()

    def _show_fitting(self, typed: str) -> None:
        """The commands in whose names all typed words stand, in their order."""
        words = typed.casefold().split()
        self.rows.clear()
        for number, command in enumerate(self._commands):
            named = f"{command.name} {command.kind}".casefold()
            if all(word in named for word in words):
                row = QListWidgetItem(self._look.say(say.ROW(name=command.name, kind=command.kind)))
                row.setData(Qt.ItemDataRole.UserRole, number)
                self.rows.addItem(row)
        self.rows.setCurrentRow(0)
        self._nothing.setVisible(not self.rows.count())

    def _take(self, row: QListWidgetItem | None) -> None:
        if row is None:
            return
        command = self._commands[row.data(Qt.ItemDataRole.UserRole)]
        self._go()
        command.do()

    def _place(self, window: QWidget) -> None:
        """In the upper middle of the window."""
        room = window.size() * _OF_WINDOW
        self.resize(
            min(round(_WIDTH * self._look.scale), room.width()), min(round(_HEIGHT * self._look.scale), room.height())
        )
        left = (window.width() - self.width()) // 2
        top = min(window.height() // _FROM_TOP, window.height() - self.height())
        self.move(left, top)
