"""A conversation is deleted from the list of earlier ones: asked in its place, kept by default, and then gone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.storage.sqlite import MemorySessionStore
from tests.ui.earlier import TITLE, listed, opened, with_three_scenarios, words
from tests.ui.hands import Hands
from tests.ui.stage import Stage
from tests.ui.store_hands import FULL, HeldHands
from tests.ui.stored import STOP, keep, session_of, small


def test_deleting_is_asked_in_its_place_and_kept_by_default(qtbot: QtBot, tmp_path: Path) -> None:
    stage = with_three_scenarios(qtbot, tmp_path)
    page = opened(stage)
    card = list(page.cards.values())[1]
    hands = Hands(qtbot, stage.window)
    hands.tab_to(card.delete_button)
    hands.press(Qt.Key.Key_Return)
    stage.shown()
    assert "Delete this conversation for good, with your note on it?" in words(card)
    assert hands.focus is card.keep_button
    hands.press(Qt.Key.Key_Return)
    assert hands.focus is card.delete_button
    assert "Delete this conversation for good" not in words(card)
    assert len(stage.headers()) == len(page.cards) == 4


def test_a_deleted_conversation_is_gone_from_the_store_and_from_the_counts(qtbot: QtBot, tmp_path: Path) -> None:
    stage = with_three_scenarios(qtbot, tmp_path)
    page = opened(stage)
    unfinished, next_one = list(page.cards.values())[:2]
    hands = Hands(qtbot, stage.window)
    unfinished.delete_button.click()
    hands.tab_to(unfinished.sure_button)
    hands.press(Qt.Key.Key_Return)
    assert unfinished.header.id not in {header.id for header in stage.headers()}
    assert listed(page)[0] == "The ferry · Stopped before the end"
    assert hands.focus is next_one.open_button
    page.back.click()
    assert stage.card(TITLE)._facts.text().endswith("\n1 conversation")
    assert stage.card(TITLE).first_button is stage.card(TITLE).open_button


def test_after_the_last_one_the_page_says_that_there_is_none(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    keep(stage.store, session_of(small(), "own-clock", STOP))
    page = opened(stage)
    (card,) = page.cards.values()
    card.delete_button.click()
    card.sure_button.click()
    stage.shown()
    assert "There is no earlier conversation here yet." in words(page)
    assert page.back.hasFocus()
    assert stage.headers() == ()


def test_what_could_not_be_deleted_stands_there_as_before(qtbot: QtBot, tmp_path: Path) -> None:
    store = MemorySessionStore()
    keep(store, session_of(small(), "own-clock", STOP))
    hands = HeldHands(store)
    stage = Stage(qtbot, tmp_path, store=store, hands=hands)
    stage.show()
    hands.let_all()
    page = stage.desk.earlier
    stage.desk.show_earlier()
    hands.let_all()
    (card,) = page.cards.values()
    card.delete_button.click()
    card.sure_button.click()
    card.sure_button.click()
    assert hands.waiting == 1, "said once"
    hands.refuse_next = True
    hands.let_all()
    assert stage.notice == FULL
    assert len(stage.headers()) == 1
    card.sure_button.click()
    hands.let_all()
    assert stage.headers() == ()
    assert page.cards == {}
