"""The door to the store: answers come to who asked for them, changes are told to everybody, long waits are noticed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from simulator.messages.sentences.window import PROGRAM_FAULT
from simulator.session.errors import ServiceError
from simulator.session.ids import PersonId
from simulator.session.store import Person, SessionStore
from simulator.storage.owner import StoreOwner
from simulator.storage.sqlite import MemorySessionStore, SqliteSessionStore
from simulator.ui.store_door import PATIENCE_MS, StoreDoor, Topic
from tests.ui.store_hands import FULL, HeldHands


class Asker(QObject):
    """Asks, and keeps what came back."""

    def __init__(self, door: StoreDoor) -> None:
        super().__init__()
        self._door = door
        self.heard: list[object] = []
        self.refused: list[str] = []

    def ask(self, answer: object) -> None:
        """Ask something that is answered with this."""
        self._door.ask(self, lambda _store: answer, self.heard.append, self._refuse)

    def change(self, name: str, *topics: Topic) -> None:
        """Keep a person of this name."""
        person = Person(PersonId(name.lower()), name)
        self._door.change(
            self, lambda store: store.add_person(person), lambda _: self._changed(name), self._refuse, *topics
        )

    def _changed(self, name: str) -> None:
        self.heard.append(f"{name} is kept")

    def _refuse(self, refusal: ServiceError) -> None:
        self.refused.append(str(refusal.message))


class HeldDoor:
    """A door whose jobs are done when the test lets them."""

    def __init__(self) -> None:
        self.store = MemorySessionStore()
        self.hands = HeldHands(self.store)
        self.door = StoreDoor(self.hands)
        self.changed: list[Topic] = []
        self.waiting: list[bool] = []
        self.door.changed.connect(self.changed.append)
        self.door.waiting.connect(self.waiting.append)

    def names(self) -> list[str]:
        """Who is in the store."""
        return [person.name for person in self.store.people()]


@pytest.fixture
def held(qtbot: QtBot) -> HeldDoor:
    return HeldDoor()


def test_only_the_newest_question_of_an_asker_is_answered(held: HeldDoor) -> None:
    one, other = Asker(held.door), Asker(held.door)
    one.ask("old")
    other.ask("other")
    one.ask("new")
    held.hands.let_all()
    assert (one.heard, other.heard) == (["new"], ["other"])


def test_every_change_is_answered_and_told_to_everybody_once_it_is_kept(held: HeldDoor) -> None:
    asker = Asker(held.door)
    asker.change("Kim", Topic.PEOPLE)
    asker.change("Robin", Topic.PEOPLE, Topic.SESSIONS)
    assert (asker.heard, held.changed, held.names()) == ([], [], [])
    held.hands.let_one()
    assert (asker.heard, held.changed, held.names()) == (["Kim is kept"], [Topic.PEOPLE], ["Kim"])
    held.hands.let_one()
    assert held.changed == [Topic.PEOPLE, Topic.PEOPLE, Topic.SESSIONS]


def test_a_refused_change_is_told_to_its_asker_and_to_nobody_else(held: HeldDoor) -> None:
    asker = Asker(held.door)
    asker.change("Kim", Topic.PEOPLE)
    held.hands.refuse_next = True
    held.hands.let_all()
    assert (asker.refused, asker.heard, held.changed, held.names()) == ([FULL], [], [], [])


def test_a_change_for_a_page_that_is_gone_is_kept_and_told_to_those_who_are_there(qtbot: QtBot, held: HeldDoor) -> None:
    asker = Asker(held.door)
    asker.change("Kim", Topic.PEOPLE)
    heard = asker.heard
    asker.deleteLater()
    qtbot.waitUntil(lambda: not isValid(asker))
    held.hands.let_all()
    assert (heard, held.changed, held.names()) == ([], [Topic.PEOPLE], ["Kim"])


def test_a_change_for_a_window_that_is_gone_is_kept_and_goes_nowhere(qtbot: QtBot, held: HeldDoor) -> None:
    window = QWidget()
    held.door.setParent(window)
    asker = Asker(held.door)
    asker.change("Kim", Topic.PEOPLE)
    window.deleteLater()
    qtbot.waitUntil(lambda: not isValid(held.door))
    held.hands.let_all()
    assert (asker.heard, held.names()) == ([], ["Kim"])


def test_a_fault_of_the_program_is_reported_and_nobody_is_left_waiting(qtbot: QtBot, held: HeldDoor) -> None:
    asker = Asker(held.door)

    def broken(_store: SessionStore) -> str:
        raise LookupError("a fault of the program")

    with qtbot.captureExceptions() as faults:
        held.door.ask(asker, broken, asker.heard.append, asker._refuse)
        held.hands.let_all()
    assert [str(fault) for _, fault, _ in faults] == ["a fault of the program"]
    assert (asker.heard, [str(refusal) for refusal in asker.refused]) == ([], [str(PROGRAM_FAULT())])


def test_a_long_wait_is_told_after_a_second_and_its_end_at_once(qtbot: QtBot, held: HeldDoor) -> None:
    assert PATIENCE_MS == 1_000
    assert held.door._patience.interval() == PATIENCE_MS
    asker = Asker(held.door)
    asker.ask("late")
    assert held.waiting == []
    qtbot.waitUntil(lambda: held.waiting == [True])
    held.hands.let_all()
    assert (held.waiting, asker.heard) == ([True, False], ["late"])


def test_many_short_waits_are_no_long_one(held: HeldDoor) -> None:
    asker = Asker(held.door)
    for number in range(5):
        asker.ask(number)
        held.hands.let_all()
        assert not held.door._patience.isActive()
    assert held.waiting == []


def test_nobody_waits_for_work_in_parts(held: HeldDoor) -> None:
    asker = Asker(held.door)

    def parts(store: MemorySessionStore) -> Iterator[None]:
        yield
        store.add_person(Person(PersonId("kim"), "Kim"))

    held.door.change_in_parts(asker, parts, asker.heard.append, asker._refuse, Topic.PEOPLE)
    assert not held.door._patience.isActive()
    held.hands.let_all()
    assert (held.names(), held.changed) == (["Kim"], [Topic.PEOPLE])


class Owned:
    """A real store on a file, on its owner's thread, behind a door."""

    def __init__(self, file: Path) -> None:
        self.owner = StoreOwner(lambda: SqliteSessionStore(file))
        self.owner.start(lambda _result, _fault: None)
        self.door = StoreDoor(self.owner)

    def its_store(self) -> SqliteSessionStore:
        """The store itself, which nobody but its owner may touch."""
        found: SimpleQueue[SqliteSessionStore] = SimpleQueue()
        self.owner.do(found.put, lambda _result, _fault: None)
        return found.get(timeout=10)


@pytest.fixture
def owned(qtbot: QtBot, tmp_path: Path) -> Iterator[Owned]:
    found = Owned(tmp_path / "sessions.sqlite3")
    yield found
    found.owner.close()


def test_the_jobs_of_a_real_store_are_done_on_its_thread_and_answered_on_the_windows(
    qtbot: QtBot, owned: Owned
) -> None:
    asker = Asker(owned.door)
    threads: list[tuple[int, int]] = []

    def heard(done_on: int) -> None:
        threads.append((done_on, threading.get_ident()))

    owned.door.ask(asker, lambda _store: threading.get_ident(), heard, asker._refuse)
    qtbot.waitUntil(lambda: len(threads) == 1)
    ((done_on, heard_on),) = threads
    assert heard_on == threading.get_ident()
    assert done_on != heard_on


def test_a_call_from_the_windows_thread_is_refused_by_the_store_itself(owned: Owned) -> None:
    store = owned.its_store()
    with pytest.raises(RuntimeError, match="owned by the thread that opened it"):
        store.people()
    with pytest.raises(RuntimeError, match="owned by the thread that opened it"):
        store.add_person(Person(PersonId("kim"), "Kim"))
