"""Finds and replaces in all of somebody's own files: first a list of every place, in which each can be unticked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem

from simulator.messages.message import Message
from simulator.messages.sentences import replacing as say
from simulator.messages.sentences import studio_editor as editor
from simulator.services.own_scenarios import OwnScenarios
from simulator.services.replacing import MOST, Hit, Sought, find, replace
from simulator.ui.background import Background
from simulator.ui.look import Look
from simulator.ui.studio.editor.aside import Aside
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.wrapped_list import WholeRows

_HIT: Final = Qt.ItemDataRole.UserRole
_MOST_SHOWN = 5


class ReplacePanel(Aside):
    """What is in the open file is changed there, as one step; other files are saved at once."""

    announced = Signal(str)

    def __init__(self, file: OpenFile, own: OwnScenarios, look: Look) -> None:
        super().__init__()
        self._file, self._own, self._look = file, own, look
        self._sought = Sought("", "")
        self._search: Background[list[Hit]] = Background(self)
        box = column(self, margin=16, spacing=8)
        box.addWidget(text_label(look.say(say.HEAD()), "body"))
        asked = Flow()
        self.words = self._field(editor.FIND_WHAT())
        self.words.returnPressed.connect(self.look)
        self.other = self._field(editor.REPLACE_WITH())
        self.other.returnPressed.connect(self.look)
        self.whole = QCheckBox(look.say(say.WHOLE_WORDS()))
        self.whole.setAccessibleName(look.say(say.WHOLE_WORDS()))
        self.find_button = self._button(say.FIND(), "primary")
        self.find_button.clicked.connect(self.look)
        for widget in (self.words, self.other, self.whole, self.find_button):
            asked.items.addWidget(widget)
        box.addWidget(asked)
        self.told = text_label("", "body")
        box.addWidget(self.told)
        self.list = QListWidget()
        self._whole = WholeRows(self.list, _MOST_SHOWN)
        self.list.setAccessibleName(look.say(say.LIST()))
        self.list.itemChanged.connect(lambda _item: self._show_count())
        box.addWidget(self.list)
        acts = Flow()
        self.replace = self._button(say.REPLACE(count=1), "plain")
        self.replace.clicked.connect(self._replace)
        away = self._button(editor.PUT_AWAY(), "quiet")
        away.clicked.connect(self.put_away)
        acts.items.addWidget(self.replace)
        acts.items.addWidget(away)
        box.addWidget(acts)
        self._show((), None)

    def open(self) -> None:
        """Ask what is to be found."""
        super().open()
        self.words.setFocus()
        self.words.selectAll()

    def look(self) -> None:
        """Look through all files, and show every place."""
        if not self.words.text():
            self._show((), say.WRITE_FIRST())
            self.words.setFocus()
            return
        sought = self._sought = Sought(self.words.text(), self.other.text(), self.whole.isChecked())
        own, opened = self._own, self._file.file
        self._show((), say.LOOKING())
        self._search.ask(lambda: find(sought, own, opened), self._found)

    def _found(self, hits: list[Hit]) -> None:
        told = say.FOUND(count=len(hits)) if hits else say.FOUND_NOT()
        self._show(hits[:MOST], say.TOO_OFTEN(most=MOST) if len(hits) > MOST else told)
        if hits:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def _replace(self) -> None:
        chosen = self._chosen()
        if not chosen:
            self._show((), say.NOTHING_CHOSEN())
            return
        done = replace(chosen, self._sought, self._own, self._file.file, self._file.replace)
        here = any(hit.path == self._file.path for hit in chosen) and done.count
        told = [say.DONE(count=done.count)] if done.count else []
        self._show((), *told, *([say.IN_OPEN_FILE()] if here else []), *done.left)
        self.words.setFocus()

    def _show(self, hits: tuple[Hit, ...] | list[Hit], *told: Message | None) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for hit in hits:
            words = say.ROW(file=hit.path, line=str(hit.line), before=hit.before, after=hit.after)
            item = QListWidgetItem(self._look.say(words))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(_HIT, hit)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setVisible(bool(hits))
        self._whole.fit()
        said = "\n".join(self._look.say(one) for one in told if one is not None)
        self.told.setText(said)
        self.told.setVisible(bool(said))
        if said:
            self.announced.emit(said)
        self._show_count()

    def _show_count(self) -> None:
        count = len(self._chosen())
        self.replace.show_words(self._look.say(say.REPLACE(count=count)))
        self.replace.setVisible(self.list.count() > 0)

    def _chosen(self) -> list[Hit]:
        items = [self.list.item(number) for number in range(self.list.count())]
        return [item.data(_HIT) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _field(self, name: Message) -> QLineEdit:
        field = QLineEdit()
        words = self._look.say(name)
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.setMinimumWidth(round(220 * self._look.scale))
        return field

    def _button(self, words: Message, kind: str) -> Button:
        return Button(self._look.say(words), kind)  # type: ignore[arg-type]
