"""From the shelf to the map of a scenario and back: a moment added, opened in the form, played from, kept and saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from simulator.messages.sentences.studio_editor import SAVED
from simulator.ui.studio.editor.form_fields import LinesField
from simulator.ui.studio.editor.page import EditorPage
from tests.ui.hands import Hands
from tests.ui.stage import Stage
from tests.ui.test_studio_editor import FILE, changed_lines, editing

_HELD = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


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


def assert_a_play_begins_where_it_is_meant_to(page: EditorPage) -> None:
    """At the head it begins at the beginning whatever is open; a silence is told with its length, and can be waited for."""
    panel = page.canvas.play
    first = page.file.written.node(("start",))
    page.file.go_to(("moments", "boxes"))
    page.head.play_button.click()
    assert panel.play is not None
    assert (panel.play.begun_at, panel.play.here) == (0, first)
    assert panel._title.text() == "Play from the beginning"
    assert panel.choices()[0].hasFocus()
    assert (panel.from_start.text(), panel.from_here.text()) == ("From the beginning", "From “boxes”")
    assert "is quiet for 60 seconds, a disengaged silence" in panel.quiet.words.text()
    assert "quiet for 60 seconds" in panel.lines.rows[-1].words
    assert panel.silent.text() == "Wait"
    panel.silent.click()
    assert panel.silent.text() == "Stay silent"
    assert panel.quiet.isHidden()
    page.canvas.scene.stand_on(str(first))
    assert not panel.from_here.isVisible(), "that is the beginning"
    panel.from_start.click()
    assert panel.play.here == first


def assert_keys_of_the_page_work_wherever_one_writes(page: EditorPage, hands: Hands) -> None:
    """One plays from the beginning; a key that is held undoes on and on, and does everything else once."""
    page.show_form()
    hands.press(Qt.Key.Key_F5)
    assert page.writing.shown is page.canvas
    assert page.canvas.play.isVisible()
    assert page.canvas.play._title.text() == "Play from the beginning"
    keys = {one.key().toString(): one.autoRepeat() for one in page.findChildren(QShortcut) if one.parent() is page}
    assert {key for key, on in keys.items() if on} == {
        key.toString() for one in _HELD for key in QKeySequence.keyBindings(one)
    }
    assert {"Ctrl+S", "Ctrl+P"} <= keys.keys()


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
    assert_a_play_begins_where_it_is_meant_to(page)
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
    assert_keys_of_the_page_work_wherever_one_writes(page, hands)
