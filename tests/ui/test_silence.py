"""Silences: timed ones only where somebody wants them, and only while that somebody is there, has read, and has tagged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtGui import QExposeEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from simulator.scenario.document import Silence, SilenceKind
from simulator.session.events import StayedSilent
from simulator.session.vocabulary import Mode, Tag
from simulator.storage.settings import Settings
from simulator.ui.look import Look
from simulator.ui.practice.conversation import ConversationPage
from simulator.ui.practice.silence_bar import SilenceBar
from simulator.ui.theme import load_theme
from tests.quick_and_slow import quick_and_slow
from tests.ui.small_scenarios import BRIEF_WAIT
from tests.ui.stage import AT_HOME, Stage

SOON_OVER: Final = {"the-wait.yaml": BRIEF_WAIT}
TIMED: Final = replace(AT_HOME, timed_silences=True)
SECOND: Final = Silence(SilenceKind.DISENGAGED, 1)


class Counted:
    """A silence bar, and how often its silence has run out; it counts while ``there`` is set."""

    def __init__(self, qtbot: QtBot, *, timed: bool = True) -> None:
        self.there = True
        self.bar = SilenceBar(Look(load_theme("light")), lambda: self.there)
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


def sit_down(
    qtbot: QtBot, folder: Path, settings: Settings = TIMED, mode: Mode = Mode.LEARN
) -> tuple[Stage, ConversationPage]:
    """A conversation that begins with a silence of a second."""
    stage = Stage(qtbot, folder, settings, SOON_OVER)
    stage.show()
    return stage, stage.sit_down(mode=mode)


def has_read(page: ConversationPage) -> bool:
    """Whether there was time enough to read what is on the screen."""
    return page._active.ms >= page._reading_ms > 0


def test_silences_are_not_timed_until_somebody_wants_that(qtbot: QtBot, tmp_path: Path) -> None:
    assert not Settings().timed_silences
    stage, page = sit_down(qtbot, tmp_path, AT_HOME)
    page.tags.buttons[Tag.WITHDRAWAL].click()
    assert not page.silence.more.isVisible()
    qtbot.waitUntil(lambda: page.silence.words.text() == "Silence, 2 s")
    assert [type(event).__name__ for event in stage.events()] == ["Started", "Tagged"]
    page.silence.stay.click()
    silent = stage.events()[-1]
    assert isinstance(silent, StayedSilent)
    assert not silent.ran_out


def test_a_timed_silence_that_nobody_breaks_leads_on_and_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = sit_down(qtbot, tmp_path)
    page.tags.buttons[Tag.WITHDRAWAL].click()
    qtbot.waitUntil(lambda: len(stage.events()) == 3)
    silent = stage.events()[-1]
    assert isinstance(silent, StayedSilent)
    assert silent.ran_out
    spent = stage.newest().timings[-1].spent_ms
    assert spent is not None
    assert spent >= 300 * 4 + 1_000, "read first, then silent"
    assert "The tram stood still" in page.transcript.toPlainText()


@pytest.mark.parametrize("mode", quick_and_slow([Mode.PRACTISE], [Mode.LEARN]))
def test_a_timed_silence_waits_for_the_tag(qtbot: QtBot, tmp_path: Path, mode: Mode) -> None:
    stage, page = sit_down(qtbot, tmp_path, mode=mode)
    qtbot.waitUntil(lambda: has_read(page))
    when_another_second_is_over(qtbot)
    assert len(stage.events()) == 1
    assert page.silence.words.text() == "Silence, 0 of 1 s"
    page.tags.buttons[Tag.NOTHING].click()
    qtbot.waitUntil(lambda: len(stage.events()) == 3)


@pytest.mark.slow
def test_a_silence_that_runs_out_leaves_the_keyboard_where_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = sit_down(qtbot, tmp_path)
    page.tags.buttons[Tag.WITHDRAWAL].click()
    page.choices.buttons[1].setFocus()
    qtbot.waitUntil(lambda: len(stage.events()) == 3)
    assert page.choices.buttons[1].hasFocus()


@pytest.mark.slow
def test_while_somebody_writes_for_themselves_the_silence_stands_still(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = sit_down(qtbot, tmp_path)
    page.tags.buttons[Tag.WITHDRAWAL].click()
    page.before.button.click()
    qtbot.waitUntil(lambda: has_read(page))
    when_another_second_is_over(qtbot)
    assert len(stage.events()) == 2
    page.before.button.click()
    qtbot.waitUntil(lambda: len(stage.events()) == 3)


def minimised(stage: Stage) -> Callable[[], None]:
    """Put the window away; gives what brings it back."""
    stage.window.showMinimized()
    stage.qtbot.waitUntil(stage.window.isMinimized)

    def back() -> None:
        stage.window.showNormal()
        stage.window.activateWindow()

    return back


def hidden(stage: Stage) -> Callable[[], None]:
    """Take the window off the screen, as on another desktop, where something else has the keyboard."""
    other = QWidget()
    stage.qtbot.addWidget(other)
    with stage.qtbot.waitExposed(other):
        other.show()
    other.activateWindow()
    stage.window.hide()

    def back() -> None:
        other.hide()
        with stage.qtbot.waitExposed(stage.window):
            stage.window.show()
        stage.window.activateWindow()

    return back


def covered(stage: Stage) -> Callable[[], None]:
    """Let another window come in front and take the keyboard."""
    other = QWidget()
    stage.qtbot.addWidget(other)
    other.resize(stage.window.size())
    with stage.qtbot.waitExposed(other):
        other.show()
    other.activateWindow()
    stage.qtbot.waitUntil(lambda: not stage.window.isActiveWindow())

    def back() -> None:
        other.hide()
        stage.window.activateWindow()

    return back


def at_the_settings(stage: Stage) -> Callable[[], None]:
    """Look something up in the settings."""
    stage.page.header.settings.click()
    assert stage.window.settings_page is not None
    return stage.window.settings_page.done.click


@pytest.mark.parametrize("away", quick_and_slow([minimised], [hidden, covered, at_the_settings]))
def test_a_timed_silence_waits_for_somebody_who_is_away(
    qtbot: QtBot, tmp_path: Path, away: Callable[[Stage], Callable[[], None]]
) -> None:
    stage, page = sit_down(qtbot, tmp_path)
    qtbot.waitUntil(lambda: has_read(page))
    page.tags.buttons[Tag.WITHDRAWAL].click()
    back = away(stage)
    when_another_second_is_over(qtbot)
    assert len(stage.events()) == 2
    back()
    qtbot.waitUntil(lambda: len(stage.events()) == 3)


def test_a_window_that_the_desktop_covers_wholly_is_not_seen(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = sit_down(qtbot, tmp_path)
    asked = []
    page._presence.changed.connect(lambda: asked.append(page._presence.seen))
    handle = stage.window.windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, QExposeEvent(QRegion()))
    assert asked, "what the desktop says is looked at"


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
    qtbot.waitUntil(lambda: silence.bar.words.text() == "Silence, 2 of 21 s")


def test_only_time_that_counts_is_counted(qtbot: QtBot) -> None:
    silence = Counted(qtbot)
    silence.there = False
    when_another_second_is_over(qtbot)
    assert silence.times == 0
    assert silence.bar.words.text() == "Silence, 0 of 1 s"
    silence.there = True
    qtbot.waitUntil(lambda: silence.times == 1)


@pytest.mark.slow
def test_a_paused_conversation_waits_however_long(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = sit_down(qtbot, tmp_path)
    page.tags.buttons[Tag.WITHDRAWAL].click()
    qtbot.waitUntil(lambda: has_read(page))
    page.pause()
    when_another_second_is_over(qtbot)
    assert len(stage.events()) == 2
    page.resume()
    qtbot.waitUntil(lambda: len(stage.events()) == 3)


def test_leaving_in_a_silence_ends_its_count(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = sit_down(qtbot, tmp_path)
    page.tags.buttons[Tag.WITHDRAWAL].click()
    page.pause()
    page.veil.later.click()
    when_another_second_is_over(qtbot)
    assert len(stage.events()) == 2


def test_where_there_is_no_silence_nothing_is_counted(qtbot: QtBot) -> None:
    silence = Counted(qtbot)
    silence.bar.show_silence(None, timed=True)
    when_another_second_is_over(qtbot)
    assert silence.times == 0
    assert silence.bar.words.text() == ""
    assert silence.bar.stay.text() == "Stay silent"
    assert silence.bar.more.isHidden()
