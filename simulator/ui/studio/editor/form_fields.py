"""The fields of a form: one for each kind of value that the language has, each telling what it holds as the file has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from simulator.scenario.editing.written import Value
from simulator.scenario.nodes import Node
from simulator.ui.studio.editor.handing_over import HandsOver
from simulator.ui.widgets.choice_box import ChoiceBox

_PARAGRAPH: Final = "\u2029"
_SPACE: Final = re.compile(r"[ \t\r\n]+")
_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FEWEST_LINES, _MOST_LINES = 2, 7
_ALL_ROOM = 100_000
_FEW_LETTERS, _MANY_LETTERS = 8, 40

Choice = tuple[str, str]
"""A word of the language, and what a person reads for it."""


class LinesField(HandsOver, QPlainTextEdit):
    """A text of a sentence or more; or several short texts, one on each line."""

    entered = Signal(object)
    returned = Signal()
    """Return was pressed in a text that is one: whoever wrote it wants to go on."""

    def __init__(self, *, several: bool = False) -> None:
        super().__init__()
        self._several = several
        self._lines = 0
        self._node: Node = None
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.wait_for_pauses()
        self.textChanged.connect(self._soon.start)
        self.textChanged.connect(self._fit)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as it needs to be from the first, in the letters of the page: it does not grow at the first key."""
        super().showEvent(event)
        self._fit()

    def show_node(self, node: Node) -> None:
        """Show what the file holds; what is being written is left as it is."""
        self._node = node
        shown = "\n".join(one for one in node if isinstance(one, str)) if isinstance(node, list) else _text(node)
        if not self.writing and _plain(shown) != _plain(self._written()):
            self.blockSignals(True)
            self.setPlainText(shown)
            self.blockSignals(False)
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return ends a text, as an empty line ends several: the language knows no lines in one."""
        if event.key() in _RETURN and (not self._several or self._is_done()):
            self.settle()
            self.returned.emit()
        else:
            super().keyPressEvent(event)

    def _is_done(self) -> bool:
        """Whether an empty line behind the others says that no more of them will come."""
        cursor = self.textCursor()
        return cursor.atEnd() and cursor.blockNumber() > 0 and not cursor.block().text().strip()

    def _tell(self) -> None:
        """Tell what stands here, if the file holds something else."""
        value = self._value()
        if value != _as_value(self._node, several=self._several):
            self.entered.emit(value)

    def _value(self) -> Value:
        text = self._written()
        if self._several:
            return [line.strip() for line in text.split("\n") if line.strip()]
        return _joined(text)

    def _written(self) -> str:
        """What stands here, as it was written: a space that does not break stays one."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Only now it is known how many lines the words take."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """As high as its lines, within limits; while somebody writes here it only grows, so that nothing jumps under the hand."""
        lines = min(
            max(round(self.document().size().height()), self._lines_of_placeholder(), _FEWEST_LINES), _MOST_LINES
        )
        lines = self._lines = max(lines, self._lines) if self.hasFocus() else lines
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin()) + 14
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around)

    def _lines_of_placeholder(self) -> int:
        """How many lines the words take that stand here while nothing is written."""
        words, metrics = self.placeholderText(), self.fontMetrics()
        if not words or self._written():
            return 0
        wide = max(1, self.viewport().width() - 2 * round(self.document().documentMargin()))
        room = metrics.boundingRect(0, 0, wide, _ALL_ROOM, Qt.TextFlag.TextWordWrap, words)
        return -(-room.height() // metrics.lineSpacing())

    def setPlaceholderText(self, text: str) -> None:
        """Show words while nothing is written here, whole."""
        if text != self.placeholderText():
            super().setPlaceholderText(text)
            self._fit()


class LineField(HandsOver, QLineEdit):
    """A short text, a number, a condition; or several words with commas between them, in brackets or without.

    ``listed`` where the language wants a list of a single word, too.
    """

    entered = Signal(object)
    returned = Signal()

    def __init__(self, *, several: bool = False, listed: bool = False) -> None:
        super().__init__()
        self._several, self._listed = several, listed
        self._node: Node = None
        self.wait_for_pauses()
        self.textEdited.connect(lambda _text: self._soon.start())
        self.returnPressed.connect(self.settle)
        self.returnPressed.connect(self.returned)

    def show_node(self, node: Node) -> None:
        """Show what the file holds; what is being written is left as it is."""
        self._node = node
        shown = ", ".join(_text(one) for one in node) if isinstance(node, list) else _text(node)
        if not self.writing and shown.strip() != self.text().strip():
            self.setText(shown)
            self.setCursorPosition(0)

    def _tell(self) -> None:
        """Tell what stands here, if the file holds something else."""
        value = self._value()
        if value != _as_value(self._node, several=isinstance(value, list)):
            self.entered.emit(value)

    def _value(self) -> Value:
        text = self.text().strip()
        words = [word.strip() for word in text.strip("[]").split(",") if word.strip()]
        if words and self._listed:
            return list(words)
        if self._several and (isinstance(self._node, list) or len(words) > 1):
            return list(words)
        return text


class ChoiceField(ChoiceBox):
    """One word of several; what is not among them is shown as it is written."""

    entered = Signal(object)

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._node: Node = None
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_FEW_LETTERS)
        for word, shown in choices:
            self.addItem(shown, word)
        self.activated.connect(self._enter)

    def sizeHint(self) -> QSize:
        """As wide as its longest word where there is room, so that what is chosen can be read whole."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        longest = max((metrics.horizontalAdvance(self.itemText(n)) for n in range(self.count())), default=0)
        few, most = (metrics.horizontalAdvance("x" * letters) for letters in (_FEW_LETTERS, _MANY_LETTERS))
        return QSize(hint.width() + max(0, min(longest, most) - few), hint.height())

    def show_node(self, node: Node) -> None:
        """Show what the file holds."""
        self._node = node
        word = _text(node).strip()
        place = self.findData(word)
        if place < 0:
            self.addItem(word, word)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def call_unset(self, words: str) -> None:
        """Say in other words what it means that nothing is chosen."""
        if words != self.itemText(0):
            self.setItemText(0, words)
            self.updateGeometry()

    def settle(self) -> None:
        """Nothing is ever half chosen."""

    def _enter(self, _number: int) -> None:
        word = self.currentData()
        if word != _text(self._node).strip():
            self.entered.emit(word)


def _text(node: Node) -> str:
    return node if isinstance(node, str) else ""


def _plain(text: str) -> str:
    return "\n".join(map(_joined, text.strip().split("\n")))


def _joined(text: str) -> str:
    """A text on one line, as the language reads it."""
    return _SPACE.sub(" ", text).strip(" ")


def _as_value(node: Node, *, several: bool) -> Value:
    """What a file holds, in the form in which a field tells it."""
    if isinstance(node, list):
        return [_text(one).strip() for one in node]
    if several:
        return [_text(node).strip()] if _text(node).strip() else []
    return _joined(_text(node))
