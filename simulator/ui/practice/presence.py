"""Whether somebody is at the page: its window is shown, not minimised, not covered by another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget


class Presence(QObject):
    """Watches the window of a page; ``seen`` is whether it can be seen, ``at_hand`` whether the keyboard is in it too."""

    changed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._watched: list[QObject] = []

    def watch(self) -> None:
        """The page is on a window now: watch that one."""
        window = self._page.window()
        for watched in (window, window.windowHandle()):
            if watched is not None and watched not in self._watched:
                watched.installEventFilter(self)
                self._watched.append(watched)

    @property
    def seen(self) -> bool:
        """Whether the page can be seen, as far as the desktop tells."""
        window = self._page.window()
        handle = window.windowHandle()
        exposed = handle is None or handle.isExposed()
        return self._page.isVisible() and not window.isMinimized() and exposed

    @property
    def at_hand(self) -> bool:
        """Whether nothing else is in front: another window that has the keyboard may cover this one."""
        return self.seen and self._page.window().isActiveWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the window is put away or covered, or there again."""
        if event.type() in _TELLING:
            self.changed.emit()
        return super().eventFilter(watched, event)


_TELLING = frozenset(
    {
        QEvent.Type.WindowStateChange,
        QEvent.Type.WindowActivate,
        QEvent.Type.WindowDeactivate,
        QEvent.Type.Expose,
        QEvent.Type.Show,
        QEvent.Type.Hide,
    }
)
"""What can change whether somebody is there."""
