"""Stepping back in Learn is another try: asked for own words, the last answer is taken back in a conversation of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.session.events import Started
from simulator.session.store import OPEN, STOPPED
from simulator.session.vocabulary import Mode, Tag
from simulator.ui.practice.conversation import ConversationPage
from tests.ui.hands import Hands
from tests.ui.stage import Stage


def before_the_last_word(page: ConversationPage) -> str:
    """Play to the end; gives what was read before the last answer."""
    assert page.play is not None
    before = ""
    while not page.play.session.ended:
        before = page.transcript.toPlainText()
        page.choices.press(4)
    return before


@pytest.mark.slow
def test_the_last_answer_is_taken_back_and_the_one_before_it_stands(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    assert not page.header.back.isEnabled(), "there is nothing to step back from"
    page.tags.buttons[Tag.WITHDRAWAL].click()
    page.choices.press(1)
    page.tags.buttons[Tag.NOTHING].click()
    before = page.transcript.toPlainText()
    page.choices.press(2)
    Hands(qtbot, stage.window).press("B")
    assert stage.desk.page is stage.desk.tries.question
    assert [header.verdict for header in stage.headers()] == [OPEN], "nothing is left before one goes on"
    stage.desk.tries.question.go_on.click()
    assert stage.page.transcript.toPlainText() == before
    assert page.tags.buttons[Tag.NOTHING].isChecked(), "what was seen stays seen"
    new, old = stage.headers()
    assert (new.verdict, old.verdict) == (OPEN, STOPPED)
    start = stage.events()[0]
    assert isinstance(start, Started)
    assert start.origin is not None
    assert (start.origin.session, start.origin.step) == (old.id, 4)
    page.choices.press(3)
    assert len(stage.events()) == 5


def test_one_can_step_back_as_far_as_the_first_answer(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down()
    first = page.transcript.toPlainText()
    page.choices.press(1)
    page.choices.press(1)
    for _ in range(2):
        page.header.back.click()
        stage.desk.tries.question.go_on.click()
    assert page.transcript.toPlainText() == first
    assert not page.header.back.isEnabled()


def test_after_the_last_word_one_can_step_back_too(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    before = before_the_last_word(page)
    page.header.back.click()
    stage.desk.tries.question.go_on.click()
    assert page.transcript.toPlainText() == before
    assert page.choices.buttons[0].isVisible()
    assert not page.farewell.isVisible()
    assert stage.headers()[1].ended


def test_outside_learn_there_is_no_way_back(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down(mode=Mode.PRACTISE)
    hands = Hands(qtbot, stage.window)
    hands.press("W")
    hands.press("1")
    hands.press("B")
    assert not page.header.back.isVisible()
    assert len(stage.headers()) == 1


@pytest.mark.slow
def test_who_would_rather_not_step_back_is_where_they_were(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    page.choices.press(1)
    before = page.transcript.toPlainText()
    page.header.back.click()
    stage.desk.tries.question.other.click()
    assert stage.desk.page is page
    assert page.transcript.toPlainText() == before
    page.choices.press(1)
    assert len(stage.headers()) == 1


@pytest.mark.slow
def test_who_would_rather_not_step_back_from_the_end_looks_back(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    before_the_last_word(page)
    page.header.back.click()
    stage.desk.tries.question.other.click()
    stage.skip_questions()
    assert stage.desk.page is stage.desk.debriefing
