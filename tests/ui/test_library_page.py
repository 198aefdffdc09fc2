"""The library: where the keyboard is, what a card says, and what happens to a scenario with faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from simulator.services.practice import Shelf
from simulator.ui.look import Look
from simulator.ui.practice.library_page import LibraryPage
from simulator.ui.practice.scenario_card import ScenarioCard
from simulator.ui.theme import load_theme
from simulator.ui.widgets.buttons import Button
from tests.ui.hands import Hands
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import Stage

BROKEN = WAIT.replace("title: The wait", "title: A broken one").replace("move: retreat", "move: retreet", 1)


def texts(card: ScenarioCard) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel))


def test_the_keyboard_begins_on_the_first_scenario_and_return_opens_it(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    hands = Hands(qtbot, stage.window)
    assert hands.focus is stage.desk.library.card(0).open_button
    hands.press(Qt.Key.Key_Return)
    assert stage.desk.page is stage.desk.briefing


def test_the_keyboard_stays_where_it_is_when_the_window_becomes_narrow(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show(1280, 800)
    second = stage.desk.library.card(1).open_button
    Hands(qtbot, stage.window).tab_to(second)
    stage.window.resize(820, 560)
    qtbot.waitUntil(lambda: stage.desk.library.scenarios.columns == 2)
    assert QApplication.focusWidget() is second


@pytest.mark.slow
def test_the_keyboard_begins_on_resume_where_a_session_was_left_open(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    first = stage.desk.library.card(0).open_button.accessibleName().removeprefix("Open ")
    page = stage.sit_down(first)
    page.silence.stay.click()
    page.pause()
    page.veil.later.click()
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.accessibleName() == f"Resume {first}"


@pytest.mark.slow
def test_a_session_left_before_its_first_step_is_not_offered_again(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down()
    page.pause()
    page.veil.later.click()
    assert "no conversation yet" in texts(stage.card("The wait"))


def test_a_scenario_with_faults_is_shown_with_the_way_to_mend_it_and_cannot_be_opened(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={"the-wait.yaml": BROKEN})
    stage.show()
    card = stage.card("A broken one")
    assert "Cannot be played yet: one fault in “" in texts(card)
    assert "the-wait.yaml”. The Studio names it." in texts(card)
    assert "You practise" not in texts(card)
    assert not card.open_button.isEnabled()
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.isEnabled()


def test_a_scenario_that_was_broken_meanwhile_is_refused_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    (tmp_path / "scenarios" / "the-wait.yaml").write_text(BROKEN, "utf-8")
    stage.brief("The wait")
    assert stage.desk.page is stage.desk.library
    assert "the-wait.yaml, line 37: “retreet” is not a move." in stage.window._notice.words.text()


def test_an_empty_library_says_what_to_do(qtbot: QtBot) -> None:
    page = LibraryPage(Look(load_theme("light")))
    qtbot.addWidget(page)
    page.show_shelf(Shelf(()))
    assert "Put scenario files into the folder" in "\n".join(label.text() for label in page.findChildren(QLabel))
    assert page.items() == ()
