"""What happens to a mistake of the program itself: a report to copy, and the session goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType
from typing import TypeAlias

from PySide6.QtWidgets import QApplication

from simulator.messages.message import ENGLISH, Catalogue
from simulator.messages.sentences.starting import COPY_REPORT, WENT_WRONG

Log: TypeAlias = Callable[[type[BaseException], TracebackType | None], None]


def show_report(report: str, words: Catalogue = ENGLISH) -> None:
    """Show one dialog with a report to copy."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, "Attune", words.say(WENT_WRONG()))
    box.setInformativeText(words.say(COPY_REPORT()))
    box.setDetailedText(report)
    box.exec()


class BugReports:
    """An exception hook that logs mistakes and shows reports, one dialog at a time.

    The session is safe because every step is stored. ``log`` takes the kind and the trace of each mistake.
    """

    def __init__(self, log: Log, show: Callable[[str], None] = show_report) -> None:
        self._log = log
        self._show = show
        self._showing = False

    def __call__(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Report a fault that nobody caught; being interrupted from the terminal is none and ends the program."""
        if not issubclass(kind, Exception):
            QApplication.quit()
            return
        import traceback

        from PySide6.QtCore import QThread

        self._log(kind, trace)
        report = "".join(traceback.format_exception(kind, fault, trace))
        # Without a terminal there is no standard error.
        if sys.stderr is not None:
            sys.stderr.write(report)
        # A mistake that comes again with every tick must not pile dialogs up, and a dialog belongs to the window's thread.
        if self._showing or not QThread.isMainThread():
            return
        self._showing = True
        try:
            self._show(report)
        finally:
            self._showing = False
