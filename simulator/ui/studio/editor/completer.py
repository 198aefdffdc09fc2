"""Offers what could be written where the cursor stands; nothing is put in unless somebody takes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from simulator.messages.sentences import studio_editor as say
from simulator.scenario.editing.completion import Offer, offers_at
from simulator.scenario.kind_at import table_of
from simulator.ui.look import Look
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.text_area import TextArea

_MOST = 60
_HELP = 110
_WIDE, _ROWS, _ROW = 560, 7, 36
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Completer(QObject):
    """A list below the cursor: on Ctrl+Space, and a moment after some letters of a word.

    It is a part of the text, not a window of its own, so the keyboard stays where it is: Down and Up choose, Return takes
    what is chosen, Escape puts the list away.
    """

    announced = Signal(str)
    """What is chosen in the list, for who cannot see it."""

    def __init__(self, file: OpenFile, area: TextArea, look: Look) -> None:
        super().__init__(area)
        self._file, self._area, self._look = file, area, look
        self._typed = ""
        self._found: list[Offer] = []
        self._model = QStringListModel(self)
        self.list = QListView(area)
        self.list.setModel(self._model)
        self.list.setAccessibleName(look.say(say.COULD_BE()))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(self._take)
        self.list.hide()
        area.installEventFilter(self)

    @property
    def offers(self) -> list[str]:
        """The words that are offered."""
        return [one.word for one in self._found] if self.shown else []

    @property
    def shown(self) -> bool:
        """Whether something is offered."""
        return not self.list.isHidden()

    def offer(self, *, asked: bool) -> None:
        """Show what could be written; unasked only where a word was begun."""
        text = self._file.source.text
        offers = offers_at(table_of(text), text, self._area.offset, self._file.reading.uses)
        self._typed, self._found = offers.typed, list(offers.found[:_MOST])
        if not self._found or not (asked or len(offers.typed) > 1):
            self.hide()
            return
        self._model.setStringList([_shown(one, self._look) for one in self._found])
        self.list.setGeometry(self._place())
        self.list.show()
        self.list.raise_()
        if asked:
            self._choose(0)

    def hide(self) -> None:
        """Offer nothing."""
        self.list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that choose and take; any other goes to the text."""
        if self.shown and event.type() is QEvent.Type.FocusOut:
            self.hide()
        if self.shown and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        chosen = self.list.currentIndex()
        if key in _STEPS:
            self._choose(min(max(chosen.row() + _STEPS[key], 0), len(self._found) - 1))
            return True
        if key in _TAKING and chosen.isValid():
            self._take(chosen)
            return True
        if key not in _HELD:
            self.hide()
        return key == Qt.Key.Key_Escape

    def _choose(self, number: int) -> None:
        self.list.setCurrentIndex(self._model.index(number, 0))
        self.announced.emit(_shown(self._found[number], self._look))

    def _take(self, index: QModelIndex) -> None:
        """Put a word in the place of what was typed of it."""
        one = self._found[index.row()]
        self.hide()
        cursor = self._area.textCursor()
        cursor.setPosition(cursor.position() - len(self._typed), cursor.MoveMode.KeepAnchor)
        cursor.insertText(one.word + one.tail)
        self._area.setTextCursor(cursor)

    def _place(self) -> QRect:
        """Below the cursor, or above it where there is more room, and inside the text."""
        cursor, room = self._area.cursorRect(), self._area.viewport().geometry()
        wide = min(round(_WIDE * self._look.scale), room.width() - 8)
        high = min(len(self._found), _ROWS) * round(_ROW * self._look.scale) + 8
        left = min(room.x() + cursor.x(), room.right() - wide)
        below, above = room.bottom() - room.y() - cursor.bottom(), cursor.top()
        if below >= high or below >= above:
            return QRect(left, room.y() + cursor.bottom() + 2, wide, min(high, max(below, 0)))
        return QRect(left, room.y() + cursor.top() - min(high, above) - 2, wide, min(high, above))


def _shown(one: Offer, look: Look) -> str:
    told = look.say(one.help) if one.help else ""
    meaning = told if len(told) <= _HELP else told[: _HELP - 1] + "…"
    return f"{one.word}   {meaning}" if meaning else one.word
