"""Opens the window on a data folder and keeps it open."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QThreadPool, QTimer, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from simulator.messages.languages import Languages
from simulator.messages.sentences.storage import FOLDER_NOT_PRIVATE
from simulator.scenario.library import Library
from simulator.services.examine import Examiner
from simulator.services.practice import Practice
from simulator.session.errors import StoreError
from simulator.session.ids import PersonId
from simulator.shipped_files import ASSETS
from simulator.storage.cache import CACHE_FOLDER, Cache
from simulator.storage.home import STORE_FILE, keep_private
from simulator.storage.lock import FolderLock
from simulator.storage.owner import StoreOwner
from simulator.storage.program_log import ProgramLog
from simulator.storage.settings import Settings, load_settings, save_settings
from simulator.ui.bug_report import BugReports
from simulator.ui.data_care import DataCare
from simulator.ui.language import wished_by_system
from simulator.ui.store_door import StoreDoor
from simulator.ui.system_wishes import DesktopWishes
from simulator.ui.window import MainWindow

if TYPE_CHECKING:
    from simulator.services.sample_group import SampleGroup
    from simulator.services.studio import Studio
    from simulator.storage.sqlite import SqliteSessionStore


def open_window(
    folder: Path,
    shipped: Path,
    *,
    now_ms: Callable[[], int],
    new_seed: Callable[[], int],
    new_id: Callable[[], str],
    attune: str,
    smoke: bool,
    sample: SampleGroup | None = None,
) -> int:
    """Show the window until it is closed; gives the exit code. With ``smoke`` it closes after its first drawing.

    With a ``sample`` it opens at the Review desk, where that group is played.
    """
    app = QApplication.instance() or QApplication([*sys.argv[:1], "-style", "Fusion"])
    if not isinstance(app, QApplication):
        raise TypeError("Another kind of Qt application is running already.")
    app.setApplicationName("Attune")
    app.setDesktopFileName("attune")
    makers = Makers(now_ms, new_seed, new_id, attune)
    log = ProgramLog(folder, lambda: _versions(attune))
    code = 1
    try:
        code = _open_on_store(app, folder, shipped, makers, log, smoke=smoke, sample=sample)
        return code
    except StoreError as refusal:
        log.refused(refusal.message.id)
        if smoke:
            raise
        _refuse(_languages(Cache(folder / CACHE_FOLDER)).catalogue().say(refusal.message))
        return 1
    finally:
        log.ended(code)


def _versions(attune: str) -> dict[str, str]:
    import platform

    return {
        "Attune": attune,
        "Python": platform.python_version(),
        "Qt": qVersion(),
        "system": platform.platform(),
    }


def _open_on_store(
    app: QApplication,
    folder: Path,
    shipped: Path,
    makers: Makers,
    log: ProgramLog,
    *,
    smoke: bool,
    sample: SampleGroup | None,
) -> int:
    """The window over the folder's own store, for as long as it is open; raises ``StoreError`` where it cannot be shown."""
    lock = FolderLock(folder)
    owner = StoreOwner(lambda: _open(folder / STORE_FILE))
    opening = _Opening()
    try:
        window = make_window(folder, shipped, StoreDoor(owner), makers)
        # The store is opened behind the window, which does without it until it is there; so nothing keeps it from showing.
        window.told.connect(lambda message: log.refused(message.id))
        if sample is not None:
            window.show_sample(sample)

        def shown() -> None:
            owner.start(opening.hear)
            log.begun()

        code = _run(app, window, log, shown, smoke=smoke)
    finally:
        QThreadPool.globalInstance().waitForDone()
        owner.close()
        lock.release()
    if smoke and opening.fault is not None:
        raise opening.fault
    return code


def _open(path: Path) -> SqliteSessionStore:
    """Open the store, on its owner's thread; what that takes is loaded there too."""
    from simulator.storage.sqlite import SqliteSessionStore

    return SqliteSessionStore(path)


class _Opening:
    """Whether the store could be opened."""

    def __init__(self) -> None:
        self.fault: Exception | None = None

    def hear(self, _result: object, fault: Exception | None) -> None:
        """Keep what the owner says."""
        self.fault = fault


class Makers(NamedTuple):
    """Where times, seeds and ids come from, and the version of the program."""

    now_ms: Callable[[], int]
    new_seed: Callable[[], int]
    new_id: Callable[[], str]
    attune: str = ""


def _run(app: QApplication, window: MainWindow, log: ProgramLog, shown: Callable[[], None], *, smoke: bool) -> int:
    """Show the window until it is closed; what is to be done once it was drawn is ``shown``."""
    before = sys.excepthook
    sys.excepthook = BugReports(log.mistake)
    try:
        window.show()
        on_x11 = QGuiApplication.platformName() == "xcb"
        if on_x11 and (handle := window.windowHandle()) is not None:
            from simulator.ui.held_keys import HeldKeys

            HeldKeys(handle)
        _FirstDrawing(window, lambda: _collect_garbage(window))
        if smoke:
            QTimer.singleShot(0, shown)
            QTimer.singleShot(0, lambda: (window.grab(), window.close()))
        else:
            _FirstDrawing(window, shown)
        return app.exec()
    finally:
        gc.enable()
        sys.excepthook = before


class _FirstDrawing(QObject):
    """Waits until a window has been drawn, so that what else is to be done does not hold up the first sight of it."""

    def __init__(self, window: MainWindow, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is being drawn."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The pages inside the window are drawn after it, and what they then have to do comes first.
            QTimer.singleShot(0, lambda: QTimer.singleShot(0, self._then))
        return False


def _answer(window: MainWindow) -> None:
    """Let a window that was drawn answer to keys, dropped files and assistive technology, and give it its icon."""
    from PySide6.QtGui import QIcon

    from simulator.ui.heard_headings import hear_headings
    from simulator.ui.window_commands import listen

    listen(window)
    window.announcer.begin()
    hear_headings()
    QApplication.setWindowIcon(QIcon(str(ASSETS / "app-icon" / "attune.svg")))


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


def _languages(cache: Cache) -> Languages:
    return Languages(ASSETS / "languages", cache, wished_by_system())


def steady_ms() -> int:
    """Milliseconds on a clock that never goes back."""
    return time.monotonic_ns() // 1_000_000


def make_window(folder: Path, shipped: Path, door: StoreDoor, makers: Makers) -> MainWindow:
    """The window on a door to the store, not yet shown."""
    cache = Cache(folder / CACHE_FOLDER)
    examiner = Examiner(cache)
    library = Library((folder / "scenarios", shipped), folder / "library-index.json")

    def practice_for(person: PersonId) -> Practice:
        return Practice(
            library,
            trainee=person,
            now_ms=makers.now_ms,
            new_seed=makers.new_seed,
            new_id=makers.new_id,
            attune=makers.attune,
            shipped=shipped,
            examiner=examiner,
        )

    def make_studio() -> Studio:
        from simulator.services.own_scenarios import OwnScenarios
        from simulator.services.scenario_templates import ScenarioTemplates
        from simulator.services.studio import Studio

        own = OwnScenarios(folder / "scenarios", shipped, folder, now_ms=makers.now_ms, steady_ms=steady_ms)
        templates = ScenarioTemplates(ASSETS / "templates", folder / "scenarios", shipped)
        pages = ASSETS / "help" / "diagnostics"
        return Studio(library, shipped, help_folder=pages, examiner=examiner, own=own, templates=templates)

    care = DataCare(folder, makers.now_ms)
    settings = load_settings(folder)
    desktop = DesktopWishes()
    window = MainWindow(settings, door, practice_for, make_studio, makers.new_id, care, _languages(cache), desktop)
    desktop.setParent(window)
    _FirstDrawing(window, desktop.listen)
    _FirstDrawing(window, lambda: _answer(window))
    door.setParent(window)

    def keep(settings: Settings) -> None:
        try:
            save_settings(folder, settings)
        except StoreError as refusal:
            window.tell_message(refusal.message)

    if not keep_private(folder):
        window.tell_message(FOLDER_NOT_PRIVATE(folder=str(folder)))
    window.settings_changed.connect(keep)
    window.closed.connect(examiner.stop)
    return window
