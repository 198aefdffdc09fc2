"""From the Studio's shelf, or from a scenario, to a patient or a reaction graph, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.messages.message import Message
from simulator.messages.sentences import patient_desk as say
from simulator.messages.sentences import studio_editor as editing
from simulator.services.about_lines import lines_wanted
from simulator.services.file_on_disk import FileOnDisk
from simulator.session.errors import ServiceError

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.scenario.diagnostics.diagnostic import Diagnostic
    from simulator.scenario.nodes import Path as Place
    from simulator.services.shared_files import SharedFile
    from simulator.services.studio import Studio
    from simulator.ui.studio.editor.page import EditorPage


class PeopleVisit(QObject):
    """Opens files that scenarios share; ``keep`` keeps what is open, ``show`` puts a file into the editor and gives its page."""

    refused = Signal(Message)

    def __init__(
        self,
        studio: Studio,
        keep: Callable[[], None],
        show: Callable[[FileOnDisk], EditorPage],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._studio, self._keep, self._show = studio, keep, show

    def furnish(self, page: EditorPage) -> None:
        """Give an editor's page what the faces of a patient need."""
        if page.shared is not None:
            page.shared.furnish(self._studio.lines)

    def edit(self, file: SharedFile) -> None:
        """Open a file of the shelf; of one that comes with the program a copy."""
        self._open(lambda: self._studio.own.open(file.root, file.path))

    def begin(self, file: SharedFile, name: str) -> None:
        """Open a new person, who begins as another is."""
        page = self._open(lambda: self._studio.shared.begin_like(file.path, name))
        if page is not None:
            page.tell(say.MADE_LIKE(name=" ".join(name.split()), other=file.name, path=page.disk.path))

    def open_from(self, page: EditorPage, path: str) -> None:
        """Open the file that an open one names, with a way back; whoever is not in the text comes to the form, who the person is."""
        there = self._come_from(page, path)
        if there is not None and not there.writing.is_in_text:
            there.show_form()

    def mend_from(self, page: EditorPage, finding: Diagnostic) -> None:
        """Open the file that something is to be mended in, of a person at the state that lacks lines, with a way back."""
        use = page.file.written.node(("patient", "use"))
        path = finding.span.file
        if path == page.disk.path and isinstance(use, str):
            path = use.strip()
        there = self._come_from(page, path)
        if there is None:
            return
        wanted = lines_wanted(finding)
        if wanted is not None:
            there.way.show_lines(*wanted)
        elif there.disk.path == finding.span.file:
            there.show_finding(finding)
        else:
            there.show_form()

    def _come_from(self, page: EditorPage, path: str) -> EditorPage | None:
        file = self._studio.shared.find(path)
        if file is None:
            self.refused.emit(editing.NAMES_NO_FILE(path=path))
            return None
        title, root, here = page.title, self._studio.own.folder, page.disk.path
        stand = page.stand
        saved = not page.disk.never_saved or page.disk.changed
        there = self._open(lambda: self._studio.own.open(file.root, file.path))
        if there is None:
            return None
        words = say.CAME_FROM_COPY(title=title, path=there.disk.path) if file.shipped else say.CAME_FROM(title=title)
        back = (say.GO_BACK_TO(title=title), lambda: self._go_back(root, here, stand))
        there.strip.show_matter("from", words, *((back,) if saved else ()), (editing.PUT_AWAY(), None))
        return there

    def _go_back(self, root: Path, path: str, stand: tuple[str, Place]) -> None:
        own = self._studio.own
        work = next((one for one in own.unsaved() if one.path == path), None)
        page = self._open(lambda: own.take_up(work) if work is not None else own.open(root, path))
        if page is not None:
            page.take_stand(stand)

    def _open(self, opening: Callable[[], FileOnDisk]) -> EditorPage | None:
        """Leave the file that is open, which is kept, and open another."""
        self._keep()
        try:
            opened = opening()
        except ServiceError as refused:
            self.refused.emit(refused.message)
            return None
        return self._show(opened)
