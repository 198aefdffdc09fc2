"""From the group to its reports and exports: a report of somebody, a table, what is due, and files that were saved elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.messages.sentences.disclaimers import NOT_VALIDATED
from tests.plain_words import terms_in
from tests.ui.crowding import crowded
from tests.ui.reviewing import files, take_in
from tests.ui.stage import Stage
from tests.ui.test_handing_in import words_of
from tests.ui.test_names_and_plain_text import nameless
from tests.ui.test_plain_words import read_in

_MONTHS_MS = 40 * 30 * 24 * 60 * 60 * 1000


@pytest.mark.slow
def test_reports_tables_and_what_is_kept_no_longer(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    review = take_in(stage, files(tmp_path / "inbox"))
    review.shelf.reports.click()
    page = review.reports.page
    assert review.page is page
    qtbot.waitUntil(lambda: page._document is not None)
    assert "3 conversations of 3 people, of all that was handed in so far." in words_of(page)
    assert crowded(stage.settled()) == []
    assert nameless(stage.shown()) == []
    assert [text for text in read_in(page) if terms_in(text)] == []

    # A report of one person, and two tables.
    page.whom.setCurrentIndex(2)
    page.whom.activated.emit(2)
    qtbot.waitUntil(lambda: "What Bo has handed in" in words_of(page))
    page.export.ask_where = lambda *_asked: tmp_path / "bo.html"
    page.export.page.click()
    saved = (tmp_path / "bo.html").read_text("utf-8")
    assert str(NOT_VALIDATED()).split("’")[0] in saved
    assert not [name for name in ("Ada", "Cleo") if name in saved]
    page.tables.ask_where = lambda *_asked: tmp_path / "all"
    page.tables.buttons["csv"].click()
    qtbot.waitUntil(lambda: "all.csv" in page.tables.told.text() and "Saved" in page.tables.told.text())
    assert (tmp_path / "all.csv").read_bytes().count(b"\r\n") == 4
    page.tables.ask_where = lambda *_asked: tmp_path / "gone" / "all.jsonl"
    page.tables.buttons["jsonl"].click()
    qtbot.waitUntil(lambda: "cannot be saved" in page.tables.told.text())

    # What was kept long enough is named, and deleted after one question.
    review._review.now_ms = lambda: stage.care.now_ms() + _MONTHS_MS
    page.keeping.months.setCurrentIndex(1)
    page.keeping.months.activated.emit(1)
    assert "3 conversations are due to be deleted, of 3 people:" in words_of(page.keeping)
    assert crowded(stage.settled()) == []
    page.keeping.deleting.delete_button.click()
    page.keeping.deleting.sure_button.click()
    qtbot.waitUntil(lambda: "3 conversations were deleted." in words_of(page.keeping))
    told = "\n".join(words_of(page.keeping))
    assert "bo.html" in told
    assert "all.csv" in told
    page.back.click()
    qtbot.waitUntil(lambda: not review.working)
    assert "Nothing was handed in yet" in review.shelf.told.text()


def test_deleting_somebody_names_the_files_that_were_saved(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    review = take_in(stage, files(tmp_path / "inbox"))
    review.reports._keeping.note_saved(tmp_path / "group.pdf", [review.shelf.cards[0].person.key])
    review.shelf.cards[0].deleting.delete_button.click()
    review.shelf.cards[0].deleting.sure_button.click()
    qtbot.waitUntil(lambda: not review.working and len(review.shelf.cards) == 2)
    assert any("group.pdf" in words for words in words_of(review.shelf))
