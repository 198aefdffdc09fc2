"""The window on a real store in a file, whose owner is another thread: it lives while the disk takes its time."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import Final, TypeVar

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.services.play import Play
from simulator.session.errors import StoreError
from simulator.session.events import SessionEvent, Started, Timing
from simulator.session.ids import SessionId
from simulator.session.store import SessionFilter, SessionHeader, SessionOrder, StoredSession
from simulator.storage.owner import StoreOwner
from simulator.storage.sqlite import SqliteSessionStore
from tests.ui.conversing import on_screen
from tests.ui.hands import Hands
from tests.ui.stage import FACTS_ONLY, Stage
from tests.ui.store_hands import FULL, REFUSAL

T = TypeVar("T")

NOTE: Final = "I waited for her."
_LOCKS: Final = (
    "import sqlite3, sys\n"
    "other = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    "other.execute('BEGIN IMMEDIATE')\n"
    "print('locked', flush=True)\n"
    "sys.stdin.readline()\n"
    "other.execute('ROLLBACK')\n"
)
_LONG: Final = 10.0
"""Seconds after which whoever waits for a thread gives up."""


class NotedStore(SqliteSessionStore):
    """A store on a file that notes on which threads it was called, and keeps a step only when it may."""

    def __init__(self, path: Path, threads: set[int]) -> None:
        super().__init__(path)
        self._threads = threads
        self.may_keep = Event()
        self.may_keep.set()
        self.refuse_next = False

    def create(self, started: Started, timing: Timing, path: str, sources: Mapping[str, str]) -> SessionHeader:
        self._threads.add(threading.get_ident())
        return super().create(started, timing, path, sources)

    def append(self, session: SessionId, event: SessionEvent, timing: Timing) -> SessionHeader:
        self._threads.add(threading.get_ident())
        assert self.may_keep.wait(_LONG)
        if self.refuse_next:
            self.refuse_next = False
            raise StoreError(REFUSAL)
        return super().append(session, event, timing)

    def load(self, session: SessionId) -> StoredSession:
        self._threads.add(threading.get_ident())
        return super().load(session)


class OnAFile:
    """The window on a real store in a file, which its owner works on."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.threads: set[int] = set()
        self.owner = StoreOwner(lambda: NotedStore(folder / "sessions.sqlite3", self.threads))
        self.owner.start(lambda _result, _fault: None)
        store = self.asks(lambda store: store)
        assert isinstance(store, NotedStore)
        self.store = store
        self.stage = Stage(qtbot, folder, hands=self.owner)
        self.stage.show()

    def asks(self, job: Callable[[SqliteSessionStore], T]) -> T:
        """What the test itself wants to know of the store."""
        found: SimpleQueue[tuple[T, Exception | None]] = SimpleQueue()
        self.owner.do(job, lambda result, fault: found.put((result, fault)))
        result, fault = found.get(timeout=_LONG)
        assert fault is None
        return result

    def events(self) -> list[SessionEvent]:
        """What the newest session holds in the store."""

        def newest(store: SqliteSessionStore) -> list[SessionEvent]:
            found = store.query(SessionFilter(), SessionOrder.NEWEST, FACTS_ONLY, size=1).headers
            return list(store.load(found[0].id).events)

        return self.asks(newest)


@pytest.fixture
def on_a_file(qtbot: QtBot, tmp_path: Path) -> Iterator[OnAFile]:
    found = OnAFile(qtbot, tmp_path)
    yield found
    found.store.may_keep.set()
    found.stage.window.close()
    found.owner.close()


def sits_down(qtbot: QtBot, stage: Stage) -> Play:
    stage.brief("The wait")
    stage.desk.briefing.begin_button.click()
    qtbot.waitUntil(lambda: stage.desk.page is stage.desk.conversation)
    play = stage.page._play
    assert play is not None
    return play


@pytest.mark.slow
def test_the_whole_walk_on_a_real_store_whose_owner_is_another_thread(qtbot: QtBot, on_a_file: OnAFile) -> None:
    stage = on_a_file.stage
    play = sits_down(qtbot, stage)
    while not play.session.ended:
        stage.page.choices.press(1)
        qtbot.waitUntil(lambda: not play.pending)
    assert on_a_file.events() == play.session.events
    stage.page.farewell.button.click()
    stage.skip_questions()
    qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)
    note = stage.desk.debriefing.note
    qtbot.waitUntil(note.isEnabled)
    note.text.setPlainText(NOTE)
    note.keep.click()
    qtbot.waitUntil(lambda: not note.keep.isEnabled())
    stage.desk.show_earlier()
    qtbot.waitUntil(lambda: len(stage.desk.earlier.cards) == 1)
    (line,) = stage.desk.earlier.cards.values()
    line.open_button.click()
    qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)
    qtbot.waitUntil(lambda: note.text.toPlainText() == NOTE)
    assert len(on_a_file.threads) == 1
    assert threading.get_ident() not in on_a_file.threads, "the window's thread has called the store"


def test_while_the_disk_takes_its_time_the_window_lives_and_nobody_waits(qtbot: QtBot, on_a_file: OnAFile) -> None:
    stage, store = on_a_file.stage, on_a_file.store
    play = sits_down(qtbot, stage)
    before = on_screen(stage.page)
    store.may_keep.clear()
    hands = Hands(qtbot, stage.window)
    hands.press("1")
    qtbot.waitUntil(stage.page.keeping.isVisible)
    hands.press(Qt.Key.Key_Escape)
    assert stage.page.veil.isVisible()
    hands.press(Qt.Key.Key_Escape)
    hands.press("2")
    stage.page.keeping.hide()
    assert on_screen(stage.page) == before
    qtbot.waitUntil(lambda: bool(stage.notice))
    assert stage.notice.startswith("Your conversations are being used by something else")
    assert play.pending
    store.may_keep.set()
    qtbot.waitUntil(lambda: not play.pending)
    qtbot.waitUntil(lambda: not stage.notice)
    assert len(play.session.exchanges) == 1
    assert on_a_file.events() == play.session.events


@contextmanager
def locked_by_another_program(file: Path) -> Iterator[None]:
    """Another program is writing; within this one, locks would not be seen."""
    words = [sys.executable, "-c", _LOCKS, str(file)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        yield
        other.communicate("done\n")


def test_a_store_that_another_program_has_locked_is_waited_for_beside_the_window(
    qtbot: QtBot, tmp_path: Path, on_a_file: OnAFile
) -> None:
    stage = on_a_file.stage
    play = sits_down(qtbot, stage)
    with locked_by_another_program(tmp_path / "sessions.sqlite3"):
        stage.page.choices.press(1)
        assert not stage.notice, "nobody is told of a wait that may be over at once"
        qtbot.waitUntil(lambda: stage.notice.startswith("Your conversations are being used by something else"))
        assert play.session.exchanges == []
    qtbot.waitUntil(lambda: len(play.session.exchanges) == 1)
    qtbot.waitUntil(lambda: not stage.notice)
    assert on_a_file.events() == play.session.events


def test_a_window_that_is_closed_while_a_step_is_on_its_way_has_kept_it(qtbot: QtBot, tmp_path: Path) -> None:
    found = OnAFile(qtbot, tmp_path)
    play = sits_down(qtbot, found.stage)
    found.store.may_keep.clear()
    found.stage.page.choices.press(1)
    assert play.pending
    found.stage.window.close()
    found.store.may_keep.set()
    found.owner.close()
    again = SqliteSessionStore(tmp_path / "sessions.sqlite3")
    (header,) = again.query(SessionFilter(), SessionOrder.NEWEST, FACTS_ONLY).headers
    assert header.steps == 1
    again.close()


def test_a_step_that_the_disk_refuses_is_taken_again(qtbot: QtBot, on_a_file: OnAFile) -> None:
    stage = on_a_file.stage
    play = sits_down(qtbot, stage)
    on_a_file.store.refuse_next = True
    stage.page.choices.press(1)
    qtbot.waitUntil(lambda: stage.notice == FULL)
    assert play.session.exchanges == []
    stage.page.choices.press(1)
    qtbot.waitUntil(lambda: len(play.session.exchanges) == 1)
    assert on_a_file.events() == play.session.events
