"""Say it differently from here: the question first, the conversation from there, both courses, and one thing to practise."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.messages.message import ENGLISH
from simulator.messages.sentences import another_try as say
from simulator.messages.sentences import practice_goal as goals
from simulator.services.goal_proposal import Proposal
from simulator.session.remarks import RemarkKind
from simulator.session.store import STOPPED
from simulator.session.vocabulary import Mode
from simulator.ui.practice.another_try_page import AnotherTryPage
from simulator.ui.practice.comparison_page import ComparisonPage
from simulator.ui.practice.goal_question_page import GoalQuestionPage
from tests.builders import KIM
from tests.ui.looking_back import words
from tests.ui.small_scenarios import WAIT, named
from tests.ui.stage import Stage
from tests.ui.stored import STOP, keep, session_of, small

OWN = "I looked at the clock, and I am sorry."
TWO = {
    "the-wait.yaml": WAIT,
    "the-tram.yaml": named("the-tram", "The tram").replace("ines-carvalho", "daniel-osei"),
}


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Stage:
    stage = Stage(qtbot, tmp_path, scenarios=TWO)
    stage.show()
    return stage


def held(stage: Stage, number: int = 2) -> None:
    """A conversation from its briefing to its debriefing."""
    stage.sit_down()
    stage.answer_until_debriefing(number)


def ask(stage: Stage, turn: int) -> AnotherTryPage:
    stage.desk.debriefing._cards[turn].again_button.click()
    assert stage.desk.page is stage.desk.tries.question
    return stage.desk.tries.question


def finish(stage: Stage, number: int) -> ComparisonPage:
    page = stage.page
    play = page._play
    assert play is not None
    while not play.session.ended:
        page.choices.press(number)
    page.farewell.button.click()
    stage.qtbot.waitUntil(lambda: stage.desk.page is stage.desk.tries.comparison)
    return stage.desk.tries.comparison


def said(sentence: object, **values: object) -> str:
    return ENGLISH.say(sentence(**values))  # type: ignore[operator]


def test_nobody_comes_to_the_answers_without_having_been_asked_for_their_own_words(stage: Stage) -> None:
    held(stage)
    before = stage.headers()
    page = ask(stage, 2)
    assert stage.headers() == before, "nothing has begun yet"
    shown = words(page)
    assert said(say.QUESTION) in shown
    assert page.own.text.hasFocus()
    page.go_on.click()
    assert stage.page._play is not None
    assert stage.page._play.session.place.turn == 2
    origin = stage.headers()[0].origin
    assert origin is not None
    assert origin.session == before[0].id
    assert stage.store.remarks(stage.headers()[0].id, KIM) == (), "it may stay empty"


@pytest.mark.slow
def test_by_keyboard_from_the_question_to_the_answers_with_own_words(stage: Stage) -> None:
    held(stage)
    page = ask(stage, 1)
    QTest.keyClicks(page.own.text, OWN)
    QTest.keyClick(page.own.text, Qt.Key.Key_Tab)
    assert page.aloud.hasFocus()
    QTest.keyClick(page.aloud, Qt.Key.Key_Space)
    QTest.keyClick(page.aloud, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stage.page.isVisible()
    (remark,) = stage.store.remarks(stage.headers()[0].id, KIM)
    assert (remark.kind, dict(remark.values)) == (RemarkKind.OWN_WORDS, {"text": OWN, "aloud": True})


@pytest.mark.slow
def test_who_does_not_go_on_is_back_where_they_were_and_nothing_has_begun(stage: Stage) -> None:
    held(stage)
    before = stage.headers()
    ask(stage, 1).other.click()
    assert stage.desk.page is stage.desk.debriefing
    assert stage.headers() == before
    assert ask(stage, 1).own.words == ""


def test_at_its_end_both_courses_stand_side_by_side(stage: Stage) -> None:
    held(stage, 3)
    first = stage.newest()
    page = ask(stage, 2)
    page.own.show_words(OWN)
    page.go_on.click()
    play = stage.page._play
    assert play is not None
    compared = finish(stage, 1)
    shown = words(compared)
    assert said(say.TWO_WAYS, turn=2) in shown
    assert OWN in shown
    for exchange in play.session.exchanges[1:]:
        assert exchange.words in shown
    assert len(compared._pairs) >= len(play.session.exchanges)
    assert compared.chart.accessibleDescription().count("start: ") == 2
    compared.look_back_button.click()
    stage.qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)
    assert stage.store.load(first.header.id).header.head == first.header.head, "the first one is as it was"


@pytest.mark.slow
def test_from_the_comparison_once_more_from_the_same_place(stage: Stage) -> None:
    held(stage, 3)
    first = stage.headers()[0].id
    ask(stage, 2).go_on.click()
    finish(stage, 1).again_button.click()
    stage.qtbot.waitUntil(lambda: stage.desk.page is stage.desk.tries.question)
    place = stage.desk.tries.question._place
    assert place is not None
    assert (place.session, place.turn) == (first, 2)
    stage.desk.tries.question.other.click()
    assert stage.desk.page is stage.desk.tries.comparison


@pytest.mark.slow
def test_the_same_kind_of_moment_is_offered_with_someone_else(stage: Stage) -> None:
    held(stage, 3)
    ask(stage, 1).go_on.click()
    compared = finish(stage, 1)
    assert compared.offer.isVisibleTo(compared)
    offered = compared._offered
    assert offered is not None
    assert offered.card.patient_name != "Ines Carvalho"
    assert "withdrawal" in offered.card.families
    compared.offer_button.click()
    assert stage.desk.page is stage.desk.briefing
    assert stage.desk._scenario is not None
    assert stage.desk._scenario.id == offered.card.id


@pytest.mark.slow
def test_a_try_is_marked_in_the_library_and_among_the_earlier_conversations(stage: Stage) -> None:
    held(stage, 3)
    ask(stage, 2).go_on.click()
    finish(stage, 1)
    stage.go_home()
    card = stage.card("The wait")
    assert "1 conversation" in card._facts.text()
    assert "1 other try" in card._facts.text()
    assert "repaired" not in card._facts.text(), "what another try came to is not held up as the best"
    stage.desk.show_earlier()
    newest, oldest = list(stage.desk.earlier.cards.values())
    assert "another try from turn 2" in words(newest)
    assert "another try" not in words(oldest)


def test_stepping_back_in_a_conversation_asks_first_and_then_stops_it(stage: Stage) -> None:
    page = stage.sit_down()
    page.choices.press(2)
    play = page._play
    assert play is not None
    stage.desk.step_back(play)
    stage.desk.tries.question.other.click()
    assert stage.desk.page is stage.desk.conversation, "back in the conversation, as it was"
    assert stage.store.load(play.id).header.verdict == ""
    stage.desk.step_back(play)
    stage.desk.tries.question.go_on.click()
    assert stage.store.load(play.id).header.verdict == STOPPED
    assert stage.page._play is not None
    assert stage.page._play.session.place.turn == 1


# One thing to practise


def goal_of(stage: Stage) -> str:
    """What is taken along, once it was worked out."""
    card = stage.desk.debriefing.goal
    stage.qtbot.waitUntil(lambda: card.isEnabled() and bool(card.goal.words))
    return card.goal.words


@pytest.mark.slow
def test_the_one_thing_to_practise_stands_in_the_next_briefing_and_is_asked_about_after_it(stage: Stage) -> None:
    held(stage, 3)
    proposed = goal_of(stage)
    mine = "When she goes quiet, I say that I looked at the clock."
    card = stage.desk.debriefing.goal
    assert words(card).count(said(goals.STANDS)) == 1
    card.goal.show_words(mine)
    card.keep.click()
    kept = [r for r in stage.store.remarks_by(KIM) if r.kind == RemarkKind.TO_PRACTISE]
    assert [(r.values["text"], r.values["proposed"]) for r in kept] == [(proposed, True), (mine, False)]
    stage.go_home()
    stage.brief("The tram")
    assert mine in words(stage.desk.briefing.goal)
    stage.desk.briefing.begin_button.click()
    page = stage.page
    play = page._play
    assert play is not None
    while not play.session.ended:
        page.choices.press(1)
    page.farewell.button.click()
    question = stage.desk.tries.goal_question
    assert stage.desk.page is question
    assert mine in words(question)
    answer(question)
    stage.qtbot.waitUntil(lambda: stage.desk.page is stage.desk.questions)
    stage.skip_questions()
    told = words(stage.desk.debriefing.goal)
    assert mine in told
    assert "I said it." in told
    stage.go_home()
    stage.brief("The wait")
    assert mine not in words(stage.desk.briefing.goal), "it was met with; the next one stands there"


def answer(question: GoalQuestionPage) -> None:
    assert not question.go_on.isEnabled()
    question.came.button(0).click()
    question.said.show_words("I said it.")
    question.go_on.click()


def test_who_does_not_answer_now_is_asked_again(stage: Stage) -> None:
    held(stage, 3)
    mine = goal_of(stage)
    stage.go_home()
    stage.sit_down("The tram")
    page = stage.page
    page.choices.press(1)
    page.veil.stopped.emit()
    question = stage.desk.tries.goal_question
    assert stage.desk.page is question
    question.other.click()
    stage.qtbot.waitUntil(lambda: stage.desk.page is stage.desk.questions)
    stage.skip_questions()
    goal_of(stage)
    card = stage.desk.debriefing.goal
    assert mine in card.told.text(), "the new one does not take its place unasked"
    assert not card.drop.isVisibleTo(card)
    stage.go_home()
    stage.brief("The wait")
    assert mine in words(stage.desk.briefing.goal)


def test_a_proposal_whose_conversation_is_gone_is_not_kept_and_nobody_is_told_off(stage: Stage) -> None:
    session = keep(stage.store, session_of(small(), "own-clock", STOP))
    card = stage.desk.debriefing.goal
    card.show_goal_of(session, fresh=True)
    stage.store.erase(session)
    card.propose(Proposal(goals.TITLE()))
    assert stage.notice == ""
    assert card.keep.isEnabled(), "it can be asked for"
    assert not card.told.isVisibleTo(card)
    card.keep.click()
    assert session in stage.notice, "who asks is told"


@pytest.mark.slow
def test_of_an_older_conversation_nothing_is_taken_along_unasked(stage: Stage) -> None:
    held(stage, 3)
    goal_of(stage)
    first = stage.headers()[0].id
    card = stage.desk.debriefing.goal
    card.drop.click()
    stage.desk._afterwards._held = ""
    count = len(stage.store.remarks_by(KIM))
    stage.desk.reopen(first)
    stage.qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)
    assert len(stage.store.remarks_by(KIM)) == count
    stage.go_home()
    stage.brief("The wait")
    assert not stage.desk.briefing.goal.isVisibleTo(stage.desk.briefing)


@pytest.mark.slow
def test_another_try_asks_about_no_goal(stage: Stage) -> None:
    held(stage, 3)
    goal_of(stage)
    ask(stage, 1).go_on.click()
    finish(stage, 1)
    stage.go_home()
    stage.brief("The wait")
    assert stage.desk.briefing.goal.isVisibleTo(stage.desk.briefing), "it still stands"


def test_in_practise_the_sign_that_was_tagged_stands(stage: Stage) -> None:
    page = stage.sit_down(mode=Mode.PRACTISE)
    stage.qtbot.waitUntil(lambda: page.settled)
    QTest.keyClick(page.transcript, Qt.Key.Key_W)
    page.choices.press(1)
    page.pause()
    stage.debrief()
    ask(stage, 1).go_on.click()
    assert len(stage.page.choices.buttons) == 4, "the answers of the moment are there at once"
