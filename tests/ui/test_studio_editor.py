"""The editor of the Studio: from a slip in the text to a saved file of which only the intended lines are others."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.messages.sentences.editing import TYPED
from simulator.scenario.editing.places_in_text import thing_at
from simulator.scenario.nodes import Path as NodePath
from simulator.scenario.source_text import Edit, SourceText
from simulator.shipped_files import SCENARIOS
from simulator.ui.studio.editor.form_fields import ChoiceField
from simulator.ui.studio.editor.page import EditorPage
from simulator.ui.widgets.buttons import Button
from tests.ui.hands import Hands
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import Stage
from tests.ui.studios import at_rest, on_screen, words

QUIET = ("moments", "quiet")
OWN = (*QUIET, "responses", "own-clock")
FILE = "the-wait.yaml"


def editing(qtbot: QtBot, folder: Path, title: str = "The wait", **files: str) -> tuple[Stage, EditorPage]:
    """The window with a scenario open in the editor."""
    stage = Stage(qtbot, folder, scenarios={FILE: WAIT, **files})
    stage.show()
    stage.window.studio_button.click()
    stage.row(title).edit_button.click()
    return stage, opened(stage)


def opened(stage: Stage) -> EditorPage:
    assert stage.studio.editor is not None
    return stage.studio.editor


def chosen(page: EditorPage) -> NodePath:
    """What is chosen in every face."""
    return page.file.place


def put_cursor(page: EditorPage, before: str) -> None:
    """Put the cursor right before some words."""
    at = page.file.source.text.index(before)
    page.text.area.select(at, at)
    page.text.take_keyboard()


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.slow
def test_from_a_slip_to_a_saved_file(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = editing(qtbot, tmp_path)
    place = tmp_path / "scenarios" / FILE
    before = place.read_bytes()
    hands = Hands(qtbot, stage.window)
    put_cursor(page, "own_contribution")
    hands.type("xx")
    qtbot.waitUntil(lambda: any("“xxown_contribution” is not a move" in str(one.message) for one in page.mend.findings))
    finding = page.mend.findings[0]
    assert page.text.area.marked_lines == {finding.span.line - 1: True}
    stage.settled()
    assert page.mend.list.viewport().height() < 2 * page.mend.list.sizeHintForRow(0), (
        "what is not listed leaves its room to what is written"
    )
    put_cursor(page, "xxown")
    assert "is not a move" in page.text.area.told_at(
        page.text.area.viewport().mapToParent(page.text.area.cursorRect().center())
    )
    assert any("is not a move" in told for told in stage.window.announcer.given)

    page.mend.fixes[0].click()
    assert page.mend.findings == ()
    assert page.file.source.to_bytes() == before
    assert page.head.undo_button.accessibleName() == "Undo: mend: Write “own_contribution”"

    page.show_form()
    page.form.outline.setFocus()
    page.file.go_to(OWN)
    form = page.form.form
    stage.settled()
    assert page.form.title.text() == "Answer “own-clock” of “quiet”"
    form.fields[(*OWN, "debrief")].setFocus()
    form.fields[(*OWN, "debrief")].setPlainText("Names what you did: no more.")  # type: ignore[union-attr]
    form.fields[(*OWN, "say")].setFocus()
    assert page.file.written.node((*OWN, "debrief")) == "Names what you did: no more."
    lines = changed_lines(before.decode(), page.file.source.text)
    assert lines == ["-        debrief: Names what you did.", '+        debrief: "Names what you did: no more."']

    page.show_text()
    assert thing_at(page.file.written, page.text.area.offset) == OWN, "the place is kept"
    while page.head.undo_button.isEnabled():
        page.head.undo_button.click()
    assert page.file.source.to_bytes() == before
    while page.head.redo_button.isEnabled():
        page.head.redo_button.click()
    assert page.text.area._text == page.file.source.text
    page.head.save_button.click()
    assert changed_lines(before.decode(), place.read_text()) == lines
    assert not page.head.save_button.isEnabled()
    assert "“the-wait.yaml” was saved." in stage.window.announcer.given

    page.head.copies_button.click()
    page.tools.copies.buttons[0].click()
    assert page.file.source.to_bytes() == before
    assert page.head.save_button.isEnabled()
    page.head.close_button.click()
    assert stage.studio.page is stage.studio.shelf
    assert "Work that was not saved" in words(stage.studio.shelf)
    assert place.read_text() != before.decode(), "nothing is saved by leaving"


@pytest.mark.slow
def test_keys_go_into_one_stack_of_steps_whatever_the_letters_are(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = editing(qtbot, tmp_path, **{FILE: WAIT.replace("Late again.", "Late \U0001f600 again.")})
    hands = Hands(qtbot, stage.window)
    before = page.file.source.text
    put_cursor(page, "again.")
    hands.type("so ")
    assert page.file.source.text == before.replace("again.", "so again.")
    area = page.text.area
    korean = QInputMethodEvent("하", [])
    QCoreApplication.sendEvent(area, korean)
    assert "하" not in page.file.source.text, "not before it is finished"
    finished = QInputMethodEvent("", [])
    finished.setCommitString("한")
    QCoreApplication.sendEvent(area, finished)
    assert "so 한again." in page.file.source.text
    hands.press(Qt.Key.Key_Backspace)
    page.undo()
    assert "so 한again." in page.file.source.text
    page.undo()
    assert page.file.source.text == before
    assert area._text == area.toPlainText() == before
    cursor = area.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    area.setTextCursor(cursor)
    hands.press(Qt.Key.Key_Delete)
    assert page.file.source.text == ""
    assert not page.save()
    assert "Nothing is left" in page.strip.words
    page.undo()
    assert page.file.source.text == before


@pytest.mark.slow
def test_what_could_be_written_is_offered_and_names_are_found_and_renamed(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = editing(qtbot, tmp_path)
    hands = Hands(qtbot, stage.window)
    put_cursor(page, "boxes}")
    page.text.go_to_definition()
    assert page.text.area.textCursor().selectedText() == "boxes"
    page.text.show_names(rename=True)
    assert page.text.names.isVisible()
    assert page.text.names.new.hasFocus()
    hands.type("crates")
    hands.press(Qt.Key.Key_Return)
    assert page.file.written.has(("moments", "crates"))
    assert "then: crates}" in page.file.source.text
    assert page.head.undo_button.accessibleName() == "Undo: rename boxes"
    page.undo()
    assert page.file.source.text == WAIT

    page.text.find_bar.open()
    page.text.find_bar.sought.setText("the CLOCK")
    count = WAIT.lower().count("the clock")
    assert page.text.find_bar.found.text() == (f"Found {count} times" if count > 1 else "Found once")
    page.text.find_bar.other.setText("the wall")
    page.text.find_bar.all.click()
    assert "the clock" not in page.file.source.text
    page.undo()
    assert page.file.source.text == WAIT
    page.text.area.fold(next(n for n, line in enumerate(WAIT.split("\n")) if line == "  quiet:"))
    hidden = [
        n for n in range(page.text.area.blockCount()) if not page.text.area.document().findBlockByNumber(n).isVisible()
    ]
    assert len(hidden) > 10
    assert page.file.source.text == WAIT, "folding is no edit"
    put_cursor(page, "own_contribution")
    hands.type("expl")
    qtbot.waitUntil(lambda: page.text.completer.offers == ["explore_experience", "explore_fear"])
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    assert "explore_fear   Explore the fear" in stage.window.announcer.given
    hands.press(Qt.Key.Key_Return)
    assert "move: explore_fearown_contribution" in page.file.source.text
    assert not page.text.completer.shown


@pytest.mark.slow
def test_moments_and_responses_are_added_copied_and_removed_by_the_form(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = editing(qtbot, tmp_path)
    page.show_form()
    page.file.go_to(QUIET)
    page.form.add_response.click()
    new = (*QUIET, "responses", "new-answer")
    assert chosen(page) == QUIET, "the answers of a moment are on its page"
    assert QApplication.focusWidget() is page.form.answers.fields[(*new, "say")]
    assert new in page.form.outline._items
    page.file.go_to(new)
    moves = page.form.form.fields[(*page.file.place, "move")]
    assert isinstance(moves, ChoiceField)
    moves.setCurrentIndex(3)
    moves._enter(3)
    assert page.file.written.node((*page.file.place, "move")) is not None
    page.file.go_to(OWN)
    Hands(qtbot, stage.window).tab_to(page.form.outline)
    Hands(qtbot, stage.window).press(Qt.Key.Key_Delete)
    assert not page.file.written.has(OWN)
    page.undo()
    page.file.go_to(OWN)
    page.form.copy.click()
    assert chosen(page) == (*QUIET, "responses", "own-clock-2")
    page.form.copy.click()
    assert chosen(page) == (*QUIET, "responses", "own-clock-3"), "no copy is called own-clock-2-2"
    page.undo()
    page.file.go_to((*QUIET, "responses", "own-clock-2"))
    page.form.remove.click()
    assert not page.file.written.has((*QUIET, "responses", "own-clock-2"))
    assert chosen(page) == QUIET
    page.form.add_moment.click()
    assert chosen(page) == ("moments", "new-moment")
    for _ in range(20):
        page.undo()
    assert page.file.source.text == WAIT


@pytest.mark.slow
def test_another_program_and_a_crash(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = editing(qtbot, tmp_path)
    place = tmp_path / "scenarios" / FILE
    page.file.replace(TYPED(), Edit(0, 0, "# mine\n"))
    qtbot.waitUntil(lambda: any((tmp_path / "unsaved-scenarios").glob("*.unsaved")))
    place.write_text("# theirs\n" + WAIT)
    qtbot.waitUntil(lambda: "so have you" in page.strip.words)
    assert not page.save()
    assert "so have you" in page.strip.words
    page.strip.buttons[2].click()
    told = page.strip._lines.toPlainText().splitlines()
    assert told[:2] == ["−# theirs", "+# mine"]
    assert not any("@@" in line for line in told), "without the numbers that only programmers read"
    assert "+ stands here" in page.strip._differences.text()
    assert page.strip._differences.isVisible()
    page.strip.buttons[0].click()
    assert page.file.source.text.startswith("# theirs")
    page.undo()
    assert page.file.source.text.startswith("# mine")
    page.keep()
    # The program ends here without a word; a new one offers what was not saved.
    again = Stage(qtbot, tmp_path, scenarios={})
    again.show()
    again.window.studio_button.click()
    assert "the-wait.yaml" in words(again.studio.shelf.unsaved)
    again.row("The wait").edit_button.click()
    assert "was not saved" in opened(again).strip.words
    assert opened(again).file.source.text.startswith("# theirs"), "never by itself"
    opened(again).strip.buttons[0].click()
    assert opened(again).file.source.text.startswith("# mine")
    again.window._rebuild()
    assert opened(again).file.source.text.startswith("# mine"), "what is open outlives a change of looks"
    assert stage.window is not again.window


@pytest.mark.slow
def test_a_fault_is_told_on_the_shelf_and_mended_by_the_quotes_that_its_help_promises(
    qtbot: QtBot, tmp_path: Path
) -> None:
    broken = WAIT.replace("debrief: Names what you did.", "debrief: One thing first: you did it.")
    stage = Stage(qtbot, tmp_path, scenarios={FILE: broken})
    stage.show()
    stage.window.studio_button.click()
    line = broken[: broken.index("One thing first")].count("\n") + 1
    assert f", line {line}: " in words(stage.row("The wait"))
    stage.row("The wait").edit_button.click()
    page = opened(stage)
    assert [one.code for one in page.mend.findings][:1] == ["111"]
    assert page.mend.fixes[0].text() == "Put quotes around it"
    page.mend.fixes[0].click()
    assert 'debrief: "One thing first: you did it."' in page.file.source.text
    assert page.mend.findings == ()
    page.undo()
    assert page.file.source.text == broken


@pytest.mark.slow
def test_from_the_editor_to_what_is_found_and_back_to_the_line(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = editing(qtbot, tmp_path, **{FILE: WAIT.replace("move: retreat", "move: retreet", 1)})
    page.head.check_button.click()
    qtbot.waitUntil(lambda: not stage.studio.trying)
    proof = stage.studio.proof
    assert stage.studio.page is proof
    assert proof.head.back_button.text() == "Back to the editor"
    there = next(b for b in proof.faults()[0].findChildren(Button) if b.text() == "Go there")
    there.click()
    assert page.isVisible(), "the file that is open stays open"
    assert page.text.area.offset == page.file.source.text.index("retreet"), (
        "the text, which alone shows a slip in a word"
    )
    assert not page.text.area.textCursor().hasSelection(), "a letter typed now takes the place of nothing"
    page.mend.fixes[0].click()
    assert page.file.source.text == WAIT
    page.head.check_button.click()
    assert (tmp_path / "scenarios" / FILE).read_text() == WAIT, "it is saved before it is checked"
    stage.studio.trying_page.stop_button.click()
    assert page.isVisible()
    assert page.strip.words.startswith("Stopped.")


def test_stopping_says_that_it_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={FILE: WAIT})
    stage.show()
    stage.window.studio_button.click()
    stage.studio._card = stage.row("The wait").item.card
    stage.studio.trying_page.stopped.emit()
    assert "Stopped. Nothing of it is kept; “The wait” can be checked again" in words(stage.studio.shelf)
    assert any(told.startswith("Stopped.") for told in stage.window.announcer.given)


def test_a_scenario_that_comes_with_the_program_is_opened_as_a_copy(qtbot: QtBot, tmp_path: Path) -> None:
    _stage, page = editing(qtbot, tmp_path, "The concert")
    data = (SCENARIOS / "concert-silence.yaml").read_bytes()
    renamed = data.replace(b"id: concert-silence", b"id: own-concert-silence", 1)
    assert page.file.source.to_bytes() == renamed.replace(b"title: The concert", b"title: The concert (own copy)", 1)
    assert "copy of your own" in page.strip.words
    assert page.text.area.toPlainText() == SourceText.of_bytes(page.file.source.to_bytes()).text
    assert page.file.file.reading.scenario is not None


@pytest.mark.slow
def test_a_large_file_is_read_while_the_shelf_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={FILE: WAIT + "# A remark of an author.\n" * 25_000})
    stage.show()
    stage.window.studio_button.click()
    row = stage.row("The wait")
    row.edit_button.click()
    assert stage.studio.page is stage.studio.shelf
    assert "Opening “The wait” …" in words(stage.studio.shelf)
    assert "Opening “The wait” …" in stage.window.announcer.given
    stage.studio.show_questions()
    at_rest()
    qtbot.wait(0)
    assert on_screen(stage.studio) is stage.studio.questions, "who has gone elsewhere stays there"
    stage.studio.show_shelf()
    stage.row("The wait").edit_button.click()
    qtbot.waitUntil(lambda: stage.studio.editor is not None)
    assert opened(stage).title == "The wait"
    assert stage.studio.own.opened is opened(stage).disk
    assert opened(stage).text.area.hasFocus()
