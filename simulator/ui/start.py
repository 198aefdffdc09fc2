"""Opens the window on a data folder and keeps it open."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from simulator.scenario.library import Library
from simulator.services.practice import Practice
from simulator.session import SessionStore, StoreError
from simulator.storage.home import open_store
from simulator.storage.settings import load_settings, save_settings
from simulator.ui.window import MainWindow


def open_window(
    folder: Path, shipped: Path, *, now_ms: Callable[[], int], new_seed: Callable[[], int], smoke: bool
) -> int:
    """Show the window until it is closed; gives the exit code. With ``smoke`` it closes after its first drawing."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("Another kind of Qt application is running already.")
    app.setApplicationName("Attune")
    app.setStyle("Fusion")
    try:
        store = open_store(folder)
    except StoreError as refusal:
        if smoke:
            raise
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.warning(None, "Attune", str(refusal))
        return 1
    try:
        window = make_window(folder, shipped, store, now_ms=now_ms, new_seed=new_seed)
        sys.excepthook = _report_bug
        window.show()
        if smoke:
            QTimer.singleShot(0, lambda: (window.grab(), window.close()))
        return app.exec()
    finally:
        QThreadPool.globalInstance().waitForDone()
        store.close()


def make_window(
    folder: Path,
    shipped: Path,
    store: SessionStore,
    *,
    now_ms: Callable[[], int],
    new_seed: Callable[[], int],
) -> MainWindow:
    """The window on an open store, not yet shown."""
    library = Library((folder / "scenarios", shipped), folder / "library-index.json")

    def practice_for(trainee: str) -> Practice:
        return Practice(library, store, trainee=trainee, now_ms=now_ms, new_seed=new_seed, shipped=shipped)

    window = MainWindow(load_settings(folder), practice_for)
    window.settings_changed.connect(lambda settings: save_settings(folder, settings))
    return window


def _report_bug(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """A bug ends here: one dialog with a report to copy; the session is safe because every step is stored."""
    import traceback

    from PySide6.QtWidgets import QMessageBox

    report = "".join(traceback.format_exception(kind, fault, trace))
    sys.stderr.write(report)
    box = QMessageBox(QMessageBox.Icon.Warning, "Attune", "Something went wrong in Attune. Your session is kept.")
    box.setInformativeText("You can copy the report below for whoever looks after Attune, and go on.")
    box.setDetailedText(report)
    box.exec()
