"""What the window and its exports show somebody who practises has none of the terms that nobody has to know."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.plain_words import terms_in
from tests.reports.pages import Page
from tests.ui.stage import Stage
from tests.ui.views import VIEWS
from tests.ui.what_is_read import on

FOR_AUTHORS = {
    "shelf of the Studio",
    "shelf of the Studio with people",
    "seven questions for a new scenario",
    "trying everything",
    "what was found",
    *(view for view in VIEWS if "editor" in view),
}


def read_in(page: QWidget) -> list[str]:
    """Whatever is read or heard on a page, and what stands in its fields."""
    return [
        *(text for _, text in on(page)),
        *(field.text() for field in page.findChildren(QLineEdit)),
        *(field.toPlainText() for field in page.findChildren(QTextEdit)),
        *(field.toPlainText() for field in page.findChildren(QPlainTextEdit)),
    ]


@pytest.mark.parametrize("view", [view for view in VIEWS if view not in FOR_AUTHORS])
def test_no_view_for_who_practises_has_terms_in_it(qtbot: QtBot, tmp_path: Path, view: str) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    VIEWS[view](stage, "The wait")
    stage.shown()
    texts = read_in(stage.window)
    assert len(texts) > 50
    assert [(terms, text) for text in texts if (terms := terms_in(text))] == []


@pytest.mark.slow
def test_neither_has_the_page_of_a_debriefing_that_is_taken_along(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "out.html"
    stage = Stage(qtbot, tmp_path)
    VIEWS["debriefing"](stage, "The wait")
    stage.debriefed()
    debriefing = stage.desk.debriefing
    debriefing.unfold_button.click()
    assert [(terms, text) for text in read_in(debriefing) if (terms := terms_in(text))] == []
    debriefing.export.ask_where = lambda *_: target
    debriefing.export.page.click()
    assert terms_in(Page(target.read_text("utf-8")).text) == []


def test_a_term_in_the_window_is_found(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.window.tell("Your repair value is 12.")
    assert ["repair value"] in [terms_in(text) for text in read_in(stage.window)]
