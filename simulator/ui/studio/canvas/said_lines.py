"""What was said in a play, line below line, each whole at any width; a line leads to where it stands."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from simulator.scenario.nodes import Path
from simulator.ui.widgets.buttons import WrappedButton, inner
from simulator.ui.widgets.layouts import clear, column
from simulator.ui.widgets.text import text_label

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SaidLine(WrappedButton):
    """One line, as a button that looks like text."""

    stepped = Signal(int)
    """An arrow key leads to the line before or behind."""

    def __init__(self, words: str, *, patient: bool) -> None:
        super().__init__("said")
        self.words = words
        box = column(self)
        box.setContentsMargins(10, 4, 10, 4)
        box.addWidget(inner(text_label(words, "said" if patient else "body")))
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from line to line."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class SaidLines(QWidget):
    """All lines; Tab comes to the newest, and arrow keys lead on from there."""

    chosen = Signal(tuple)
    """A line is to be shown where it stands, by its path; an empty one stands in the patient's file."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[SaidLine] = []
        self._box = column(self, spacing=2)

    def show_lines(self, lines: list[tuple[str, Path, bool]]) -> None:
        """Show words, where each stands, and whether the patient speaks."""
        clear(self._box)
        self.rows = []
        for number, (words, source, patient) in enumerate(lines):
            line = SaidLine(words, patient=patient)
            newest = number == len(lines) - 1
            line.setFocusPolicy(Qt.FocusPolicy.StrongFocus if newest else Qt.FocusPolicy.ClickFocus)
            line.clicked.connect(lambda _checked=False, at=source: self.chosen.emit(at))
            line.stepped.connect(lambda step, at=number: self._step(at + step))
            self._box.addWidget(line)
            self.rows.append(line)

    def _step(self, number: int) -> None:
        if 0 <= number < len(self.rows):
            self.rows[number].setFocus(Qt.FocusReason.OtherFocusReason)
