"""The tree of moments with their responses and wordings: the way through a scenario for the keyboard and for who hears it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTreeView

from simulator.messages.message import Message
from simulator.messages.sentences import studio_editor as say
from simulator.scenario.editing.written import Written
from simulator.scenario.nodes import Node, Path
from simulator.ui.look import Look
from simulator.ui.studio.editor.open_file import OpenFile

_FIRST_WORDS = 44
_SECTIONS = ("moments", "lines")
_HEARD = {
    say.MOMENT_ROW: say.MOMENT_HEARD,
    say.RESPONSE_ROW: say.RESPONSE_HEARD,
    say.WORDING_ROW: say.WORDING_HEARD,
}


class Outline(QTreeView):
    """Follows the file; what is chosen here is chosen in every face."""

    chosen = Signal(tuple)

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._model = QStandardItemModel(self)
        self._items: dict[Path, QStandardItem] = {}
        self._told: dict[Path, Message] = {}
        self._known: dict[Path, tuple[Node, list[tuple[Path, Message]]]] = {}
        self._showing = False
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(look.say(say.OUTLINE_NAME()))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_file(self) -> None:
        """Show what is in the file now; what was open stays open."""
        wanted = dict(self._rows(self._file.written))
        self._showing = True
        if wanted.keys() == self._items.keys() and list(wanted) == list(self._items):
            for path, words in wanted.items():
                if words is not self._told[path]:
                    self._tell_row(self._items[path], words)
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

    def _rows(self, written: Written) -> Iterator[tuple[Path, Message]]:
        """A row for each thing; those of a moment that no edit has touched are as they were."""
        yield (), say.SCENARIO_ROW()
        known, self._known = self._known, {}
        for section in _SECTIONS:
            for id_, node in written.keys((section,)).items():
                path = section, id_
                before = known.get(path)
                if before is None or before[0] is not node:
                    before = node, list(_thing(path, id_, node, say.MOMENT_ROW))
                self._known[path] = before
                yield from before[1]

    def _fill(self, wanted: dict[Path, Message]) -> None:
        opened = {path for path, item in self._items.items() if self.isExpanded(item.index())}
        self._model.clear()
        self._items = {}
        for path, words in wanted.items():
            item = QStandardItem()
            self._tell_row(item, words)
            item.setData(path, Qt.ItemDataRole.UserRole)
            self._items[path] = item
            above = self._items.get(path[:-2]) if len(path) > 2 else None
            (above or self._model.invisibleRootItem()).appendRow(item)
        for path in opened & self._items.keys():
            self.expand(self._items[path].index())

    def _tell_row(self, item: QStandardItem, words: Message) -> None:
        """What is read, and what is heard: a sign says nothing to who cannot see it."""
        item.setText(self._look.say(words))
        heard = _HEARD.get(words.sentence)
        if heard is not None:
            item.setData(self._look.say(heard(**dict(words.values))), Qt.ItemDataRole.AccessibleTextRole)

    def _tell(self, index: QModelIndex) -> None:
        path = index.data(Qt.ItemDataRole.UserRole)
        if not self._showing and isinstance(path, tuple):
            self.chosen.emit(path)


def _thing(path: Path, id_: str, node: Node, kind: object) -> Iterator[tuple[Path, Message]]:
    if not isinstance(node, dict):
        yield path, say.BROKEN_ROW(id=id_)
        return
    yield path, kind(id=id_, words=_words(node))  # type: ignore[operator]
    for section, below in (("wordings", say.WORDING_ROW), ("responses", say.RESPONSE_ROW)):
        inner = node.get(section)
        for name, one in inner.items() if isinstance(inner, dict) else ():
            yield from _thing((*path, section, name), name, one, below)


def _words(node: dict[str, Node]) -> str:
    """The first words that are said or seen; of a moment with several wordings those of the first."""
    for key in ("say", "patient", "shows", "afterwards"):
        found = node.get(key)
        if isinstance(found, list) and found:
            found = found[0]
        if isinstance(found, str) and found.strip():
            words = " ".join(found.split())
            return words if len(words) <= _FIRST_WORDS else words[: _FIRST_WORDS - 1] + "…"
    inner = node.get("wordings")
    first = next(iter(inner.values()), None) if isinstance(inner, dict) else None
    return _words(first) if isinstance(first, dict) else "…"
