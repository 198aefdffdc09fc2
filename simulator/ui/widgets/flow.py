"""A layout that puts things in a row and goes on in the next where the row is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

from simulator.ui.widgets.whole_part import WholePart


class FlowLayout(QLayout):
    """Rows of things in reading order; the height follows from the width."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.gap = spacing
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put one more thing at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The thing at a place, or nothing beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a thing out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Nothing grows beyond what it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Fewer columns make more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in pixels of all rows at this width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Lay everything out in this rectangle."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Everything in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The largest single thing."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        """What is not hidden."""
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        rows: list[list[QLayoutItem]] = [[]]
        x = 0
        for item in self._shown():
            width = _width(item, rect)
            if rows[-1] and x + width > rect.width():
                rows.append([])
                x = 0
            rows[-1].append(item)
            x += width + self.gap
        y = rect.y()
        for row in rows:
            height = max((item.sizeHint().height() for item in row), default=0)
            if move:
                self._place_row(row, rect, y, height)
            y += height + self.gap
        return y - self.gap - rect.y()

    def _place_row(self, row: list[QLayoutItem], rect: QRect, y: int, height: int) -> None:
        """Put a row side by side, from the side where reading begins."""
        parent, x = self.parentWidget(), rect.x()
        reads = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        for item in row:
            size = QSize(_width(item, rect), item.sizeHint().height())
            place = QRect(QPoint(x, y + (height - size.height()) // 2), size)
            item.setGeometry(QStyle.visualRect(reads, rect, place))
            x += size.width() + self.gap


def _width(item: QLayoutItem, rect: QRect) -> int:
    """What a thing asks for, where there is so much; never less than it needs."""
    return max(min(item.sizeHint().width(), rect.width()), item.minimumSize().width())


class Flow(WholePart):
    """Things in a flow that are as high as their rows need."""

    def __init__(self, *, spacing: int = 8) -> None:
        super().__init__()
        self.items = FlowLayout(self, spacing=spacing)
