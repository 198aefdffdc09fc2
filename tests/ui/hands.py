"""Hands on a window: keys and clicks that take the way of real ones, through the window and not into a widget."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from simulator.ui.practice.conversation import ConversationPage
from simulator.ui.window import MainWindow

_MOST_TABS = 200


class Hands:
    """Somebody at the keyboard and the mouse of one window."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        qtbot.waitUntil(window.isActiveWindow)

    @property
    def focus(self) -> QWidget | None:
        """What the keyboard is on."""
        return QApplication.focusWidget()

    def press(self, key: Qt.Key | str) -> None:
        """One key, to whatever has the keyboard; not before a moment has settled on the screen."""
        page = self.window.desk.page if self.window.desk is not None else None
        if isinstance(page, ConversationPage):
            self.qtbot.waitUntil(lambda: page.settled)
        # The stubs of PySide leave out letters, which it takes.
        QTest.keyClick(self._handle, key)  # type: ignore[arg-type]

    def hold(self, key: Qt.Key, text: str, *, for_repeats: int) -> None:
        """A key as a keyboard sends it while it is held: pressed, then again and again, to what has the focus by then."""
        for number in range(for_repeats):
            pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, number > 0)
            QApplication.sendEvent(self.focus or self.window, pressed)

    def type(self, words: str) -> None:
        """One key for each letter."""
        for letter in words:
            self.press(letter)

    def tab_to(self, control: QWidget) -> None:
        """Press Tab until a control has the keyboard; fails where Tab never leads to it."""
        for _ in range(_MOST_TABS):
            if control.hasFocus():
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {control.accessibleName() or control}")

    def click(self, control: QWidget, at: QPoint | None = None) -> None:
        """Click on a control where it can be seen, scrolling to it first as one would with a wheel."""
        for area in _scroll_areas_around(control):
            area.ensureWidgetVisible(control)
        spot = at or control.rect().center()
        assert control.visibleRegion().contains(spot), f"{control.accessibleName() or control} cannot be seen there"
        QTest.mouseClick(
            self._handle,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            control.mapTo(self.window, spot),
        )

    @property
    def _handle(self) -> QWindow:
        handle = self.window.windowHandle()
        assert handle is not None
        return handle


def _scroll_areas_around(widget: QWidget) -> Iterator[QScrollArea]:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            yield parent
        parent = parent.parentWidget()
