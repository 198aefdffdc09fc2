"""A button over the foot of a text that goes on below: nobody answers what they have not seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from simulator.ui.widgets.buttons import Button

_ASIDE = 16
_BELOW = 6
_ABOVE = 6
_NOTHING_BELOW = 24
"""Pixels of white below the last line."""


class ReadOn(QObject):
    """Shows the button while there is more below, with the ground behind it: it stands on no words and leaves no line cut.

    ``lines_seen`` gives where the words of each line are, in pixels from the corner of what is seen, from top to bottom.
    """

    def __init__(self, area: QAbstractScrollArea, words: str, lines_seen: Callable[[], list[QRect]]) -> None:
        super().__init__(area)
        self._area = area
        self._lines_seen = lines_seen
        self._bar = area.verticalScrollBar()
        self.foot = QFrame(area)
        self.foot.setProperty("kind", "read-on-foot")
        self.foot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.foot.hide()
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
        if more:
            self._place()
        if self.button.hasFocus() and not more:
            self._area.setFocus()
        self.foot.setVisible(more)
        self.button.setVisible(more)

    def _place(self) -> None:
        """The button in the corner, and the foot up to where the last line ends that is whole and does not reach it."""
        button, seen = self.button, self._area.viewport().geometry()
        button.adjustSize()
        right = self._area.width() - button.width() - self._bar.sizeHint().width() - _ASIDE
        button.move(max(0, right), self._area.height() - button.height() - _BELOW)
        taken = button.geometry().translated(-seen.topLeft())
        text = seen.height()
        for line in reversed(self._lines_seen()[1:]):
            if line.bottom() > text or line.intersects(taken):
                text = line.top()
        self.foot.setGeometry(seen.adjusted(0, text, 0, 0))

    def _turn(self) -> None:
        """Go on below the last line that was whole, which stays to show where one was."""
        foot = self.foot.y() - self._area.viewport().y()
        whole = [line.top() for line in self._lines_seen() if line.bottom() <= foot]
        self._bar.setValue(self._bar.value() + max(whole[-1] if whole else 0, foot // 2) - _ABOVE)
