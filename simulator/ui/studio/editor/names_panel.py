"""Every place that names something, and a field that gives it another id in all of them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLineEdit, QListView

from simulator.messages.sentences import studio_editor as say
from simulator.scenario.editing.intents import Rename
from simulator.scenario.editing.renaming import uses_of_name
from simulator.scenario.references import Named, Use
from simulator.ui.look import Look
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.wrapped_list import WholeRows

_RENAMED = frozenset({Named.MOMENT, Named.RESPONSE, Named.WORDING, Named.FLAG})
_LONGEST = 90
_MOST_SHOWN = 4


class NamesPanel(QFrame):
    """The list is there before anything is renamed; Return on a row goes there."""

    chosen = Signal(int, int)
    """The offsets of a place that somebody wants to see."""

    closed = Signal()

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._use: Use | None = None
        self.setProperty("kind", "footer")
        box = column(self, margin=12, spacing=8)
        holder = Flow()
        across = holder.items
        self._title = text_label("", "body", wrap=False)
        across.addWidget(self._title)
        self.new = QLineEdit()
        self.new.setAccessibleName(look.say(say.RENAME_TO()))
        self.new.setPlaceholderText(look.say(say.RENAME_TO()))
        self.new.setMinimumWidth(round(200 * look.scale))
        self.new.returnPressed.connect(self.rename)
        across.addWidget(self.new)
        self.button = Button(look.say(say.RENAME_EVERYWHERE()), "primary")
        self.button.clicked.connect(self.rename)
        across.addWidget(self.button)
        away = Button(look.say(say.HIDE()), "quiet")
        away.clicked.connect(self.close_panel)
        across.addWidget(away)
        box.addWidget(holder)
        self._note = text_label(look.say(say.RENAME_NOTE()), "small-quiet")
        box.addWidget(self._note)
        self._model = QStandardItemModel(self)
        self.places = QListView()
        self.places.setModel(self._model)
        self.places.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._whole = WholeRows(self.places, _MOST_SHOWN, scarce=True)
        self.places.activated.connect(self._go)
        self.places.clicked.connect(self._go)
        box.addWidget(self.places)
        file.reading_changed.connect(self._again)
        self.hide()

    def show_use(self, use: Use, *, rename: bool) -> None:
        """Show every place of a name; the keyboard goes to the new id, or to the list."""
        self._use = use
        self._fill()
        self.new.setText(use.name)
        can = use.named in _RENAMED
        for widget in (self.new, self.button, self._note):
            widget.setVisible(can)
        self.show()
        if rename and can:
            self.new.setFocus()
            self.new.selectAll()
        else:
            self.places.setFocus()

    def rename(self) -> None:
        """Give it the new id in all these places, as one step."""
        use = self._use
        if use is None or self.new.text().strip() == use.name:
            return
        if self._file.make(Rename(use.named, use.name, self.new.text().strip(), use.owner)):
            self.close_panel()

    def close_panel(self) -> None:
        """Put the list away."""
        self._use = None
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        use = self._use
        if use is None:
            return
        written = self._file.written
        found = uses_of_name(self._file.reading.uses, use.named, use.name, use.owner)
        self._model.clear()
        lines = written.text.split("\n")
        for one in sorted(found, key=lambda each: each.span(written.spans)):
            span = one.span(written.spans)
            kind = say.MADE_ROW if one.makes else say.NAMED_ROW
            item = QStandardItem(
                self._look.say(kind(line=str(span.line), text=lines[span.line - 1].strip()[:_LONGEST]))
            )
            item.setData(written.spans.positions.offsets(span), Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        self._title.setText(self._look.say(say.NAMED_HERE(name=use.name, count=len(found))))
        self._whole.fit()
        self.places.setAccessibleName(self._title.text())
        self.places.setCurrentIndex(self._model.index(0, 0))

    def _again(self) -> None:
        if self.isVisible():
            self._fill()

    def _go(self, index: QModelIndex) -> None:
        place = index.data(Qt.ItemDataRole.UserRole)
        if place is not None:
            self.chosen.emit(*place)
