"""Trying everything goes on in the background: it can be stopped, comes late, fails, and is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.ui.background import Background
from tests.ui.hands import Hands
from tests.ui.small_scenarios import IN_SHORT, SHORT_CONCERT
from tests.ui.stage import Stage
from tests.ui.studios import (
    BROKEN,
    FORCED,
    WARM,
    HeldStudio,
    RefusingStudio,
    StageWith,
    WatchedStudio,
    at_rest,
    cells,
    on_screen,
    words,
)


@pytest.mark.slow
def test_a_file_that_was_mended_meanwhile_is_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    stage = StageWith(qtbot, tmp_path)
    page = stage.prove(BROKEN)
    path = tmp_path / "scenarios" / "d301-unknown-move.yaml"
    path.write_text(path.read_text("utf-8").replace("notice_shfit", "notice_shift"), "utf-8")
    page.head.again_button.click()
    qtbot.waitUntil(lambda: not stage.studio.trying)
    assert page.head.headline.startswith("Every possible conversation was played")
    assert "How it can end" in words(page)


def test_what_was_found_stands_on_the_shelf_until_the_file_changes(qtbot: QtBot, tmp_path: Path) -> None:
    stage = StageWith(qtbot, tmp_path, WatchedStudio)
    stage.prove(WARM).head.back_button.click()
    assert "checked: 4 things to mend" in words(stage.row(WARM))
    assert "checked" not in words(stage.row(FORCED))
    assert "4 warnings" in words(stage.prove(WARM))
    studio = stage.watched
    assert studio.ended == [f"{WARM}: done"], "what is known need not be tried again"
    path = tmp_path / "scenarios" / "d610-warm-words-win.yaml"
    path.write_text(path.read_text("utf-8").replace("Do I dare?", "Shall I?"), "utf-8")
    stage.studio.show_shelf()
    assert "checked" not in words(stage.row(WARM))


@pytest.mark.slow
def test_long_work_can_be_stopped_and_be_done_after_all(qtbot: QtBot, tmp_path: Path) -> None:
    stage = StageWith(qtbot, tmp_path, WatchedStudio, files={"short-concert.yaml": SHORT_CONCERT})
    stage.show()
    hands = Hands(qtbot, stage.window)
    stage.window.studio_button.click()
    hands.tab_to(stage.row(IN_SHORT).check_button)
    hands.press(Qt.Key.Key_Return)
    trying = stage.studio.trying_page
    assert trying.stop_button.hasFocus()
    assert f"Checking “{IN_SHORT}”: every possible conversation is played …" in words(trying)
    qtbot.waitUntil(lambda: "situations so far" in trying.progress.text())
    hands.press(Qt.Key.Key_Return)
    assert on_screen(stage.studio) is stage.studio.shelf
    assert not stage.studio.trying
    assert stage.row(IN_SHORT).edit_button.hasFocus()
    at_rest()
    assert stage.watched.ended == [f"{IN_SHORT}: stopped"]
    page = stage.prove(IN_SHORT)
    assert page.head.headline.startswith("Every possible conversation was played: ")
    assert len(cells(page.ways.table, 0)) == 14
    assert "Endings within reach: repaired, partly repaired, left open" in words(page)


def test_closing_the_window_ends_the_work(qtbot: QtBot, tmp_path: Path) -> None:
    stage = StageWith(qtbot, tmp_path, WatchedStudio)
    stage.window.studio_button.click()
    stage.row("You nod").check_button.click()
    qtbot.waitUntil(lambda: "so far" in stage.studio.trying_page.progress.text())
    studio = stage.watched
    stage.window.close()
    at_rest()
    assert studio.ended == ["You nod: stopped"]


@pytest.mark.slow
def test_a_result_that_comes_late_does_not_take_the_place_of_a_newer_one(qtbot: QtBot, tmp_path: Path) -> None:
    stage = StageWith(qtbot, tmp_path, HeldStudio)
    stage.window.studio_button.click()
    stage.row(WARM).check_button.click()
    qtbot.waitUntil(lambda: stage.watched.ended == [f"{WARM}: done"])
    stage.studio.trying_page.stop_button.click()
    page = stage.prove(FORCED)
    stage.held.gate.set()
    at_rest()
    heard: list[str] = []
    door: Background[str] = Background()
    door.ask(lambda: "what came before was heard", heard.append, lambda _fault: None)
    qtbot.waitUntil(lambda: bool(heard))
    assert on_screen(stage.studio) is page
    assert FORCED in words(page)


def test_what_cannot_be_done_is_told_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    stage = StageWith(qtbot, tmp_path, RefusingStudio)
    stage.window.studio_button.click()
    stage.row(WARM).check_button.click()
    qtbot.waitUntil(lambda: not stage.studio.trying)
    assert on_screen(stage.studio) is stage.studio.shelf
    assert stage.window._notice.words.text() == "The disk has been taken out."


def test_a_fault_of_the_program_leaves_the_desk_on_its_shelf(qtbot: QtBot, tmp_path: Path) -> None:
    stage = StageWith(qtbot, tmp_path, RefusingStudio)
    stage.window.studio_button.click()
    with qtbot.captureExceptions() as faults:
        stage.row(FORCED).check_button.click()
        qtbot.waitUntil(lambda: bool(faults))
    assert [fault[0] for fault in faults] == [LookupError]
    assert on_screen(stage.studio) is stage.studio.shelf
    assert not stage.studio.trying


@pytest.mark.slow
@pytest.mark.parametrize("leave", [lambda s: s.window.practice_button.click(), lambda s: s.window.show_settings()])
def test_the_work_goes_on_while_one_is_at_another_page(
    qtbot: QtBot, tmp_path: Path, leave: Callable[[Stage], None]
) -> None:
    stage = StageWith(qtbot, tmp_path, HeldStudio)
    stage.show()
    stage.window.studio_button.click()
    stage.row(WARM).check_button.click()
    leave(stage)
    stage.held.gate.set()
    qtbot.waitUntil(lambda: not stage.studio.trying)
    assert not stage.studio.isVisible(), "nobody is torn away from what they do"
    stage.window.studio_button.click()
    assert on_screen(stage.studio) is stage.studio.proof
