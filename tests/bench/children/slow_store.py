"""Plays through a window whose store takes its time at every call, and prints the longest time the window stood still.

``python -m tests.bench.children.slow_store STORE_MS CLICKS`` prints milliseconds and how many calls the store had.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from simulator.app import new_id, new_seed, now_ms
from simulator.shipped_files import SCENARIOS
from simulator.storage.owner import StoreOwner
from simulator.storage.settings import DISCLAIMER_VERSION, Settings, save_settings
from simulator.storage.sqlite import SqliteSessionStore
from simulator.ui.start import Makers, make_window
from simulator.ui.store_door import StoreDoor

_TICK_MS = 5
_WARM_UP = 2
"""The first clicks load and make pages, which takes its time with any store."""


class SlowOwner(StoreOwner):
    """An owner whose store needs so long for every call."""

    def __init__(self, path: Path, seconds: float) -> None:
        super().__init__(lambda: SqliteSessionStore(path))
        self._seconds = seconds
        self.calls = 0

    def do(self, job: Callable[[Any], Any], answer: Callable[[Any, Exception | None], None]) -> None:
        def slowly(store: Any) -> Any:
            self.calls += 1
            time.sleep(self._seconds)
            return job(store)

        super().do(slowly, answer)


class Heartbeat:
    """Beats as long as the window lives, and knows the longest pause between two beats."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=_TICK_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def begin(self) -> None:
        """Count from now on."""
        self.longest, self._last = 0.0, time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def main(store_ms: int, clicks: int) -> None:
    """Click through a conversation, always waiting for the answer that the store delays."""
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        save_settings(folder, Settings("Robin", "0" * 8, DISCLAIMER_VERSION, reduced_motion=True))
        owner = SlowOwner(folder / "sessions.sqlite3", store_ms / 1000)
        owner.start(lambda _result, _fault: None)
        window = make_window(folder, SCENARIOS, StoreDoor(owner), Makers(now_ms, new_seed, new_id))
        window.resize(1280, 800)
        window.show()
        desk = window.desk
        assert desk is not None
        _wait(app, lambda: desk._progress is not None)
        desk.library.card(0).open_button.click()
        desk.briefing.begin_button.click()
        _wait(app, lambda: desk.page is desk.conversation)
        heart = Heartbeat()
        page = desk.conversation
        for number in range(clicks):
            if number == _WARM_UP:
                heart.begin()
            play = page._play
            assert play is not None
            if play.session.ended:
                break
            page.choices.buttons[0].click()
            _wait(app, lambda: not play.pending)  # noqa: B023 - waited for at once
        print(f"{heart.longest * 1000:.1f} {owner.calls}")
        window.close()
        owner.close()


def _wait(app: QApplication, ready: Callable[[], bool]) -> None:
    while not ready():
        app.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
