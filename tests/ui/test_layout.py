"""Nothing is cut off and nothing covers anything else, in every view, at both sizes of window and of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from simulator.storage.settings import Settings, Theme
from tests.ui.crowding import crowded
from tests.ui.small_scenarios import IN_SHORT, SHORT_CONCERT, WAIT
from tests.ui.stage import AT_HOME, Stage
from tests.ui.views import VIEWS, walk

SMALL, USUAL = QSize(1024, 700), QSize(1280, 800)
LAPTOP, HALVED = QSize(820, 560), QSize(960, 500)
"""A small laptop; and 1920x1080 at a desktop scaling of 200 %."""
DRESSES = [
    pytest.param(1.0, Theme.LIGHT, (USUAL, SMALL, HALVED), id="light"),
    pytest.param(2.0, Theme.LIGHT, (USUAL, SMALL, LAPTOP), id="light, text at 200 %"),
    # Its lines are thicker, and its colours are others: where the largest letters have room, all have.
    pytest.param(2.0, Theme.HIGH_CONTRAST, (SMALL,), id="high contrast, text at 200 %"),
]


def without_room(stage: Stage, sizes: Sequence[QSize]) -> list[str]:
    """What a view has no room for, in windows of these sizes, the first of which it was opened in."""
    found = []
    for size in sizes:
        stage.window.resize(size)
        seen = crowded(stage.settled())
        # On a busy machine a table may be laid out a moment after all else; what is wrong stays wrong.
        stays = crowded(stage.settled()) if seen else []
        found += [f"{size.width()}x{size.height()}: {fault}" for fault in seen if fault in stays]
        if stage.window.size() != size:
            found.append(f"the window was pushed larger than {size.width()}x{size.height()}")
    stage.window.resize(sizes[0])
    return found


@pytest.mark.first
@pytest.mark.slow
@pytest.mark.parametrize(("scale", "theme", "sizes"), DRESSES)
def test_everything_has_room(
    qtbot: QtBot, tmp_path: Path, scale: float, theme: Theme, sizes: tuple[QSize, ...]
) -> None:
    dressed = replace(AT_HOME, text_scale=scale, theme=theme)
    stage = Stage(qtbot, tmp_path, dressed, {"the-wait.yaml": WAIT, "short-concert.yaml": SHORT_CONCERT})
    stage.show(sizes[0].width(), sizes[0].height())
    faults = {view: without_room(stage, sizes) for view in walk(stage, IN_SHORT)}
    assert faults == {view: [] for view in VIEWS}


@pytest.mark.parametrize(("scale", "theme", "sizes"), DRESSES)
def test_the_welcome_has_room(
    qtbot: QtBot, tmp_path: Path, scale: float, theme: Theme, sizes: tuple[QSize, ...]
) -> None:
    stage = Stage(qtbot, tmp_path, Settings(text_scale=scale, theme=theme))
    stage.show(sizes[0].width(), sizes[0].height())
    assert without_room(stage, sizes) == []


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
