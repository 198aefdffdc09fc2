"""What was said so far: speech in a book face, what can be seen in italics, silence as a line of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from simulator.messages.sentences.conversation import READ_ON, SO_FAR
from simulator.ui.look import Look
from simulator.ui.practice.read_on import ReadOn
from simulator.ui.theme import SANS, SERIF, Role, Size, pixels

_WORD_MS = 45
_MARGIN = 20
_COLUMN = 820
_LESS_FROM = 1.5
"""From this text size on speech and what is seen are one step of the scale smaller, for the answers to stay in sight."""


def column_margin(width: int, look: Look) -> int:
    """What is left and right of a readable column, in pixels of a view this wide."""
    return max(0, (width - round(_COLUMN * look.scale)) // 2)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the conversation: who speaks, what is seen, what is said; ``silent`` says how the silence is shown."""

    speaker: str
    you: bool
    says: str
    shows: tuple[str, ...] = ()
    silent: str = ""


class TranscriptView(QTextEdit):
    """The conversation so far, newest line at the bottom; the last line can appear at reading pace."""

    revealed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "transcript")
        self.setAccessibleName(look.say(SO_FAR()))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        self.setCursorWidth(0)
        self.document().setDocumentMargin(_MARGIN)
        self._look = look
        self._words: list[str] = []
        self._newest = 0
        self._from_first = False
        self._say_format = QTextCharFormat()
        self._timer = QTimer(self)
        self._timer.setInterval(_WORD_MS)
        self._timer.timeout.connect(self._next_word)
        self.read_on = ReadOn(self, look.say(READ_ON()), self.lines_seen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines short enough to read: the text stands in a column in the middle."""
        side, bar = column_margin(self.width(), self._look), self.verticalScrollBar()
        read_to = bar.value() + event.oldSize().height() if self._from_first and bar.value() > 0 else 0
        self.setViewportMargins(side, 0, side, 0)
        super().resizeEvent(event)
        if read_to:
            bar.setValue(read_to - event.size().height())
        else:
            self._to_place()

    def show_lines(self, lines: tuple[Line, ...], look: Look, *, from_first: bool = False) -> None:
        """Show these lines, all at once: the newest from its beginning, or a scene ``from_first`` to last."""
        self._stop()
        self._look = look
        self._from_first = from_first
        self.clear()
        with self._at_once():
            for line in lines:
                self._write(line, self._insert)
        self._to_place()
        self._caret_to(0 if from_first else self._newest)

    def add(self, line: Line, *, paced: bool) -> None:
        """Add a line; ``paced`` lets its words appear one after the other."""
        self.finish()
        self._from_first = False
        with self._at_once():
            self._write(line, self._queue if paced else self._insert)
        self._to_end()
        self._caret_to(self._newest)

    def show_newest(self) -> None:
        """A scene was read from its first line: from now on its last one matters."""
        self._from_first = False
        self._to_end()

    def finish(self) -> None:
        """Show the rest of a line that is still appearing."""
        if self._words:
            self._insert("".join(self._words))
            self._stop()
            self._to_end()
            self.revealed.emit()

    @property
    def revealing(self) -> bool:
        """Whether a line is still appearing."""
        return bool(self._words)

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Lay the text out once, after everything inside was written."""
        cursor = self._cursor()
        cursor.beginEditBlock()
        try:
            yield
        finally:
            cursor.endEditBlock()

    def _write(self, line: Line, say: Callable[[str], None]) -> None:
        look = self._look
        self._block(top=0 if self.document().isEmpty() else round(18 * look.scale), leading=1.05)
        self._newest = self.document().blockCount() - 1
        speaker = _format(look, Role.QUIET_INK, Size.SMALL, strong=True)
        speaker.setFontCapitalization(QFont.Capitalization.AllUppercase)
        speaker.setFontLetterSpacing(106)
        self._cursor().insertText(line.speaker, speaker)
        if line.shows and self._less:
            self._cursor().insertText("   ", speaker)
        elif line.shows:
            self._block(top=3, leading=1.16)
        if line.shows:
            size = Size.BODY if self._less else Size.HEADING
            self._cursor().insertText(
                f"({', '.join(line.shows)})", _format(look, Role.QUIET_INK, size, speech=True, italic=True)
            )
        if line.silent:
            self._block(top=3, leading=1.16)
            self._cursor().insertText(f". . .   {line.silent}", _format(look, Role.QUIET_INK, Size.SMALL))
        if line.says:
            self._block(top=3, leading=1.0 if self._less else 1.22)
            self._say_format = _format(look, Role.INK, Size.HEADING if self._less else Size.TITLE, speech=True)
            say(line.says)

    @property
    def _less(self) -> bool:
        return self._look.scale >= _LESS_FROM

    def _queue(self, text: str) -> None:
        self._words = [word + " " for word in text.split(" ")]
        self._timer.start()

    def _next_word(self) -> None:
        if not self._words:
            self._stop()
            return
        self._insert(self._words.pop(0))
        self._to_end()
        if not self._words:
            self._stop()
            self.revealed.emit()

    def _stop(self) -> None:
        self._timer.stop()
        self._words = []

    def _insert(self, text: str) -> None:
        self._cursor().insertText(text, self._say_format)

    def _block(self, *, top: int, leading: float) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(top)
        block.setLineHeight(leading * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = self._cursor()
        if self.document().isEmpty():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)

    def _cursor(self) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        return cursor

    def _caret_to(self, block: int) -> None:
        """Put the caret, which nobody sees, where a line begins: screen readers that hear no announcement follow it."""
        caret = QTextCursor(self.document().findBlockByNumber(block))
        bar = self.verticalScrollBar()
        value = bar.value()
        self.setTextCursor(caret)
        bar.setValue(value)

    def lines_seen(self) -> list[QRect]:
        """Where the words of each line are that can be seen, in pixels from the corner of what is seen."""
        found = []
        block, height = self.cursorForPosition(QPoint(0, 0)).block(), self.viewport().height()
        while block.isValid():
            text, up = block.layout(), self.verticalScrollBar().value()
            for number in range(text.lineCount()):
                words = text.lineAt(number).naturalTextRect().translated(text.position()).toRect()
                found.append(words.translated(0, -up))
            if found and found[-1].top() > height:
                break
            block = block.next()
        return [line for line in found if line.bottom() > 0 and line.top() < height]

    def _to_place(self) -> None:
        if self._from_first:
            self.verticalScrollBar().setValue(0)
        else:
            self._to_end()

    def _to_end(self) -> None:
        """As far down as can be without cutting the newest line at its start."""
        document, bar = self.document(), self.verticalScrollBar()
        begins = document.documentLayout().blockBoundingRect(document.findBlockByNumber(self._newest)).top()
        bar.setValue(min(bar.maximum(), int(begins)))


def _format(
    look: Look, role: Role, size: Size, *, speech: bool = False, italic: bool = False, strong: bool = False
) -> QTextCharFormat:
    font = QFont(SERIF if speech else SANS)
    font.setPixelSize(pixels(size, look.scale))
    font.setItalic(italic)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(QColor(look.theme.colour(role)))
    return made
