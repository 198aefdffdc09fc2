"""What is possible is worked out from the briefing on, out of the way, and is there again when the program is next opened."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Final

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from simulator.analysis.session_value import SessionValue
from simulator.analysis.solve import Solution
from simulator.scenario.document import Scenario
from simulator.services.examine import Examiner
from simulator.services.kept_results import Kept
from simulator.services.play_lengths import LENGTHS
from simulator.session.actions import Choose
from simulator.session.engine import Session
from simulator.session.store import SessionStore
from simulator.shipped_files import SCENARIOS
from simulator.storage.cache import Cache
from simulator.storage.home import open_store
from simulator.storage.settings import save_settings
from simulator.ui.practice.conversation import ConversationPage
from simulator.ui.start import Makers, make_window
from simulator.ui.store_door import StoreDoor
from simulator.ui.window import MainWindow
from tests.ui.small_scenarios import WAIT, named
from tests.ui.stage import AT_HOME, Stage
from tests.ui.store_hands import AtHand

_LONG: Final = 10.0
"""Seconds after which work that is held back goes on by itself."""
_LONG_AGO: Final = 1_000_000_000


THREE: Final = {
    "the-wait.yaml": WAIT,
    "the-tram.yaml": named("the-tram", "The tram").replace("turns: 4", "turns: 5"),
    "the-box.yaml": named("the-box", "The box").replace("turns: 4", "turns: 6"),
}
"""Three stories: the same one under another name would be worked out only once."""


class WatchedCache(Cache):
    """Counts what is found in it and what is put into it: whoever solves puts."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.found = 0
        self.solved = 0

    def get(self, name: str) -> bytes | None:
        """What was kept."""
        data = super().get(name)
        self.found += data is not None and name != LENGTHS
        return data

    def put(self, name: str, data: bytes) -> None:
        """Keep something."""
        super().put(name, data)
        self.solved += name != LENGTHS


class PricingExaminer(Examiner):
    """Remembers what it told of sessions."""

    def __init__(self, kept: Kept) -> None:
        super().__init__(kept)
        self.told: list[SessionValue] = []

    def worth(self, session: Session) -> SessionValue:
        """What a session was worth."""
        self.told.append(super().worth(session))
        return self.told[-1]


class HeldExaminer(Examiner):
    """Works on nothing until it is let go; tells what it was asked, and what it came to the end of."""

    def __init__(self, kept: Kept | None = None) -> None:
        super().__init__(kept)
        self.asked: list[tuple[str, int]] = []
        self.finished: list[tuple[str, int]] = []
        self.gate = Event()

    def solution(self, scenario: Scenario, difficulty: int) -> Solution:
        """A solution, once it is let go."""
        self.asked.append((scenario.id, difficulty))
        assert self.gate.wait(_LONG)
        found = super().solution(scenario, difficulty)
        self.finished.append((scenario.id, difficulty))
        return found


def foreseeing(qtbot: QtBot, folder: Path, examiner: Examiner, store: SessionStore | None = None) -> Stage:
    """A program with examiner of the test's own."""
    return Stage(qtbot, folder, scenarios=THREE, store=store, examiner=examiner)


@pytest.fixture
def held() -> Iterator[HeldExaminer]:
    examiner = HeldExaminer()
    yield examiner
    examiner.gate.set()
    examiner.stop()
    assert QThreadPool.globalInstance().waitForDone(int(_LONG * 1000))


def debriefed(stage: Stage, examiner: PricingExaminer) -> SessionValue:
    """What the debriefing on the screen was told of its session."""
    stage.qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)
    stage.qtbot.waitUntil(lambda: len(examiner.told) == 1)
    return examiner.told[0]


@pytest.mark.slow
def test_a_debriefing_in_a_new_program_on_the_same_data_folder_does_not_solve_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    store, cache = open_store(tmp_path), WatchedCache(tmp_path / "cache")
    examiner = PricingExaminer(cache)
    first = foreseeing(qtbot, tmp_path, examiner, store)
    first.sit_down()._act(Choose("explain-time"))
    first.debrief()
    priced = debriefed(first, examiner)
    assert [decision.price > 0 for decision in priced.decisions] == [True]
    qtbot.waitUntil(lambda: cache.solved == 1)
    (session,) = first.headers()
    store.close()

    store, cache = open_store(tmp_path), WatchedCache(tmp_path / "cache")
    examiner = PricingExaminer(cache)
    second = foreseeing(qtbot, tmp_path, examiner, store)
    second.desk.reopen(session.id)
    assert debriefed(second, examiner) == priced
    assert (cache.found, cache.solved) == (1, 0)
    store.close()


def test_the_program_keeps_its_prices_in_the_data_folder(qtbot: QtBot, tmp_path: Path) -> None:
    save_settings(tmp_path, AT_HOME)
    cache = tmp_path / "cache"

    def prices() -> list[Path]:
        return [path for path in cache.glob("*") if not path.name.startswith(LENGTHS)]

    opens_the_briefing_of_the_wait(qtbot, tmp_path, lambda: len(list(cache.glob("*"))) == 2)
    (kept,) = prices()
    os.utime(kept, (_LONG_AGO, _LONG_AGO))
    written, number = kept.read_bytes(), kept.stat().st_ino
    opens_the_briefing_of_the_wait(qtbot, tmp_path, lambda: kept.stat().st_mtime > _LONG_AGO)
    assert [path.stat().st_ino for path in prices()] == [number], "it was solved and written again"
    assert kept.read_bytes() == written


def opens_the_briefing_of_the_wait(qtbot: QtBot, folder: Path, done: Callable[[], bool]) -> None:
    """Start the program on a data folder, open a briefing, and close the window when what began there is done."""
    mine = folder / "scenarios"
    mine.mkdir(exist_ok=True)
    (mine / "the-wait.yaml").write_text(WAIT, "utf-8")
    store = open_store(folder)
    makers = Makers(now_ms=lambda: 1_790_000_000_000, new_seed=lambda: 7, new_id=lambda: "a-session")
    window = make_window(folder, SCENARIOS, StoreDoor(AtHand(store)), makers)
    qtbot.addWidget(window)
    open_card(window, "The wait")
    qtbot.waitUntil(done)
    assert QThreadPool.globalInstance().waitForDone(int(_LONG * 1000))
    window.close()
    store.close()


def open_card(window: MainWindow, title: str) -> None:
    assert window.desk is not None
    titles = [item.card.title for item in window.desk.library.items()]
    window.desk.library.card(titles.index(title)).open_button.click()


def test_the_briefing_is_foreseen_while_it_is_read_and_the_conversation_does_not_wait(
    qtbot: QtBot, tmp_path: Path, held: HeldExaminer
) -> None:
    stage = foreseeing(qtbot, tmp_path, held)
    stage.brief("The wait")
    assert stage.desk.findChild(ConversationPage) is None, "the click on the card waited for it"
    qtbot.waitUntil(lambda: held.asked == [("the-wait", 1)])
    assert stage.desk.findChild(ConversationPage) is not None, "the click on “Begin” has to wait for it"
    stage.desk.briefing.begin_button.click()
    assert stage.page.header.turn.text() == "turn 1 of 7"
    stage.page._act(Choose("own-clock"))
    assert held.finished == []
    held.gate.set()
    qtbot.waitUntil(lambda: ("the-wait", 1) in held.finished)


@pytest.mark.slow
def test_another_difficulty_than_the_one_written_is_foreseen_when_the_conversation_begins(
    qtbot: QtBot, tmp_path: Path, held: HeldExaminer
) -> None:
    stage = foreseeing(qtbot, tmp_path, held)
    stage.brief("The wait")
    qtbot.waitUntil(lambda: held.asked == [("the-wait", 1)])
    stage.desk.briefing.difficulties.button(3).click()
    stage.desk.briefing.begin_button.click()
    held.gate.set()
    qtbot.waitUntil(lambda: held.finished == [("the-wait", 1), ("the-wait", 3)])


@pytest.mark.slow
def test_of_many_briefings_the_first_is_worked_out_to_its_end_and_then_the_last(
    qtbot: QtBot, tmp_path: Path, held: HeldExaminer
) -> None:
    stage = foreseeing(qtbot, tmp_path, held)
    stage.brief("The wait")
    qtbot.waitUntil(lambda: len(held.asked) == 1)
    for title in ("The tram", "The box"):
        stage.desk.show_library()
        stage.brief(title)
    assert len(held.asked) == 1, "one at a time, so that other work finds a free hand"
    held.gate.set()
    qtbot.waitUntil(lambda: held.finished == [("the-wait", 1), ("the-box", 1)])


@pytest.mark.slow
def test_briefings_that_are_only_passed_through_are_not_worked_out(
    qtbot: QtBot, tmp_path: Path, held: HeldExaminer
) -> None:
    stage = foreseeing(qtbot, tmp_path, held)
    held.gate.set()
    for title in ("The wait", "The tram", "The box"):
        stage.desk.show_library()
        stage.brief(title)
    qtbot.waitUntil(lambda: held.finished == [("the-box", 1)])
    assert held.asked == [("the-box", 1)]


@pytest.mark.slow
def test_a_briefing_that_is_opened_again_is_not_solved_again(qtbot: QtBot, tmp_path: Path) -> None:
    cache = WatchedCache(tmp_path / "cache")
    examiner = HeldExaminer(cache)
    examiner.gate.set()
    stage = foreseeing(qtbot, tmp_path, examiner)
    for number, title in enumerate(("The wait", "The tram", "The wait"), start=1):
        stage.desk.show_library()
        stage.brief(title)
        qtbot.waitUntil(lambda number=number: len(examiner.finished) == number)  # type: ignore[misc]
    assert cache.solved == 2


def test_after_a_scenario_that_could_not_be_worked_out_the_next_one_is(
    qtbot: QtBot, tmp_path: Path, held: HeldExaminer
) -> None:
    stage = foreseeing(qtbot, tmp_path, held)
    held.gate.set()
    held.stop()
    for number, title in enumerate(("The wait", "The tram"), start=1):
        stage.desk.show_library()
        stage.brief(title)
        qtbot.waitUntil(lambda number=number: len(held.asked) == number)  # type: ignore[misc]
    assert held.finished == []
