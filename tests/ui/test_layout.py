"""Nothing is cut off and nothing covers anything else, in every view, at both sizes of window and of text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from simulator.storage.settings import Settings, Theme
from tests.ui.crowding import crowded
from tests.ui.stage import AT_HOME, Stage
from tests.ui.views import VIEWS, walk

SCREENS = [
    pytest.param(1024, 700, 1.0, Theme.LIGHT, id="small window"),
    pytest.param(1280, 800, 1.0, Theme.LIGHT, id="usual window"),
    pytest.param(1024, 700, 2.0, Theme.LIGHT, id="small window, text at 200 %"),
    pytest.param(1280, 800, 2.0, Theme.LIGHT, id="usual window, text at 200 %"),
    pytest.param(1024, 700, 1.0, Theme.HIGH_CONTRAST, id="small window, high contrast"),
    pytest.param(1024, 700, 2.0, Theme.HIGH_CONTRAST, id="small window, high contrast, text at 200 %"),
    pytest.param(820, 560, 2.0, Theme.LIGHT, id="small laptop, text at 200 %"),
    pytest.param(960, 500, 1.0, Theme.LIGHT, id="1920x1080 at a desktop scaling of 200 %"),
]
LONGEST = "The concert"


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height", "scale", "theme"), SCREENS)
def test_everything_has_room(qtbot: QtBot, tmp_path: Path, width: int, height: int, scale: float, theme: Theme) -> None:
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, text_scale=scale, theme=theme))
    stage.show(width, height)
    faults = {view: crowded(stage.settled()) for view in walk(stage, LONGEST)}
    assert faults == {view: [] for view in VIEWS}
    assert stage.window.size() == QSize(width, height), "the window was pushed larger than the screen"


@pytest.mark.parametrize(("width", "height", "scale", "theme"), SCREENS)
def test_the_welcome_has_room(
    qtbot: QtBot, tmp_path: Path, width: int, height: int, scale: float, theme: Theme
) -> None:
    stage = Stage(qtbot, tmp_path, Settings(text_scale=scale, theme=theme))
    stage.show(width, height)
    assert crowded(stage.settled()) == []
    assert stage.window.size() == QSize(width, height)


def test_what_is_cut_or_covered_is_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    box = QHBoxLayout(holder)
    narrow, low, button = QLabel("Unreadable"), QLabel("Some words that wrap"), QPushButton("A button with words")
    low.setWordWrap(True)
    for widget in (narrow, low, button):
        box.addWidget(widget)
    narrow.setFixedWidth(10)
    low.setFixedSize(60, 8)
    button.setFixedWidth(20)
    with qtbot.waitExposed(holder):
        holder.show()
    found = crowded([narrow, low, button])
    assert [fault.split(" has")[0] for fault in found] == [
        "cut: QLabel “Unreadable”",
        "cut: QLabel “Some words that wrap”",
        "cut: QPushButton “A button with words”",
    ]
    low.setGeometry(button.geometry())
    assert [f for f in crowded([low, button]) if f.startswith("overlap")]
    button.move(holder.width() - 5, 0)
    assert [f for f in crowded([button]) if f.startswith("sticks out")]


def test_a_page_that_is_too_wide_for_its_window_is_found(qtbot: QtBot) -> None:
    area, page = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    page.setMinimumWidth(900)
    area.setWidget(page)
    area.resize(300, 200)
    with qtbot.waitExposed(area):
        area.show()
    assert [f for f in crowded([page]) if f.startswith("too wide")]
