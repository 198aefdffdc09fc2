"""Files that are dropped on the window: scenarios go to the shelf of the Studio."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent

if TYPE_CHECKING:
    from simulator.ui.places import Places


class Dropping(QObject):
    """Takes what is dropped anywhere on a window that does not take it itself."""

    def __init__(self, window: Places) -> None:
        widget = window.window()
        super().__init__(widget)
        self._window = window
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Files may be dropped, nothing else."""
        if not isinstance(event, QDropEvent) or event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        paths = files_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                take_dropped(self._window, paths)
        return bool(paths)


def files_in(dragged: QMimeData) -> list[Path]:
    """The files and folders that are dragged, without addresses of other kinds."""
    return [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]


def take_dropped(window: Places, paths: Sequence[Path]) -> None:
    """Put scenario files and folders on the shelf of the Studio, and show what an assignment asks; not in a conversation."""
    from simulator.handin.assignment import SUFFIX as ASSIGNMENT
    from simulator.messages.sentences.studio_shelf import IN_CONVERSATION

    if window.talking:
        window.tell_message(IN_CONVERSATION())
    elif window.can_turn and paths[0].suffix == ASSIGNMENT:
        window.show_practice()
        if window.desk is not None:
            window.desk.show_assignments(paths[0])
    elif window.can_turn:
        window.show_studio()
        if window.studio_desk is not None:
            window.studio_desk.bring(paths)
