"""Garbage is collected on the window's thread only: widgets must not be taken apart by a thread that works in the background."""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 1_000


class GarbageCollector(QObject):
    """Takes over from Python's own collector, which runs on whichever thread happens to need memory, as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start(_EVERY_MS)


def collect_what_is_due() -> None:
    """Collect the oldest generation that Python would collect by now, and with it the younger ones."""
    due = [
        generation
        for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if count > most
    ]
    if due:
        gc.collect(due[-1])
