"""One evening at the keyboard: a conversation, the three questions, its debriefing, another try, and a page to take along."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.messages.message import ENGLISH
from simulator.messages.sentences import another_try
from simulator.session.events import Chose, Tagged
from simulator.session.remarks import RemarkKind
from simulator.session.vocabulary import Tag
from tests.builders import KIM
from tests.ui.hands import Hands
from tests.ui.looking_back import words
from tests.ui.stage import Stage

OWN = "I looked at the clock, and I am sorry."


@pytest.mark.slow
def test_a_trainee_plays_looks_back_tries_again_and_takes_a_page_along(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    hands = Hands(qtbot, stage.window)
    _play(stage, hands)
    _answer_the_three_questions(stage, hands)
    _say_the_worst_sentence_again(stage, hands)
    _take_a_page_along(stage, hands, tmp_path / "evening.pdf")


def _play(stage: Stage, hands: Hands) -> None:
    """From the library to the last word, with another tag after the first and a key that is held."""
    hands.tab_to(stage.card("The wait").open_button)
    hands.press(Qt.Key.Key_Return)
    hands.tab_to(stage.desk.briefing.begin_button)
    hands.press(Qt.Key.Key_Return)
    page = stage.page
    hands.press(Qt.Key.Key_C)
    first_told = page.tags.answer.text()
    assert first_told
    hands.press(Qt.Key.Key_W)
    assert page.tags.answer.text() == first_told, "in Learn the first tag is the one that is answered"
    tags = [(event.tag, event.afterthought) for event in stage.events() if isinstance(event, Tagged)]
    assert tags == [(Tag.CONFRONTATION, False), (Tag.WITHDRAWAL, True)]
    hands.hold(Qt.Key.Key_3, "3", for_repeats=40)
    assert sum(isinstance(event, Chose) for event in stage.events()) == 1, "a held key is one answer"
    _play_on(stage, hands, Qt.Key.Key_3)


def _play_on(stage: Stage, hands: Hands, key: Qt.Key) -> None:
    """The same answer to the end of the hour, and past the patient's last word."""
    page = stage.page
    play = page.play
    assert play is not None
    while not play.session.ended:
        hands.press(key)
    stage.qtbot.waitUntil(page.farewell.button.hasFocus)
    hands.press(Qt.Key.Key_Return)


def _answer_the_three_questions(stage: Stage, hands: Hands) -> None:
    questions = stage.desk.questions
    stage.qtbot.waitUntil(lambda: stage.desk.page is questions)
    hands.tab_to(questions.lost)
    hands.press(Qt.Key.Key_Down)
    hands.tab_to(next(iter(questions.pulls.values())))
    hands.press(Qt.Key.Key_Space)
    hands.tab_to(questions.keep)
    hands.press(Qt.Key.Key_Return)
    stage.debriefed()
    kinds = [remark.kind for remark in stage.store.remarks(stage.newest().header.id, KIM)]
    assert kinds.count(RemarkKind.OWN_READING) == 1
    stage.qtbot.waitUntil(stage.desk.debriefing.readings.isVisible)


def _say_the_worst_sentence_again(stage: Stage, hands: Hands) -> None:
    before, worst = stage.newest().header, stage.debriefed().worst
    assert worst is not None
    assert f"turn {worst.turn}" in stage.desk.debriefing.first.sentences.text().lower()
    hands.tab_to(stage.desk.debriefing._cards[worst.turn].again_button)
    hands.press(Qt.Key.Key_Return)
    question = stage.desk.tries.question
    assert stage.desk.page is question
    hands.type(OWN)
    QTest.keyClick(question.own.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    again = stage.page.play
    assert again is not None
    assert again.session.place.turn == worst.turn
    _play_on(stage, hands, Qt.Key.Key_1)
    compared = stage.desk.tries.comparison
    stage.qtbot.waitUntil(lambda: stage.desk.page is compared)
    told = words(compared)
    assert ENGLISH.say(another_try.TWO_WAYS(turn=worst.turn)) in told
    assert OWN in told
    assert stage.store.load(before.id).header.head == before.head, "the first course is as it was"
    hands.tab_to(compared.look_back_button)
    hands.press(Qt.Key.Key_Return)


def _take_a_page_along(stage: Stage, hands: Hands, target: Path) -> None:
    stage.debriefed()
    export = stage.desk.debriefing.export
    export.ask_where = lambda *_: target
    hands.tab_to(export.pdf)
    hands.press(Qt.Key.Key_Return)
    assert target.read_bytes().startswith(b"%PDF-")
