"""A held key is known as one, also where the display tells a repeat as a release and a press at the same millisecond."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from pytestqt.qtbot import QtBot

from simulator.ui.held_keys import HeldKeys


class Noting(QWindow):
    """Notes every press that comes to it, and whether it is a repeat."""

    def __init__(self) -> None:
        super().__init__()
        self.presses: list[tuple[str, bool, int, int]] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.presses.append((event.text(), event.isAutoRepeat(), event.timestamp(), event.nativeScanCode()))


@pytest.fixture
def window(qtbot: QtBot) -> Noting:
    window = Noting()
    HeldKeys(window)
    return window


def send(window: Noting, what: QEvent.Type, at_ms: int, text: str = "1", *, repeat: bool = False) -> None:
    event = QKeyEvent(what, ord(text), Qt.KeyboardModifier.NoModifier, 10, 0, 0, text, repeat)
    event.setTimestamp(at_ms)
    QCoreApplication.sendEvent(window, event)


PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


def test_a_press_at_the_very_moment_of_its_release_is_a_repeat(window: Noting) -> None:
    send(window, PRESS, 100)
    send(window, RELEASE, 760)
    send(window, PRESS, 760)
    assert window.presses == [("1", False, 100, 10), ("1", True, 760, 10)]


def test_what_is_known_as_a_repeat_stays_one(window: Noting) -> None:
    send(window, RELEASE, 760, repeat=True)
    send(window, PRESS, 760, repeat=True)
    assert window.presses == [("1", True, 760, 10)]


def test_a_second_press_and_another_key_are_no_repeats(window: Noting) -> None:
    send(window, PRESS, 100)
    send(window, RELEASE, 150)
    send(window, PRESS, 151)
    send(window, RELEASE, 200)
    send(window, PRESS, 200, "2")
    assert [repeat for _text, repeat, *_rest in window.presses] == [False, False, False]
