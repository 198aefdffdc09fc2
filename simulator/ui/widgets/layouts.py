"""Boxes with the spacing of the theme, cards, and pages that scroll."""

from __future__ import annotations

from operator import itemgetter
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

PANEL = 24
GAP = 12
_SETTLES_MS: Final = 300
"""After so long a page has found its height."""
_NEVER: Final = 1
"""``Qt.ScrollBarPolicy.ScrollBarAlwaysOff``, without loading the names in ``Qt`` (see ``text.py``)."""


def column(parent: QWidget | None = None, *, margin: int = 0, spacing: int = GAP) -> QVBoxLayout:
    """A vertical box."""
    box = QVBoxLayout(parent) if parent else QVBoxLayout()
    box.setContentsMargins(margin, margin, margin, margin)
    box.setSpacing(spacing)
    return box


def row(parent: QWidget | None = None, *, margin: int = 0, spacing: int = GAP) -> QHBoxLayout:
    """A horizontal box."""
    box = QHBoxLayout(parent) if parent else QHBoxLayout()
    box.setContentsMargins(margin, margin, margin, margin)
    box.setSpacing(spacing)
    return box


def in_the_middle(
    page: QWidget, widest: int, *, spacing: int, margins: tuple[int, int, int, int] = (36, 24, 36, 32)
) -> QVBoxLayout:
    """The box of a page whose lines stay short enough to read: in the middle, and no wider than so many pixels."""
    wide = row(page)
    wide.setContentsMargins(*margins)
    middle = QWidget()
    middle.setMaximumWidth(widest)
    wide.addStretch(1)
    wide.addWidget(middle, 1_000)
    wide.addStretch(1)
    return column(middle, spacing=spacing)


def with_larger_text(pixels: int, scale: float) -> int:
    """A width that grows with the size of the text, but less than in step: a line of larger letters holds fewer."""
    return round(pixels * (0.4 + 0.6 * scale))


class Card(QFrame):
    """A surface with a hairline and rounded corners."""

    def __init__(self, *, margin: int = 20, spacing: int = 8) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.body = column(self, margin=margin, spacing=spacing)


def scrolling(content: QWidget, name: str) -> QScrollArea:
    """A page that scrolls up and down where the window is too small for it; by keyboard too."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setProperty("horizontalScrollBarPolicy", _NEVER)
    area.setAccessibleName(name)
    area.setWidget(content)
    return area


def to_top(area: QScrollArea) -> None:
    """Show a page from its top, also once it has been laid out anew."""
    from PySide6.QtCore import QTimer

    _let_go(area)
    area.verticalScrollBar().setValue(0)
    QTimer.singleShot(0, area, lambda: area.verticalScrollBar().setValue(0))


def inside(layout: QLayout) -> list[QWidget | QLayout]:
    """The widgets and layouts that a layout holds, in its order.

    ``itemAt`` is not asked: PySide keeps what it returns after Qt has deleted it, and takes whatever Qt makes at the same
    place in memory later for that item.
    """
    page = layout.parentWidget()
    parts = [*(page.children() if page is not None else ()), *layout.children()]
    placed = [(layout.indexOf(part), part) for part in parts if isinstance(part, QWidget | QLayout)]
    return [part for place, part in sorted(placed, key=itemgetter(0)) if place >= 0]


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; the widgets disappear at once and are deleted when Qt gets to it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


class _InView(QObject):
    """Scrolls to a widget again whenever its page gets another height, until the page has settled."""

    def __init__(self, widget: QWidget, area: QScrollArea) -> None:
        from PySide6.QtCore import QTimer

        super().__init__(widget)
        self._widget = widget
        area.verticalScrollBar().rangeChanged.connect(self._scroll)
        QTimer.singleShot(_SETTLES_MS, self, self.deleteLater)

    def _scroll(self) -> None:
        if self.parent() is not None:
            _scroll_to(self._widget)


def bring_into_view(widget: QWidget) -> None:
    """Scroll the page around a widget so that all of it, or at least its beginning, can be seen once it is laid out."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, widget, lambda: _scroll_to(widget))
    area = area_around(widget)
    if area is not None:
        _let_go(area)
        _InView(widget, area)


def _let_go(area: QScrollArea) -> None:
    """Whoever turns to another place wants to see the one before no longer."""
    for earlier in area.findChildren(_InView):
        earlier.setParent(None)
        earlier.deleteLater()


def area_around(widget: QWidget) -> QScrollArea | None:
    """The page that scrolls around a widget, the nearest where there are several."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def _scroll_to(widget: QWidget) -> None:
    area = area_around(widget)
    if area is None:
        return
    # ``ensureWidgetVisible`` would show no more of a text field than the line that somebody writes in.
    bar, room = area.verticalScrollBar(), area.viewport().height()
    top = bar.value() + widget.mapTo(area.viewport(), widget.rect().topLeft()).y() - PANEL
    bottom = top + widget.height() + 2 * PANEL
    bar.setValue(min(top, max(bar.value(), bottom - room)))
