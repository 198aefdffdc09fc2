"""Documents on paper: as a PDF file, or to a printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from simulator.messages.message import Catalogue
from simulator.operating_system import THIS_SYSTEM
from simulator.reports.document import Document
from simulator.reports.html_page import as_paper

_MARGIN_MM = 18
_POINTS_TO_AN_INCH = 72


def as_pdf(document: Document, catalogue: Catalogue) -> bytes:
    """The document as a PDF on A4 paper; raises ``OSError`` where there is no room to make it."""
    with THIS_SYSTEM.folder_for_now() as folder:
        path = Path(folder) / "page.pdf"
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setDocName(catalogue.value(document.title))
        print_to(printer, document, catalogue)
        return path.read_bytes()


def print_to(printer: QPrinter, document: Document, catalogue: Catalogue) -> None:
    """Put the document on the pages of a printer."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    text = QTextDocument()
    text.setHtml(as_paper(document, catalogue))
    # It is laid out in dots of the screen: a page of so many points had letters of 13 points where 10 were meant.
    dots_to_a_point = QGuiApplication.primaryScreen().logicalDotsPerInch() / _POINTS_TO_AN_INCH
    text.setPageSize(printer.pageRect(QPrinter.Unit.Point).size() * dots_to_a_point)
    text.print_(printer)
