"""Opens the window on a data folder and keeps it open."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from simulator.scenario.library import Library
from simulator.services.practice import Practice
from simulator.services.prospects import Prospects
from simulator.session import SessionStore, StoreError
from simulator.storage.cache import Cache
from simulator.storage.home import open_store
from simulator.storage.settings import Settings, load_settings, save_settings
from simulator.ui.bug_report import BugReports
from simulator.ui.theme import ASSETS
from simulator.ui.window import MainWindow

if TYPE_CHECKING:
    from simulator.services.studio import Studio


def open_window(
    folder: Path, shipped: Path, *, now_ms: Callable[[], int], new_seed: Callable[[], int], smoke: bool
) -> int:
    """Show the window until it is closed; gives the exit code. With ``smoke`` it closes after its first drawing."""
    app = QApplication.instance() or QApplication([*sys.argv[:1], "-style", "Fusion"])
    if not isinstance(app, QApplication):
        raise TypeError("Another kind of Qt application is running already.")
    app.setApplicationName("Attune")
    try:
        store = open_store(folder)
        try:
            window = make_window(folder, shipped, store, now_ms=now_ms, new_seed=new_seed)
            return _run(app, window, smoke=smoke)
        finally:
            QThreadPool.globalInstance().waitForDone()
            store.close()
    except StoreError as refusal:
        if smoke:
            raise
        _refuse(str(refusal))
        return 1


def _run(app: QApplication, window: MainWindow, *, smoke: bool) -> int:
    before = sys.excepthook
    sys.excepthook = BugReports()
    try:
        window.show()
        QTimer.singleShot(0, lambda: _collect_garbage(window))
        if smoke:
            QTimer.singleShot(0, lambda: (window.grab(), window.close()))
        return app.exec()
    finally:
        gc.enable()
        sys.excepthook = before


def _collect_garbage(window: MainWindow) -> None:
    """What the start made stays: from the first drawing on only what comes later is looked through."""
    from simulator.ui.garbage import GarbageCollector

    gc.freeze()
    GarbageCollector(window)


def _refuse(sentence: str) -> None:
    """Say in a box of its own why there is no window."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, "Attune", sentence)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()


def make_window(
    folder: Path,
    shipped: Path,
    store: SessionStore,
    *,
    now_ms: Callable[[], int],
    new_seed: Callable[[], int],
) -> MainWindow:
    """The window on an open store, not yet shown."""
    prospects = Prospects(Cache(folder / "cache"))
    library = Library((folder / "scenarios", shipped), folder / "library-index.json")

    def practice_for(trainee: str) -> Practice:
        return Practice(
            library,
            store,
            trainee=trainee,
            now_ms=now_ms,
            new_seed=new_seed,
            shipped=shipped,
            prospects=prospects,
        )

    def make_studio() -> Studio:
        from simulator.services.studio import Studio

        return Studio(library, shipped, help_folder=ASSETS / "help" / "diagnostics", clock=time.monotonic)

    window = MainWindow(load_settings(folder), practice_for, make_studio)

    def keep(settings: Settings) -> None:
        try:
            save_settings(folder, settings)
        except StoreError as refusal:
            window.tell(str(refusal))

    window.settings_changed.connect(keep)
    window.closed.connect(prospects.stop)
    return window
