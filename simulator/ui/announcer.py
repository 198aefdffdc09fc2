"""Says aloud what a person who looks would see: everything that appears by itself is announced to assistive technology."""

from __future__ import annotations

from collections import deque
from typing import Final

from PySide6.QtWidgets import QWidget

_REMEMBERED: Final = 200


class Announcer:
    """The one way to assistive technology for what appears without the keyboard going there.

    ``given`` are the last announcements, the oldest first. What is urgent interrupts what is being read. What is announced
    before the window is seen waits until somebody can listen (``begin``).
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.given: deque[str] = deque(maxlen=_REMEMBERED)
        self._waiting: list[tuple[str, bool]] | None = []

    def begin(self) -> None:
        """The window is seen: say what waited, and everything at once from now on."""
        waiting, self._waiting = self._waiting or [], None
        for words, urgent in waiting:
            self._speak(words, urgent=urgent)

    def announce(self, words: str, *, urgent: bool = False) -> None:
        """Have some words read out, if anybody listens; nothing is said for no words."""
        words = words.strip()
        if not words:
            return
        self.given.append(words)
        if self._waiting is None:
            self._speak(words, urgent=urgent)
        else:
            self._waiting.append((words, urgent))

    def _speak(self, words: str, *, urgent: bool) -> None:
        # Loaded late: with its kinds it takes as long as a page.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        event = QAccessibleAnnouncementEvent(self._window, words)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)
