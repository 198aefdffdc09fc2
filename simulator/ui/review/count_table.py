"""A table of counts in one fixed order: no column orders the rows, and every cell can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView

from simulator.ui.look import Look
from simulator.ui.widgets.rows_model import Column
from simulator.ui.widgets.sorted_table import SortedTable

Row = TypeVar("Row")


class CountTable(SortedTable[Row]):
    """``cell_chosen`` tells the row and the number of the column that somebody wants to look behind."""

    cell_chosen = Signal(object, int)

    def __init__(self, name: str, columns: Sequence[Column[Row]], look: Look, *, most_high: int = 0) -> None:
        super().__init__(name, columns, look, most_high=most_high)
        self.setSortingEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSortIndicatorShown(False)
        header.viewport().unsetCursor()
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def choose(self, row: int, column: int) -> None:
        """Look behind a cell."""
        self._choose(self.sorted.index(row, column))

    def mark(self, row: int) -> None:
        """Mark a row as the one that is looked behind, without leading there."""
        self.setCurrentIndex(self.sorted.index(row, 0))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.setCurrentIndex(index)
            self.cell_chosen.emit(self.source.rows[self.sorted.mapToSource(index).row()], index.column())
