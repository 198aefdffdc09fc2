"""The conversation: what each mode shows, in which order, and that nothing is shown before it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.messages.message import ENGLISH
from simulator.services.reasons import reasons_of
from simulator.session.events import Chose, StayedSilent, Tagged
from simulator.session.store import STOPPED
from simulator.session.vocabulary import Mode, Tag
from simulator.ui.practice.conversation import ConversationPage
from simulator.ui.practice.side_panel import GAUGES
from tests.ui.conversing import gauges, in_session_order, offered, on_screen, visible_words
from tests.ui.hands import Hands
from tests.ui.stage import Stage
from tests.ui.store_hands import FULL, ForgetfulStore


def test_in_practise_the_responses_wait_until_you_have_said_what_you_saw(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down(mode=Mode.PRACTISE)
    assert offered(page) == []
    assert "The responses appear once you have said what you saw." in visible_words(page)
    page.tags.buttons[Tag.WITHDRAWAL].click()
    assert offered(page) == in_session_order(page)
    assert "The responses appear" not in visible_words(page)
    page.choices.press(1)
    assert offered(page) == [], "the next moment asks again"


def test_in_practise_the_gauges_and_the_reason_stay_hidden(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down(mode=Mode.PRACTISE)
    page.tags.buttons[Tag.NOTHING].click()
    page.choices.press(1)
    assert gauges(page) == {}
    assert why(page) not in visible_words(page)


def test_in_learn_the_gauges_follow_and_the_reason_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down(mode=Mode.LEARN)
    before = gauges(page)
    assert list(before) == list(GAUGES)
    sentence = "I looked at the clock when you came in, and I can see how that was no welcome."
    page.choices.press(offered(page).index(sentence) + 1)
    play = page._play
    assert play is not None
    assert tuple(gauges(page).values()) == play.session.place.patient.alliance.points
    assert gauges(page) != before
    assert why(page) in visible_words(page)


def why(page: ConversationPage) -> str:
    assert page._play is not None
    reasons = reasons_of(page._play.session.exchanges[-1], page._play.scenario.patient.grid)
    return " ".join(map(ENGLISH.say, reasons))


def test_responses_stand_in_the_order_of_the_session(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    orders = set()
    for _ in range(6):
        page = stage.sit_down()
        assert offered(page) == in_session_order(page)
        orders.add(tuple(offered(page)))
        stage.desk.show_library()
    assert len(orders) > 1, "every session has its own order"


def test_a_number_chooses_what_stands_beside_it_and_others_do_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    hands = Hands(qtbot, stage.window)
    page = stage.sit_down()
    hands.press("5")
    assert len(stage.events()) == 1
    third = offered(page)[2]
    hands.press("3")
    *_, chosen = stage.events()
    assert isinstance(chosen, Chose)
    assert third in page.transcript.toPlainText()


@pytest.mark.parametrize(
    ("key", "tag"), [("W", "withdrawal"), ("D", "deference"), ("C", "confrontation"), ("N", "nothing")]
)
def test_a_letter_says_what_you_saw_once(qtbot: QtBot, tmp_path: Path, key: str, tag: str) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down(mode=Mode.PRACTISE)
    hands = Hands(qtbot, stage.window)
    hands.press(key)
    hands.press("W")
    tagged = [event.tag.value for event in stage.events() if isinstance(event, Tagged)]
    assert tagged == [tag]
    assert [t.value for t, button in page.tags.buttons.items() if button.isChecked()] == [tag]


def test_space_stays_silent(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    Hands(qtbot, stage.window).press(Qt.Key.Key_Space)
    assert isinstance(stage.events()[-1], StayedSilent)
    assert "you stay with the silence" in page.transcript.toPlainText()


@pytest.mark.parametrize("how", ["tag", "choose", "stay"])
def test_a_step_that_cannot_be_kept_changes_nothing_and_the_next_try_works(
    qtbot: QtBot, tmp_path: Path, how: str
) -> None:
    store = ForgetfulStore()
    stage = Stage(qtbot, tmp_path, store=store)
    stage.show()
    page = stage.sit_down()
    keys: dict[str, Qt.Key | str] = {"tag": "W", "choose": "2", "stay": Qt.Key.Key_Space}
    before = on_screen(page)
    hands = Hands(qtbot, stage.window)
    store.refused_steps = 1
    hands.press(keys[how])
    assert on_screen(page) == before
    assert len(stage.events()) == 1
    assert stage.window._notice.isVisible()
    assert stage.window._notice_words.text() == FULL
    hands.press(keys[how])
    assert on_screen(page) != before
    assert len(stage.events()) == 2


def test_a_click_on_a_tag_that_cannot_be_kept_leaves_no_tag_checked(qtbot: QtBot, tmp_path: Path) -> None:
    store = ForgetfulStore()
    stage = Stage(qtbot, tmp_path, store=store)
    page = stage.sit_down(mode=Mode.PRACTISE)
    store.refused_steps = 1
    page.tags.buttons[Tag.DEFERENCE].click()
    assert not any(button.isChecked() for button in page.tags.buttons.values())
    assert offered(page) == []


def test_an_end_that_cannot_be_kept_leaves_the_conversation_open_and_can_be_said_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    store = ForgetfulStore()
    stage = Stage(qtbot, tmp_path, store=store)
    page = stage.sit_down()
    page.choices.press(1)
    page.pause()
    store.refused_steps = 1
    page.veil.end.click()
    assert stage.notice == FULL
    assert stage.desk.page is page
    assert not stage.headers()[0].ended
    stage.debrief()
    assert stage.headers()[0].verdict == STOPPED


def test_a_session_that_cannot_be_begun_stays_in_the_briefing_with_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    store = ForgetfulStore()
    stage = Stage(qtbot, tmp_path, store=store)
    stage.brief("The wait")
    store.refused_starts = 1
    stage.desk.briefing.begin_button.click()
    assert stage.desk.briefing.isVisibleTo(stage.window)
    assert stage.window._notice_words.text() == FULL
    stage.desk.briefing.begin_button.click()
    assert stage.desk.page is stage.desk.conversation


def test_the_notice_can_be_put_away(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.window.tell(FULL)
    hands = Hands(qtbot, stage.window)
    away = next(b for b in stage.window._notice.findChildren(type(stage.window.settings_button)))
    qtbot.waitUntil(away.isVisible)
    hands.click(away)
    assert not stage.window._notice.isVisible()


def test_a_key_pressed_twice_by_accident_does_not_answer_the_next_moment(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    hands = Hands(qtbot, stage.window)
    hands.press("1")
    QTest.keyClick(stage.window.windowHandle(), Qt.Key.Key_1)
    QTest.keyClick(stage.window.windowHandle(), Qt.Key.Key_Space)
    assert page._play is not None
    assert len(page._play.session.exchanges) == 1
    hands.press("1")
    assert len(page._play.session.exchanges) == 2


def test_the_second_press_of_a_double_click_chooses_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down()
    QTest.mouseClick(page.choices.buttons[0], Qt.MouseButton.LeftButton)
    QTest.mouseDClick(page.choices.buttons[0], Qt.MouseButton.LeftButton)
    assert page._play is not None
    assert len(page._play.session.exchanges) == 1


def test_the_patient_has_the_last_word_before_anybody_looks_back(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down()
    assert page._play is not None
    while not page._play.session.ended:
        page.choices.press(4)
    closing = page._play.session.standing.closing
    assert closing is not None
    assert stage.desk.page is page
    assert page.transcript.toPlainText().endswith(closing.says)
    assert not page.silence.isVisibleTo(page)
    page.farewell.button.click()
    stage.skip_questions()
    qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)
