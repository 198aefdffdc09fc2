"""The text of a file under the keyboard: what is typed goes to the open file, and what else changes the file is shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontDatabase,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip

from simulator.scenario.diagnostics.diagnostic import Diagnostic, Severity
from simulator.scenario.editing.folds import folds
from simulator.scenario.editing.making import trimmed
from simulator.scenario.positions import Positions
from simulator.scenario.source_text import Edit
from simulator.ui.look import Look
from simulator.ui.studio.editor.highlighter import Highlighter
from simulator.ui.studio.editor.line_numbers import LineNumbers, NumberedText
from simulator.ui.theme import Role, Size, pixels

_PARAGRAPH: Final = "\u2029"
_INDENT: Final = "  "
_UNDOING: Final = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class TextArea(NumberedText):
    """A plain text whose undo is that of the open file; positions go in and out in code points."""

    typed = Signal(Edit)
    """Somebody changed the text with the keyboard, the mouse or an input method; whoever hears it calls ``follow``."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._text = ""
        self._astral = False
        self._showing = False
        self._told: list[tuple[int, int, str]] = []
        self.setAccessibleName(name)
        self.setProperty("kind", "source")
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setTabChangesFocus(False)
        # The language of files runs from left to right, in a window that runs the other way too.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(pixels(Size.BODY, look.scale) - 1)
        self.setFont(font)
        self._highlighter = Highlighter(self.document(), look)
        self._numbers = LineNumbers(self, look)
        self._fold_soon = QTimer(self)
        self._fold_soon.setSingleShot(True)
        self._fold_soon.setInterval(150)
        self._fold_soon.timeout.connect(self._look_for_folds)
        self.document().contentsChange.connect(self._take)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._move_numbers)
        self.cursorPositionChanged.connect(self._numbers.update)
        self._make_room()

    @property
    def offset(self) -> int:
        """Where the cursor stands."""
        return self._from_units(self.textCursor().position())

    @property
    def selected(self) -> tuple[int, int]:
        """Between which offsets the text is selected."""
        cursor = self.textCursor()
        return self._from_units(cursor.selectionStart()), self._from_units(cursor.selectionEnd())

    def show_text(self, text: str) -> None:
        """Show another text; what stays the same is not touched, and the cursor stays where it was in it."""
        if text == self._text:
            return
        first = not self._text
        edit = trimmed(self._text, Edit(0, len(self._text), text))
        old, self._text = self._text, text
        self._showing = True
        if first:
            self.setPlainText(text)
        else:
            positions = Positions("", old)
            cursor = QTextCursor(self.document())
            cursor.setPosition(positions.to_utf16(edit.start))
            cursor.setPosition(positions.to_utf16(edit.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(edit.replacement)
            cursor.setPosition(Positions("", text).to_utf16(edit.start + len(edit.replacement)))
            self.setTextCursor(cursor)
        self._showing = False
        self._astral = _has_astral(text)
        if first:
            self._look_for_folds()
        else:
            self._fold_soon.start()

    def follow(self, text: str) -> None:
        """Know the text that came of what was typed, without a copy of one's own; if it looks otherwise, show it anew."""
        self._text = text
        if self._astral and self._all_units() != self.document().characterCount() - 1:
            self._showing = True
            self.setPlainText(text)
            self._showing = False

    def select(self, start: int, end: int) -> None:
        """Select what stands between two offsets, unfolded and in the middle of the view."""
        cursor = self.textCursor()
        cursor.setPosition(self._to_units(start))
        cursor.setPosition(self._to_units(end), QTextCursor.MoveMode.KeepAnchor)
        self._unfold_around(cursor.blockNumber())
        self.setTextCursor(cursor)
        self.centerCursor()

    def mark(self, findings: tuple[Diagnostic, ...], file: str) -> None:
        """Underline what is to be mended, and mark its lines."""
        here = [one for one in findings if one.span.file == file]
        positions = Positions(file, self._text)
        marks = []
        self.marked_lines = {}
        self._told = [(*positions.offsets(one.span), self._look.say(one.message)) for one in here]
        for one in here:
            severe = one.severity is Severity.ERROR
            self.marked_lines[one.span.line - 1] = severe or self.marked_lines.get(one.span.line - 1, False)
            marks.append(self._underlined(*positions.offsets(one.span), severe=severe))
        self.setExtraSelections(marks)
        self._numbers.update()

    def told_at(self, place: QPoint) -> str:
        """What is to be mended at a place of the widget; nothing where nothing is underlined."""
        offset = self._from_units(self.cursorForPosition(self.viewport().mapFromParent(place)).position())
        return "\n".join(words for start, end, words in self._told if start <= offset <= end)

    def fold(self, number: int) -> None:
        """Fold away what hangs on a line, or unfold it."""
        if number not in self.folds:
            return
        self._set_folded(number, number not in self.folded)

    def commit(self) -> None:
        """Take what an input method has not handed over yet: its last letter is kept."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the page, which has one stack for all faces."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(event.pos()), self)
            return True
        if event.type() is QEvent.Type.ShortcutOverride and _undoes(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab indents by two spaces, Shift+Tab the other way, Return keeps the indentation; Escape lets Tab leave the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.setTabChangesFocus(True)
        if _undoes(event):
            event.ignore()
        elif event.key() == Qt.Key.Key_Tab and not self.tabChangesFocus() and not event.modifiers():
            self._indent_lines(right=True)
        elif event.key() == Qt.Key.Key_Backtab and not self.tabChangesFocus():
            self._indent_lines(right=False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.textCursor().insertText("\n" + self._indent_of_next())
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tab indents again next time."""
        self.setTabChangesFocus(False)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The strip is as high as the text."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self._numbers.room(), inside.height()))

    def _take(self, position: int, removed: int, added: int) -> None:
        """Tell what was typed; what is shown from elsewhere, and what was only drawn anew, is no typing."""
        if self._showing:
            return
        position, removed, added = self._whole_characters(position, min(removed, self._all_units() - position), added)
        new = self._between(position, min(position + added, max(self.document().characterCount() - 1, 0)))
        start, end = self._from_units(position), self._from_units(position + removed)
        edit = trimmed(self._text, Edit(start, end, new))
        if edit.start == edit.end and not edit.replacement:
            return
        self._astral = self._astral or _has_astral(edit.replacement)
        if _moves_lines(self._text, edit):
            self._fold_soon.start()
        self.typed.emit(edit)

    def _whole_characters(self, position: int, removed: int, added: int) -> tuple[int, int, int]:
        """A change that begins and ends at whole characters of the text before; Qt can count half of one."""
        if not self._astral:
            return position, removed, added
        begin = self._to_units(self._from_units(position))
        end = self._from_units(position + removed)
        more = 1 if self._to_units(end) < position + removed else 0
        return begin, removed + position - begin + more, added + position - begin + more

    def _between(self, start: int, end: int) -> str:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace(_PARAGRAPH, "\n")

    def _all_units(self) -> int:
        return Positions("", self._text).to_utf16(len(self._text)) if self._astral else len(self._text)

    def _from_units(self, units: int) -> int:
        return Positions("", self._text).from_utf16(units) if self._astral else min(units, len(self._text))

    def _to_units(self, offset: int) -> int:
        return Positions("", self._text).to_utf16(offset) if self._astral else offset

    def _underlined(self, start: int, end: int, *, severe: bool) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._to_units(start))
        cursor.setPosition(self._to_units(max(end, min(start + 1, len(self._text)))), QTextCursor.MoveMode.KeepAnchor)
        how = QTextCharFormat()
        how.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        how.setUnderlineColor(QColor(self._look.theme.colour(Role.CONFRONTATION if severe else Role.DEFERENCE)))
        mark.cursor, mark.format = cursor, how
        return mark

    def _indent_lines(self, *, right: bool) -> None:
        cursor = self.textCursor()
        if right and not cursor.hasSelection():
            cursor.insertText(_INDENT[cursor.positionInBlock() % len(_INDENT) :])
            return
        first, last = (
            self.document().findBlock(cursor.selectionStart()),
            self.document().findBlock(cursor.selectionEnd()),
        )
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        for number in range(first.blockNumber(), last.blockNumber() + 1):
            block = self.document().findBlockByNumber(number)
            edit.setPosition(block.position())
            if right and block.text():
                edit.insertText(_INDENT)
            elif not right:
                spaces = min(len(_INDENT), len(block.text()) - len(block.text().lstrip(" ")))
                edit.setPosition(block.position() + spaces, QTextCursor.MoveMode.KeepAnchor)
                edit.removeSelectedText()
        edit.endEditBlock()

    def _indent_of_next(self) -> str:
        """The spaces that a new line begins with: as many as this one, and more behind a key without a value."""
        cursor = self.textCursor()
        line = cursor.block().text()[: cursor.positionInBlock()]
        spaces = line[: len(line) - len(line.lstrip(" "))]
        return spaces + (_INDENT if line.rstrip().endswith((":", ">-", "|-")) else "")

    def _look_for_folds(self) -> None:
        self.folds = folds(self._text.split("\n"))
        gone = self.folded - self.folds.keys()
        if gone:
            self.folded -= gone
            self._apply_folds()
        self._numbers.update()

    def _set_folded(self, number: int, folded: bool) -> None:
        (self.folded.add if folded else self.folded.discard)(number)
        self._apply_folds()

    def _apply_folds(self) -> None:
        hidden: set[int] = set()
        for number in self.folded:
            hidden.update(range(number + 1, self.folds.get(number, number) + 1))
        block = self.document().begin()
        while block.isValid():
            _show(block, block.blockNumber() not in hidden)
            block = block.next()
        self.document().markContentsDirty(0, self.document().characterCount())
        self.viewport().update()
        self._numbers.update()

    def _unfold_around(self, number: int) -> None:
        around = {one for one in self.folded if one < number <= self.folds.get(one, one)}
        if around:
            self.folded -= around
            self._apply_folds()

    def _make_room(self) -> None:
        self.setViewportMargins(self._numbers.room(), 0, 0, 0)

    def _move_numbers(self, place: QRect, down: int) -> None:
        if down:
            self._numbers.scroll(0, down)
        else:
            self._numbers.update(0, place.y(), self._numbers.width(), place.height())


def _moves_lines(text: str, edit: Edit) -> bool:
    """Whether an edit can change what hangs on what: it makes or takes a line, or stands at the beginning of one."""
    begin = text.rfind("\n", 0, edit.start) + 1
    return "\n" in edit.replacement or "\n" in text[edit.start : edit.end] or not text[begin : edit.start].strip(" -")


def _undoes(event: QEvent) -> bool:
    """Whether a key asks for undo or redo."""
    return isinstance(event, QKeyEvent) and any(event.matches(one) for one in _UNDOING)


def _has_astral(text: str) -> bool:
    """Whether a text has characters that Qt counts as two."""
    return not text.isascii() and len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text)


def _show(block: QTextBlock, shown: bool) -> None:
    if block.isVisible() != shown:
        block.setVisible(shown)
        block.setLineCount(max(1, block.layout().lineCount()) if shown else 0)
