"""Clicks through a shipped scenario in a window off the screen, and prints how long each click took."""

from __future__ import annotations

import gc
import json
import random
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.library import Library
from simulator.scenario.read import read_scenario
from simulator.services.practice import Practice
from simulator.session.events import SessionEvent, Timing
from simulator.session.ids import PersonId, SessionId
from simulator.session.store import SessionHeader
from simulator.session.vocabulary import Mode
from simulator.storage.sqlite import SqliteSessionStore
from simulator.ui.look import Look
from simulator.ui.practice.conversation import ConversationPage
from simulator.ui.practice.transcript_view import Line
from simulator.ui.store_door import StoreDoor
from simulator.ui.theme import apply_theme, load_theme
from tests.bench.measuring import SCENARIOS
from tests.ui.store_hands import AtHand

_CLICKS = 160
_PAIRS = 40
_LINE = Line("Ines", you=False, says="I do not know what you want me to say to that, really.", shows=("looks away",))


class TimedStore(SqliteSessionStore):
    """A store that knows how long its steps took."""

    taken = 0.0

    def append(self, session: SessionId, event: SessionEvent, timing: Timing) -> SessionHeader:
        before = time.process_time()
        try:
            return super().append(session, event, timing)
        finally:
            self.taken += time.process_time() - before


class Clicker:
    """A conversation on the screen that is clicked through, begun anew whenever it ends."""

    def __init__(
        self, app: QApplication, scenario: Scenario, store: TimedStore, practice: Practice, look: Look, lines: int
    ) -> None:
        self._app, self._scenario, self._look, self._store = app, scenario, look, store
        self._practice = practice
        self._lines = (_LINE,) * lines
        self._rng = random.Random(7)
        self.window = QMainWindow()
        self.window.resize(1280, 800)
        # The store works on the window's thread here, so that its share of the time can be taken off.
        self._page = ConversationPage(look, self._practice, StoreDoor(AtHand(store), self.window))
        self.window.setCentralWidget(self._page)
        self.window.show()
        self._begin()

    def click(self) -> float:
        """Click a response; gives the CPU seconds until everything is painted, without those of the commit."""
        if self._play.session.ended:
            self._begin()
        self._settle()
        answered = len(self._play.session.exchanges)
        button = self._rng.choice(self._page.choices.buttons)
        QTest.mousePress(button, Qt.MouseButton.LeftButton)
        self._app.processEvents()
        gc.collect()
        before = time.process_time()
        self._store.taken = 0.0
        QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
        self._app.processEvents()
        taken = time.process_time() - before - self._store.taken
        if len(self._play.session.exchanges) != answered + 1:
            raise RuntimeError("The click chose nothing.")
        self._settle()
        return taken

    def repaint(self) -> float:
        """The CPU seconds of painting the whole page again."""
        before = time.process_time()
        self._page.repaint()
        self._app.processEvents()
        return time.process_time() - before

    def _settle(self) -> None:
        """Let the patient finish and the face arrive, as they would before anybody clicks again."""
        self._page.transcript.finish()
        face = self._page.side.portrait
        face._frames = []
        face._next_frame()
        self._app.processEvents()
        while not self._page.settled:
            self._app.processEvents()

    def _begin(self) -> None:
        self._play = self._practice.begin(self._store, self._scenario, Mode.LEARN)
        self._page.show_play(self._play)
        if self._lines:
            self._page.transcript.show_lines(self._lines, self._look)
        while self._page.side.portrait._timer.isActive() or self._page.side.portrait.pixmap().isNull():
            self._app.processEvents()


def main() -> None:
    app = QApplication([])
    look = Look(load_theme("light"))
    apply_theme(app, look.theme)
    scenario = read_scenario(FolderFiles(SCENARIOS), "concert-silence.yaml").scenario
    assert scenario is not None
    with tempfile.TemporaryDirectory() as folder, closing(TimedStore(Path(folder, "s.sqlite3"))) as store:
        ids = count(1)
        practice = Practice(
            Library((SCENARIOS,), Path(folder, "library-index.json")),
            trainee=PersonId("kim"),
            now_ms=lambda: 1_790_000_000_000,
            new_seed=lambda: 7,
            new_id=lambda: str(UUID(int=next(ids))),
        )
        print(json.dumps(_measured(partial(Clicker, app, scenario, store, practice, look))))


def _measured(clicker_after: Callable[[int], Clicker]) -> Mapping[str, float]:
    clicker = clicker_after(0)
    for _ in range(10):
        clicker.click()
    clicks = [clicker.click() for _ in range(_CLICKS)]
    repaints = [clicker.repaint() for _ in range(20)]
    short, long = clicker_after(50), clicker_after(2_000)
    pairs = [(short.click(), long.click()) for _ in range(_PAIRS)]
    return {
        "click": quantiles(clicks, n=20)[-1],
        "click_median": median(clicks),
        "repaint": median(repaints),
        "short": median(a for a, _ in pairs),
        "long": median(b for _, b in pairs),
    }


if __name__ == "__main__":
    main()
