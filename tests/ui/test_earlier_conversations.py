"""Earlier conversations: what each came to, its share beside it, and back into its debriefing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.services.measuring import TODAY
from simulator.session import SessionFilter, SessionOrder
from simulator.ui.practice.earlier_page import EarlierPage
from simulator.ui.widgets.buttons import Button
from tests.ui.hands import Hands
from tests.ui.stage import Stage

TITLE = "The wait"


def words(page: EarlierPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def look_back_button(stage: Stage) -> Button | None:
    button = stage.card(TITLE).earlier_button
    return button if button is not None and button.isVisible() else None


def played_twice(qtbot: QtBot, folder: Path) -> Stage:
    """One conversation to its end, and one that was stopped after a turn; then back in the library."""
    stage = Stage(qtbot, folder)
    stage.show()
    stage.sit_down()
    stage.answer_until_debriefing()
    stage.desk.show_library()
    page = stage.sit_down()
    page.choices.press(1)
    page.pause()
    stage.debrief()
    stage.desk.show_library()
    return stage


def test_a_scenario_never_played_has_nothing_to_look_back_at(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    assert look_back_button(stage) is None


def test_every_ended_conversation_is_listed_with_what_it_came_to_and_its_share(qtbot: QtBot, tmp_path: Path) -> None:
    stage = played_twice(qtbot, tmp_path)
    button = look_back_button(stage)
    assert button is not None
    button.click()
    page = stage.desk.earlier
    assert stage.desk.page is page
    assert len(page.cards) == 2
    assert "Stopped before the end" in words(page)
    assert "Learn, difficulty 1" in words(page)
    qtbot.waitUntil(lambda: "…" not in words(page).split("\n"))
    measures = stage.store.query(SessionFilter(), SessionOrder.NEWEST, TODAY).measures
    assert len(measures) == 2
    for measured in measures.values():
        assert measured.share is not None
        assert f"{measured.share} %" in words(page).split("\n")


def test_by_keyboard_alone_into_the_debriefing_of_an_earlier_conversation(qtbot: QtBot, tmp_path: Path) -> None:
    stage = played_twice(qtbot, tmp_path)
    button = look_back_button(stage)
    assert button is not None
    hands = Hands(qtbot, stage.window)
    hands.tab_to(button)
    hands.press(Qt.Key.Key_Return)
    newest, oldest = (card.open_button for card in stage.desk.earlier.cards.values())
    assert hands.focus is newest
    hands.tab_to(oldest)
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)
    assert len(stage.desk.debriefing._cards) > 1, "the stopped one has one exchange only"
