"""Shows the folder of one's own scenarios in the desktop's own window for files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from simulator.messages.message import Message
from simulator.messages.sentences.shelf import NO_FOLDER


def show_folder(folder: Path) -> Message | None:
    """Show it, made where there is none yet; gives why that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        return NO_FOLDER(folder=str(folder), reason=fault.strerror or "")
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
    return None
