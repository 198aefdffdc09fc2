"""What keeps the open file safe: it is saved, what is not saved is kept, and what other programs do to it is noticed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from simulator.messages.message import Message
from simulator.messages.sentences.studio_editor import SAVED_NOW
from simulator.services.file_on_disk import FileOnDisk
from simulator.ui.studio.editor.keeper import Keeper
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.outside_changes import OutsideChanges
from simulator.ui.studio.editor.saver import Saver
from simulator.ui.studio.editor.strip import Strip


class SafeKeeping(QObject):
    """Tells what has to be decided in the strip below the faces."""

    changed = Signal()
    """What is saved may be something else now."""

    told = Signal(Message)
    announced = Signal(Message)
    plans_played = Signal(Message)
    """How it went with the planned paths after saving."""

    def __init__(self, disk: FileOnDisk, file: OpenFile, strip: Strip) -> None:
        super().__init__(file)
        self.outside = OutsideChanges(disk, file, strip)
        self.outside.settled.connect(self.changed)
        self.outside.announced.connect(self.announced)
        self.keeper = Keeper(disk, self)
        self.keeper.failed.connect(self.told)
        self.keeper.changed_outside.connect(self.outside.tell)
        self.saver = Saver(disk, file, strip, self.outside, self.keeper, self)
        self.saver.told.connect(self.told)
        self.saver.plans_played.connect(self.plans_played)
        self.saver.saved.connect(self.changed)
        self.saver.saved.connect(lambda: self.announced.emit(SAVED_NOW(path=disk.path)))
        file.history_changed.connect(self.changed)
        file.history_changed.connect(self.keeper.touch)
