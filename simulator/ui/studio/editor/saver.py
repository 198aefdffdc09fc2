"""Saves the open file, and asks where saving it could lose something."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from simulator.messages.message import Message
from simulator.messages.sentences import studio_editor as say
from simulator.services.file_on_disk import ChangedOutside, FileOnDisk, LooksCut
from simulator.services.planned_paths import played_again
from simulator.session.errors import ServiceError
from simulator.ui.background import Background
from simulator.ui.studio.editor.keeper import Keeper
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.outside_changes import OutsideChanges
from simulator.ui.studio.editor.strip import Strip

_SETTLED: tuple[str, ...] = ("cut", "outside", "copy", "gone")
"""What the strip tells that is settled by saving."""


class Saver(QObject):
    """Planned paths are played again behind the window after each saving."""

    saved = Signal()
    told = Signal(Message)
    plans_played = Signal(Message)
    """How it went with the planned paths."""

    def __init__(
        self, disk: FileOnDisk, file: OpenFile, strip: Strip, outside: OutsideChanges, keeper: Keeper, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._disk, self._file, self._strip = disk, file, strip
        self._outside, self._keeper = outside, keeper
        self._plans: Background[Message | None] = Background(self)

    def save(self, *, even_if_cut: bool = False) -> bool:
        """Save the file; says whether it is on the disk now."""
        try:
            self._disk.save(even_if_cut=even_if_cut)
        except ChangedOutside:
            self._outside.tell()
            return False
        except LooksCut as cut:
            self._strip.show_matter(
                "cut", cut.message, (say.DO_NOT(), None), (say.SAVE_ANYWAY(), lambda: self.save(even_if_cut=True))
            )
            self._strip.buttons[0].setFocus()
            return False
        except ServiceError as refused:
            self.told.emit(refused.message)
            return False
        for matter in _SETTLED:
            self._strip.settle(matter)
        self._disk.file.pause()
        self._keeper.watch()
        self.saved.emit()
        place, reading = self._disk.place, self._file.reading
        self._plans.ask(lambda: played_again(place, reading), self._tell_of_plans)
        return True

    def _tell_of_plans(self, found: Message | None) -> None:
        if found is not None:
            self.plans_played.emit(found)
