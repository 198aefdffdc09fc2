"""The proof beside the editor: a few sentences with their places, of the text of now or of the earlier one, by keyboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.messages.sentences.editing import TYPED
from simulator.scenario.source_text import Edit
from simulator.services.publishing import NO, YES
from simulator.ui.studio.editor.page import EditorPage
from simulator.ui.studio.editor.proof_panel import ProofPanel
from simulator.ui.widgets.buttons import Button
from tests.bad_files import bad
from tests.ui.hands import Hands
from tests.ui.stage import AT_HOME, Stage
from tests.ui.studios import words
from tests.ui.test_names_and_plain_text import nameless

LATE, FORCED = "The late doubt", "One way"
PROVED_MS = 60_000


def editing(qtbot: QtBot, folder: Path, title: str, code: str, *, proof: bool = False) -> tuple[Stage, EditorPage]:
    stage = Stage(qtbot, folder, replace(AT_HOME, studio_proof=proof), scenarios=bad(code, title))
    stage.show()
    stage.window.studio_button.click()
    stage.row(title).edit_button.click()
    assert stage.studio.editor is not None
    return stage, stage.studio.editor


def proved(qtbot: QtBot, panel: ProofPanel) -> None:
    """Wait until what is shown is of the text of now."""
    qtbot.waitUntil(lambda: not panel.prover.stale, timeout=PROVED_MS)
    qtbot.waitUntil(lambda: all(fold.button.isVisible() for fold in panel.folds.values()))


def link(panel: ProofPanel, name: str) -> Button:
    """The first button by what a screen reader says of it."""
    found = [b for b in panel.findChildren(Button) if b.accessibleName().startswith(name) and b.isVisibleTo(panel)]
    assert found, [b.accessibleName() for b in panel.findChildren(Button)]
    return found[0]


def assert_follows_the_text(stage: Stage, panel: ProofPanel, page: EditorPage) -> None:
    """A mended comma costs nothing; a story that is another one is told to be of the earlier text until it is tried."""
    hands, qtbot = Hands(stage.qtbot, stage.window), stage.qtbot
    page.show_text()
    shown = list(panel.sentences)
    before, tried = panel.prover.proof, panel.prover.proof.tried if panel.prover.proof else None
    text = page.file.source.text
    page.text.area.select(text.index("There it is."), text.index("There it is."))
    hands.type("So. ")
    assert panel.state.text() == "This was so before your last change; it is being worked out again."
    assert panel.sentences == shown, "what was proved stays in sight"
    proved(qtbot, panel)
    assert panel.prover.proof is not before
    assert panel.prover.proof is not None
    assert panel.prover.proof.tried is tried, "nothing was tried again"

    text = page.file.source.text
    at = text.index("move:", text.index("late-doubt:")) + len("move: ")
    page.text.area.select(at, at)
    hands.type("xx")
    proved(qtbot, panel)
    broken, repaired, ends = panel.sentences
    assert broken.startswith("It cannot be played yet. ")
    assert "is not a move" in broken
    assert repaired.startswith("Still proved of what can be read (1 of 2 moments): ")
    assert ends.startswith("Every other conversation still comes to an end: ")
    page.undo()
    page.head.close_button.click()
    assert not panel.prover.trying


@pytest.mark.slow
def test_what_nobody_meets_is_told_and_found_by_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = editing(qtbot, tmp_path, LATE, "614")
    hands, panel = Hands(qtbot, stage.window), page.proof
    assert not panel.isVisible()
    assert not panel.prover.trying, "nothing is tried unasked"
    QTest.keyClick(stage.window.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert panel.isVisible()
    assert panel.state.text() == "Every possible conversation is played once you pause."
    assert stage.kept[-1].studio_proof, "it is there again the next time"
    proved(qtbot, panel)
    assert panel.state.text() == "This holds for the scenario as it is now."
    fares, hard, unmet = panel.sentences
    assert fares.startswith("Someone who chooses well about half the time (our assumption, not measured on people): ")
    assert hard == "About as hard as the shipped scenarios at this level."
    assert unmet.startswith("A part that nobody meets. ")
    assert "“late-doubt” (at most 6 in 10,000)" in unmet
    assert any(told.startswith("The proof is done. Someone who") for told in stage.window.announcer.given)

    # A sentence leads to its place on whichever face is shown.
    page.show_form()
    stage.settled()
    link(panel, "Go there: A part that nobody meets.").setFocus()
    hands.press(Qt.Key.Key_Space)
    assert page.file.place == ("moments", "late-doubt")
    assert page.form.title.text() == "Moment “late-doubt”"
    page.show_text()
    stage.settled()
    link(panel, "Go there: Someone who chooses well").click()
    assert page.file.source.text[page.text.area.offset :].startswith("silence")
    assert not page.text.area.textCursor().hasSelection(), "a letter typed now takes the place of nothing"

    # What is folded: the responses that nobody is offered, dotted on the map, and conversations to read.
    uncovered = panel.folds["uncovered"]
    uncovered.button.click()
    assert not uncovered.button.text().startswith("Show")
    assert "policy in late-doubt" in [b.accessibleName().partition(". ")[2] for b in uncovered.findChildren(Button)]
    page.show_map()
    stage.settled()
    dotted = {page.canvas.scene.graph.edges[number].source for number in page.canvas.scene.edges.uncovered}
    assert dotted == {"late-doubt"}
    panel.folds["read"].button.click()
    assert "come to 6 of 6 answers" in words(panel.folds["read"])
    assert nameless(stage.shown()) == []
    panel.folds["read"].findChildren(Button)[1].click()
    play = page.canvas.play.play
    assert play is not None
    assert play.over, "the whole conversation is there to be read"
    assert page.canvas.play._title.text() == "Conversation 1 of 5"
    assert_follows_the_text(stage, panel, page)


def come_back(stage: Stage, page: EditorPage) -> EditorPage:
    """Over the shelf, which knows what was tried in the editor."""
    assert page.save() or not page.disk.changed
    page.head.close_button.click()
    assert stage.row(FORCED).check_button.text() == "Show what the check found"
    stage.row(FORCED).edit_button.click()
    assert stage.studio.editor is not None
    return stage.studio.editor


@pytest.mark.slow
def test_a_witness_is_played_and_work_is_stopped_and_begun_anew(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = editing(qtbot, tmp_path, FORCED, "607", proof=True)
    panel = page.proof
    assert panel.isVisible(), "there is room for it"
    proved(qtbot, panel)
    first = panel.sentences[0]
    assert page.mend.left.text().startswith("Nothing to mend in the writing. The proof found "), (
        "one line says the whole state"
    )
    assert page.mend.left.text().endswith("to mend.")
    assert first.startswith("Should be fixed: There is one way to a whole repair only: own-it, fear, hear.")
    link(panel, "Play it: Should be fixed").click()
    assert page.canvas.play.isVisible()
    assert page.canvas.play.play is not None
    assert page.canvas.play.play.steps == ("own-it", "fear", "hear")
    page.show_text()
    text = page.file.source.text
    page.text.area.select(text.index("own_contribution"), text.index("own_contribution"))
    Hands(qtbot, stage.window).type("x")
    panel.act.click()
    assert panel.prover.trying
    attempt = panel.prover._attempt
    panel.act.click()
    assert attempt is not None
    assert not attempt.tell(1, 1), "whoever works hears of it"
    assert panel.state.text() == "Stopped. Nothing of it is kept."
    assert "The proof comes once it can be played." in page.mend.left.text()
    page.undo()
    proved(qtbot, panel)
    page = come_back(stage, page)
    panel = page.proof
    page.show_text()
    page.head.proof_button.click()
    assert not panel.isVisible()
    assert not stage.kept[-1].studio_proof
    # Publishing names what the proof says, whether the panel is shown or not.
    page.head.publish_button.click()
    asked = page.publishing
    qtbot.waitUntil(lambda: not panel.prover.stale, timeout=PROVED_MS)
    assert asked.doubts.words.text().startswith("There is one way to a whole repair only: own-it, fear, hear.")
    assert "One more thing is told in the proof" in asked.doubts.words.text()
    assert nameless(stage.shown()) == []
    for choice in (asked.notes, asked.anyone):
        choice.give(YES)
    asked.risk.give(NO)
    asked.readers.give("Ruth")
    asked.by.give("Kim")
    asked.publish_button.click()
    assert asked.doubts.anyway.missing.text().startswith("Read what the proof says")
    page.text.area.select(text.index("own_contribution"), text.index("own_contribution"))
    page.file.replace(TYPED(), Edit(text.index("own_contribution"), text.index("own_contribution"), "x"))
    asked.doubts.anyway.give(YES)
    asked.publish_button.click()
    assert asked.isVisible(), "what cannot be played is never published"
    assert "“xown_contribution” is not a move" in asked.not_ready.text()
