"""Buttons: an ampersand is one, Return presses, a long sentence wraps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.ui.widgets.buttons import Button, ChoiceButton

SENTENCE = "I sounded annoyed just now, and went to the fee before anything else. That may have closed a door."


def test_an_ampersand_is_shown_and_makes_no_shortcut(qtbot: QtBot) -> None:
    button = Button("Bed & breakfast")
    qtbot.addWidget(button)
    assert button.text() == "Bed && breakfast", "which Qt shows as one ampersand"
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Bed & breakfast"


def test_return_enter_and_space_press_a_button(qtbot: QtBot) -> None:
    pressed: list[str] = []
    button = Button("Go on")
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(button.text()))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_A):
        QTest.keyClick(button, key)
    assert len(pressed) == 3


def test_a_choice_grows_with_its_sentence_and_is_read_with_its_number(qtbot: QtBot) -> None:
    choice = ChoiceButton(2, SENTENCE)
    qtbot.addWidget(choice)
    assert choice.heightForWidth(240) > 2 * choice.heightForWidth(1200)
    assert choice.accessibleName() == f"2. {SENTENCE}"
    assert choice.sentence == SENTENCE


def test_a_click_on_the_sentence_chooses(qtbot: QtBot) -> None:
    choice = ChoiceButton(1, SENTENCE)
    qtbot.addWidget(choice)
    choice.resize(400, choice.heightForWidth(400))
    with qtbot.waitExposed(choice):
        choice.show()
    handle = choice.windowHandle()
    assert handle is not None
    with qtbot.waitSignal(choice.clicked):
        middle = choice._sentence.geometry().center()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
