"""Assess: one sitting without hints and without a way back, in which all who have one number meet the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.session.events import Started, Stopped
from simulator.session.store import OPEN, STOPPED
from simulator.session.vocabulary import Mode, Tag
from tests.ui.conversing import gauges, offered, visible_words
from tests.ui.looking_back import words
from tests.ui.stage import Stage


def assess(stage: Stage, number: str = "") -> None:
    """Sit down to an assessment, with a number or without."""
    stage.brief("The wait")
    briefing = stage.desk.briefing
    briefing.modes.button(2).click()
    briefing.sitting.number.setText(number)
    briefing.begin_button.click()


def test_that_leaving_ends_it_is_said_before_it_begins(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.brief("The wait")
    briefing = stage.desk.briefing
    ends = "whoever leaves the conversation, or closes the window, has ended it"
    assert ends not in words(briefing)
    briefing.modes.button(2).click()
    qtbot.waitUntil(briefing.sitting.isVisible)
    assert ends in words(briefing)
    briefing.modes.button(0).click()
    assert not briefing.sitting.isVisible()


def test_nothing_is_told_before_the_end(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    assess(stage)
    page = stage.page
    assert offered(page) == [], "the tag comes first"
    page.tags.buttons[Tag.WITHDRAWAL].click()
    assert page.tags.answer.text() == "Until you answer, you can change it."
    assert gauges(page) == {}
    assert "Ines withdrew" not in visible_words(page)
    page.choices.press(1)
    assert not page.header.back.isVisible()
    page._step_back()
    assert len(stage.headers()) == 1


def test_all_who_have_one_number_meet_the_same_words_in_the_same_order(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    met = []
    for number in ("4711", "4711", "4712", "4713", "4714", "4715"):
        assess(stage, number)
        stage.page.tags.buttons[Tag.WITHDRAWAL].click()
        met.append((stage.page.transcript.toPlainText(), tuple(offered(stage.page))))
        start = stage.events()[0]
        assert isinstance(start, Started)
        assert (start.mode, start.seed) == (Mode.ASSESS, int(number))
        stage.page.leave()
    assert met[0] == met[1]
    assert len(set(met)) > 1


def test_without_a_number_every_sitting_has_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    seeds = []
    for _ in range(2):
        assess(stage)
        start = stage.events()[0]
        assert isinstance(start, Started)
        seeds.append(start.seed)
        stage.page.leave()
    assert seeds[0] != seeds[1]


def test_it_can_be_paused_and_not_be_left_for_later(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    assess(stage)
    page = stage.page
    page.pause()
    assert "This is one sitting" in words(page.veil)
    assert not page.veil.later.isVisible()
    page.veil.go_on.click()
    assert not page.veil.isVisible()


@pytest.mark.slow
def test_closing_the_window_ends_it(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    assess(stage)
    stage.page.tags.buttons[Tag.WITHDRAWAL].click()
    stage.page.choices.press(1)
    stage.window.close()
    assert isinstance(stage.events()[-1], Stopped)
    assert stage.headers()[0].verdict == STOPPED


def test_closing_the_window_leaves_other_conversations_open(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.sit_down().choices.press(1)
    stage.window.close()
    assert stage.headers()[0].verdict == OPEN


@pytest.mark.slow
def test_one_that_a_crash_has_left_is_looked_back_at_and_not_gone_on_with(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    assess(stage)
    stage.page.tags.buttons[Tag.WITHDRAWAL].click()
    stage.page.choices.press(1)
    stage.page.leave()
    assert stage.card("The wait").resume_button is None
    stage.desk.reopen(stage.newest().header.id)
    qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)
    assert stage.headers()[0].verdict == STOPPED
