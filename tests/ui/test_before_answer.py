"""What one notes before an answer: folded away, never asked for, kept with the answer, told afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.services.before_answering import Noted
from simulator.services.own_reading import Pull
from simulator.session.ids import PersonId
from simulator.session.vocabulary import Mode, Tag
from simulator.ui.practice.conversation import ConversationPage
from tests.builders import KIM
from tests.ui.hands import Hands
from tests.ui.looking_back import words
from tests.ui.stage import Stage
from tests.ui.store_hands import ForgetfulStore


def note(page: ConversationPage) -> None:
    """Open the fold and note all there is."""
    page.before.button.click()
    page.before.pulls.buttons[1].click()
    page.before.words.setText("I lost you just then.")
    page.before.sure.buttons[2].click()


@pytest.mark.parametrize("mode", list(Mode))
def test_it_is_folded_away_until_somebody_wants_it(qtbot: QtBot, tmp_path: Path, mode: Mode) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down(mode=mode)
    assert not page.before.isVisible()
    hands = Hands(qtbot, stage.window)
    hands.press("M")
    assert page.before.isVisible()
    assert page.before.pulls.buttons[0].hasFocus()
    hands.press("M")
    assert not page.before.isVisible()
    assert page.transcript.hasFocus()


def test_letters_and_digits_in_own_words_answer_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    hands = Hands(qtbot, stage.window)
    page.before.button.click()
    hands.tab_to(page.before.words)
    hands.type("WS1")
    assert page.before.words.text().upper() == "WS1"
    assert len(stage.events()) == 1
    hands.press(Qt.Key.Key_Return)
    assert page.transcript.hasFocus()
    hands.press("1")
    assert len(stage.events()) == 2


def test_it_is_kept_with_the_answer_and_stands_in_the_debriefing(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down(mode=Mode.PRACTISE)
    page.tags.buttons[Tag.WITHDRAWAL].click()
    page.choices.press(1)
    note(page)
    assert page.before.button.text() == "Noted"
    page.tags.buttons[Tag.NOTHING].click()
    page.choices.press(1)
    assert page.before.noted == Noted(), "the next moment begins anew"
    practice = stage.practice_for(PersonId(KIM))
    assert practice.noted_before(stage.store, stage.newest().header.id) == (
        (2, Noted(Pull.EXPLAIN, "I lost you just then.", 3)),
    )
    stage.debrief()
    card = stage.desk.debriefing.noted
    qtbot.waitUntil(card.isVisible)
    assert "You felt pulled to explain." in words(card)
    assert "In your own words: “I lost you just then.”" in words(card)
    assert "How sure you were of your answer: fairly." in words(card)


def test_where_nothing_was_noted_the_debriefing_says_nothing_of_it(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.sit_down().choices.press(1)
    stage.debrief()
    assert stage.desk.debriefing.noted.isHidden()


def test_what_was_noted_stays_when_the_answer_cannot_be_kept(qtbot: QtBot, tmp_path: Path) -> None:
    store = ForgetfulStore()
    stage = Stage(qtbot, tmp_path, store=store)
    stage.show()
    page = stage.sit_down()
    note(page)
    store.refused_steps = 1
    page.choices.press(1)
    assert page.before.noted == Noted(Pull.EXPLAIN, "I lost you just then.", 3)
    page.choices.press(1)
    assert len(store.remarks(stage.newest().header.id, PersonId(KIM))) == 3


def test_a_word_that_is_pressed_again_holds_no_more(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down()
    page.before.pulls.buttons[0].click()
    page.before.pulls.buttons[3].click()
    assert page.before.noted == Noted(Pull.CORRECT)
    page.before.pulls.buttons[3].click()
    assert page.before.noted == Noted()
