"""The first evening in the Studio: what is shown, that more is one button away and stays, and the tour through it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.messages.message import Message
from simulator.messages.sentences.editing import TYPED
from simulator.scenario.source_text import Edit
from simulator.ui.help_page import HelpPage
from simulator.ui.studio.editor.page import EditorPage
from simulator.ui.tour_studio import STUDIO_STEPS
from simulator.ui.widgets.buttons import Button
from simulator.ui.window_commands import commands
from tests.ui.hands import Hands
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import AT_HOME, Stage
from tests.ui.studios import words

QUIET = ("moments", "quiet")
CONDITIONED = WAIT.replace("  quiet:\n", "  quiet:\n    once: true\n    when: part-owned and bond >= 40\n", 1).replace(
    "start:", "flags: [part-owned]\nstart:", 1
)


def _step() -> Message:
    return TYPED()


def _edit(page: EditorPage, old: str, new: str) -> list[Edit]:
    at = page.file.source.text.index(old)
    return [Edit(at, at + len(old), new)]


def evening(qtbot: QtBot, folder: Path) -> tuple[Stage, EditorPage]:
    stage = Stage(qtbot, folder, replace(AT_HOME, studio_more=False), scenarios={"the-wait.yaml": CONDITIONED})
    stage.show()
    stage.window.studio_button.click()
    stage.row("The wait").edit_button.click()
    assert stage.studio.editor is not None
    return stage, stage.studio.editor


def assert_what_is_wrong_is_shown_where_one_is(page: EditorPage) -> None:
    """On the face that is shown, else in the form; in the text only where nothing else will do."""
    page.file.replace(_step(), *_edit(page, "wd_minimal", "wd_minimum"))
    finding = page.mend.findings[0]
    page.canvas.scene.stand_on("")
    page.show_finding(finding)
    assert page.canvas.isVisible()
    assert page.canvas.scene.here == "quiet"
    page.show_form()
    page.show_finding(finding)
    assert page.form.isVisible()
    assert page.file.place == QUIET
    page.way.show_place((*QUIET, "responses", "let-be"))
    assert page.form.answers.fields[*QUIET, "responses", "let-be", "say"].hasFocus(), "the sentence that is meant"
    page.file.replace(_step(), *_edit(page, "format: scenario/1", "format: [scenario/1"))
    page.show_finding(page.mend.findings[0])
    assert page.text.isVisible()
    assert page.head.face_button(page.text).isVisible()


@pytest.mark.slow
def test_little_is_shown_until_more_is_wanted(qtbot: QtBot, tmp_path: Path) -> None:
    stage, page = evening(qtbot, tmp_path)
    hands = Hands(qtbot, stage.window)
    text_button = page.head.face_button(page.text)
    assert page.form.isVisible()
    assert not text_button.isVisible()
    stage.settled()
    assert QUIET in page.form.outline._items, "the form is filled as soon as it is seen"
    assert not page.form._nothing.isVisible()
    page.file.go_to(QUIET)
    stage.settled()
    form = page.form.form
    assert (*QUIET, "thinks") in form.fields
    assert (*QUIET, "once") not in form.fields
    assert "Also written here, and shown under More: Only once." in words(form)
    assert "Comes only if “part-owned” was set before and “Bond (0 to 100)” is at least 40." in words(form)
    offered = {form.further.itemData(number) for number in range(form.further.count())}
    assert "when" not in offered
    assert "pose" in offered
    page.show_map()
    assert not page.canvas.finder.met.isVisible()
    page.canvas.play_from("quiet")
    assert page.canvas.play.lines.isVisibleTo(page.canvas.play) or page.canvas.play.isVisible()
    assert not page.canvas.play.keep.isVisible()

    assert_what_is_wrong_is_shown_where_one_is(page)
    page.undo()
    page.undo()

    stage.settled()
    page.head.more_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert stage.kept[-1].studio_more
    assert "Everything is shown now." in stage.window.announcer.given
    page.show_form()
    stage.settled()
    assert text_button.isVisible()
    assert (*QUIET, "once") in form.fields
    page.head.more_button.click()
    assert page.form.isVisible()
    assert form.left is not None
    change = form.left.findChild(Button)
    assert change is not None
    change.click()
    assert page.form.isVisible(), "more is shown on the face where one is"
    assert form.fields[*QUIET, "when"].hasFocus()
    page.show_text()
    page.head.more_button.click()
    assert page.form.isVisible()
    assert not text_button.isVisible()
    assert not stage.kept[-1].studio_more


def test_the_tour_of_the_studio_shows_what_it_speaks_of(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    hands = Hands(qtbot, stage.window)
    again = next(command for command in commands(stage.window) if command.name == "Take the tour of the Studio")
    again.do()
    seen: list[object] = []
    for number in range(len(STUDIO_STEPS)):
        tour = stage.window.tour
        assert tour is not None
        assert tour.number == number
        qtbot.waitUntil(tour.next.hasFocus)
        page = stage.window._pages.currentWidget()
        seen.append(HelpPage if isinstance(page, HelpPage) else stage.studio.page)
        hands.press(Qt.Key.Key_Space)
    desk = stage.studio
    assert seen == [desk.shelf, desk.questions, HelpPage, HelpPage, desk.shelf]
    assert stage.window.tour is None
    desk.shelf.tour_button.click()
    assert stage.window.tour is not None
    stage.window._rebuild()
    assert stage.window.tour.step is STUDIO_STEPS[0], "it goes on where it was"
