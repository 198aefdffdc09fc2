"""One evening at the keyboard: a conversation, the three questions, its debriefing, another try, and a page to take along."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.messages.message import ENGLISH
from simulator.messages.sentences import another_try
from simulator.session.events import Chose, StayedSilent, Tagged
from simulator.session.remarks import RemarkKind
from simulator.session.vocabulary import Tag
from tests.builders import KIM
from tests.ui.hands import Hands
from tests.ui.looking_back import words
from tests.ui.stage import Stage

OWN = "I looked at the clock, and I am sorry."


def answers(stage: Stage) -> list[Chose | StayedSilent]:
    """What was answered in the newest conversation, as it is stored."""
    return [event for event in stage.events() if isinstance(event, Chose | StayedSilent)]


def test_a_trainee_plays_looks_back_tries_again_and_takes_a_page_along(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    hands = Hands(qtbot, stage.window)

    # The conversation, from the library on.
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
    tags = [event for event in stage.events() if isinstance(event, Tagged)]
    assert [(tag.tag, tag.afterthought) for tag in tags] == [(Tag.CONFRONTATION, False), (Tag.WITHDRAWAL, True)]
    hands.hold(Qt.Key.Key_3, "3", for_repeats=40)
    assert len(answers(stage)) == 1, "a held key is one answer"
    play = page.play
    assert play is not None
    while not play.session.ended:
        hands.press(Qt.Key.Key_3)
    qtbot.waitUntil(page.farewell.button.hasFocus)
    hands.press(Qt.Key.Key_Return)

    # What it was like, before anybody else says so.
    questions = stage.desk.questions
    qtbot.waitUntil(lambda: stage.desk.page is questions)
    hands.tab_to(questions.lost)
    hands.press(Qt.Key.Key_Down)
    hands.tab_to(next(iter(questions.pulls.values())))
    hands.press(Qt.Key.Key_Space)
    hands.tab_to(questions.keep)
    hands.press(Qt.Key.Key_Return)
    debriefing = stage.desk.debriefing
    qtbot.waitUntil(lambda: stage.desk.page is debriefing and debriefing._worth is not None)
    kinds = [remark.kind for remark in stage.store.remarks(stage.newest().header.id, KIM)]
    assert kinds.count(RemarkKind.OWN_READING) == 1
    qtbot.waitUntil(debriefing.readings.isVisible)

    # The sentence to say again, said otherwise.
    assert debriefing._worth is not None
    worst = debriefing._worth.worst
    assert worst is not None
    assert f"turn {worst.turn}" in debriefing.first.sentences.text().lower()
    hands.tab_to(debriefing._cards[worst.turn].again_button)
    hands.press(Qt.Key.Key_Return)
    before = stage.newest()
    question = stage.desk.tries.question
    assert stage.desk.page is question
    hands.type(OWN)
    QTest.keyClick(question.own.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    again = stage.page.play
    assert again is not None
    assert again.session.place.turn == worst.turn
    while not again.session.ended:
        hands.press(Qt.Key.Key_1)
    qtbot.waitUntil(stage.page.farewell.button.hasFocus)
    hands.press(Qt.Key.Key_Return)
    compared = stage.desk.tries.comparison
    qtbot.waitUntil(lambda: stage.desk.page is compared)
    told = words(compared)
    assert ENGLISH.say(another_try.TWO_WAYS(turn=worst.turn)) in told
    assert OWN in told
    assert stage.store.load(before.header.id).header.head == before.header.head, "the first course is as it was"

    # Something to take along.
    hands.tab_to(compared.look_back_button)
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage.desk.page is debriefing and debriefing._worth is not None)
    debriefing.export.ask_where = lambda *_: tmp_path / "evening.pdf"
    hands.tab_to(debriefing.export.pdf)
    hands.press(Qt.Key.Key_Return)
    assert (tmp_path / "evening.pdf").read_bytes().startswith(b"%PDF-")
