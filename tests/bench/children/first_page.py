"""Attune from its real beginning until the library is painted; then the program ends."""

import os

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent

from main import main
from simulator.ui.practice.library_page import LibraryPage


def painted(_page: LibraryPage, _event: QPaintEvent) -> None:
    QTimer.singleShot(0, lambda: os._exit(0))


LibraryPage.paintEvent = painted  # type: ignore[method-assign]
main([])
