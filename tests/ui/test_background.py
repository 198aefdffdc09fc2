"""The door off the window's thread: the newest result comes back, errors come back as values, nothing after forget."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event, current_thread, main_thread
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from simulator.ui.background import Background

_LONG = 10.0
"""Seconds after which a test that waits for a thread gives up."""


class Asker:
    """Asks, and keeps what came back; each kind of work is held back until it is let go."""

    def __init__(self) -> None:
        self.door: Background[str] = Background()
        self.arrived: list[str] = []
        self.faults: list[Exception] = []
        self.on_the_windows_thread: list[bool] = []
        self._held: dict[str, Event] = {}

    def ask(self, answer: str, *, held: bool = False) -> None:
        gate = self._held.setdefault(answer, Event())
        if not held:
            gate.set()

        def work() -> str:
            assert gate.wait(_LONG)
            if answer.startswith("fault"):
                raise LookupError(answer)
            return answer

        self.door.ask(work, self._done, self.faults.append)

    def _done(self, answer: str) -> None:
        self.on_the_windows_thread.append(current_thread() is main_thread())
        self.arrived.append(answer)

    def let_go(self, answer: str) -> None:
        self._held[answer].set()

    def let_all_go(self) -> None:
        for gate in self._held.values():
            gate.set()


@pytest.fixture
def asker(qtbot: QtBot) -> Iterator[Asker]:
    asker = Asker()
    yield asker
    asker.let_all_go()
    assert QThreadPool.globalInstance().waitForDone(int(_LONG * 1000))


def everything_sent_has_arrived(qtbot: QtBot, asker: Asker) -> None:
    """Until no work is left and what it sent through the event loop was heard or passed over."""
    qtbot.waitUntil(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    last = Asker()
    last.ask("last")
    qtbot.waitUntil(lambda: last.arrived == ["last"])


def test_a_result_comes_back_on_the_windows_thread(qtbot: QtBot, asker: Asker) -> None:
    asker.ask("one")
    qtbot.waitUntil(lambda: asker.arrived == ["one"])
    assert asker.on_the_windows_thread == [True]
    assert asker.faults == []


def test_the_newest_result_wins_though_an_older_one_comes_later(qtbot: QtBot, asker: Asker) -> None:
    asker.ask("old", held=True)
    asker.ask("new")
    qtbot.waitUntil(lambda: asker.arrived == ["new"])
    asker.let_go("old")
    everything_sent_has_arrived(qtbot, asker)
    assert asker.arrived == ["new"]


def test_an_older_result_that_comes_first_is_passed_over(qtbot: QtBot, asker: Asker) -> None:
    asker.ask("new", held=True)
    asker.ask("newer", held=True)
    asker.let_go("new")
    asker.let_go("newer")
    qtbot.waitUntil(lambda: asker.arrived == ["newer"])
    everything_sent_has_arrived(qtbot, asker)
    assert asker.arrived == ["newer"]


def test_an_error_comes_back_as_a_value(qtbot: QtBot, asker: Asker) -> None:
    asker.ask("fault of the work")
    qtbot.waitUntil(lambda: len(asker.faults) == 1)
    assert isinstance(asker.faults[0], LookupError)
    assert str(asker.faults[0]) == "fault of the work"
    assert asker.arrived == []


def test_after_an_error_the_door_is_open_again(qtbot: QtBot, asker: Asker) -> None:
    asker.ask("fault")
    qtbot.waitUntil(lambda: len(asker.faults) == 1)
    asker.ask("two")
    qtbot.waitUntil(lambda: asker.arrived == ["two"])


@pytest.mark.parametrize("answer", ["one", "fault"])
def test_nothing_arrives_after_forget(qtbot: QtBot, asker: Asker, answer: str) -> None:
    asker.ask(answer, held=True)
    asker.door.forget()
    asker.let_go(answer)
    everything_sent_has_arrived(qtbot, asker)
    assert (asker.arrived, asker.faults) == ([], [])


def test_a_result_already_on_its_way_is_not_heard_after_forget(qtbot: QtBot, asker: Asker) -> None:
    asker.ask("one")
    assert QThreadPool.globalInstance().waitForDone(int(_LONG * 1000))
    asker.door.forget()
    everything_sent_has_arrived(qtbot, asker)
    assert asker.arrived == []


def test_two_doors_do_not_hear_each_others_results(qtbot: QtBot, asker: Asker) -> None:
    other = Asker()
    other.ask("other")
    asker.ask("mine")
    qtbot.waitUntil(lambda: (asker.arrived, other.arrived) == (["mine"], ["other"]))


def test_a_result_for_a_window_that_was_closed_goes_nowhere(qtbot: QtBot) -> None:
    gate, owner, heard = Event(), QObject(), list[str]()
    door: Background[str] = Background(owner)
    door.ask(lambda: str(gate.wait(_LONG)), heard.append, lambda fault: heard.append(str(fault)))
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    gate.set()
    everything_sent_has_arrived(qtbot, Asker())
    assert heard == []


class Kept:
    """Says on which threads its kind was let go."""

    let_go: ClassVar[list[bool]] = []

    def __del__(self) -> None:
        self.let_go.append(current_thread() is main_thread())


@pytest.mark.parametrize("fails", [False, True])
def test_what_work_holds_on_to_is_let_go_on_the_windows_thread(qtbot: QtBot, fails: bool) -> None:
    Kept.let_go.clear()
    door: Background[object] = Background()

    def asking(kept: Kept) -> None:
        def work() -> Kept:
            if fails:
                raise LookupError(kept)
            return kept

        door.ask(work, lambda _kept: None, lambda _fault: None)

    asking(Kept())
    qtbot.waitUntil(lambda: Kept.let_go != [])
    assert Kept.let_go == [True]
