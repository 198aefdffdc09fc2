"""Whoever looks after the store: works behind, gives way to everything, and tells what it finds once it is true."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import QCoreApplication, QThreadPool
from pytestqt.qtbot import QtBot

from simulator.messages.sentences import storage as stored
from simulator.services.store_care import StoreState
from simulator.session.errors import ServiceError, StoreDamaged, StoreError
from simulator.session.ids import PersonId
from simulator.session.store import Fault, Person, SessionStore
from simulator.storage.settings import Settings
from simulator.storage.sqlite import MemorySessionStore
from simulator.ui.caretaker import Caretaker
from simulator.ui.data_care import DataCare
from simulator.ui.store_door import StoreDoor, Topic
from tests.builders import KIM
from tests.ui.on_disk import A_MOMENT, Clock, OnDisk, opened, with_conversations
from tests.ui.stage import AT_HOME, NOW_MS
from tests.ui.store_hands import REFUSAL, HeldHands

FAULT = Fault(None, "", stored.SESSIONS_LOST(count=1))


class Care(DataCare):
    """Does what the test says, and notes what was asked of it."""

    def __init__(self, folder: Path, now_ms: Callable[[], int]) -> None:
        super().__init__(folder, now_ms)
        self.log: list[str] = []
        self.faults: list[Fault] = []

    def backup_is_due(self) -> bool:
        """Always."""
        return True

    def state(self, store: SessionStore, settings: Settings) -> StoreState:
        """Whoever is not in the store is missed."""
        missing = None if any(one.id == settings.person for one in store.people()) else settings.name
        return StoreState(self.folder, True, (), missing)

    def back_up(self, _store: SessionStore, *, asked: bool) -> Generator[tuple[int, int], None, Path]:
        """Note it."""
        self.log.append("asked" if asked else "session")
        yield 1, 1
        return self.folder

    def look_through(self, _store: SessionStore) -> Generator[tuple[int, int], None, tuple[Fault, ...]]:
        """Find what the test put there."""
        self.log.append("look")
        yield 1, 1
        return tuple(self.faults)


class Kept:
    """A caretaker behind a door whose jobs are done when the test lets them, and all that it has told."""

    def __init__(self, folder: Path) -> None:
        self.store = MemorySessionStore()
        self.hands = HeldHands(self.store)
        self.door = StoreDoor(self.hands)
        self.care = Care(folder, lambda: NOW_MS)
        self.caretaker = Caretaker(self.door, self.care, AT_HOME, self.door)
        self.found: list[Any] = []
        self.missing: list[str | None] = []
        self.refused: list[ServiceError] = []
        self.caretaker.looked_through.connect(self.found.append)
        self.caretaker.looked_at.connect(lambda state: self.missing.append(state.missing))
        self.caretaker.refused.connect(self.refused.append)


@pytest.fixture
def kept(qtbot: QtBot, tmp_path: Path) -> Kept:
    return Kept(tmp_path)


# What is found.


def test_the_state_is_told_at_once_and_the_store_looked_through_once_the_window_stands(
    qtbot: QtBot, kept: Kept
) -> None:
    kept.care.faults.append(FAULT)
    kept.caretaker.begin()
    kept.hands.let_all()
    assert (kept.missing, kept.care.log) == (["Kim"], [])
    assert kept.caretaker._settled.interval() == 1_500
    kept.caretaker._settled.start(0)
    qtbot.waitUntil(lambda: not kept.caretaker._settled.isActive())
    kept.hands.let_all()
    assert (kept.found, kept.care.log) == ([(FAULT,)], ["look"])
    assert kept.hands.waiting == 0


def test_what_is_missed_of_somebody_who_has_left_meanwhile_is_told_to_nobody(kept: Kept) -> None:
    kept.caretaker.begin()
    kept.caretaker.know(replace(AT_HOME, name="Robin", person="somebody-else"))
    kept.hands.let_all()
    assert kept.missing == []
    kept.caretaker.begin()
    kept.hands.let_all()
    assert kept.missing == ["Robin"]


def test_other_settings_of_the_same_person_change_nothing(kept: Kept) -> None:
    kept.store.add_person(Person(PersonId(KIM), "Kim"))
    kept.caretaker.begin()
    kept.caretaker.know(replace(AT_HOME, text_scale=2.0))
    kept.hands.let_all()
    assert kept.missing == [None]


def test_a_store_that_cannot_be_looked_through_to_its_end_is_told(kept: Kept) -> None:
    kept.hands.refuse_next = True
    kept.caretaker.look_through()
    kept.hands.let_all()
    assert [one.message for one in kept.refused] == [REFUSAL]
    assert kept.found == []


def test_taking_the_store_as_it_is_looks_through_it_again(kept: Kept) -> None:
    changed: list[Topic] = []
    kept.door.changed.connect(changed.append)
    kept.caretaker.take_as_it_is()
    kept.hands.let_all()
    assert (kept.found, changed) == ([()], [Topic.SESSIONS])
    kept.hands.refuse_next = True
    kept.caretaker.take_as_it_is()
    kept.hands.let_all()
    assert ([one.message for one in kept.refused], kept.found) == ([REFUSAL], [()])


class Damaged(HeldHands):
    """Answers as the owner of a store does that is damaged from its first page on."""

    def do(self, _job: Any, answer: Any) -> None:
        """Answer with the damage."""
        answer(None, StoreDamaged(DAMAGE))


DAMAGE: Final = stored.NOT_A_STORE(path="sessions.sqlite3")


def test_a_store_that_cannot_be_read_is_told_with_its_backups_unless_another_was_taken_meanwhile(
    qtbot: QtBot, tmp_path: Path
) -> None:
    kept = Kept(tmp_path)
    told: list[Any] = []
    kept.caretaker.unreadable.connect(told.append)
    kept.door._hands = Damaged(kept.store)
    kept.caretaker.begin()
    qtbot.waitUntil(lambda: bool(told))
    assert [(state.unreadable, state.backups, state.missing) for state in told] == [(DAMAGE, (), None)]
    kept.caretaker.begin()
    kept.door._hands = kept.hands
    kept.caretaker.begin()
    kept.hands.let_all()
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.processEvents()
    assert (len(told), kept.missing) == (1, ["Kim"])


# Backups.


def test_one_backup_is_made_at_a_time_and_the_next_when_it_is_done(kept: Kept) -> None:
    kept.caretaker.session_ended()
    kept.caretaker.session_ended()
    kept.hands.let_all()
    assert kept.care.log == ["session"]
    kept.caretaker.session_ended()
    kept.hands.let_all()
    assert kept.care.log == ["session"] * 2


def test_a_backup_that_is_refused_is_told_and_tried_again_after_the_next_conversation(kept: Kept) -> None:
    kept.hands.refuse_next = True
    kept.caretaker.session_ended()
    kept.hands.let_all()
    assert [one.message for one in kept.refused] == [REFUSAL]
    kept.caretaker.session_ended()
    kept.hands.let_all()
    assert kept.care.log == ["session"]


class Broken(HeldHands):
    """Breaks off the work in parts that waits when the store is taken anew, as its owner does."""

    def break_off(self) -> None:
        """Answer work in parts as the owner does when it lets go of the store."""
        while self._in_parts:
            _, answer = self._in_parts.popleft()
            answer(None, StoreError(stored.INTERRUPTED()))


def test_what_was_broken_off_when_the_store_was_taken_anew_is_done_again_and_told_to_nobody(
    qtbot: QtBot, tmp_path: Path
) -> None:
    kept = Kept(tmp_path)
    hands = Broken(kept.store)
    kept.door._hands = hands
    kept.caretaker.look_through()
    kept.caretaker.session_ended()
    hands.break_off()
    assert (kept.refused, kept.care.log) == ([], [])
    kept.door.reopened.emit()
    hands.let_all()
    assert kept.care.log == ["session"]
    assert kept.caretaker._settled.isActive(), "what was broken off is looked through again"
    kept.door.reopened.emit()
    hands.let_all()
    assert kept.care.log == ["session"], "once is enough"
    assert kept.refused == []


def test_a_store_taken_anew_is_looked_at_also_where_that_was_refused_or_whoever_asked_is_gone(kept: Kept) -> None:
    def refuse() -> None:
        raise StoreDamaged(REFUSAL)

    for between in (lambda: None, refuse):
        told: list[object] = []
        kept.door.reopen(kept.door, between, told.append, told.append)
        kept.hands.let_all()
        assert len(told) == 1
    assert kept.missing == ["Kim"] * 2
    assert kept.care.log == [], "no backup is made where none was broken off"


# It gives way.


class SlowCare(DataCare):
    """Looks through the store until it may end."""

    def __init__(self, folder: Path, now_ms: Callable[[], int]) -> None:
        super().__init__(folder, now_ms)
        self.may_end = threading.Event()

    def look_through(self, store: Any) -> Generator[tuple[int, int], None, tuple[Fault, ...]]:
        """Look through everything when that may end."""
        while not self.may_end.wait(A_MOMENT):
            yield 0, 1
        return (yield from super().look_through(store))


def test_a_conversation_is_held_while_a_long_look_is_under_way(qtbot: QtBot, tmp_path: Path) -> None:
    with_conversations(tmp_path, 3)
    care = SlowCare(tmp_path, Clock())
    found: list[tuple[Fault, ...]] = []
    with opened(qtbot, tmp_path, care=care) as stage:
        stage.window._caretaker.looked_through.connect(found.append)
        stage.window._caretaker._settled.stop()
        stage.window._caretaker.look_through()
        stage.sit_down()
        stage.says(1)
        stage.says(1)
        assert len(stage.play.session.exchanges) == 2
        assert [header.steps for header in stage.headers()] == [2, 2, 2, 2]
        assert (found, stage.notice) == ([], "")
        care.may_end.set()
        qtbot.waitUntil(lambda: found == [()])


@pytest.mark.slow
def test_a_step_is_stored_while_hundreds_of_conversations_are_looked_through(qtbot: QtBot, tmp_path: Path) -> None:
    with_conversations(tmp_path, 200)
    found: list[tuple[Fault, ...]] = []
    with opened(qtbot, tmp_path) as stage:
        stage.window._caretaker._settled.stop()
        stage.window._caretaker.looked_through.connect(found.append)
        stage.sit_down()
        with stage.held():
            stage.window._caretaker.look_through()
            stage.page.choices.press(1)
            play = stage.play
        qtbot.waitUntil(lambda: not play.pending)
        assert found == [], "the step has come before what was to be looked through"
        qtbot.waitUntil(lambda: found == [()])


def test_a_window_that_is_closed_meanwhile_does_not_wait_for_it(qtbot: QtBot, tmp_path: Path) -> None:
    with_conversations(tmp_path)
    stage = OnDisk(qtbot, tmp_path, care=SlowCare(tmp_path, Clock()))
    stage.show()
    stage.window._caretaker.look_through()
    stage.asks(lambda _store: None)
    stage.close()
    assert not stage.owner._thread.is_alive()
