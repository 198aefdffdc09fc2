"""Rows of one kind as an item model: what each column says of a row, and what the rows are ordered by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from simulator.ui.theme import Role

Row = TypeVar("Row")

KEY_ROLE: Final = Qt.ItemDataRole.UserRole
"""What a cell is ordered by: a number or a word."""
BAR_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The ``Bar`` below the text of a cell, or nothing."""
ICON_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The name of the icon before the text of a cell, or nothing."""

_ROOT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a whole, drawn as a bar in the colour of a role."""

    share: float
    role: Role


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its heading, the text of a row, and what it is ordered by.

    Numbers stand on the right, the highest first where they are ordered. ``room`` is the part that the column has of the
    width that is left, and ``letters`` what it has room for at least; 0 for a column that is as wide as its longest text.
    """

    heading: str
    text: Callable[[Row], str]
    key: Callable[[Row], float | str]
    number: bool = False
    room: int = 0
    letters: int = 0
    bar: Callable[[Row], Bar] | None = None
    icon: Callable[[Row], str] | None = None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """The rows of a table."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Hold other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """How many rows there are; none below a row."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says, and how."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case _ if role == KEY_ROLE:
                return column.key(row)
            case _ if role == BAR_ROLE:
                return column.bar(row) if column.bar else None
            case _ if role == ICON_ROLE:
                return column.icon(row) if column.icon else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        """The heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return in_two_lines(column.heading) if column.number else column.heading
            case Qt.ItemDataRole.AccessibleTextRole:
                return column.heading
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column, Qt.AlignmentFlag.AlignBottom)
        return None


def in_two_lines(heading: str) -> str:
    """A heading broken at the gap between two words that makes its longer line shortest."""
    words = heading.split(" ")
    broken = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    return "\n".join(min(broken, key=lambda lines: max(map(len, lines)))) if broken else heading


def _alignment(column: Column[Row], upright: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return across | upright
