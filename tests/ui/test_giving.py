"""A colleague opens what was given, plays it blind, and sends comments back, which stand at their lines in the editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.ui.studio.editor.page import EditorPage
from simulator.ui.widgets.buttons import Button
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import Stage
from tests.ui.studios import words

FILE, COMMENT = "the-wait.yaml", "Nobody says it like this."


def at_the_studio(qtbot: QtBot, folder: Path, **files: str) -> Stage:
    folder.mkdir()
    stage = Stage(qtbot, folder, scenarios=files)
    stage.show()
    stage.window.studio_button.click()
    return stage


@pytest.mark.slow
def test_from_giving_to_a_comment_at_its_line(qtbot: QtBot, tmp_path: Path) -> None:
    package, sent = tmp_path / "the-wait.zip", tmp_path / "comments.json"
    author = at_the_studio(qtbot, tmp_path / "author", **{FILE: WAIT})
    give(author, package)
    play_and_comment(at_the_studio(qtbot, tmp_path / "colleague"), package, sent)
    read_comments(author, sent)

    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK")
    author.studio.bring([broken])
    assert "is damaged" in author.window._notice.words.text()
    assert author.studio.page is author.studio.editor


def give(author: Stage, package: Path) -> None:
    """Save the file to give from the editor."""
    author.row("The wait").edit_button.click()
    page, sheet = author.studio.editor, package.with_name("sheet.html")
    assert page is not None
    page.head.tools_button.click()
    press(page, "Print or save to read")
    page.tools.printing.sheet.ask_where = lambda *_asked: sheet
    page.tools.printing.sheet.page.click()
    assert "I looked at the clock" in sheet.read_text("utf-8")
    page.head.tools_button.click()
    press(page, "Give to a colleague")
    assert page.tools.printing.isHidden()
    assert page.tools.giving.name.hasFocus()
    page.tools.giving.name.setText("Kim")
    page.tools.giving.ask_where = lambda *_asked: package
    page.tools.giving.save.click()
    assert str(package) in words(page.tools.giving)


def press(page: EditorPage, words: str) -> None:
    next(button for button in page.findChildren(Button) if button.text() == words).click()


def play_and_comment(colleague: Stage, package: Path, sent: Path) -> None:
    """Play what was given, comment on a line, send it back, and look inside."""
    visit = colleague.studio.given
    visit.ask_which = lambda *_asked: (package,)
    colleague.studio.shelf.open_button.click()
    blind = visit.blind
    assert blind is not None
    assert colleague.studio.page is blind
    assert "The wait, played blind" in words(blind)
    assert "Kim asks you" in words(blind)
    assert blind.choices()[0].hasFocus()
    assert not blind.inside.isEnabled()
    blind.choices()[0].click()
    number = next(n for n in range(blind.lines.count()) if blind.lines.item(n).text().startswith("You: "))
    blind.lines.setCurrentRow(number)
    blind.words.setPlainText(COMMENT)
    blind.add.click()
    assert "One comment" in words(blind)
    while blind.silent.isEnabled():
        blind.silent.click()
    blind.name.setText("Ruth")
    visit.ask_where = lambda *_asked: sent
    blind.save.click()
    assert "Send this file back to Kim." in words(blind)
    blind.inside.click()
    opened = colleague.studio.editor
    assert opened is not None
    assert opened.title == "The wait"
    assert opened.file.reading.scenario is not None


def read_comments(author: Stage, sent: Path) -> None:
    """Open the comments that came back, go to the line, and be done with it."""
    page = author.studio.editor
    assert page is not None
    panel = page.tools.giving
    author.studio.bring([sent])
    author.qtbot.waitUntil(lambda: COMMENT in words(panel))
    ((came, go, done),) = panel.rows
    assert go is not None
    go.click()
    line = page.text.area.textCursor().blockNumber()
    assert came.line == line + 1
    assert page.file.source.text.split("\n")[line].strip() == f"{came.comment.place[-1]}:"
    done.click()
    author.qtbot.waitUntil(lambda: "No comment has come back yet." in words(panel))
