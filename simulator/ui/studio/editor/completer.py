"""Offers what could be written where the cursor stands; nothing is put in unless somebody takes it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QStringListModel
from PySide6.QtWidgets import QCompleter, QListView

from simulator.messages.sentences import studio_editor as say
from simulator.scenario.editing.completion import Offer, offers_at
from simulator.scenario.kind_at import table_of
from simulator.ui.look import Look
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.text_area import TextArea

_MOST = 60
_HELP = 110


class Completer(QObject):
    """A list below the cursor: on Ctrl+Space, and a moment after some letters of a word."""

    def __init__(self, file: OpenFile, area: TextArea, look: Look) -> None:
        super().__init__(area)
        self._file, self._area = file, area
        self._typed = ""
        self._found: dict[str, Offer] = {}
        self._model = QStringListModel(self)
        self.popup = QCompleter(self._model, self)
        self.list = QListView()
        self.list.setAccessibleName(look.say(say.COULD_BE()))
        self.popup.setPopup(self.list)
        self.popup.setWidget(area)
        self.popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.popup.activated.connect(self._put_in)
        self._width = round(560 * look.scale)

    @property
    def offers(self) -> list[str]:
        """What is offered, as it can be read."""
        return list(self._found)

    def offer(self, *, asked: bool) -> None:
        """Show what could be written; unasked only where a word was begun."""
        text = self._file.source.text
        offers = offers_at(table_of(text), text, self._area.offset, self._file.reading.uses)
        self._typed = offers.typed
        if not offers.found or not (asked or len(offers.typed) > 1) or not self._area.hasFocus():
            self.list.hide()
            return
        self._found = {_shown(one): one for one in offers.found[:_MOST]}
        self._model.setStringList(list(self._found))
        place = self._area.cursorRect()
        self.popup.complete(QRect(place.x() + self._area.viewport().x(), place.y() + 4, self._width, place.height()))
        if asked:
            self.list.setCurrentIndex(self.popup.completionModel().index(0, 0))

    def hide(self) -> None:
        """Offer nothing."""
        self.list.hide()

    @property
    def shown(self) -> bool:
        """Whether something is offered."""
        return self.list.isVisible()

    def _put_in(self, shown: str) -> None:
        one = self._found.get(shown)
        if one is not None:
            cursor = self._area.textCursor()
            cursor.setPosition(cursor.position() - len(self._typed), cursor.MoveMode.KeepAnchor)
            cursor.insertText(one.word + one.tail)
            self._area.setTextCursor(cursor)


def _shown(one: Offer) -> str:
    meaning = one.help if len(one.help) <= _HELP else one.help[: _HELP - 1] + "…"
    return f"{one.word}   {meaning}" if meaning else one.word
