"""A table that can be put in order by any column, by mouse and by keyboard, and that cuts nothing off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, QSortFilterProxyModel, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableView

from simulator.ui.look import Look
from simulator.ui.widgets.cells import CellDelegate
from simulator.ui.widgets.headings import Headings
from simulator.ui.widgets.rows_model import KEY_ROLE, Column, RowsModel

Row = TypeVar("Row")

_SCROLL_BAR: Final = 12
"""Pixels; the width of scroll bars in the style sheet."""
_ENDLESS: Final = 1_000_000
_ASCENDING, _DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class SortedTable(QTableView, Generic[Row]):
    """Rows in the order of the file, or of any column. ``most_high`` is its greatest height in lines of text; 0 for none."""

    def __init__(self, name: str, columns: Sequence[Column[Row]], look: Look, *, most_high: int = 0) -> None:
        super().__init__()
        self.source: RowsModel[Row] = RowsModel(columns, self)
        self._most_high = most_high
        self._fitted = -1
        self._least: list[list[int]] = []
        self._heights: list[int] = []
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.source)
        self.sorted.setSortRole(KEY_ROLE)
        self.sorted.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self.sorted)
        self._headings = Headings(look, self)
        self.setHorizontalHeader(self._headings)
        self._cells = CellDelegate(look, self)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(name)
        self._behave()

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setMinimumWidth(1)
        self.verticalHeader().hide()
        self.setSortingEnabled(True)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the order stays."""
        self._least, self._heights = [], []
        self.source.show_rows(rows)
        self._fit()

    def order_by(self, column: int) -> None:
        """Put the rows in the order of a column: numbers from the highest, words from A; -1 for the order of the file."""
        numbers = column >= 0 and self.source.columns[column].number
        self.sortByColumn(column, _DESCENDING if numbers else _ASCENDING)

    def current(self) -> Row | None:
        """The row that is selected, if any."""
        chosen = self.selectionModel().selectedRows()
        return self.source.rows[self.sorted.mapToSource(chosen[0]).row()] if chosen else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width asks for other columns and rows."""
        super().resizeEvent(event)
        if self.width() != self._fitted:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """The theme has its say before a table is shown."""
        super().showEvent(event)
        self._least = []
        self._fit()

    def _widths(self, inside: int) -> list[int]:
        """The widths of the columns; where not all fit, first the headings wrap, and then the cells too."""
        rooms = [column.room for column in self.source.columns]
        for tightness, least in enumerate((self._least_width, self._with_narrow_heading, self._with_narrow_cells)):
            if len(self._least) == tightness:
                self._least.append([least(number) for number in range(len(rooms))])
            if sum(self._least[tightness]) <= inside:
                return widths(self._least[tightness], self._least[0] if tightness else rooms, inside)
        return self._least[1]

    def _least_width(self, number: int) -> int:
        column = self.source.columns[number]
        letters = self.fontMetrics().averageCharWidth() * column.letters
        return max(self._headings.sectionSizeHint(number), self._widest(number, wrapped=bool(column.room)), letters)

    def _with_narrow_heading(self, number: int) -> int:
        wrapped = bool(self.source.columns[number].room)
        return max(self._headings.least_width(number), self._widest(number, wrapped=wrapped))

    def _with_narrow_cells(self, number: int) -> int:
        return max(self._headings.least_width(number), self._widest(number, wrapped=True))

    def _widest(self, number: int, *, wrapped: bool) -> int:
        column, wide = self.source.columns[number], self._cells.width_of
        cells = ((column.text(row), _has_icon(column, row)) for row in self.source.rows)
        return max((wide(text, icon=icon, wrapped=wrapped) for text, icon in cells), default=0)

    def _fit(self) -> None:
        """Give the columns their widths, the rows their heights, and the table the height of all rows, or the greatest."""
        if not self.isVisible():
            return
        self._fitted = self.width()
        line, count = self.fontMetrics().lineSpacing(), len(self.source.rows)
        most = self._most_high * line or _ENDLESS
        scrolled = count * (line + self._cells.least_height) > most or self._fit_rows(scrolled=False) > most
        rows = min(most, self._fit_rows(scrolled=True)) if scrolled else sum(self._heights)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if scrolled else policy.ScrollBarAlwaysOff)
        across = _SCROLL_BAR if self._headings.length() > self._inside(scrolled) else 0
        self.setFixedHeight(self._headings.sizeHint().height() + rows + across + self._frame())

    def _fit_rows(self, *, scrolled: bool) -> int:
        """Give the columns their widths, and every row the height of its highest cell; gives the height of all of them."""
        columns, rows = self.source.columns, self.source.rows
        found = self._widths(self._inside(scrolled))
        for number, width in enumerate(found):
            self.setColumnWidth(number, width)
        self._heights = [max(map(partial(self._height, row), columns, found)) for row in rows]
        for row in range(len(rows)):
            self.setRowHeight(row, self._heights[self.sorted.mapToSource(self.sorted.index(row, 0)).row()])
        return sum(self._heights)

    def _height(self, row: Row, column: Column[Row], width: int) -> int:
        bar = column.bar is not None
        return self._cells.height_in(width, column.text(row), icon=_has_icon(column, row), bar=bar)

    def _inside(self, scrolled: bool) -> int:
        return self.width() - self._frame() - (_SCROLL_BAR if scrolled else 0)

    def _frame(self) -> int:
        return self.width() - self.contentsRect().width() if self.width() > 0 else 0


def _has_icon(column: Column[Row], row: Row) -> bool:
    return column.icon is not None and bool(column.icon(row))


def widths(least: Sequence[int], room: Sequence[int], whole: int) -> list[int]:
    """The widths of columns: those with room share in proportion what the others leave, but none is narrower than its least."""
    found = list(least)
    sharing = [n for n, part in enumerate(room) if part]
    while sharing:
        left = whole - sum(width for n, width in enumerate(found) if n not in sharing)
        part = left / sum(room[n] for n in sharing)
        growing = [n for n in sharing if found[n] <= part * room[n]]
        if growing == sharing:
            for n in sharing:
                found[n] = int(part * room[n])
            break
        sharing = growing
    return found


class OrderBox(QComboBox):
    """Chooses what a table is ordered by: the same as a click on a heading, for the keyboard."""

    def __init__(self, table: SortedTable[Row], name: str, as_it_is: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.addItem(as_it_is)
        self.addItems([column.heading for column in table.source.columns])
        self.activated.connect(lambda number: table.order_by(number - 1))
        table.horizontalHeader().sortIndicatorChanged.connect(self._follow)

    def _follow(self, column: int) -> None:
        """Somebody clicked on a heading."""
        with QSignalBlocker(self):
            self.setCurrentIndex(column + 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page and leaves the order alone."""
        event.ignore()
