"""From the shelf to the map of a scenario and back: a moment added, opened in the form, played from, kept and saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from simulator.messages.sentences.studio_editor import SAVED
from simulator.ui.studio.editor.form_fields import LinesField
from simulator.ui.studio.editor.page import EditorPage
from tests.ui.hands import Hands
from tests.ui.stage import Stage
from tests.ui.test_studio_editor import FILE, changed_lines, editing


def assert_tools_are_in_sight(stage: Stage, page: EditorPage) -> None:
    """Nothing has to be scrolled to beside the proof; what has no room in one row is behind a button."""
    canvas = page.canvas
    stage.window.resize(1280, 800)
    page.head.proof_button.click()
    stage.settled()
    assert page.findChildren(QScrollArea)[0].verticalScrollBar().maximum() == 0
    assert canvas.acts.mapTo(page, canvas.acts.rect().bottomLeft()).y() < canvas.view.mapTo(page, QPoint()).y()
    assert not canvas.finder.anew.isVisible()
    canvas.tools.click()
    assert canvas.finder.anew.isVisible()
    page.head.proof_button.click()
    stage.settled()
    assert not canvas.tools.isVisible()
    assert canvas.acts.buttons["delete"].isVisible()


@pytest.mark.slow
def test_from_the_map_to_the_form_to_a_play_that_is_kept_and_played_again_when_saved(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage, page = editing(qtbot, tmp_path)
    place = tmp_path / "scenarios" / FILE
    before = place.read_text("utf-8")
    hands = Hands(qtbot, stage.window)
    button = page.head.face_button(page.canvas)
    hands.click(button)
    canvas = page.canvas
    qtbot.waitUntil(canvas.view.hasFocus)
    assert canvas.scene.here == "quiet"

    assert_tools_are_in_sight(stage, page)
    hands.press(Qt.Key.Key_Insert)
    qtbot.waitUntil(page.form.isVisible)
    assert "new-moment" in page.form.title.text()
    says = page.form.form.fields["moments", "new-moment", "patient"]
    assert isinstance(says, LinesField)
    assert says.hasFocus()
    assert says.textCursor().selectedText().startswith("… ("), "what belongs there is chosen, to be written over"
    hands.click(button)
    assert canvas.scene.here == "new-moment"
    page.undo()
    assert page.file.source.text == before

    canvas.scene.stand_on("quiet")
    hands.press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: canvas.play.play is not None)
    hands.click(canvas.play.silent)
    hands.click(canvas.play.plan_name)
    hands.type("waits")
    hands.press(Qt.Key.Key_Return)
    plan = place.with_suffix(".plan")
    assert "path waits\nat quiet\nstay\n" in plan.read_text("utf-8")
    canvas.scene.stand_on("")
    hands.click(canvas.play.close_button)
    assert canvas.scene.here == "quiet", "the card is chosen as before"
    assert canvas.acts.buttons["play"].isEnabled()

    hands.press(Qt.Key.Key_Insert)
    hands.click(button)
    canvas.view.cards_put.emit({"quiet": canvas.scene.cards["quiet"].spot})
    stage.settled()
    page.tell(SAVED())
    places = [one.mapTo(page, QPoint()) for one in (page.head.close_button, canvas.finder, canvas.view)]
    assert page.save()
    stage.settled()
    assert [one.mapTo(page, QPoint()) for one in (page.head.close_button, canvas.finder, canvas.view)] == places
    qtbot.waitUntil(lambda: "goes as planned" in page.strip.words)
    assert all(line.startswith("+") for line in changed_lines(before, place.read_text("utf-8")) if line[1:].strip())
    assert "quiet: " in place.with_suffix(".canvas").read_text("utf-8")
