"""Goes through the window on a data folder: back to the library, another text size, the Studio; prints the CPU seconds of each."""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QApplication

from simulator.app import new_id, new_seed, now_ms
from simulator.shipped_files import SCENARIOS
from simulator.storage.owner import StoreOwner
from simulator.storage.sqlite import SqliteSessionStore
from simulator.ui.start import Makers, make_window
from simulator.ui.store_door import StoreDoor

_ROUNDS = 20


def taken(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    # A change is over once nothing more is to be laid out or drawn.
    for _ in range(_ROUNDS):
        app.processEvents()
    return time.process_time() - before


app = QApplication([*sys.argv[:1], "-style", "Fusion"])
gc.disable()
home = Path(os.environ["ATTUNE_HOME"])
owner = StoreOwner(lambda: SqliteSessionStore(home / "sessions.sqlite3"))
window = make_window(home, SCENARIOS, StoreDoor(owner), Makers(now_ms, new_seed, new_id))
window.resize(1280, 800)
opened = Event()
taken(window.show)
owner.start(lambda _result, _fault: opened.set())
opened.wait()
taken(lambda: None)
assert window.desk is not None


def other_text_size() -> None:
    """The text size is changed in the settings, and the library looked at in it."""
    settings = window.settings_page
    if settings is None:
        raise SystemExit("The settings do not open.")
    settings.changed.emit(replace(window._kept.now, text_scale=1.5))
    settings.done.click()


figures = {"back": taken(window.desk.show_library)}
taken(window.show_settings)
figures["text size"] = taken(other_text_size)
taken(window.show_studio)
taken(window.show_practice)
figures["studio"] = taken(window.show_studio)
owner.close()
print(json.dumps(figures), flush=True)
os._exit(0)
