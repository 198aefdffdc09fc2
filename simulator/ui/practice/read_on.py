"""A button over the foot of a text that goes on below: nobody answers what they have not seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea

from simulator.ui.widgets.buttons import Button

_ASIDE = 16
_BELOW = 6
_NOTHING_BELOW = 24
"""Pixels of white below the last line."""
_KEPT = 0.8
"""So much of what is seen is turned at once; the rest shows where one was."""


class ReadOn(QObject):
    """Shows the button while there is more below."""

    def __init__(self, area: QAbstractScrollArea, words: str) -> None:
        super().__init__(area)
        self._area = area
        self._bar = area.verticalScrollBar()
        self.button = Button(words, "read-on")
        self.button.setParent(area)
        self.button.hide()
        self.button.clicked.connect(self._turn)
        self._bar.valueChanged.connect(self._look)
        self._bar.rangeChanged.connect(self._look)
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The text has another size, so the foot is elsewhere."""
        if watched is self._area and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._look()
        return False

    def _look(self, *_news: object) -> None:
        more = self._bar.maximum() - self._bar.value() > _NOTHING_BELOW
        button = self.button
        if more:
            button.adjustSize()
            right = self._area.width() - button.width() - self._bar.sizeHint().width() - _ASIDE
            button.move(max(0, right), self._area.height() - button.height() - _BELOW)
        if button.hasFocus() and not more:
            self._area.setFocus()
        button.setVisible(more)

    def _turn(self) -> None:
        self._bar.setValue(self._bar.value() + round(self._bar.pageStep() * _KEPT))
