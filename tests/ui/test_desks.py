"""The two desks in one window: where one is, how each was left, and that neither waits for the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.storage.settings import Theme
from tests.app.programs import complaints, run
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import Stage
from tests.ui.studios import (
    FILES,
    WARM,
    StageWith,
    on_screen,
    words,
)


def marked(stage: Stage) -> list[str]:
    """The desks that are marked as the one on the screen."""
    buttons = (stage.window.practice_button, stage.window.studio_button)
    return [button.text() for button in buttons if button.accessibleDescription() == "You are at this desk."]


def test_the_desk_on_the_screen_is_marked_and_not_by_colour_alone(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    assert marked(stage) == ["Practice"]
    stage.window.studio_button.click()
    assert marked(stage) == ["Studio"]
    assert stage.window.studio_button.property("kind") == "desk-here", "which the theme underlines"
    stage.window.settings_button.click()
    assert marked(stage) == []
    assert stage.window.settings_page is not None
    assert stage.window.settings_page.done.text() == "Back to the Studio"
    stage.window.settings_page.done.click()
    assert marked(stage) == ["Studio"]
    stage.window.practice_button.click()
    assert marked(stage) == ["Practice"]


def test_each_desk_is_found_as_it_was_left_and_goes_to_its_first_page_from_there(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={"the-wait.yaml": WAIT, **FILES})
    stage.show()
    stage.brief("The wait")
    page = stage.prove(WARM)
    stage.window.practice_button.click()
    assert on_screen(stage.desk) is stage.desk.briefing
    stage.window.studio_button.click()
    assert on_screen(stage.studio) is page
    stage.window.studio_button.click()
    assert on_screen(stage.studio) is stage.studio.shelf
    stage.window.practice_button.click()
    stage.window.practice_button.click()
    assert on_screen(stage.desk) is stage.desk.library


def test_the_desks_cannot_be_left_in_the_middle_of_a_conversation(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    assert stage.window.studio_button.isVisible()
    stage.sit_down()
    assert not stage.window.studio_button.isVisible()


@pytest.mark.slow
def test_another_look_keeps_the_desk_and_what_was_found(qtbot: QtBot, tmp_path: Path) -> None:
    stage = StageWith(qtbot, tmp_path)
    stage.show()
    stage.prove(WARM)
    stage.window.settings_button.click()
    settings = stage.window.settings_page
    assert settings is not None
    settings._change(theme=Theme.DARK)
    settings.done.click()
    assert marked(stage) == ["Studio"]
    qtbot.waitUntil(stage.studio.isVisible)
    assert "checked: 4 things to mend" in words(stage.row(WARM))
    stage.window.settings_button.click()
    settings = stage.window.settings_page
    assert settings is not None
    settings._change(theme=Theme.LIGHT)
    stage.window.practice_button.click()
    assert marked(stage) == ["Practice"]
    qtbot.waitUntil(stage.desk.library.isVisible)


@pytest.mark.slow
def test_the_program_starts_without_the_studio(tmp_path: Path) -> None:
    listing = (
        "import sys\nfrom simulator.app import main\ncode = main(['--smoke'])\n"
        "print(*(name for name in sys.modules if 'studio' in name))\nsys.exit(code)"
    )
    started = run("-c", listing, home=tmp_path)
    assert (started.returncode, started.stdout.split(), complaints(started)) == (0, [], [])
