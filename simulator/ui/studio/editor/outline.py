"""The tree of moments with their responses and wordings: the way through a scenario for the keyboard and for who hears it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTreeView

from simulator.messages.message import Message
from simulator.messages.sentences import studio_editor as say
from simulator.messages.sentences.patient_desk import TREE
from simulator.scenario.file_kind import kind_of
from simulator.scenario.nodes import Path
from simulator.services.shared_files import SHARED_KINDS
from simulator.ui.look import Look
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.outline_rows import HEARD, LINES, OutlineRows, above


class _Row(QStandardItem):
    """Says its words when they are asked for: most rows of a large file are never seen."""

    def __init__(self, look: Look, words: Message) -> None:
        super().__init__()
        self._look, self._words = look, words

    def tell(self, words: Message) -> None:
        """Say something else from now on."""
        self._words = words
        self.emitDataChanged()

    def data(self, role: int = Qt.ItemDataRole.UserRole + 1) -> object:
        """What is read, and what is heard: a sign says nothing to who cannot see it."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._look.say(self._words)
        if role == Qt.ItemDataRole.AccessibleTextRole and (heard := HEARD.get(self._words.sentence)) is not None:
            return self._look.say(heard(**dict(self._words.values)))
        return super().data(role)


class Outline(QTreeView):
    """Follows the file; what is chosen here is chosen in every face."""

    chosen = Signal(tuple)

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._model = QStandardItemModel(self)
        self._items: dict[Path, _Row] = {}
        self._told: dict[Path, Message] = {}
        self._rows = OutlineRows()
        self._showing = False
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        shared = kind_of(file.source.text) in SHARED_KINDS
        self.setAccessibleName(look.say((TREE if shared else say.OUTLINE_NAME)()))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_file(self) -> None:
        """Show what is in the file now; what was open stays open."""
        wanted = dict(self._rows.of(self._file.written))
        self._showing = True
        if wanted.keys() == self._items.keys() and list(wanted) == list(self._items):
            for path, words in wanted.items():
                if words is not self._told[path]:
                    self._items[path].tell(words)
        else:
            self._fill(wanted)
        self._told = wanted
        self._showing = False
        self.show_place(self._file.place)

    def show_place(self, place: Path) -> None:
        """Choose the row of a place."""
        item = self._items.get(place)
        if item is not None and item.index() != self.currentIndex():
            self._showing = True
            self.setCurrentIndex(item.index())
            self.scrollTo(item.index())
            self._showing = False

    def _fill(self, wanted: dict[Path, Message]) -> None:
        opened = (
            {path for path, item in self._items.items() if self.isExpanded(item.index())} if self._items else {LINES}
        )
        self._model.clear()
        self._items = {}
        highest: list[QStandardItem] = []
        for path, words in wanted.items():
            item = self._items[path] = _Row(self._look, words)
            item.setData(path, Qt.ItemDataRole.UserRole)
            parent = self._items.get(around) if (around := above(path)) is not None else None
            if parent is None:
                highest.append(item)
            else:
                parent.appendRow(item)
        # At the end, so that the view hears of everything once.
        self._model.invisibleRootItem().appendRows(highest)
        for path in opened & self._items.keys():
            self.expand(self._items[path].index())

    def _tell(self, index: QModelIndex) -> None:
        path = index.data(Qt.ItemDataRole.UserRole)
        if not self._showing and isinstance(path, tuple):
            self.chosen.emit(path)
