"""In the editor words are found in all files, shown before they are changed, and replaced where they are ticked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.hands import Hands
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import Stage

OPEN, OTHER = "the-wait.yaml", "other.yaml"


@pytest.mark.slow
def test_words_are_replaced_in_all_files_but_where_they_are_unticked(qtbot: QtBot, tmp_path: Path) -> None:
    other = WAIT.replace("id: the-wait", "id: other").replace("The wait", "Another wait")
    stage = Stage(qtbot, tmp_path, scenarios={OPEN: WAIT, OTHER: other})
    stage.show()
    stage.window.studio_button.click()
    stage.row("The wait").edit_button.click()
    page = stage.studio.editor
    assert page is not None
    panel, hands = page.tools.replacing, Hands(qtbot, stage.window)
    page.head.tools_button.click()
    hands.tab_to(next(one for one in page.findChildren(type(page.head.tools_button)) if "all my files" in one.text()))
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)
    assert panel.told.text() == "Write what is to be found first."
    hands.type("the CLOCK")
    hands.press(Qt.Key.Key_Tab)
    hands.type("the door")
    hands.press(Qt.Key.Key_Return)
    count = 2 * WAIT.lower().count("the clock")
    qtbot.waitUntil(lambda: panel.list.count() == count)
    assert panel.list.hasFocus()
    first = panel.list.item(0).text()
    assert first.startswith("the-wait.yaml, line ")
    assert "− " in first
    assert "+ " in first
    hands.press(Qt.Key.Key_Space)
    assert panel.replace.text() == f"Replace these {count - 1}"
    panel.replace.click()
    assert f"Replaced {count - 1} times." in panel.told.text()
    assert "a step that can be undone" in panel.told.text()
    assert page.file.source.text.lower().count("the clock") == 1
    assert (tmp_path / "scenarios" / OPEN).read_text() == WAIT
    assert "the clock" not in (tmp_path / "scenarios" / OTHER).read_text().lower()
    assert page.head.undo_button.accessibleName() == "Undo: replace “the CLOCK” in all files"
    page.undo()
    assert page.file.source.text == WAIT
    hands.press(Qt.Key.Key_Escape)
    assert panel.isHidden()
