"""Settings: they take effect at once, are kept for the next start, and never cost a conversation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.session.vocabulary import Mode, Tag
from simulator.shipped_files import SCENARIOS
from simulator.storage.settings import DAMAGED_FILE, SETTINGS_FILE, Settings, Theme, load_settings
from simulator.storage.sqlite import MemorySessionStore
from simulator.ui.settings_page import SettingsPage
from simulator.ui.start import Makers, make_window
from simulator.ui.store_door import StoreDoor
from simulator.ui.theme import load_theme
from simulator.ui.window import MainWindow
from tests.ui.hands import Hands
from tests.ui.stage import AT_HOME, Stage
from tests.ui.store_hands import AtHand


def open_settings(stage: Stage) -> SettingsPage:
    stage.window.settings_button.click()
    assert stage.window.settings_page is not None
    return stage.window.settings_page


def choose(page: SettingsPage, theme: Theme) -> None:
    """Choose a theme as with the keyboard: the list stays closed."""
    index = page.theme.findData(theme.value)
    page.theme.setCurrentIndex(index)
    page.theme.activated.emit(index)


def paper_drawn(window: MainWindow) -> QColor:
    """The colour in a corner of the page where nothing stands."""
    return window.grab().toImage().pixelColor(4, window.height() - 4)


@pytest.mark.parametrize("theme", [Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT])
def test_a_theme_is_drawn_at_once(qtbot: QtBot, tmp_path: Path, qapp: QApplication, theme: Theme) -> None:
    other = Theme.LIGHT if theme is Theme.DARK else Theme.DARK
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, theme=other))
    stage.show()
    page = open_settings(stage)
    assert paper_drawn(stage.window) == QColor(load_theme(other.value).paper)
    choose(page, theme)
    wanted = load_theme(theme.value)
    assert qapp.palette().color(QPalette.ColorRole.WindowText) == QColor(wanted.ink)
    qtbot.waitUntil(lambda: paper_drawn(stage.window) == QColor(wanted.paper))
    assert stage.kept[-1].theme is theme


@pytest.mark.slow
def test_an_open_conversation_is_resumed_where_it_was_after_a_change_of_looks(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down(mode=Mode.PRACTISE)
    page.tags.buttons[Tag.WITHDRAWAL].click()
    read, offered = page.transcript.toPlainText(), [b.sentence for b in page.choices.buttons]
    page.pause()
    page.veil.later.click()
    settings = open_settings(stage)
    choose(settings, Theme.DARK)
    settings.done.click()
    resume = stage.card("The wait").resume_button
    assert resume is not None
    resume.click()
    assert stage.page is not page
    assert stage.page.transcript.toPlainText() == read
    assert [b.sentence for b in stage.page.choices.buttons] == offered
    assert stage.page.tags.buttons[Tag.WITHDRAWAL].isChecked()


def text_height(widget: QWidget) -> int:
    label = next(label for label in widget.findChildren(QLabel) if label.text() == "Theme")
    label.ensurePolished()
    return label.fontMetrics().height()


def test_text_grows_to_twice_its_size_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = open_settings(stage)
    assert (page.text_size.minimum(), page.text_size.maximum()) == (100, 200)
    small = text_height(page)
    page.text_size.setValue(200)
    grown = stage.window.settings_page
    assert grown is not None
    assert grown.text_size.value() == 200
    assert text_height(grown) >= 1.9 * small
    assert stage.kept[-1].text_scale == 2.0


@pytest.mark.slow
def test_the_keyboard_stays_on_the_slider_while_the_text_grows(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    hands = Hands(qtbot, stage.window)
    hands.tab_to(open_settings(stage).text_size)
    for _ in range(3):
        hands.press(Qt.Key.Key_Right)
    assert stage.kept[-1].text_scale == pytest.approx(1.3)


def test_the_keyboard_stays_on_a_box_that_is_ticked(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    hands = Hands(qtbot, stage.window)
    hands.tab_to(open_settings(stage).timer)
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Space)
    assert [s.timed_silences for s in stage.kept[-2:]] == [True, False]


def test_a_new_name_and_one_click_lead_back_to_the_library(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    hands = Hands(qtbot, stage.window)
    page = open_settings(stage)
    hands.click(page.name)
    hands.type("berly")
    hands.click(page.done)
    qtbot.waitUntil(stage.desk.library.isVisible)
    assert stage.kept[-1].name == "Kimberly"


def test_the_settings_begin_on_their_first_control(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = open_settings(stage)
    qtbot.waitUntil(page.theme.hasFocus)


@pytest.mark.slow
def test_what_was_set_is_there_at_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    window = started(qtbot, tmp_path)
    assert window.welcome is not None
    window.welcome.name.setText("Robin")
    window.welcome.begin.click()
    window.settings_button.click()
    assert window.settings_page is not None
    choose(window.settings_page, Theme.HIGH_CONTRAST)
    window.settings_page.text_size.setValue(150)
    window.settings_page.motion.click()
    window.settings_page.timer.click()
    window.close()
    kept = load_settings(tmp_path)
    assert kept == replace(
        Settings(),
        name="Robin",
        person="a-new-person",
        disclaimer_accepted=kept.disclaimer_accepted,
        theme=Theme.HIGH_CONTRAST,
        text_scale=1.5,
        reduced_motion=True,
        timed_silences=True,
        window=kept.window,
    )
    again = started(qtbot, tmp_path)
    assert again.welcome is None
    assert again.look.theme == load_theme("high-contrast")
    assert (again.look.scale, again.look.reduced_motion, again.look.timed_silences) == (1.5, True, True)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1, 2]", b"\xff\xfe", b'{"theme": "plaid", "text_scale": "huge", "name": 7}']
)
def test_damaged_settings_start_as_on_the_first_day(qtbot: QtBot, tmp_path: Path, content: bytes) -> None:
    (tmp_path / SETTINGS_FILE).write_bytes(content)
    window = started(qtbot, tmp_path)
    assert window.welcome is not None
    assert window.look.scale == 1.0
    understood = content.startswith(b'{"theme"')
    assert (tmp_path / DAMAGED_FILE).exists() is not understood


def test_settings_that_cannot_be_saved_are_told_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    window = started(qtbot, tmp_path)
    assert window.welcome is not None
    # Even an administrator cannot replace a folder by a file.
    (tmp_path / SETTINGS_FILE).mkdir()
    (tmp_path / SETTINGS_FILE / "in the way").touch()
    window.welcome.name.setText("Robin")
    window.welcome.begin.click()
    assert window.desk is not None
    assert "cannot be" in window._notice.words.text()


def started(qtbot: QtBot, folder: Path) -> MainWindow:
    """The window on this data folder, on the screen."""
    makers = Makers(now_ms=lambda: 1, new_seed=lambda: 1, new_id=lambda: "a-new-person")
    window = make_window(folder, SCENARIOS, StoreDoor(AtHand(MemorySessionStore())), makers)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window
