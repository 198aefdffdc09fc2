"""Brings the open scenario to paper: the sheet by which two people play it, and the whole script."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import sheets as say
from simulator.messages.sentences.studio_editor import PUT_AWAY
from simulator.reports.document import Document
from simulator.scenario.read import Reading
from simulator.services.scenario_sheets import sheet_for_two, whole_script
from simulator.session.errors import ServiceError
from simulator.ui.document_export import DocumentExport
from simulator.ui.look import Look
from simulator.ui.studio.editor.aside import Aside
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label


class PrintPanel(Aside):
    """What is printed or saved is the scenario as it stands in the editor now."""

    told = Signal(Message)

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        box = column(self, margin=16, spacing=6)
        name = file.path.rpartition("/")[2].removesuffix(".yaml")
        self.sheet = self._add(box, say.SHEET_HEAD, say.SHEET_HELP, sheet_for_two, f"{name}-sheet")
        self.script = self._add(box, say.SCRIPT_HEAD, say.SCRIPT_HELP, whole_script, f"{name}-script")
        away = Button(look.say(PUT_AWAY()), "quiet")
        away.clicked.connect(self.put_away)
        box.addWidget(away, 0, Qt.AlignmentFlag.AlignLeft)

    def open(self) -> None:
        """Show it, without what was said the last time."""
        self.sheet.begin_anew()
        self.script.begin_anew()
        super().open()
        self.sheet.print.setFocus()

    def _add(
        self, box: QVBoxLayout, head: Sentence, help_: Sentence, make: Callable[[Reading], Document], name: str
    ) -> DocumentExport:
        look = self._look
        box.addWidget(text_label(look.say(head()), "heading"))
        box.addWidget(text_label(look.say(help_()), "quiet"))
        export = DocumentExport(look, lambda: self._made(make), name)
        for button in (export.print, export.pdf, export.page):
            button.setAccessibleName(f"{look.say(head())}: {button.text()}")
        box.addWidget(export)
        return export

    def _made(self, make: Callable[[Reading], Document]) -> Document | None:
        try:
            return make(self._file.reading)
        except ServiceError as refused:
            self.told.emit(refused.message)
            return None
