"""A conversation is handed in, corrected, given back and answered, all from the window; the answer stands beside the correction."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.scoring.competency import Competency
from simulator.ui.came_back_card import CameBackCard
from tests.ui.crowding import crowded
from tests.ui.reviewing import take_in
from tests.ui.stage import Stage
from tests.ui.test_correcting import open_session, shown_in
from tests.ui.test_handing_in import handing_in, held
from tests.ui.test_names_and_plain_text import nameless
from tests.ui.test_review_desk import terms


def own_data(stage: Stage) -> CameBackCard:
    """To one's own data in the settings."""
    stage.window.practice_button.click()
    stage.window.settings_button.click()
    settings = stage.window.settings_page
    assert settings is not None
    stage.qtbot.waitUntil(lambda: bool(settings.own_data.handed_out.buttons))
    return settings.own_data.came_back


def _hand_in(stage: Stage, folder: Path) -> None:
    held(stage)
    page = handing_in(stage)
    page.to.setText("Dr N.")
    page.ask_where = lambda *_asked: folder / "mine.attune-session"
    page.save.click()
    stage.qtbot.waitUntil(lambda: "Saved" in page.told.text())
    stage.desk.show_library()


def _give_back(stage: Stage, folder: Path, file: Path) -> None:
    review = take_in(stage, folder)
    open_session(stage, review)
    session = review.session
    fold = session.ratings[Competency.DEPTH]
    fold.fold.set_open(True)
    fold.numbers[5].click()
    fold.reason.setPlainText("More came of it than the page says.")
    fold.name.setEditText("Dr N.")
    fold.keep.click()
    stage.qtbot.waitUntil(lambda: session.ratings[Competency.DEPTH] is not fold and not review.working)
    session.giving.ask_where = lambda *_asked: file
    session.giving.name.setEditText("Dr N.")
    session.giving.give.click()
    stage.qtbot.waitUntil(file.exists)
    assert "six words" in session.giving.told.text()
    assert terms(session) == []


@pytest.mark.slow
def test_a_correction_comes_back_and_is_answered(qtbot: QtBot, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    given, answers = tmp_path / "given.attune-remarks", inbox / "answers.attune-remarks"
    stage = Stage(qtbot, tmp_path)
    stage.show()
    _hand_in(stage, inbox)
    _give_back(stage, inbox, given)

    # Nothing has come back before the file was opened; what is no such file is refused in words.
    card = own_data(stage)
    stage.window.settings_page.own_data.handed_out.buttons[0].click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "Nothing has come back" in shown_in(card))
    card.ask_files = lambda *_asked: (inbox / "mine.attune-session",)
    card.open.click()
    qtbot.waitUntil(card.told.isVisible)
    card.ask_files = lambda *_asked: (given,)
    card.open.click()
    qtbot.waitUntil(lambda: bool(card.fields))
    shown = shown_in(card)
    assert "Dr N. gives this back" in shown
    assert "More came of it than the page says." in shown
    assert terms(card) == []
    assert nameless(stage.shown()) == []
    assert crowded(stage.settled()) == []
    field = card.fields[0]
    field.text.setPlainText("I thought so too.")
    field.keep.click()
    qtbot.waitUntil(card.save.isVisible)
    assert "I thought so too." in shown_in(card)
    card.ask_where = lambda *_asked: answers
    card.save.click()
    qtbot.waitUntil(answers.exists)

    # The answer stands beside the correction.
    review = stage.window.review_desk
    assert review is not None
    stage.window.review_button.click()
    review.open_paths([answers])
    qtbot.waitUntil(lambda: review.page is review.take_in)
    assert "1 file with answers would be taken in." in review.take_in.told.text()
    assert terms(review.take_in) == []
    review.take_in.take_in.click()
    qtbot.waitUntil(lambda: review.page is review.shelf and not review.working)
    open_session(stage, review)
    assert "I thought so too." in shown_in(review.session.ratings[Competency.DEPTH])
