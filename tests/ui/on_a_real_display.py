"""Three turns on an X display, by mouse and keyboard; ``test_real_display.py`` runs this under a virtual one."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QPixmap
from pytestqt.qtbot import QtBot

from simulator.session.events import Chose, StayedSilent, Tagged
from simulator.session.vocabulary import Tag
from tests.ui.hands import Hands
from tests.ui.stage import Stage

PICTURE = "ATTUNE_TEST_PICTURE"
"""Names the file for the picture of the screen."""


def colours(picture: QPixmap) -> Counter[int]:
    """How many of some evenly spread pixels have which colour."""
    image = picture.toImage()
    return Counter(image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))


def test_three_turns_by_mouse_and_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    assert QGuiApplication.platformName() == "xcb"
    stage = Stage(qtbot, tmp_path)
    stage.show(1024, 700)
    hands = Hands(qtbot, stage.window)
    hands.click(stage.card("The concert").open_button)
    practise = stage.desk.briefing.modes.button(1)
    hands.click(practise, QPoint(12, practise.height() // 2))
    hands.click(stage.desk.briefing.begin_button)
    page = stage.page

    hands.click(page.tags.buttons[Tag.WITHDRAWAL])
    hands.click(page.choices.buttons[0])
    hands.press("N")
    hands.press("2")
    hands.press("W")
    hands.press("S")

    kinds = [type(event) for event in stage.events()[1:]]
    assert kinds == [Tagged, Chose, Tagged, Chose, Tagged, StayedSilent]
    assert "turn 4 of 14" in page.header.turn.text()
    qtbot.waitUntil(lambda: len(colours(stage.window.grab())) > 50)
    screen = stage.window.screen().grabWindow(stage.window.winId())
    assert screen.save(os.environ[PICTURE])
    seen = colours(screen)
    assert len(seen) > 50, "the screen is blank"
    assert seen.most_common(1)[0][1] < 0.8 * seen.total(), "hardly anything is drawn"
