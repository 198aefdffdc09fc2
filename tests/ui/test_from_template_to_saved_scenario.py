"""From a template to a saved scenario and back, by keyboard and by the names that a screen reader is told, in one window."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from simulator.scenario.checking import read_and_check
from simulator.scenario.files import FolderFiles
from simulator.shipped_files import SCENARIOS
from tests.ui.listening import Listener, listening
from tests.ui.stage import Stage

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DRAFT = "gone-quiet.yaml"


def lines_of(before: str, after: str) -> list[str]:
    """The lines that were taken away and added."""
    told = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in told if not line.startswith(("---", "+++", "@@"))]


ADDED = """\
+  new-moment:
+    reaction: complying
+    marker: wd_defer
+    patient: It is fine. Really.
+    thinks: "Now it comes: the rule."
+    responses:
+      ask:
+        say: Then let us go on.
+        move: explore_experience
+        debrief: Takes the yes as it was said.
+        then: other-things
+      own-it:
+        say: I sounded annoyed, and that was mine.
+        move: own_contribution
+        quality: 3
+        debrief: Owns the tone, and explains nothing.
+      soothe:
+        say: You need not worry about it at all.
+        move: reassure_early
+        debrief: Soothes before hearing.
+      new-answer:
+        say: What happened just now, between us two?
+        move: notice_shift
+        debrief: Names an observable change now, tentatively."""
TREE = "Moments with their answers and wordings"


@pytest.mark.slow
def test_from_a_template_to_a_saved_scenario_and_back(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={})
    stage.show()
    with listening(qtbot, stage.window) as ear:
        ear.press("Studio")
        ear.press("New scenario")
        ear.write_over("5. A first sentence of the therapist", "I sounded annoyed: that was mine.")
        ear.press("Make the draft")
        ear.press("Save")
        place = tmp_path / "scenarios" / DRAFT
        template = place.read_bytes()
        walk_by_keyboard(stage, ear, place, template)
        walk_by_buttons(ear, place, template)


def walk_by_keyboard(stage: Stage, ear: Listener, place: Path, template: bytes) -> None:
    """Write, mend, play and save a moment with its answers, and undo it all."""
    ear.press("Map")
    ear.go_to("Map of all cards")
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Insert):
        ear.key(key)
    # A new moment leads into its first text; its card is chosen still.
    ear.press("Map")
    ear.go_to("Map of all cards")
    ear.key(Qt.Key.Key_Insert, SHIFT)
    ear.key(Qt.Key.Key_L, CONTROL)
    ear.type("other-things")
    ear.key(Qt.Key.Key_Return)
    assert "Undo: connect new-moment / ask to other-things" in ear.names()

    ear.press("Form")
    ear.row(TREE, "Moment new-moment:")
    ear.choose("it is: new-answer", "Notice the shift")
    ear.write_over("What the debriefing says of it: ask", "Takes the yes as it was said.")
    ear.write_over("What the debriefing says of it: own-it", "Owns the tone, and explains nothing.")
    ear.press("Write the next")
    for words in (
        "It is fine. Really.",
        "Now it comes: the rule.",
        "Then let us go on.",
        "I sounded annoyed, and that was mine.",
        "You need not worry about it at all.",
        "What happened just now, between us two?",
    ):
        ear.type(words)
        ear.key(Qt.Key.Key_Return)
    assert not any("still to be written" in name for name in ear.names())

    ear.press("Text")
    ear.key(Qt.Key.Key_F, CONTROL)
    ear.type("notice_shift")
    ear.key(Qt.Key.Key_Return)
    ear.press("Close the search")
    ear.type("notice_shfit")
    ear.until_named("Write “notice_shift”: “notice_shfit” is not a move.")
    assert any(told.startswith("Line ") and "notice_shfit" in told for told in stage.window.announcer.given)
    ear.press("Write “notice_shift”")
    assert any(name.startswith("Nothing to mend in the writing. ") for name in ear.names())

    ear.press("Map")
    ear.row("All cards", "new-moment · ")
    ear.press("Play from here")
    ear.until_named("1. After 4 answers: ")
    ear.press("1. After 4 answers: ")
    stage.qtbot.waitUntil(lambda: any("What happened just now" in name for name in ear.names(QAccessible.Role.Button)))
    ear.press(next(name for name in ear.names(QAccessible.Role.Button) if "What happened just now" in name))
    ear.until_named("You: What happened just now, between us two?")
    ear.press("Stop playing")

    ear.press("Save")
    assert "\n".join(lines_of(template.decode(), place.read_text())) == ADDED
    # Only that the way to “other-things” is the author's own, which is what was connected by hand.
    assert [one.code for one in read_and_check(FolderFiles(place.parent, SCENARIOS), DRAFT).diagnostics] == ["509"]
    undo_everything(ear)
    ear.press("Save")
    assert place.read_bytes() == template


def walk_by_buttons(ear: Listener, place: Path, template: bytes) -> None:
    """The same once more by buttons and lists alone, without the canvas."""
    ear.press("Map")
    ear.row("All cards", "first-sign · ")
    ear.press("Add a moment")
    ear.press("Map")
    ear.press("Add an answer")
    ear.press("Where it leads…")
    ear.choose("the answer", "new-answer")
    ear.write_over("leads to", "other-things")
    ear.press("Connect")
    ear.press("Save")
    assert "+        then: other-things" in lines_of(template.decode(), place.read_text())
    assert all(line.startswith("+") for line in lines_of(template.decode(), place.read_text()))
    undo_everything(ear)
    ear.press("Save")
    assert place.read_bytes() == template


def undo_everything(ear: Listener) -> None:
    """Press *Undo* until there is nothing left to undo."""
    while any(name.startswith("Undo: ") for name in ear.names(QAccessible.Role.Button)):
        ear.press("Undo: ")
