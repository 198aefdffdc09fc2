"""A page to take along: printed, as a PDF, or as a page for a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import exports
from simulator.messages.sentences import looking_back as say
from simulator.reports.document import Document
from simulator.reports.html_page import as_html
from simulator.ui.asking_for_files import where_to_save
from simulator.ui.look import Look
from simulator.ui.paper import as_pdf, print_to
from simulator.ui.saving_files import AskWhere, Wanted, save_where_wanted
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label


class DocumentExport(QWidget):
    """Three buttons, and a line that says what came of them.

    ``name`` is what a file is called at first; ``ask_where`` asks for the file (nothing: not now); ``saved`` is what is said
    once a file is there.
    """

    saved = Signal(object)
    """The path of a file that was saved."""

    def __init__(
        self,
        look: Look,
        make: Callable[[], Document | None],
        name: str,
        ask_where: AskWhere | None = None,
        saved: Sentence = exports.SAVED,
    ) -> None:
        super().__init__()
        self._look = look
        self._make = make
        self._name = name
        self._told_saved = saved
        self.ask_where = ask_where or where_to_save
        box = column(self, spacing=6)
        line = FlowLayout(spacing=10)
        self.print = Button(look.say(say.PRINT()), "plain")
        self.pdf = Button(look.say(say.SAVE_PDF()), "plain")
        self.page = Button(look.say(say.SAVE_PAGE()), "plain")
        self.print.clicked.connect(self._print)
        self.pdf.clicked.connect(self._save_pdf)
        self.page.clicked.connect(self._save_page)
        for button in (self.print, self.pdf, self.page):
            line.addWidget(button)
        box.addLayout(line)
        self.told = text_label("", "small")
        self.told.hide()
        box.addWidget(self.told)

    def begin_anew(self) -> None:
        """Another conversation: what was said of the last one is over."""
        self.told.setText("")
        self.told.hide()

    def _save_pdf(self) -> None:
        self._save(say.WHERE_PDF(), say.KIND_PDF(), f"{self._name}.pdf", lambda page: as_pdf(page, self._look.words))

    def _save_page(self) -> None:
        self._save(
            say.WHERE_PAGE(),
            say.KIND_PAGE(),
            f"{self._name}.html",
            lambda page: as_html(page, self._look.words).encode(),
        )

    def _save(self, question: Message, kind: Message, name: str, content: Callable[[Document], bytes]) -> None:
        document = self._make()
        if document is None:
            return
        wanted = Wanted(question, name, kind)
        told = save_where_wanted(wanted, self.ask_where, self, self._look, lambda: content(document), self._saved)
        if told is not None:
            self._tell(told)

    def _saved(self, path: Path) -> Message:
        self.saved.emit(path)
        return self._told_saved(path=str(path))

    def _print(self) -> None:
        document = self._make()
        if document is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self.window()).exec():
            print_to(printer, document, self._look.words)
            failed = printer.printerState() is QPrinter.PrinterState.Error
            self._tell(say.NOT_PRINTED() if failed else say.PRINTED())

    def _tell(self, message: Message) -> None:
        self.told.setText(self._look.say(message))
        self.told.show()
