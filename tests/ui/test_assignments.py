"""An assignment from the Review desk to a trainee and back: made, dropped, accepted, held, handed in, and who has not yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.messages.sentences import assignments as say
from simulator.session.vocabulary import Mode, Tag
from simulator.ui.dropping import take_dropped
from tests.plain_words import terms_in
from tests.ui.crowding import crowded
from tests.ui.reviewing import reviewing
from tests.ui.stage import Stage
from tests.ui.test_handing_in import words_of
from tests.ui.test_names_and_plain_text import nameless
from tests.ui.test_plain_words import read_in


@pytest.mark.slow
def test_from_the_instructor_to_the_trainee_and_back(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    file = tmp_path / "first.attune-assignment"
    _make(stage, file)
    _hold_and_hand_in(stage, file, tmp_path / "out")
    _see_who_has_handed_in(stage, tmp_path / "out")


def _make(stage: Stage, file: Path) -> None:
    review = reviewing(stage)
    review.shelf.assignments.click()
    page = review.assignments.page
    assert review.page is page
    page.make.click()
    assert page.missing.text() == str(say.NO_NAME())
    page.title.setText("First hours")
    page.by.setText("Dr N.")
    page.scenarios["the-wait"].setChecked(True)
    page.ask_where = lambda *_asked: file
    assert crowded(stage.settled()) == []
    assert nameless(stage.shown()) == []
    assert [text for text in read_in(page) if terms_in(text)] == []
    page.make.click()
    assert file.is_file()
    assert str(say.NOBODY()) in words_of(page)


def _hold_and_hand_in(stage: Stage, file: Path, folder: Path) -> None:
    take_dropped(stage.window, [file])
    page = stage.desk.assignments
    assert stage.desk.page is page
    assert page.offered is not None
    assert "Dr N. asks you: First hours" in words_of(page)
    assert page.cards == []
    assert crowded(stage.settled()) == []
    assert nameless(stage.shown()) == []
    assert [text for text in read_in(page) if terms_in(text)] == []
    page.offered.accept.click()
    stage.qtbot.waitUntil(lambda: len(page.cards) == 1)
    card = page.cards[0]
    assert card.hand_in.isHidden()
    card.begin["the-wait"].click()
    stage.qtbot.waitUntil(lambda: stage.desk.page is stage.desk.conversation)
    assert stage.newest().started.mode is Mode.PRACTISE
    while stage.page._play is not None and not stage.page._play.session.ended:
        stage.page.tags.buttons[Tag.NOTHING].click()
        stage.page.choices.press(1)
    stage.go_home()
    stage.desk.library.earlier_button.click()
    stage.desk.earlier.assignments.click()
    stage.qtbot.waitUntil(lambda: bool(page.cards) and page.cards[0].hand_in.isVisible())
    page.cards[0].hand_in.click()
    assert page.hand_in is not None
    stage.qtbot.waitUntil(page.hand_in.save.isEnabled)
    assert crowded(stage.settled()) == []
    assert nameless(stage.shown()) == []
    folder.mkdir()
    page.ask_folder = lambda *_asked: folder
    page.hand_in.save.click()
    assert len(list(folder.iterdir())) == 2
    assert "1 conversation and your answer" in page.hand_in.told.text()


def _see_who_has_handed_in(stage: Stage, folder: Path) -> None:
    stage.window.review_button.click()
    review = stage.window.review_desk
    assert review is not None
    review.open_paths([folder])
    stage.qtbot.waitUntil(lambda: review.page is review.take_in)
    (card,) = review.take_in.new_people
    assert any("The files hold an answer to your assignment “First hours”" in words for words in words_of(card))
    assert not review.take_in.take_in.isEnabled()
    card.compared.setChecked(True)
    review.take_in.take_in.click()
    stage.qtbot.waitUntil(lambda: review.page is review.shelf and not review.working)
    review.shelf.assignments.click()
    assert "Everything handed in: Kim" in words_of(review.assignments.page)


def test_a_file_that_is_no_assignment_is_told_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    file = tmp_path / "broken.attune-assignment"
    file.write_bytes(b"attune/assignment/1\n{}\n")
    take_dropped(stage.window, [file])
    assert stage.notice == str(say.NOT_AS_WRITTEN())
    assert stage.desk.assignments.offered is None
