"""Clicks through a shipped scenario in a window off the screen, and prints how long each click took."""

from __future__ import annotations

import gc
import json
import random
import tempfile
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from simulator.scenario import FolderFiles, Scenario, read_scenario
from simulator.services.practice import Play
from simulator.session import Action, Mode, Session, SessionId, SessionStore, Started
from simulator.storage import SqliteSessionStore
from simulator.ui.look import Look
from simulator.ui.practice.conversation import ConversationPage
from simulator.ui.practice.transcript_view import Line
from simulator.ui.theme import apply_theme, load_theme
from tests.bench.measuring import SCENARIOS

_CLICKS = 160
_PAIRS = 40
_LINE = Line("Ines", you=False, says="I do not know what you want me to say to that, really.", shows=("looks away",))


class TimedStore:
    """A store that knows how long the disk took."""

    def __init__(self, store: SqliteSessionStore) -> None:
        self._store = store
        self.taken = 0.0

    def append(self, session: SessionId, action: Action) -> None:
        before = time.process_time()
        self._store.append(session, action)
        self.taken += time.process_time() - before

    def close_session(self, session: SessionId, verdict: str) -> None:
        self._store.close_session(session, verdict)


class Clicker:
    """A conversation on the screen that is clicked through, begun anew whenever it ends."""

    def __init__(
        self, app: QApplication, scenario: Scenario, store: SqliteSessionStore, look: Look, lines: int
    ) -> None:
        self._app, self._scenario, self._look, self._store = app, scenario, look, store
        self._timed = TimedStore(store)
        self._lines = (_LINE,) * lines
        self._rng = random.Random(7)
        self.window = QMainWindow()
        self.window.resize(1280, 800)
        self._page = ConversationPage(look)
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
        self._timed.taken = 0.0
        QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
        self._app.processEvents()
        taken = time.process_time() - before - self._timed.taken
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
        scenario = self._scenario
        started = Started("Kim", scenario.id, scenario.digest, Mode.LEARN, scenario.difficulty, 7, 0)
        number = self._store.create(started, scenario.title, scenario.path, scenario.sources)
        store: SessionStore = self._timed  # type: ignore[assignment]
        self._play = Play(Session(scenario, started), number, store)
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
    with tempfile.TemporaryDirectory() as folder, closing(SqliteSessionStore(Path(folder, "s.sqlite3"))) as store:
        print(json.dumps(_measured(app, scenario, store, look)))


def _measured(app: QApplication, scenario: Scenario, store: SqliteSessionStore, look: Look) -> Mapping[str, float]:
    clicker = Clicker(app, scenario, store, look, 0)
    for _ in range(10):
        clicker.click()
    clicks = [clicker.click() for _ in range(_CLICKS)]
    repaints = [clicker.repaint() for _ in range(20)]
    short, long = Clicker(app, scenario, store, look, 50), Clicker(app, scenario, store, look, 2_000)
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
