"""An instructor at the Review desk: what is said first, what would be taken in, and one conversation with comments."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.messages.sentences import handed_in
from simulator.messages.sentences import review as review_words
from simulator.services.this_group import Part
from simulator.ui.review.desk import ReviewDesk
from tests.plain_words import terms_in
from tests.ui.crowding import crowded
from tests.ui.reviewing import files, reviewing, take_in
from tests.ui.stage import Stage
from tests.ui.test_handing_in import words_of
from tests.ui.test_names_and_plain_text import nameless
from tests.ui.test_plain_words import read_in


def terms(page: QWidget) -> list[object]:
    """Terms on a page that nobody has to know."""
    return [(found, text) for text in read_in(page) if (found := terms_in(text))]


@pytest.mark.slow
def test_from_the_first_opening_to_a_comment_on_a_turn(qtbot: QtBot, tmp_path: Path) -> None:
    folder = files(tmp_path / "inbox")
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.window.review_button.click()
    review = stage.window.review_desk
    assert review is not None
    assert review.page is review.before
    # Three points and no more, of which none says again what another has said.
    title, *points = words_of(review.before)
    assert title == str(review_words.BEFORE_TITLE())
    assert points == list(map(str, (handed_in.NO_GRADES(), review_words.BEFORE_MORE(), review_words.BEFORE_TRAINING())))
    assert nameless(stage.shown()) == []
    review.before.button.click()
    qtbot.waitUntil(lambda: not review.working)
    assert "Nothing was handed in yet" in review.shelf.told.text()

    # What would be taken in is shown first; of whom the words were not compared, nothing is taken in.
    review.ask_folder = lambda *_asked: folder
    review.shelf.open_folder.click()
    qtbot.waitUntil(lambda: review.page is review.take_in)
    page = review.take_in
    assert [card.name.text() for card in page.new_people] == ["Ada", "Bo", "Cleo"]
    assert any("cut.attune-session" in words for words in words_of(page))
    assert not page.take_in.isEnabled()
    assert terms(page) == []
    assert crowded(stage.settled()) == []
    assert nameless(stage.shown()) == []
    for card in page.new_people[:2]:
        card.compared.setChecked(True)
    page.new_people[0].name.setText("Zadie")
    assert "2 conversations would be taken in. 1 waits" in page.told.text()
    page.take_in.click()
    qtbot.waitUntil(lambda: review.page is review.shelf and not review.working)
    assert [card.person.name for card in review.shelf.cards] == ["Bo", "Zadie"]
    assert crowded(stage.settled()) == []

    _read_and_comment(stage, review)


def _read_and_comment(stage: Stage, review: ReviewDesk) -> None:
    """From what was handed in to a conversation, a comment on a turn of it, and its end."""
    qtbot = stage.qtbot
    review.shelf.cards[1].buttons[0].click()
    qtbot.waitUntil(lambda: review.page is review.__dict__.get("session"))
    session = review.session
    shown = words_of(session)
    assert "Zadie" in shown
    assert terms(session) == []
    assert any("Verified" in words for words in shown)
    assert nameless(stage.shown()) == []
    box = session.comments[2]
    box.button.click()
    box.text.setPlainText("What was this silence like for you?")
    box.keep.click()
    qtbot.waitUntil(box.told.isVisible)
    document = session.document()
    assert document is not None
    assert "What was this silence like for you?" in str(document)
    session.back.click()
    qtbot.waitUntil(lambda: not review.working)
    review.shelf.cards[1].buttons[0].click()
    qtbot.waitUntil(lambda: review.page is session)
    assert session.comments[2].text.toPlainText() == "What was this silence like for you?"

    # The desk is left as it was, and does not begin with the sentence again.
    stage.window.practice_button.click()
    stage.window.review_button.click()
    assert review.page is session
    session.back.click()
    qtbot.waitUntil(lambda: not review.working)
    review.shelf.cards[1].deleting.delete_button.click()
    review.shelf.cards[1].deleting.sure_button.click()
    qtbot.waitUntil(lambda: not review.working and len(review.shelf.cards) == 1)
    assert not list((stage.care.folder / "handed-in").glob("*.remarks"))


@pytest.mark.slow
def test_the_group_page_comes_first_and_can_be_changed_kept_and_printed(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    review = take_in(stage, files(tmp_path / "inbox"))
    stage.window.practice_button.click()
    stage.window.review_button.click()
    stage.window.review_button.click()
    qtbot.waitUntil(lambda: review.page is review.group and not review.working)
    page = review.group
    assert terms(page) == []
    assert page.cards[0].proposal.part is Part.STRENGTH
    assert crowded(stage.settled()) == []
    assert nameless(stage.shown()) == []
    words = "\n".join(words_of(page))
    names = [name.text() for name in page.names]
    assert all(name in names for name in ("Ada", "Bo", "Cleo"))
    told = "\n".join(line for card in page.cards for line in words_of(card))
    assert not [name for name in ("Ada", "Bo", "Cleo") if name in told]
    assert "of 5" not in told
    assert "A question for the group" in words

    sign = next(card for card in page.cards if card.proposal.part is Part.SIGN)
    first = sign.proposal.key
    sign.pin.click()
    qtbot.waitUntil(lambda: not review.working)
    kept = next(card for card in page.cards if card.proposal.key == first)
    assert kept.proposal.pinned
    qtbot.waitUntil(lambda: stage.window.focusWidget() is kept.pin)
    page.cards[0].leave_out.click()
    qtbot.waitUntil(lambda: not review.working)
    assert Part.STRENGTH not in [card.proposal.part for card in page.cards]
    question = page.cards[-1]
    question.another.setFocus()
    question.another.click()
    qtbot.waitUntil(lambda: not review.working)
    assert page.cards[-1].proposal.key != question.proposal.key
    qtbot.waitUntil(lambda: stage.window.focusWidget() is page.cards[-1].another)
    target = tmp_path / "thursday.html"
    page.export.ask_where = lambda *_asked: target
    page.export.page.click()
    assert "These numbers" not in (saved := target.read_text("utf-8"))
    assert "not for hiring" in saved
    assert page.export.told.text() == f"Saved as “{target}”."
    assert [one.path for one in review._keeping.keeping.saved] == [str(target)]
    page.back.click()
    qtbot.waitUntil(lambda: not review.working)
    assert page.cards[0].proposal.part is Part.STRENGTH
    page.met.click()
    qtbot.waitUntil(lambda: not review.working and not page.cards)
    assert "Nobody yet." in words_of(page)


def test_files_that_are_dropped_on_the_desk_are_looked_at(qtbot: QtBot, tmp_path: Path) -> None:
    folder = files(tmp_path / "inbox")
    stage = Stage(qtbot, tmp_path)
    stage.show()
    review = reviewing(stage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "Bo.attune-session"))])
    act, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), act, data, button, key)
    review.dragEnterEvent(entering)
    assert entering.isAccepted()
    review.dropEvent(QDropEvent(QPoint(5, 5), act, data, button, key))
    qtbot.waitUntil(lambda: review.page is review.take_in)
    assert [card.name.text() for card in review.take_in.new_people] == ["Bo"]
