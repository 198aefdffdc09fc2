"""The file that is open in the Studio, as its faces see it: what it reads as, what can be done to it, and signals of change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.messages.message import Message
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Fix
from simulator.scenario.editing.intents import Intent, Rename
from simulator.scenario.editing.written import Written
from simulator.scenario.nodes import Path
from simulator.scenario.read import Reading
from simulator.scenario.references import Named
from simulator.scenario.source_text import Edit, SourceText
from simulator.services.edited_file import EditedFile
from simulator.session.errors import ServiceError
from simulator.ui.background import Background
from simulator.ui.studio.editor.outline_rows import HEADINGS, above

_PAUSE_MS: Final = 150
"""So long after the last key what was typed is read."""


class OpenFile(QObject):
    """One open file; every face changes it through here and hears of every change here.

    What cannot be done is told through ``refused`` and changes nothing; each act says whether it was done.
    """

    text_changed = Signal()
    """The text is another one: at every key, and before ``reading_changed``."""

    reading_changed = Signal()
    """``reading`` is new: at once after an edit by intent, an undo or a fix; a moment after the last key."""

    findings_changed = Signal()
    """``findings`` are new: with the reading, and again when the whole story was looked at."""

    beside_changed = Signal()
    """The map beside the file is another one."""

    history_changed = Signal()
    """What undo and redo would do may be something else."""

    place_changed = Signal(tuple)
    """Another moment, response or wording was chosen, by its path."""

    refused = Signal(Message)

    def __init__(self, file: EditedFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._place: Path = ()
        self._findings: tuple[Diagnostic, ...] = file.findings()
        self._story: Background[tuple[Diagnostic, ...]] = Background(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._read)
        self._look_at_story()

    @property
    def file(self) -> EditedFile:
        """The file without its window."""
        return self._file

    @property
    def path(self) -> str:
        """The file's path below its scenario folder."""
        return self._file.path

    @property
    def source(self) -> SourceText:
        """The text as it is now."""
        return self._file.source

    @property
    def beside(self) -> str:
        """The map beside the file as it is now; empty where there is none."""
        return self._file.beside

    @property
    def reading(self) -> Reading:
        """What the text reads as now."""
        return self._file.reading

    @property
    def written(self) -> Written:
        """The text with its nodes and their places."""
        return self._file.written

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is to be mended, as far as it is known."""
        return self._findings

    @property
    def place(self) -> Path:
        """The path of the moment, response or wording that is chosen; ``()`` stands for the scenario itself."""
        return self._place

    def go_to(self, place: Path) -> None:
        """Choose a moment, a response or a wording, in every face."""
        if place != self._place:
            self._place = place
            self.place_changed.emit(place)

    def make(self, *intents: Intent, name: Message | None = None, typed: bool = False) -> bool:
        """Carry out some intents as one step; all or none. What is chosen stays so under a new id."""
        place = self._place
        for intent in intents:
            if isinstance(intent, Rename):
                place = _renamed(place, intent)
        return self._do(lambda: self._file.make(*intents, name=name, typed=typed), place)

    def mend(self, fix: Fix) -> bool:
        """Apply a quick fix as one step."""
        return self._do(lambda: self._file.mend(fix))

    def replace(self, name: Message, *edits: Edit) -> bool:
        """Change the text in some places as one step."""
        return self._do(lambda: self._file.replace(name, *edits))

    def put_beside(self, name: Message, beside: str) -> bool:
        """Put another map beside the file, as one step."""
        return self._do(lambda: self._file.put_beside(name, beside))

    def type(self, edit: Edit) -> None:
        """Take what was typed in the text face."""
        self._file.type(edit)
        self.text_changed.emit()
        self.history_changed.emit()
        self._pause.start()

    def undo(self) -> None:
        """Undo the last step, whichever face it was made in."""
        self._do(self._file.undo)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._do(self._file.redo)

    def act(self, work: Callable[[], None]) -> bool:
        """Do something else to ``file``, and tell whoever has to know."""
        return self._do(work)

    def settle(self) -> None:
        """Read at once what was typed last."""
        if self._pause.isActive() or self._file.stale:
            self._pause.stop()
            self._read()

    def _do(self, work: Callable[[], None], place: Path | None = None) -> bool:
        before = self._file.state
        try:
            work()
        except ServiceError as refused:
            self.refused.emit(refused.message)
            return False
        after = self._file.state
        if after.source is not before.source:
            self._pause.stop()
            moved = place is not None and place != self._place
            self._place = place if place is not None else self._place
            self.text_changed.emit()
            self._read()
            if moved:
                self.place_changed.emit(self._place)
        if after.beside != before.beside:
            self.beside_changed.emit()
        self.history_changed.emit()
        return True

    def _read(self) -> None:
        self._findings = self._file.findings()
        self._keep_place()
        self.reading_changed.emit()
        self.findings_changed.emit()
        self._look_at_story()

    def _look_at_story(self) -> None:
        self._story.ask(self._file.story_check(), self._take_story)

    def _take_story(self, found: tuple[Diagnostic, ...]) -> None:
        if found and not self._file.stale:
            self._findings = tuple(dict.fromkeys((*self._file.reading.diagnostics, *found)))
            self.findings_changed.emit()

    def _keep_place(self) -> None:
        """Stay at the chosen moment; where it is gone, at what it was in."""
        place, written = self._place, self._file.written
        while place and place not in HEADINGS and not written.has(place):
            place = above(place) or ()
        self.go_to(place)


def _renamed(place: Path, intent: Rename) -> Path:
    """A place under the id that something on the way to it has now."""
    keys = {Named.MOMENT: "moments", Named.RESPONSE: "responses", Named.WORDING: "wordings"}
    key = keys.get(intent.named)
    owner = [step for step in place if step not in keys.values()]
    for depth in range(1, len(place), 2):
        above = "/".join(map(str, owner[: depth // 2]))
        if (place[depth - 1], place[depth], above) == (key, intent.old, intent.owner):
            return (*place[:depth], intent.new, *place[depth + 1 :])
    return place
