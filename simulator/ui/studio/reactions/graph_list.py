"""The reaction graph as a list: every state, and below it where each move leads; what differs from the base is marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTreeView

from simulator.alliance.moves import MOVES, Move
from simulator.alliance.reactions import REACTIONS, ReactionState, family_of
from simulator.messages.sentences import patient_desk as say
from simulator.messages.sentences.families import FAMILIES
from simulator.patient.grid import GRID_STATES
from simulator.services.reaction_view import Leads, ReactionView
from simulator.ui.icons import icon
from simulator.ui.look import Look
from simulator.ui.theme import Role


class GraphList(QTreeView):
    """The way through the graph for the keyboard and for who hears it."""

    chosen = Signal(str, str)
    """A state, and a move or nothing."""

    opened = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._model = QStandardItemModel(self)
        self._items: dict[tuple[str, str], QStandardItem] = {}
        self._showing = False
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setIconSize(QSize(round(16 * look.scale), round(16 * look.scale)))
        self.setAccessibleName(look.say(say.GRAPH_LIST()))
        self.selectionModel().currentChanged.connect(self._tell)
        self.activated.connect(lambda _index: self.opened.emit())
        for state in GRID_STATES:
            item = self._item(str(state), "")
            item.setIcon(icon(str(family_of(state)), Role(str(family_of(state))), look.theme))
            self._model.appendRow(item)
            for move in Move:
                item.appendRow(self._item(str(state), str(move)))

    def show_view(self, view: ReactionView) -> None:
        """Show where everything leads now."""
        for state in GRID_STATES:
            found = view.leads_from(state)
            differing = sum(one.base is not None for one in found)
            label, family = REACTIONS[state].label(), FAMILIES[str(family_of(state))]()
            told = say.STATE_NODE(label=label, family=family)
            if differing:
                told = say.STATE_NODE_DIFFERS(count=differing, label=label, family=family)
            _set(self._items[str(state), ""], self._look.say(told))
            for one in found:
                self._show(one)

    def show_place(self, state: ReactionState, move: Move | None) -> None:
        """Choose a row."""
        item = self._items.get((str(state), str(move or "")))
        if item is not None and item.index() != self.currentIndex():
            self._showing = True
            self.setCurrentIndex(item.index())
            self.scrollTo(item.index())
            self._showing = False

    def _show(self, one: Leads) -> None:
        item = self._items[str(one.state), str(one.move)]
        move, to = MOVES[one.move].label(), str(one.cell)
        shown, told = (say.LEADS_ROW,) * 2 if one.base is None else (say.DIFFERS_ROW, say.DIFFERS_HEARD)
        _set(item, self._look.say(shown(move=move, to=to)))
        heard = self._look.say(told(move=move, to=to))
        if item.data(Qt.ItemDataRole.AccessibleTextRole) != heard:
            item.setData(heard, Qt.ItemDataRole.AccessibleTextRole)
        font = item.font()
        if font.bold() != (one.base is not None):
            font.setBold(one.base is not None)
            item.setFont(font)

    def _item(self, state: str, move: str) -> QStandardItem:
        item = QStandardItem()
        item.setData((state, move), Qt.ItemDataRole.UserRole)
        self._items[state, move] = item
        return item

    def _tell(self, index: QModelIndex) -> None:
        place = index.data(Qt.ItemDataRole.UserRole)
        if place is not None and not self._showing:
            self.chosen.emit(*place)


def _set(item: QStandardItem, words: str) -> None:
    if item.text() != words:
        item.setText(words)
