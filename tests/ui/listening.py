"""Somebody who sees nothing: finds everything in a window by what assistive technology is told, and goes on by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

NONE = Qt.KeyboardModifier.NoModifier
_MOST_ROWS = 200


@contextmanager
def listening(qtbot: QtBot, window: QWidget) -> Iterator[Listener]:
    """Go on as with a screen reader, for which lists tell anew what their rows are."""
    QAccessible.setActive(True)
    try:
        yield Listener(qtbot, window)
    finally:
        QAccessible.setActive(False)


class Listener:
    """Knows the names and roles of what can be reached, and nothing else of the program."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot, self._window = qtbot, window
        qtbot.waitUntil(window.isActiveWindow)

    def names(self, role: QAccessible.Role | None = None) -> list[str]:
        """The names of everything that is there to be reached, in reading order."""
        return [_name(one) for one in self._all() if role is None or one.role() == role]

    def press(self, name: str) -> None:
        """Press a button, by its name or the beginning of it."""
        found = self._named(name)
        assert not found.state().disabled, f"“{name}” cannot be pressed now"
        acts, button = found.actionInterface(), found.object()
        assert isinstance(button, QAbstractButton), name
        if acts.pressAction() in acts.actionNames():
            with self._qtbot.waitSignal(button.clicked):
                acts.doAction(acts.pressAction())
        else:
            acts.doAction(acts.toggleAction())

    def go_to(self, name: str) -> None:
        """Put the keyboard on something, by its name."""
        self._qtbot.waitUntil(lambda: self._find(name) is not None)
        found = self._named(name)
        widget = found.object()
        assert isinstance(widget, QWidget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.hasFocus() or widget.isAncestorOf(self._focus()), f"“{name}” takes no keyboard"

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """One key, to whatever has the keyboard."""
        QTest.keyClick(self._handle(), key, modifiers)

    def type(self, words: str) -> None:
        """One key for each letter."""
        for letter in words:
            QTest.keyClick(self._handle(), letter)  # type: ignore[call-overload]

    def write_over(self, name: str, words: str) -> None:
        """Write something else into a field."""
        self.go_to(name)
        self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(words)

    def choose(self, name: str, wanted: str) -> None:
        """Go through the words of a choice by the arrow keys until one is read that begins like this."""
        self.go_to(name)
        self.key(Qt.Key.Key_Home)
        self._step_until(lambda: self._read_of_focus().startswith(wanted), wanted)
        self.key(Qt.Key.Key_Return)

    def row(self, name: str, wanted: str) -> None:
        """Go down a list or tree until a row is read in which this stands."""
        self.go_to(name)
        self.key(Qt.Key.Key_Home)
        self._step_until(lambda: wanted in self.row_read(), wanted)

    def row_read(self) -> str:
        """What is read of the row with the keyboard."""
        row = self._focused().focusChild()
        return _name(row) if row is not None else ""

    def until_named(self, name: str) -> None:
        """Wait until something of this name can be reached."""
        self._qtbot.waitUntil(lambda: self._find(name) is not None)

    def _step_until(self, read: Callable[[], bool], wanted: str) -> None:
        heard = []
        for _ in range(_MOST_ROWS):
            if read():
                return
            heard.append(self._read_of_focus())
            self.key(Qt.Key.Key_Down)
        raise AssertionError(f"“{wanted}” is never read, but {list(dict.fromkeys(heard))}")

    def _read_of_focus(self) -> str:
        """What is read of a choice that has the keyboard, or of the row in a list."""
        return self._focused().text(QAccessible.Text.Value) or self.row_read()

    def _named(self, name: str) -> QAccessibleInterface:
        found = self._find(name)
        assert found is not None, f"nothing is named “{name}”: {self.names()}"
        return found

    def _find(self, name: str) -> QAccessibleInterface | None:
        there = [one for one in self._all() if one.state().focusable]
        same = (one for one in there if name in (_name(one), _label(one)))
        return next(same, next((one for one in there if _name(one).startswith(name)), None))

    def _all(self) -> Iterator[QAccessibleInterface]:
        yield from _below(QAccessible.queryAccessibleInterface(self._window))

    def _focused(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._focus())

    def _focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        return found

    def _handle(self) -> QWindow:
        handle = self._window.windowHandle()
        assert handle is not None
        return handle


def _below(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if one is None or not one.isValid() or one.state().invisible:
        return
    yield one
    if one.role() in (QAccessible.Role.Tree, QAccessible.Role.Table, QAccessible.Role.List):
        return
    for number in range(one.childCount()):
        yield from _below(one.child(number))


def _name(one: QAccessibleInterface) -> str:
    return one.text(QAccessible.Text.Name)


def _label(one: QAccessibleInterface) -> str:
    """The words beside a field that are told as its name."""
    return next((_name(other) for other, kind in one.relations() if kind == QAccessible.RelationFlag.Label), "")
