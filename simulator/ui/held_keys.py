"""A key that is held down acts once: on X11 Qt takes every tenth repeat or so of a held key for another press.

The X server tells a repeat as a release and a press at the very same millisecond. Qt knows it as one only where both have
arrived when it reads the first of them; nobody lets go of a key and presses it again within a millisecond.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent, QWindow


class HeldKeys(QObject):
    """Watches the keys that come to a window, and lets a press that is a repeat be known as one by whoever gets it."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._window = window
        self._released = (0, 0)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put a press that is known as a repeat in the place of one that is not."""
        if isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            this = (event.key(), event.timestamp())
            if event.type() == QEvent.Type.KeyRelease:
                self._released = this
            elif event.type() == QEvent.Type.KeyPress and this == self._released:
                QCoreApplication.sendEvent(self._window, as_repeat(event))
                return True
        return super().eventFilter(watched, event)


def as_repeat(event: QKeyEvent) -> QKeyEvent:
    """The same press, as one of a key that is held."""
    codes = event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers()
    repeat = QKeyEvent(event.type(), event.key(), event.modifiers(), *codes, event.text(), True, event.count())
    repeat.setTimestamp(event.timestamp())
    return repeat
