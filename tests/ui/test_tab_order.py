"""Tab leads through a page as it is read, also through what came later, and to the one that is checked of several."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QLabel,
    QRadioButton,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)
from pytestqt.qtbot import QtBot

from simulator.session.vocabulary import Mode
from simulator.ui.practice.briefing_page import MODES
from simulator.ui.widgets import layouts
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column, inside, row
from simulator.ui.widgets.tab_order import check_one, tab_in_reading_order
from tests.ui.hands import Hands
from tests.ui.stage import Stage


def on_screen(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def led_through(page: QWidget, first: QWidget, count: int) -> list[str]:
    """The names of what has the keyboard, one Tab after the other."""
    first.setFocus()
    names = []
    for _ in range(count):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName())
        QTest.keyClick(page, Qt.Key.Key_Tab)
    return names


def test_what_was_put_between_later_comes_in_its_place(qtbot: QtBot) -> None:
    page = QWidget()
    box = column(page)
    one, four = Button("one"), Button("four")
    box.addWidget(one)
    between: QVBoxLayout = column()
    box.addLayout(between)
    box.addWidget(four)
    on_screen(qtbot, page)
    inner = QWidget()
    line = row(inner)
    line.addWidget(Button("two"))
    line.addWidget(Button("three"))
    between.addWidget(inner)
    qtbot.waitUntil(inner.isVisible)
    assert led_through(page, one, 4) != ["one", "two", "three", "four"]
    tab_in_reading_order(page)
    assert led_through(page, one, 5) == ["one", "two", "three", "four", "one"]


def test_a_page_without_anything_to_press_is_none_the_worse(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    tab_in_reading_order(page)
    column(page)
    tab_in_reading_order(page)


def test_tab_leads_to_the_one_that_is_checked(qtbot: QtBot) -> None:
    page = QWidget()
    box = column(page)
    before = Button("before")
    box.addWidget(before)
    group = QButtonGroup(page)
    for number, name in enumerate(("first", "second", "third")):
        radio = QRadioButton(name)
        radio.setAccessibleName(name)
        group.addButton(radio, number)
        box.addWidget(radio)
    on_screen(qtbot, page)
    check_one(group, 1)
    assert led_through(page, before, 3) == ["before", "second", "before"]
    assert [button.isChecked() for button in group.buttons()] == [False, True, False]


def test_in_the_briefing_tab_leads_to_what_was_chosen_last(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.sit_down(mode=Mode.PRACTISE)
    stage.go_home()
    stage.brief("The concert")
    hands = Hands(qtbot, stage.window)
    chosen = stage.desk.briefing.modes.button([each for each, *_ in MODES].index(Mode.PRACTISE))
    hands.tab_to(chosen)
    hands.press(Qt.Key.Key_Tab)
    assert hands.focus is stage.desk.briefing.difficulties.checkedButton()


def test_what_a_layout_holds_is_told_in_its_order_and_none_of_its_items_is_kept(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box, across = column(page), row()
    first, second, third = QLabel("first"), QLabel("second"), QLabel("third")
    box.addWidget(second)
    box.addLayout(across)
    across.addStretch(1)
    across.addWidget(third)
    box.insertWidget(0, first)
    before = _items_kept()
    assert inside(box) == [first, second, across]
    assert inside(across) == [third]
    assert _items_kept() == before


def _items_kept() -> int:
    return sum(isinstance(one, QWidgetItem | QSpacerItem) for one in gc.get_objects())


def test_no_page_asks_a_layout_for_its_items() -> None:
    """PySide takes what Qt makes later at the same place in memory for such an item; see ``inside``."""
    ui = Path(layouts.__file__).parents[1]
    asking = {file.name for file in ui.rglob("*.py") if ".itemAt(" in file.read_text("utf-8")}
    assert asking == {"graph_picture.py"}, "which asks a scene"
