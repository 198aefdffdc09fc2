"""A field for several words of one list, each chosen by what people call it; new names can be written where the author makes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from simulator.scenario.nodes import Node
from simulator.services.shared_files import as_id
from simulator.ui.studio.editor.form_fields import Choice
from simulator.ui.widgets.choice_box import ChoiceBox
from simulator.ui.widgets.layouts import column

_FEW_LETTERS: Final = 8


class ChoicesField(QWidget):
    """A list for each word that is chosen, and one more for the next, up to ``most``."""

    entered = Signal(object)

    def __init__(self, choices: Sequence[Choice], most: int, *, names: bool = False) -> None:
        """``names`` where what is chosen are names, and a new one may be written; the first choice chooses nothing."""
        super().__init__()
        self._choices, self._most, self._names = choices, most, names
        self._node: Node = None
        self.boxes: list[ChoiceBox] = []
        self._box = column(self, spacing=4)
        self._show(())

    def hasFocus(self) -> bool:
        """Whether the keyboard is on any of the lists."""
        here = QApplication.focusWidget()
        return here is not None and self.isAncestorOf(here)

    def setAccessibleName(self, name: str) -> None:
        """Every list is called by what the field is for."""
        super().setAccessibleName(name)
        for box in self.boxes:
            box.setAccessibleName(name)

    def show_node(self, node: Node) -> None:
        """Show what the file holds."""
        self._node = node
        self._show(_words(node))

    def settle(self) -> None:
        """Hand over a name that is only half written."""
        if self._names and self.hasFocus():
            self._enter()

    def _show(self, words: Sequence[str]) -> None:
        wanted = min(len(words) + 1, max(self._most, len(words)))
        while len(self.boxes) < wanted:
            self._add_box()
        for box in self.boxes[wanted:]:
            self._box.removeWidget(box)
            box.hide()
            box.deleteLater()
        del self.boxes[wanted:]
        self.setFocusProxy(self.boxes[0])
        for number, box in enumerate(self.boxes):
            word = words[number] if number < len(words) else ""
            if box.findData(word) < 0:
                box.addItem(word, word)
            box.setCurrentIndex(box.findData(word))
            if self._names:
                box.setEditText(word)

    def _add_box(self) -> None:
        box = ChoiceBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_FEW_LETTERS)
        box.setAccessibleName(self.accessibleName())
        for word, shown in self._choices:
            box.addItem(shown, word)
        if self._names:
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            line = box.lineEdit()
            assert line is not None
            line.setPlaceholderText(self._choices[0][1])
            line.editingFinished.connect(self._enter)
        box.activated.connect(self._enter)
        self._box.addWidget(box)
        self.boxes.append(box)

    def _enter(self) -> None:
        words = list(dict.fromkeys(word for box in self.boxes if (word := self._word(box))))
        if words != _words(self._node):
            one = len(words) == 1 and not isinstance(self._node, list)
            self.entered.emit(words[0] if one else words or "")

    def _word(self, box: ChoiceBox) -> str:
        if not self._names:
            return str(box.currentData())
        written = box.currentText().strip()
        return "" if written == self._choices[0][1] else as_id(written)


def _words(node: Node) -> list[str]:
    if isinstance(node, list):
        return [one.strip() for one in node if isinstance(one, str)]
    return [node.strip()] if isinstance(node, str) and node.strip() else []
