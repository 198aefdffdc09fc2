"""The lines of a condition in the form: put together by keyboard, while the text stays what counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from simulator.ui.studio.editor.condition_field import ConditionField
from simulator.ui.studio.editor.page import EditorPage
from tests.ui.hands import Hands
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import Stage
from tests.ui.test_names_and_plain_text import nameless

BOXES = ("moments", "boxes")
WHEN = (*BOXES, "when")


def conditions(page: EditorPage) -> ConditionField:
    field = page.form.form.fields[WHEN]
    assert isinstance(field, ConditionField)
    return field


def choose(hands: Hands, choice: QComboBox, words: str) -> None:
    """Come to a choice by Tab, and press Down until it says so."""
    hands.tab_to(choice)
    for _ in range(choice.count()):
        hands.press(Qt.Key.Key_Down)
        if choice.currentText() == words:
            return
    raise AssertionError([choice.itemText(number) for number in range(choice.count())])


def editing(qtbot: QtBot, folder: Path) -> tuple[Stage, EditorPage]:
    stage = Stage(qtbot, folder, scenarios={"the-wait.yaml": WAIT})
    stage.show()
    stage.window.studio_button.click()
    stage.row("The wait").edit_button.click()
    assert stage.studio.editor is not None
    return stage, stage.studio.editor


@pytest.mark.slow
def test_a_condition_is_put_together_by_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = editing(qtbot, tmp_path)
    hands = Hands(qtbot, stage.window)
    before = page.file.source.text
    page.show_form()
    page.file.go_to(BOXES)
    stage.settled()
    further = page.form.form.further
    further.setCurrentIndex(further.findData("when"))
    further.activated.emit(further.currentIndex())
    field = conditions(page)
    assert field.told.text() == "Nothing is asked: it always holds. Add a line to ask for something."
    hands.tab_to(field.add)
    hands.press(Qt.Key.Key_Space)
    assert page.file.written.node(WHEN) == "alliance >= 50"
    stage.settled()
    field = conditions(page)
    assert field.hasFocus(), "the keyboard stays in the condition"
    hands.tab_to(field.rows[0].subject)
    hands.press(Qt.Key.Key_Home)
    assert page.file.written.node(WHEN) == "seen quiet"
    field = conditions(page)
    assert field.rows[0].subject.hasFocus()
    choose(hands, field.rows[0].verb, "has not come yet")
    assert page.file.written.node(WHEN) == "not seen quiet"
    hands.tab_to(field.add)
    hands.press(Qt.Key.Key_Space)
    assert page.file.written.node(WHEN) == "not seen quiet and alliance >= 50"
    hands.press(Qt.Key.Key_Backtab)
    choose(hands, field.rows[1].join, "or")
    assert page.file.written.node(WHEN) == "not seen quiet or alliance >= 50"
    assert field.told.text().startswith("Each “or” begins another way")
    hands.tab_to(field.rows[1].away)
    hands.press(Qt.Key.Key_Space)
    assert page.file.written.node(WHEN) == "not seen quiet"

    assert nameless(stage.shown()) == []

    # What is written is what counts: lines follow it, and what they cannot show stays as it is.
    page.file.file.pause()
    field.text.setFocus()
    field.text.setText("owned >= 2 and (seen quiet or turn > 3)")
    field.text.textEdited.emit(field.text.text())
    hands.press(Qt.Key.Key_Return)
    assert page.file.written.node(WHEN) == "owned >= 2 and (seen quiet or turn > 3)"
    assert field.rows == []
    assert field.told.text().startswith("Lines cannot show this condition, because something stands in brackets.")
    assert not field.add.isVisible()
    page.undo()
    stage.settled()
    assert [row.subject.currentText() for row in conditions(page).rows] == ["A moment"]
    while page.head.undo_button.isEnabled():
        page.undo()
    assert page.file.source.text == before
