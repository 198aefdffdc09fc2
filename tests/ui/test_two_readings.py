"""Three questions come before a debriefing; afterwards both readings stand side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.services.own_reading import LONGEST, OwnReading, Pull
from simulator.session.remarks import Remark, RemarkKind
from simulator.ui.practice.two_readings_page import TwoReadingsPage
from tests.ui.hands import Hands
from tests.ui.looking_back import words
from tests.ui.stage import Stage


def asked(stage: Stage) -> TwoReadingsPage:
    """Two turns of the small scenario, and the questions after them."""
    page = stage.sit_down()
    page.choices.press(1)
    page.choices.press(2)
    page.veil.end_yes.click()
    assert stage.desk.page is stage.desk.questions
    return stage.desk.questions


def readings(stage: Stage) -> list[Remark]:
    """The own readings of the newest conversation."""
    return [r for r in stage.store.remarks(stage.newest().header.id, None) if r.kind == RemarkKind.OWN_READING]


def test_nothing_of_the_debriefing_is_shown_before_the_questions(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    questions = asked(stage)
    assert questions._lost_question.text() == "Where did you and Ines lose each other?"
    texts = [questions.lost.itemText(number) for number in range(questions.lost.count())]
    assert texts[0] == "No single turn, or I cannot say"
    assert [text.split(":")[0] for text in texts[1:]] == ["Turn 1", "Turn 2"]
    questions.skip.click()
    stage.debriefed()
    assert readings(stage) == []
    assert not stage.desk.debriefing.readings.isVisible()


def test_both_readings_stand_side_by_side_and_no_difference_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    questions = asked(stage)
    questions.lost.setCurrentIndex(2)
    questions.pulls[Pull.EXPLAIN].click()
    questions.words.setText("to be done with it")
    questions.keep.click()
    stage.debriefed()
    page = stage.desk.debriefing
    qtbot.waitUntil(page.readings.isVisible)
    assert len(readings(stage)) == 1
    stage.shown()
    told = words(page.readings)
    play = page.session
    assert play is not None
    assert play.transcript is not None
    assert f"Turn 2: “{play.transcript.exchanges[1].words}”" in told
    assert "You left this open." in told
    assert "to explain: “to be done with it”" in told
    assert "Only you can know this." in told
    ours = page._worth
    assert ours is not None
    assert ("No single turn cost much." in told) == (ours.worst is None)


@pytest.mark.slow
def test_a_reading_is_there_again_when_the_conversation_is_opened_later_and_is_not_asked_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    questions = asked(stage)
    questions.helped.setCurrentIndex(1)
    questions.keep.click()
    stage.debriefed()
    stage.desk.show_library()
    stage.desk.reopen(stage.newest().header.id)
    stage.debriefed()
    qtbot.waitUntil(stage.desk.debriefing.readings.isVisible)


@pytest.mark.slow
def test_the_questions_of_the_next_conversation_begin_empty(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    questions = asked(stage)
    questions.lost.setCurrentIndex(1)
    questions.pulls[Pull.RESCUE].click()
    questions.words.setText("x")
    questions.skip.click()
    stage.debriefed()
    stage.desk.show_library()
    page = stage.sit_down()
    page.choices.press(1)
    page.veil.end_yes.click()
    stage.desk.tries.goal_question.other.click()
    assert stage.desk.page is stage.desk.questions, "after the question about what was to be practised"
    assert stage.desk.questions.reading == OwnReading()


def test_who_stops_before_saying_anything_is_asked_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down()
    page.veil.end_yes.click()
    qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)


def test_own_words_that_are_too_long_are_not_cut_but_told(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    questions = asked(stage)
    questions.words.setText("x" * (LONGEST + 1))
    assert not questions.keep.isEnabled()
    assert (
        questions.told.text()
        == "Your own words can have 1,000 characters; these have 1,001. Shorten them to keep them."
    )
    questions.words.setText("x" * LONGEST)
    assert questions.keep.isEnabled()


@pytest.mark.slow
def test_the_questions_are_answered_by_keyboard_alone_and_their_boxes_are_named(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    questions = asked(stage)
    buddies = {label.buddy(): label.text() for label in questions.findChildren(QLabel) if label.buddy() is not None}
    assert set(buddies) == {questions.lost, questions.helped, questions.words}
    hands = Hands(qtbot, stage.window)
    assert hands.focus is questions.lost
    hands.press(Qt.Key.Key_Down)
    hands.tab_to(questions.pulls[Pull.RESCUE])
    hands.press(Qt.Key.Key_Space)
    hands.tab_to(questions.keep)
    hands.press(Qt.Key.Key_Return)
    stage.debriefed()
    found = stage.desk._practice.own_reading(stage.store, stage.newest().header.id)
    assert found == OwnReading(lost=1, pull=Pull.RESCUE)
