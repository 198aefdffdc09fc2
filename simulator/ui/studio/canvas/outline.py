"""The canvas as a list: every card with what its answers lead to; the same map for keyboard and screen reader."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from simulator.messages.sentences import canvas as say
from simulator.scenario.story_graph import NO_STORY, Card, CardKind, EdgeKind, StoryGraph
from simulator.ui.studio.canvas.canvas_style import CanvasStyle
from simulator.ui.studio.canvas.card_item import state_word
from simulator.ui.studio.canvas.card_signs import signs_of

_ID: Final = Qt.ItemDataRole.UserRole


class CardOutline(QTreeWidget):
    """Cards in file order; a card that is unfolded shows each answer with where it leads."""

    chosen = Signal(str)
    """A card was come to, by its id."""

    opened = Signal(str)

    def __init__(self, style: CanvasStyle) -> None:
        super().__init__()
        self._style = style
        self._graph: StoryGraph = NO_STORY
        self._rows: dict[str, QTreeWidgetItem] = {}
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAccessibleName(style.look.say(say.OUTLINE()))
        self.setMinimumWidth(round(170 * style.scale))
        self.itemExpanded.connect(self._fill)
        self.currentItemChanged.connect(lambda now, _before: self._tell(now))

    def show_map(self, graph: StoryGraph) -> None:
        """Show the cards of a map; those that were unfolded stay so."""
        before, self._graph = self._graph, graph
        self.blockSignals(True)
        if list(before.cards) != list(graph.cards):
            here = self._id_of(self.currentItem())
            self.clear()
            self._rows = {id_: QTreeWidgetItem() for id_ in graph.cards}
            self.addTopLevelItems(list(self._rows.values()))
            if here in self._rows:
                self.setCurrentItem(self._rows[here])
        for id_, row in self._rows.items():
            self._show(row, graph.cards[id_])
        self.blockSignals(False)

    def stand_on(self, id_: str) -> None:
        """Come to a card, without telling of it."""
        row = self._rows.get(id_)
        if row is not None and self._id_of(self.currentItem()) != id_:
            self.blockSignals(True)
            self.setCurrentItem(row)
            self.blockSignals(False)
            self.scrollToItem(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the card, or goes to the card that an answer leads to."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            item = self.currentItem()
            if item is not None and item.parent() is not None:
                self.setCurrentItem(self._rows[self._id_of(item)])
            elif item is not None:
                self.opened.emit(self._id_of(item))
            return
        super().keyPressEvent(event)

    def _show(self, row: QTreeWidgetItem, card: Card) -> None:
        word = state_word(card, self._style)
        look = self._style.look
        own = look.say(say.OWN_LINES_ROW(name=card.whose, state=word))
        row.setText(0, own if card.kind is CardKind.STACK else f"{card.id} · {word}")
        signs = signs_of(card, look)
        heard = f"{row.text(0)} · {signs}" if signs else row.text(0)
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, heard)
        row.setToolTip(0, heard)
        row.setData(0, _ID, card.id)
        row.setIcon(0, self._style.families[card.family].icon)
        follows = QTreeWidgetItem.ChildIndicatorPolicy
        leads = card.kind is CardKind.MOMENT
        row.setChildIndicatorPolicy(follows.ShowIndicator if leads else follows.DontShowIndicator)
        if row.isExpanded():
            self._fill(row)

    def _fill(self, row: QTreeWidgetItem) -> None:
        row.takeChildren()
        look = self._style.look
        for edge in self._graph.after(self._id_of(row)):
            target = self._graph.cards[edge.target]
            name = state_word(target, self._style) if target.kind is CardKind.STACK else target.id
            told = say.ROW_SCRIPT if edge.kind is EdgeKind.SCRIPT else say.ROW_GRAPH
            answers = ", ".join(answer.response or look.say(say.SILENCE()) for answer in edge.answers)
            child = QTreeWidgetItem([look.say(told(answers=answers, target=name))])
            child.setData(0, _ID, edge.target)
            row.addChild(child)

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self._id_of(item if item.parent() is None else item.parent()))

    @staticmethod
    def _id_of(item: QTreeWidgetItem | None) -> str:
        return "" if item is None else str(item.data(0, _ID))
