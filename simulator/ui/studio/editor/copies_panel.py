"""The dated copies of the open file, each of which can be brought back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from simulator.messages.message import When
from simulator.messages.sentences import studio_editor as say
from simulator.services.file_on_disk import FileOnDisk
from simulator.storage.scenario_copies import DatedCopy
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import clear, column, row
from simulator.ui.widgets.text import text_label


class CopiesPanel(QFrame):
    """A button for each copy; to bring one back is a step that can be undone."""

    restored = Signal(DatedCopy)
    closed = Signal()

    def __init__(self, disk: FileOnDisk, look: Look) -> None:
        super().__init__()
        self._disk, self._look = disk, look
        self.setProperty("kind", "aside")
        box = column(self, margin=12, spacing=8)
        across = row(spacing=8)
        self._words = text_label("", "body")
        across.addWidget(self._words, 1)
        self._away = Button(look.say(say.PUT_AWAY()), "quiet")
        self._away.clicked.connect(self._close)
        across.addWidget(self._away)
        box.addLayout(across)
        holder = Flow()
        self._copies = holder.items
        box.addWidget(holder)
        self.buttons: list[Button] = []
        self.hide()

    def open(self) -> None:
        """Show the copies there are."""
        copies = self._disk.copies()
        self._words.setText(self._look.say(say.COPIES_HEAD() if copies else say.NO_COPIES()))
        clear(self._copies)
        self.buttons = []
        for copy in copies:
            when = When(copy.at_ms)
            button = Button(self._look.say(say.COPY_OF(when=when)), name=self._look.say(say.BRING_BACK_OF(when=when)))
            button.clicked.connect(lambda _checked=False, one=copy: self._restore(one))
            self.buttons.append(button)
            self._copies.addWidget(button)
        self.show()
        (self.buttons[0] if self.buttons else self._away).setFocus()

    def _restore(self, copy: DatedCopy) -> None:
        self.hide()
        self.restored.emit(copy)
        self.closed.emit()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
