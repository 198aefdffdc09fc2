"""From the library to the debriefing and back while the store answers late, and now and then refuses."""

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
from simulator.session import (
    Mode,
    SessionEvent,
    SessionFilter,
    SessionHeader,
    SessionId,
    SessionOrder,
    Started,
    StoredSession,
    StoreError,
    Tag,
    Timing,
)
from simulator.storage import MemorySessionStore
from simulator.storage.owner import StoreOwner
from simulator.storage.sqlite import SqliteSessionStore
from tests.builders import KIM
from tests.ui.conversing import on_screen
from tests.ui.hands import Hands
from tests.ui.stage import FACTS_ONLY, Stage
from tests.ui.store_hands import FULL, REFUSAL, HeldHands

T = TypeVar("T")

NOTE: Final = "I waited for her."
EACH: Final = 10
_MOST_TRIES: Final = 3
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


class Walker:
    """Somebody who does a thing again when it was refused, and looks closely at what is shown meanwhile."""

    def __init__(self, stage: Stage, hands: HeldHands) -> None:
        self.stage = stage
        self.hands = hands

    def takes(self, step: Callable[[], None], has_happened: Callable[[], bool], shown: Callable[[], object]) -> None:
        """Do something until it has happened; until it is stored, and where it is refused, nothing is shown of it."""
        for _ in range(_MOST_TRIES):
            before, refused = shown(), self.hands.refused
            step()
            assert shown() == before, "shown before it was stored"
            assert not has_happened()
            self.hands.let_all()
            if has_happened():
                return
            assert self.hands.refused > refused
            assert self.stage.notice == FULL
            assert shown() == before, "a refusal changed something"
        raise AssertionError("it never happened")

    def looks(self, at: Callable[[], None], seen: Callable[[], bool]) -> None:
        """Go and look at something that the store has to tell, again where it would not."""
        for _ in range(_MOST_TRIES):
            at()
            self.hands.let_all()
            if seen():
                return
            assert self.stage.notice == FULL
        raise AssertionError("it was never told")

    def answers(self, step: Callable[[], None]) -> None:
        """One step of the conversation on the screen."""
        page, play = self.stage.page, self.play
        known = len(play.session.events)
        self.takes(step, lambda: len(play.session.events) > known, lambda: on_screen(page))
        assert play.session.events == self.stage.events(), "what has happened is what is stored"

    @property
    def play(self) -> Play:
        """What is being played."""
        play = self.stage.page._play
        assert play is not None
        return play


@pytest.mark.parametrize("first", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(1, EACH))])
def test_the_whole_walk_with_every_tenth_call_refused(qtbot: QtBot, tmp_path: Path, first: int) -> None:
    store = MemorySessionStore()
    hands = HeldHands(store, first=first, each=EACH)
    stage = Stage(qtbot, tmp_path, store=store, hands=hands)
    stage.show()
    desk, walker = stage.desk, Walker(stage, hands)
    walker.looks(desk.show_library, lambda: stage.card("The wait").item.progress is not None)
    stage.brief("The wait")
    desk.briefing.modes.button(list(Mode).index(Mode.PRACTISE)).click()
    walker.takes(desk.briefing.begin_button.click, lambda: desk.page is desk.conversation, lambda: desk.page)
    page = stage.page
    while not walker.play.session.ended:
        walker.answers(page.tags.buttons[Tag.WITHDRAWAL].click)
        walker.answers(lambda: page.choices.press(2))
    page.farewell.button.click()
    qtbot.waitUntil(lambda: desk.page is desk.debriefing)
    hands.let_all()

    note = desk.debriefing.note
    note.text.setPlainText(NOTE)
    walker.takes(note.keep.click, lambda: not note.keep.isEnabled(), note.text.toPlainText)
    (session,) = stage.headers()
    assert [remark.values for remark in store.remarks(session.id, KIM)] == [{"text": NOTE}]

    walker.looks(desk.show_library, lambda: stage.card("The wait").earlier_button is not None)
    walker.looks(desk.show_earlier, lambda: len(desk.earlier.cards) == 1)
    (line,) = desk.earlier.cards.values()
    line.delete_button.click()
    walker.takes(line.sure_button.click, lambda: stage.headers() == (), lambda: list(desk.earlier.cards))
    assert desk.earlier.cards == {}
    assert hands.refused >= hands.done // EACH > 0


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


def test_the_whole_walk_on_a_real_store_whose_owner_is_another_thread(qtbot: QtBot, on_a_file: OnAFile) -> None:
    stage = on_a_file.stage
    play = sits_down(qtbot, stage)
    while not play.session.ended:
        stage.page.choices.press(1)
        qtbot.waitUntil(lambda: not play.pending)
    assert on_a_file.events() == play.session.events
    stage.page.farewell.button.click()
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
