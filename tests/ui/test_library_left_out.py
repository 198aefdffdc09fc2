"""Two scenarios with one id are kept apart in the library, and files on no shelf are told there."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.shelf_cards import TITLE, buttons, facts
from tests.ui.small_scenarios import WAIT, named
from tests.ui.stage import Stage

TWICE = {
    "the-wait.yaml": WAIT,
    "more/the-wait.yaml": WAIT.replace("title: The wait", "title: Another wait").replace("Ines came late", "She came"),
}


@pytest.mark.slow
def test_two_scenarios_with_one_id_share_no_progress_and_the_second_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios=TWICE)
    stage.show()
    stage.sit_down(TITLE)
    stage.page.choices.press(1)
    stage.page.pause()
    stage.page.veil.later.click()
    assert buttons(stage) == ["Resume", "Start again"]
    assert buttons(stage, "Another wait") == ["Open"]
    assert not stage.card("Another wait").open_button.isEnabled()
    assert facts(stage, "Another wait").startswith("Cannot be played yet: ")
    assert "the-wait" in facts(stage, "Another wait")
    resume = stage.card(TITLE).resume_button
    assert resume is not None
    resume.click()
    assert stage.page.header.title.text() == "The wait · Ines Carvalho"


@pytest.mark.slow
def test_a_file_named_like_a_shipped_scenario_does_not_take_its_place_or_its_conversations(
    qtbot: QtBot, tmp_path: Path
) -> None:
    mine = named("concert-silence", "My concert")
    stage = Stage(qtbot, tmp_path, scenarios={"concert-silence.yaml": mine})
    stage.show()
    stage.sit_down("The concert")
    stage.page.choices.press(1)
    stage.page.pause()
    stage.page.veil.later.click()
    assert buttons(stage, "The concert") == ["Resume", "Start again"]
    assert not stage.card("My concert").open_button.isEnabled()
    assert "unfinished" not in facts(stage, "My concert")


def test_files_that_are_on_no_shelf_are_told_there_with_the_reason(qtbot: QtBot, tmp_path: Path) -> None:
    files = {"the-wait.yaml": WAIT, "notes.yml": WAIT, "OLD.YAML": WAIT, "my.second.yaml": WAIT, "x.yaml.txt": WAIT}
    stage = Stage(qtbot, tmp_path, scenarios=files)
    stage.show()
    told = stage.desk.library._left_out.text().split("\n")
    assert stage.desk.library._left_out.isVisible()
    assert told[0] == "4 files in your scenario folder are not on the shelf:"
    assert [line.split("”")[0].removeprefix("“") for line in told[1:]] == [
        "OLD.YAML",
        "my.second.yaml",
        "notes.yml",
        "x.yaml.txt",
    ]
    assert all(len(line.split("”: ")[1]) > 10 for line in told[1:])


def test_of_many_files_on_no_shelf_the_first_are_told_and_how_many_more(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={f"note-{number}.yml": WAIT for number in range(11)})
    told = stage.desk.library._left_out.text().split("\n")
    assert len(told) == 10
    assert told[-1] == "… and 3 more."


def test_where_everything_is_on_the_shelf_nothing_is_said_of_it(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    assert stage.desk.library._left_out.isHidden()
