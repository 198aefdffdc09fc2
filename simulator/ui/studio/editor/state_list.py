"""The list of states beside the lines: arrow keys walk it; a click, Return, or a sentence that is begun lead to the line."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import QListView

from simulator.ui.look import Look
from simulator.ui.widgets.wrapped_list import wrap_lines

_HELD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class StateList(QListView):
    """Nobody looks for a state by its first letters here: whoever types has chosen, and writes."""

    writing_wanted = Signal(str)
    """Somebody goes on to the line, with what was typed so far."""

    def __init__(self, model: QStandardItemModel, look: Look) -> None:
        super().__init__()
        self.setModel(model)
        wrap_lines(self)
        side = round(16 * look.scale)
        self.setIconSize(QSize(side, side))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(lambda _index: self.writing_wanted.emit(""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes on to the line; a letter begins it."""
        words = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.writing_wanted.emit("")
        elif words.strip() and words.isprintable() and not event.modifiers() & _HELD:
            self.writing_wanted.emit(words)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters that come another way, such as from an input method, choose no other state."""
