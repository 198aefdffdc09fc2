"""The tour: begins for somebody new, shows what it speaks of, can be left at any step and found again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.storage.settings import Settings
from simulator.ui.help_page import HelpPage
from simulator.ui.tour import STEPS, Tour
from simulator.ui.window_commands import commands
from tests.ui.hands import Hands
from tests.ui.stage import Stage


def tour(stage: Stage) -> Tour:
    assert stage.window.tour is not None
    return stage.window.tour


def test_somebody_new_is_shown_around_and_may_leave_and_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, Settings(reduced_motion=True))
    stage.show()
    hands = Hands(qtbot, stage.window)
    assert stage.window.welcome is not None
    hands.type("Kim")
    hands.press(Qt.Key.Key_Return)
    desk = stage.desk
    seen: list[object] = []
    for number in range(len(STEPS)):
        assert tour(stage).number == number
        qtbot.waitUntil(tour(stage).next.hasFocus)
        page = stage.window._pages.currentWidget()
        seen.append(HelpPage if isinstance(page, HelpPage) else desk.page)
        hands.press(Qt.Key.Key_Space)
    assert seen == [desk.library, desk.briefing, HelpPage, desk.earlier, desk.library]
    assert stage.window.tour is None
    # Found again in the palette and in the help, left with Esc, and with a step back.
    again = next(command for command in commands(stage.window) if command.name == "Take the tour")
    again.do()
    tour(stage).next.click()
    assert seen[1] is desk.page
    tour(stage).back.click()
    assert seen[0] is desk.page
    qtbot.waitUntil(tour(stage).next.hasFocus)
    hands.press(Qt.Key.Key_Escape)
    assert stage.window.tour is None
    stage.window.show_help()
    assert stage.window.help_page is not None
    stage.window.help_page.tour.click()
    assert seen[0] is desk.page
    assert tour(stage).number == 0


def test_whoever_begins_a_conversation_has_left_it(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    assert stage.window.tour is None
    stage.window.show_tour(1)
    stage.desk.briefing.begin_button.click()
    assert stage.window.tour is None
    stage.window.show_tour()
    assert stage.window.tour is None
    assert not any(command.name == "Take the tour" for command in commands(stage.window))


def test_a_step_stays_when_the_window_is_made_anew(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.window.show_tour(3)
    stage.window._rebuild()
    assert tour(stage).number == 3
