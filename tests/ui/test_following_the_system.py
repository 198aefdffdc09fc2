"""The window follows the system's colours, contrast and motion while it is open, and nothing is lost by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.services import system_motion
from simulator.storage.settings import Settings, Theme
from simulator.ui.system_wishes import DesktopWishes, Wishes
from simulator.ui.theme import Role, load_theme
from simulator.ui.window import MainWindow
from tests.ui.stage import AT_HOME, Stage

DARK, CONTRAST, STILL = Wishes(dark=True), Wishes(contrast=True), Wishes(less_motion=True)
MOVING: Settings = replace(AT_HOME, reduced_motion=False)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(qtbot, tmp_path, MOVING)
    stage.show()
    yield stage
    stage.system.become(Wishes())


def worn(window: MainWindow) -> str:
    """The theme whose paper the window has."""
    paper = window.palette().window().color().name().upper()
    return next(name for name in ("light", "dark", "high-contrast") if load_theme(name).colour(Role.PAPER) == paper)


def test_the_library_is_made_anew_in_the_colours_of_the_system(stage: Stage) -> None:
    before = stage.desk
    for wishes, theme in ((DARK, "dark"), (CONTRAST, "high-contrast"), (Wishes(), "light")):
        stage.system.become(wishes)
        assert (worn(stage.window), stage.window.look.theme.name) == (theme, theme)
        assert stage.desk is not before
    before = stage.desk
    stage.system.become(Wishes())
    assert stage.desk is before


def test_whoever_chose_a_theme_keeps_it(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, theme=Theme.LIGHT))
    stage.system.become(DARK)
    assert worn(stage.window) == "light"


def test_a_conversation_goes_on_with_what_was_noted_and_without_motion(stage: Stage) -> None:
    page = stage.sit_down()
    assert not page._look.reduced_motion
    page.before.button.click()
    page.before.words.setText("I would ask.")
    page.before.words.textEdited.emit("I would ask.")
    stage.system.become(STILL)
    assert stage.page is not page
    assert stage.page._look.reduced_motion
    assert stage.page.before.noted.words == "I would ask."
    assert len(stage.headers()) == 1


def test_settings_and_help_stay_on_the_screen_and_what_is_below_follows(stage: Stage) -> None:
    desk = stage.desk
    stage.window.show_settings()
    page = stage.window.settings_page
    assert page is not None
    stage.system.become(DARK)
    assert worn(stage.window) == "dark"
    assert stage.window.settings_page is page
    page.done.click()
    assert stage.desk is not desk
    desk = stage.desk
    stage.window.show_help()
    stage.system.become(Wishes())
    stage.window.show_help()
    assert stage.desk is not desk
    assert stage.window._pages.currentWidget() is stage.desk


def test_the_studio_follows_on_its_shelf(stage: Stage) -> None:
    stage.window.show_studio()
    shelf = stage.studio.shelf
    stage.system.become(DARK)
    assert stage.studio.shelf is not shelf
    assert stage.window._pages.currentWidget() is stage.studio


def test_the_first_page_keeps_what_was_typed(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, Settings())
    assert stage.window.welcome is not None
    stage.window.welcome.name.setText("Ki")
    stage.system.become(DARK)
    assert stage.window.welcome.name.text() == "Ki"
    assert worn(stage.window) == "dark"
    stage.system.become(Wishes())


def test_the_desktop_is_asked_and_heard(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    desktop = DesktopWishes()
    assert desktop.now == Wishes(dark=desktop._dark_windows)
    monkeypatch.setattr(system_motion, "wishes_less_motion", lambda: True)
    with qtbot.waitSignal(desktop.changed):
        desktop.listen()
    assert desktop.now.less_motion
    monkeypatch.setattr(system_motion, "wishes_less_motion", lambda: False)
    with qtbot.waitSignal(desktop.changed):
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not desktop.now.less_motion
