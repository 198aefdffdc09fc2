"""The debriefing tells what each sentence was worth as soon as that is worked out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.session import Chose
from simulator.ui.practice.account_card import AccountCard
from tests.ui.stage import Stage


def words(card: AccountCard) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel) if not label.isHidden())


def debriefed(qtbot: QtBot, tmp_path: Path, *responses: str) -> Stage:
    """A session of these responses, looked back at once everything is worked out."""
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down()
    for response in responses:
        page._act(Chose(response, 0))
    stage.debrief()
    told = stage.desk.debriefing._share
    qtbot.waitUntil(lambda: "attainable" in told.text() or told.isHidden())
    return stage


def test_a_costly_sentence_is_priced_and_the_better_words_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    stage = debriefed(qtbot, tmp_path, "explain-time")
    page = stage.desk.debriefing
    assert "% of what was attainable" in page._share.text()
    assert "It turned at turn 1." in page._share.text()
    told = words(page._cards[1])
    assert "it gave away" in told
    assert "What was still possible here" in told
    assert "I looked at the clock when you came in" in told


def test_a_sentence_that_cost_nothing_is_not_corrected(qtbot: QtBot, tmp_path: Path) -> None:
    stage = debriefed(qtbot, tmp_path, "own-clock")
    told = words(stage.desk.debriefing._cards[1])
    assert "Gave nothing away." in told
    assert "What was still possible here" not in told


def test_the_chart_tells_what_was_still_attainable_after_each_turn(qtbot: QtBot, tmp_path: Path) -> None:
    stage = debriefed(qtbot, tmp_path, "explain-time")
    chart = stage.desk.debriefing.chart
    assert len(chart._attainable) == 2
    assert chart._attainable[1] < chart._attainable[0]
    assert "Repair value still attainable." in chart.accessibleDescription()


def test_looking_back_at_another_session_leaves_nothing_of_the_last(qtbot: QtBot, tmp_path: Path) -> None:
    stage = debriefed(qtbot, tmp_path, "explain-time")
    page = stage.desk.debriefing
    page.again_button.click()
    stage.desk.briefing.begin_button.click()
    stage.debrief()
    qtbot.waitUntil(lambda: page._cards == {})
    qtbot.waitUntil(lambda: "attainable" in page._share.text())
    assert len(page.chart._attainable) == 1
