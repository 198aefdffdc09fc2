"""What has happened to the open file outside: another program changed it or took it away, or work was left that was never saved."""

from __future__ import annotations

import difflib
from typing import Final

from PySide6.QtCore import QObject, Signal

from simulator.messages.message import Message, When
from simulator.messages.sentences import studio_editor as say
from simulator.messages.sentences.new_scenario import MADE
from simulator.services.file_on_disk import FileOnDisk
from simulator.services.publishing import standing_now
from simulator.services.standings import Standing
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.strip import Strip

_MOST_LINES: Final = 400


class OutsideChanges(QObject):
    """Tells it in the strip below the faces, with the ways on; nothing is decided by itself."""

    announced = Signal(Message)
    settled = Signal()
    """What is saved may be something else now."""

    def __init__(self, disk: FileOnDisk, file: OpenFile, strip: Strip) -> None:
        super().__init__(strip)
        self._disk, self._file, self._strip = disk, file, strip

    def tell_first(self) -> None:
        """What there is to be said of the file as it was opened."""
        offered = self._disk.offered
        if offered is not None:
            self._strip.show_matter(
                "offered",
                say.OFFERED(when=When(offered.at_ms)),
                (say.GO_ON(), lambda: self._file.act(lambda: self._disk.become_unsaved(offered))),
                (say.LET_GO(), self._disk.give_up_offered),
            )
        elif self._disk.never_saved:
            words = MADE if standing_now(self._disk) is Standing.DRAFT else say.A_COPY
            self._strip.show_matter("copy", words(path=self._disk.path), (say.PUT_AWAY(), None))
            self._file.text_changed.connect(self._make_room)

    def _make_room(self) -> None:
        """Whoever has begun to write has read what was told first."""
        self._strip.settle("copy")

    def tell(self) -> None:
        """Tell that another program has changed the file, or taken it away; or that it has not after all."""
        if self._disk.gone:
            self._strip.show_matter("gone", say.GONE(), (say.PUT_AWAY(), None))
            self.settled.emit()
            return
        if self._disk.theirs() is None:
            self._strip.settle("outside")
            return
        words = say.OUTSIDE_BOTH() if self._disk.changed else say.OUTSIDE()
        self._strip.show_matter(
            "outside",
            words,
            (say.TAKE_THEIRS(), self._take_theirs),
            (say.KEEP_MINE(), self._keep_mine),
            (say.COMPARE(), self._compare),
            keep=True,
        )
        self.announced.emit(words)

    def _take_theirs(self) -> None:
        self._strip.settle("outside")
        self._file.act(self._disk.take_theirs)
        self.settled.emit()

    def _keep_mine(self) -> None:
        self._strip.settle("outside")
        self._disk.keep_mine()
        self.settled.emit()

    def _compare(self) -> None:
        theirs = (self._disk.theirs() or b"").decode("utf-8", "replace").splitlines()
        mine = self._file.source.text.split("\n")
        # Without the names of files and the numbers of lines, which only programmers read.
        lines = list(difflib.unified_diff(theirs, mine, n=1, lineterm=""))[3:]
        told = [
            "…" if line.startswith("@@") else line.replace("-", "−", 1) if line[:1] == "-" else line for line in lines
        ]
        self._strip.show_lines("\n".join(told[:_MOST_LINES]))
