"""A page with one question to the trainee: a narrow column to read, and two ways on at its foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column, row, scrolling

_WIDTH = 680


class QuestionPage(QWidget):
    """Ctrl+Return goes on, as the button does."""

    refused = Signal(str)

    def __init__(self, look: Look, region: str, go_on: str, other: str) -> None:
        super().__init__()
        self._look = look
        inside = QWidget()
        inside.setMaximumWidth(round(_WIDTH * look.scale))
        self.body: QVBoxLayout = column(inside, spacing=14)
        self.body.setContentsMargins(32, 28, 32, 28)
        holder = QWidget()
        centred = row(holder)
        centred.addStretch(1)
        centred.addWidget(inside, 100)
        centred.addStretch(1)
        self._scroll: QScrollArea = scrolling(holder, region)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = column(self, spacing=0)
        outer.addWidget(self._scroll, 1)
        self.go_on = Button(go_on, "primary")
        self.other = Button(other, "quiet")
        outer.addWidget(self._footer())
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            keys = QShortcut(QKeySequence(Qt.Modifier.CTRL | key), self, self.go_on.click)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.setAutoRepeat(False)

    def to_top(self) -> None:
        """A page opens at its top."""
        self._scroll.verticalScrollBar().setValue(0)

    def _footer(self) -> QFrame:
        footer = QFrame()
        footer.setProperty("kind", "footer")
        buttons = row(footer, spacing=10)
        buttons.setContentsMargins(32, 10, 32, 10)
        buttons.addStretch(1)
        buttons.addWidget(self.other)
        buttons.addWidget(self.go_on)
        buttons.addStretch(1)
        return footer
