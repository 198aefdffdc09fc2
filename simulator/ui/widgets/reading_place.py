"""Keeps what is being read where it is on a scrolling page while things above it come in or grow."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from simulator.ui.widgets.layouts import PANEL


class ReadingPlace(QObject):
    """Holds that of some widgets which reaches below the upper quarter of what can be seen.

    At the very top of the page there is nothing to hold.
    """

    def __init__(self, area: QScrollArea, readable: Callable[[], Iterable[QWidget]]) -> None:
        super().__init__(area)
        self._area = area
        self._readable = readable
        self._held: QWidget | None = None
        self._below = 0
        self._restoring = False
        self._bar = area.verticalScrollBar()
        self._bar.valueChanged.connect(self._hold)
        self._bar.rangeChanged.connect(self._restore)

    def lead_to(self, widget: QWidget) -> None:
        """Bring the beginning of something into view, and hold it there while the page is still being laid out."""
        QTimer.singleShot(0, widget, lambda: self._lead_to(widget))

    def let_go(self) -> None:
        """What was held is taken away."""
        if self._held is not None:
            self._held.removeEventFilter(self)
        self._held = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is held has been moved within the page."""
        if event.type() == QEvent.Type.Move and watched is self._held:
            self._restore()
        return super().eventFilter(watched, event)

    def _hold(self, value: int) -> None:
        if self._restoring:
            return
        self.let_go()
        read = value + self._area.viewport().height() // 4
        below = (widget for widget in self._readable() if self._top(widget) + widget.height() > read)
        self._held = next(below, None) if value > 0 else None
        if self._held is not None:
            self._below = self._top(self._held) - value
            self._held.installEventFilter(self)

    def _lead_to(self, widget: QWidget) -> None:
        self.let_go()
        self._held, self._below = widget, PANEL
        widget.installEventFilter(self)
        self._restore()

    def _restore(self) -> None:
        if self._held is not None:
            self._restoring = True
            self._bar.setValue(self._top(self._held) - self._below)
            self._restoring = False

    def _top(self, widget: QWidget) -> int:
        page = self._area.widget()
        assert page is not None
        return widget.mapTo(page, QPoint(0, 0)).y()
