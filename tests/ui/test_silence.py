"""Timed silences: they run out, can be made longer, can be paused, and need not be timed at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from simulator.scenario.document import Silence, SilenceKind
from simulator.session.events import StayedSilent
from simulator.ui.practice.silence_bar import SilenceBar
from tests.ui.small_scenarios import BRIEF_WAIT
from tests.ui.stage import AT_HOME, Stage

SOON_OVER = {"the-wait.yaml": BRIEF_WAIT}
SECOND = Silence(SilenceKind.DISENGAGED, 1)


class Counted:
    """A silence bar, and how often its silence has run out."""

    def __init__(self, qtbot: QtBot, *, timed: bool = True) -> None:
        self.bar = SilenceBar()
        self.times = 0
        qtbot.addWidget(self.bar)
        self.bar.ran_out.connect(self._count)
        self.bar.show_silence(SECOND, timed=timed)

    def _count(self) -> None:
        self.times += 1


def when_another_second_is_over(qtbot: QtBot) -> None:
    """Until a silence of a second that began just now has run out: the clock that the others are held against."""
    other = Counted(qtbot)
    qtbot.waitUntil(lambda: other.times == 1)


def test_a_silence_that_nobody_breaks_leads_on_and_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios=SOON_OVER)
    stage.show()
    page = stage.sit_down()
    qtbot.waitUntil(lambda: len(stage.events()) == 2)
    silent = stage.events()[-1]
    assert isinstance(silent, StayedSilent)
    assert silent.ran_out
    spent = stage.newest().timings[-1].spent_ms
    assert spent is not None
    assert 1_000 <= spent < 5_000
    assert "The tram stood still" in page.transcript.toPlainText()


def test_a_silence_runs_out_once(qtbot: QtBot) -> None:
    silence = Counted(qtbot)
    qtbot.waitUntil(lambda: silence.times == 1)
    when_another_second_is_over(qtbot)
    assert silence.times == 1


def test_more_time_lets_a_silence_go_on(qtbot: QtBot) -> None:
    silence = Counted(qtbot)
    silence.bar.more.click()
    when_another_second_is_over(qtbot)
    assert silence.times == 0
    qtbot.waitUntil(lambda: silence.bar._words.text().startswith("Silence, 2 "))
    assert silence.bar._lasts_s == 21


def test_a_pause_stops_counting(qtbot: QtBot) -> None:
    silence = Counted(qtbot)
    silence.bar.pause()
    when_another_second_is_over(qtbot)
    assert silence.times == 0
    assert silence.bar._words.text().startswith("Silence, 0 ")
    silence.bar.resume()
    qtbot.waitUntil(lambda: silence.times == 1)


def test_a_second_pause_keeps_what_was_counted_before_the_first(qtbot: QtBot) -> None:
    silence = Counted(qtbot)
    silence.bar.more.click()
    qtbot.waitUntil(lambda: silence.bar._words.text().startswith("Silence, 1 "))
    for _ in range(3):
        silence.bar.pause()
        silence.bar.resume()
    assert silence.bar._before_pause_ms >= 1_000
    silence.bar._tick()
    assert silence.bar._words.text().startswith("Silence, 1 ")


def test_a_paused_conversation_waits_however_long(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios=SOON_OVER)
    stage.show()
    page = stage.sit_down()
    page.pause()
    when_another_second_is_over(qtbot)
    assert len(stage.events()) == 1
    page.resume()
    qtbot.waitUntil(lambda: len(stage.events()) == 2)


def test_leaving_in_a_silence_ends_its_count(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios=SOON_OVER)
    stage.show()
    page = stage.sit_down()
    page.pause()
    page.veil.later.click()
    when_another_second_is_over(qtbot)
    assert len(stage.events()) == 1


def test_without_a_timer_a_silence_waits_for_you(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, timed_silences=False), SOON_OVER)
    stage.show()
    page = stage.sit_down()
    assert not page.silence.more.isVisible()
    when_another_second_is_over(qtbot)
    qtbot.waitUntil(lambda: page.silence._words.text().startswith("Silence, 1 "))
    assert len(stage.events()) == 1
    page.silence.stay.click()
    assert isinstance(stage.events()[-1], StayedSilent)


def test_where_there_is_no_silence_nothing_is_counted(qtbot: QtBot) -> None:
    silence = Counted(qtbot)
    silence.bar.show_silence(None, timed=True)
    when_another_second_is_over(qtbot)
    assert silence.times == 0
    assert silence.bar._words.text() == ""
    assert silence.bar.stay.text() == "Stay silent"
    assert silence.bar.more.isHidden()


def test_a_pause_where_nothing_is_counted_starts_no_count(qtbot: QtBot) -> None:
    silence = Counted(qtbot)
    silence.bar.show_silence(None, timed=True)
    silence.bar.pause()
    silence.bar.resume()
    when_another_second_is_over(qtbot)
    assert silence.times == 0
