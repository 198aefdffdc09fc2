"""Keeps what is being written from being lost: what is not saved is kept every few seconds; and a look at what other programs do to the file."""

from __future__ import annotations

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from simulator.messages.message import Message
from simulator.services.file_on_disk import KEEP_EVERY_MS, FileOnDisk
from simulator.session.errors import ServiceError


class Keeper(QObject):
    """Looks after one open file for as long as its page is there."""

    changed_outside = Signal()
    failed = Signal(Message)

    def __init__(self, disk: FileOnDisk, parent: QObject) -> None:
        super().__init__(parent)
        self._disk = disk
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_EVERY_MS)
        self._timer.timeout.connect(self.keep)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self.look)
        self._watcher.directoryChanged.connect(self.look)
        self.watch()

    def watch(self) -> None:
        """Look at the file, and at its folder, because many programs put a new file in the place of the old."""
        there = {*self._watcher.files(), *self._watcher.directories()}
        wanted = [str(path) for path in (self._disk.place, self._disk.place.parent) if path.exists()]
        new = [path for path in wanted if path not in there]
        if new:
            self._watcher.addPaths(new)

    def touch(self) -> None:
        """Something was written: keep it soon."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep what is not saved now; that it cannot be kept is told once."""
        self._timer.stop()
        try:
            self._disk.keep_unsaved()
            self._told = False
        except ServiceError as fault:
            if not self._told:
                self._told = True
                self.failed.emit(fault.message)

    def look(self) -> None:
        """Tell whether another program has changed the file."""
        self.watch()
        if self._disk.theirs() is not None or self._disk.gone:
            self.changed_outside.emit()
