"""Lists whose lines are as long as they are: they wrap, scroll smoothly, and never end in half a line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QListView, QListWidget


def wrap_lines(view: QListView) -> None:
    """Nothing is cut, and nothing lies beyond the edge of this list."""
    view.setWordWrap(True)
    view.setTextElideMode(Qt.TextElideMode.ElideNone)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class WrappedList(QListWidget):
    """One that fills the room it is given."""

    def __init__(self) -> None:
        super().__init__()
        wrap_lines(self)
        self.setSpacing(3)


def height_to(view: QListView, row: int) -> int:
    """How many pixels the first rows of a list take, up to and with this one (the first is 1), as it is laid out now."""
    first, last = (view.visualRect(view.model().index(one, 0)) for one in (0, row - 1))
    return last.bottom() - first.top() + 1


class WholeRows(QObject):
    """Keeps a short list as high as its first ``most`` rows, whatever their words need at this width.

    Whoever fills the list says so by ``fit``. Where room is ``scarce`` it may become as low as its first row.
    """

    def __init__(self, view: QListView, most: int, *, scarce: bool = False) -> None:
        super().__init__(view)
        self._view, self._most, self._scarce = view, most, scarce
        wrap_lines(view)
        view.installEventFilter(self)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """At another width or in other letters the rows are of another height."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.FontChange):
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Take the height of the rows that are there now."""
        view = self._view
        rows = min(view.model().rowCount(), self._most)
        view.doItemsLayout()
        high = height_to(view, rows) if rows else view.fontMetrics().lineSpacing()
        around = view.height() - view.viewport().height()
        whole = high + 2 * view.spacing() + around
        view.setMaximumHeight(whole)
        view.setMinimumHeight(height_to(view, 1) + whole - high if self._scarce and rows else whole)
