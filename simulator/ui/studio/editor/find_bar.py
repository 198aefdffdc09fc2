"""Finds words in the text of a file and puts others in their place, one by one or all at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from simulator.messages.message import Message
from simulator.messages.sentences import editing as steps
from simulator.messages.sentences import studio_editor as say
from simulator.scenario.source_text import Edit
from simulator.ui.look import Look
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.text_area import TextArea
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label


class FindBar(QFrame):
    """A row below the text; Return goes on to the next, Escape closes it."""

    closed = Signal()

    def __init__(self, file: OpenFile, area: TextArea, look: Look) -> None:
        super().__init__()
        self._file, self._area, self._look = file, area, look
        self.setProperty("kind", "footer")
        around = column(self)
        around.setContentsMargins(12, 8, 12, 8)
        holder = Flow()
        around.addWidget(holder)
        box = holder.items
        self.sought = self._field(say.FIND_WHAT())
        self.sought.textChanged.connect(self._count)
        self.sought.returnPressed.connect(lambda: self.go(1))
        self.other = self._field(say.REPLACE_WITH())
        self.other.returnPressed.connect(self.replace_one)
        self.found = text_label("", "small-quiet", wrap=False)
        self.next = Button(look.say(say.FIND_NEXT()))
        self.next.clicked.connect(lambda: self.go(1))
        self.before = Button(look.say(say.FIND_BEFORE()))
        self.before.clicked.connect(lambda: self.go(-1))
        self.one = Button(look.say(say.REPLACE_ONE()))
        self.one.clicked.connect(self.replace_one)
        self.all = Button(look.say(say.REPLACE_ALL()))
        self.all.clicked.connect(self.replace_all)
        away = Button(look.say(say.HIDE()), "quiet", name=look.say(say.HIDE_FIND()))
        away.clicked.connect(self.close_bar)
        for widget in (self.sought, self.next, self.before, self.found, self.other, self.one, self.all, away):
            box.addWidget(widget)
        file.text_changed.connect(self._count_if_shown)
        self.hide()

    def open(self) -> None:
        """Show the bar, with what is selected as what is sought."""
        start, end = self._area.selected
        words = self._file.source.text[start:end]
        if words and "\n" not in words:
            self.sought.setText(words)
        self.show()
        self.sought.setFocus()
        self.sought.selectAll()
        self._count()

    def close_bar(self) -> None:
        """Put the bar away."""
        self.hide()
        self.closed.emit()

    def go(self, step: int) -> None:
        """Select the next place, or the one before; behind the last comes the first."""
        places = self._places()
        if not places:
            return
        start, end = self._area.selected
        if step > 0:
            at = next((one for one in places if one >= end), places[0])
        else:
            at = next((one for one in reversed(places) if one < start), places[-1])
        self._area.select(at, at + len(self.sought.text()))

    def replace_one(self) -> None:
        """Replace what is selected, if it is what is sought, and go on to the next."""
        start, end = self._area.selected
        if self._file.source.text[start:end].casefold() == self.sought.text().casefold() and end > start:
            name = steps.REPLACED_ALL(word=self.sought.text(), count=1)
            self._file.replace(name, Edit(start, end, self.other.text()))
        self.go(1)

    def replace_all(self) -> None:
        """Replace every place, as one step that can be undone."""
        places, length = self._places(), len(self.sought.text())
        if places:
            edits = [Edit(at, at + length, self.other.text()) for at in places]
            self._file.replace(steps.REPLACED_ALL(word=self.sought.text(), count=len(places)), *edits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _field(self, name: Message) -> QLineEdit:
        field = QLineEdit()
        words = self._look.say(name)
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.setMinimumWidth(round(180 * self._look.scale))
        return field

    def _places(self) -> list[int]:
        """Where what is sought stands, whatever the case of its letters."""
        sought, text = self.sought.text(), self._file.source.text
        folded, places = text.lower(), []
        if not sought or len(folded) != len(text):
            folded = text
        at = folded.find(sought.lower()) if sought else -1
        while at >= 0:
            places.append(at)
            at = folded.find(sought.lower(), at + len(sought))
        return places

    def _count_if_shown(self) -> None:
        if self.isVisible():
            self._count()

    def _count(self) -> None:
        count = len(self._places())
        told = say.FOUND(count=count) if count else say.FOUND_NOT()
        self.found.setText(self._look.say(told) if self.sought.text() else "")
        for button in (self.next, self.before, self.one, self.all):
            button.setEnabled(count > 0)
