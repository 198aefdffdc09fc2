"""A part of a page that is folded until somebody asks for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column


class Fold(QWidget):
    """A button with what it shows and hides below it."""

    def __init__(self, show: str, hide: str, *, name: str = "", opened: bool = False) -> None:
        super().__init__()
        self._words = (show, hide)
        self._name = name
        box = column(self, spacing=6)
        self.inside = QWidget()
        self.button = Button(show, "link")
        self.button.clicked.connect(lambda: self.set_open(self.inside.isHidden()))
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body = column(self.inside, spacing=6)
        box.addWidget(self.inside)
        self.set_open(opened)

    def set_open(self, opened: bool) -> None:
        """Show or hide what is inside."""
        self.inside.setVisible(opened)
        words = self._words[opened]
        self.button.show_words(words, f"{self._name}: {words}" if self._name else words)
