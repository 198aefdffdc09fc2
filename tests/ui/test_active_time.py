"""How long somebody was at a line: what is stored is what a clock of the test's says, without whatever was no thinking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from simulator.session.vocabulary import Mode, Tag
from simulator.ui.practice.active_time import ActiveTime
from simulator.ui.practice.conversation import ConversationPage
from tests.builders import KIM
from tests.ui.hands import Hands
from tests.ui.stage import Stage
from tests.ui.stored import small


class StoppedClock:
    """Stands until the test lets time pass."""

    def __init__(self) -> None:
        self.ms = 5_000

    def __call__(self) -> int:
        """The time it shows."""
        return self.ms

    def passes(self, seconds: int) -> None:
        """Let time pass."""
        self.ms += 1_000 * seconds


class Timed:
    """A conversation that goes by a clock of the test's."""

    def __init__(self, qtbot: QtBot, folder: Path, mode: Mode = Mode.LEARN) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.clock = StoppedClock()
        self.stage = Stage(qtbot, folder, steady_ms=self.clock)
        self.stage.show()
        self.stage.sit_down(mode=mode)

    def spent_s(self) -> list[float]:
        """The seconds that the store has for each step of the newest session."""
        _, *steps = self.stage.newest().timings
        assert all(step.spent_ms is not None for step in steps)
        return [(step.spent_ms or 0) / 1_000 for step in steps]

    def pauses(self) -> None:
        """A pause of a minute."""
        self.stage.page.pause()
        self.clock.passes(60)
        self.stage.page.resume()

    def puts_the_window_away(self) -> None:
        """The window is minimised for a minute."""
        self.stage.window.showMinimized()
        self.qtbot.waitUntil(self.stage.window.isMinimized)
        self.clock.passes(60)
        self.stage.window.showNormal()
        self.qtbot.waitUntil(lambda: not self.stage.window.isMinimized() and self.stage.window.isVisible())

    def hides_the_window(self) -> None:
        """The window is hidden for a minute, as on another desktop."""
        self.stage.window.hide()
        self.clock.passes(60)
        self.stage.window.show()

    def goes_to_the_other_desk(self) -> None:
        """A minute at the Studio."""
        self.stage.window.show_studio()
        self.clock.passes(60)
        self.stage.window.show_practice()

    def puts_it_away_under_the_pause(self) -> None:
        """Both at once, and the pause lasts longer."""
        self.stage.page.pause()
        self.clock.passes(10)
        self.puts_the_window_away()
        self.clock.passes(10)
        self.stage.page.resume()

    def goes_on_to_pause_behind(self) -> None:
        """Paused, and resumed by the program while the window is put away: that counts only once it is there again."""
        self.stage.page.pause()
        self.stage.window.hide()
        self.stage.page.resume()
        self.clock.passes(60)
        self.stage.window.show()


@pytest.mark.slow
def test_the_time_of_an_answer_is_what_passed_since_the_line_stood_on_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    timed = Timed(qtbot, tmp_path)
    for seconds in (7, 11, 0):
        timed.clock.passes(seconds)
        timed.stage.page.choices.press(1)
    assert timed.spent_s() == [7, 11, 0]


def test_a_tag_and_the_answer_after_it_are_both_counted_from_the_same_line(qtbot: QtBot, tmp_path: Path) -> None:
    timed = Timed(qtbot, tmp_path, Mode.PRACTISE)
    timed.clock.passes(4)
    timed.stage.page.tags.buttons[Tag.WITHDRAWAL].click()
    timed.clock.passes(5)
    timed.stage.page.choices.press(1)
    assert timed.spent_s() == [4, 9]


@pytest.mark.parametrize(
    "away",
    [
        Timed.pauses,
        Timed.puts_the_window_away,
        Timed.hides_the_window,
        Timed.goes_to_the_other_desk,
        Timed.puts_it_away_under_the_pause,
        Timed.goes_on_to_pause_behind,
    ],
    ids=lambda way: way.__name__,
)
def test_time_away_is_not_counted(qtbot: QtBot, tmp_path: Path, away: Callable[[Timed], None]) -> None:
    timed = Timed(qtbot, tmp_path)
    timed.clock.passes(3)
    away(timed)
    timed.clock.passes(2)
    timed.stage.page.choices.press(1)
    timed.clock.passes(6)
    away(timed)
    timed.stage.page.choices.press(1)
    assert timed.spent_s() == [5, 6]


def test_time_in_the_library_is_not_counted(qtbot: QtBot, tmp_path: Path) -> None:
    timed = Timed(qtbot, tmp_path)
    timed.clock.passes(3)
    timed.stage.page.choices.press(1)
    timed.clock.passes(50)
    timed.stage.page.pause()
    timed.stage.page.veil.later.click()
    timed.clock.passes(600)
    resume = timed.stage.card("The wait").resume_button
    assert resume is not None
    resume.click()
    timed.clock.passes(4)
    timed.stage.page.choices.press(1)
    assert timed.spent_s() == [3, 4]


def test_the_time_in_which_the_program_was_closed_is_not_counted(qtbot: QtBot, tmp_path: Path) -> None:
    timed = Timed(qtbot, tmp_path)
    timed.clock.passes(3)
    timed.stage.page.choices.press(1)
    timed.clock.passes(20)
    timed.stage.window.close()
    timed.clock.passes(86_400)
    again = Stage(qtbot, tmp_path, store=timed.stage.store, steady_ms=timed.clock)
    again.show()
    resume = again.card("The wait").resume_button
    assert resume is not None
    resume.click()
    timed.clock.passes(8)
    again.page.choices.press(1)
    assert timed.spent_s() == [3, 8]


def test_a_page_that_was_left_does_not_count_into_the_next_conversation(qtbot: QtBot, tmp_path: Path) -> None:
    timed = Timed(qtbot, tmp_path)
    timed.clock.passes(30)
    timed.stage.page.pause()
    timed.stage.page.veil.later.click()
    timed.clock.passes(30)
    timed.stage.sit_down("The concert")
    timed.clock.passes(1)
    timed.stage.page.choices.press(1)
    assert timed.spent_s() == [1]


def test_esc_stops_the_time_and_esc_lets_it_go_on(qtbot: QtBot, tmp_path: Path) -> None:
    timed = Timed(qtbot, tmp_path)
    hands = Hands(qtbot, timed.stage.window)
    timed.clock.passes(2)
    hands.press(Qt.Key.Key_Escape)
    timed.clock.passes(40)
    hands.press(Qt.Key.Key_Escape)
    timed.clock.passes(2)
    hands.press("1")
    assert timed.spent_s() == [4]


class MinimisedQuietly(QMainWindow):
    """A window that its desktop puts away without hiding what is in it, as most do."""

    def __init__(self) -> None:
        super().__init__()
        self._away = False

    def isMinimized(self) -> bool:
        """Whether it is put away."""
        return self._away

    def put_away(self, away: bool) -> None:
        """Put it away, or take it back."""
        self._away = away
        QApplication.sendEvent(self, QEvent(QEvent.Type.WindowStateChange))


@pytest.mark.slow
def test_a_window_that_is_put_away_without_being_hidden_stops_the_time_too(qtbot: QtBot, tmp_path: Path) -> None:
    clock = StoppedClock()
    stage = Stage(qtbot, tmp_path, steady_ms=clock)
    practice = stage.practice_for(KIM)
    window = MinimisedQuietly()
    qtbot.addWidget(window)
    page = ConversationPage(stage.window.look, practice, stage.door)
    window.setCentralWidget(page)
    with qtbot.waitExposed(window):
        window.show()
    page.show_play(practice.begin(stage.store, small(), Mode.LEARN))
    clock.passes(2)
    window.put_away(True)
    clock.passes(60)
    window.put_away(False)
    clock.passes(3)
    page.choices.press(1)
    assert stage.newest().timings[-1].spent_ms == 5_000


def test_a_stopwatch_goes_on_only_when_nothing_stops_it_any_more() -> None:
    clock = StoppedClock()
    active = ActiveTime(clock)
    active.stop_for("pause")
    active.start()
    assert not active.running
    clock.passes(1)
    active.stop_for("hidden")
    active.go_on_after("pause")
    clock.passes(1)
    assert (active.ms, active.running) == (0, False)
    active.go_on_after("hidden")
    active.go_on_after("hidden")
    clock.passes(1)
    assert (active.ms, active.running) == (1_000, True)
