"""The conversation: what each mode shows, in which order, and that nothing is shown before it is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from simulator.alliance.reactions import ReactionState
from simulator.messages.message import ENGLISH
from simulator.services.reasons import reasons_of
from simulator.session.actions import Choose
from simulator.session.events import Chose, StayedSilent, Tagged
from simulator.session.record import recorded
from simulator.session.store import STOPPED
from simulator.session.vocabulary import Mode, Tag
from simulator.ui.practice.conversation import ConversationPage
from simulator.ui.practice.side_panel import GAUGES
from tests.ui.conversing import gauges, in_session_order, offered, on_screen, visible_words
from tests.ui.hands import Hands
from tests.ui.small_scenarios import MIX_UP, WAIT
from tests.ui.stage import AT_HOME, Stage
from tests.ui.store_hands import FULL, ForgetfulStore


def test_in_practise_the_responses_wait_until_you_have_said_what_you_saw(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down(mode=Mode.PRACTISE)
    assert offered(page) == []
    assert "The answers appear once you have said what you saw." in visible_words(page)
    page.tags.buttons[Tag.WITHDRAWAL].click()
    assert offered(page) == in_session_order(page)
    assert "The answers appear" not in visible_words(page)
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
    assert gauges(page) == {}, "first say what you saw"
    assert "How it feels to Ines stands here once you have said what you saw." in visible_words(page)
    page.tags.buttons[Tag.WITHDRAWAL].click()
    before = gauges(page)
    assert list(before) == [ENGLISH.say(name()) for _, name in GAUGES]
    assert set(map(str, before.values())) <= set(visible_words(page.side).splitlines()), "with figures"
    sentence = "I looked at the clock when you came in, and I can see how that was no welcome."
    page.choices.press(offered(page).index(sentence) + 1)
    assert gauges(page) == {}
    play = page._play
    assert play is not None
    assert why(page) not in visible_words(page)
    page.tags.buttons[Tag.NOTHING].click()
    assert tuple(gauges(page).values()) == play.session.place.patient.alliance.points
    assert gauges(page) != before
    assert why(page) in visible_words(page)


def test_what_a_patient_is_called_at_the_end_says_nothing_else_than_the_debriefing(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={"the-wait.yaml": MIX_UP})
    page = stage.sit_down()
    for response in ("own-clock", "clear"):
        page._act(Choose(response))
    closing = page.play.session.standing.closing if page.play else None
    assert closing is not None
    assert closing.state.reaction is ReactionState.REPAIRED
    assert "Works with you again" in visible_words(page.side)
    assert "Repaired" not in visible_words(page)
    page.farewell.button.click()
    stage.skip_questions()
    assert stage.desk.debriefing.first.came_to.text() == "Partly repaired."


def why(page: ConversationPage) -> str:
    assert page._play is not None
    reasons = reasons_of(page._play.session.exchanges[-1], page._play.scenario.patient.grid)
    return " ".join(map(ENGLISH.say, reasons))


@pytest.mark.slow
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


LETTERS = {"W": "withdrawal", "D": "deference", "C": "confrontation", "N": "nothing", "O": "opened-up"}


@pytest.mark.parametrize(("key", "tag"), LETTERS.items())
def test_a_letter_says_what_you_saw(qtbot: QtBot, tmp_path: Path, key: str, tag: str) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down(mode=Mode.PRACTISE)
    Hands(qtbot, stage.window).press(key)
    assert given(stage) == [tag]
    assert checked(page) == [tag]


def given(stage: Stage) -> list[str]:
    return [event.tag.value for event in stage.events() if isinstance(event, Tagged)]


def checked(page: ConversationPage) -> list[str]:
    return [t.value for t, button in page.tags.buttons.items() if button.isChecked()]


@pytest.mark.slow
def test_in_practise_a_tag_can_be_changed_until_an_answer_is_given_and_the_last_counts(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down(mode=Mode.PRACTISE)
    hands = Hands(qtbot, stage.window)
    for key in "WWDC":
        hands.press(key)
    assert given(stage) == ["withdrawal", "deference", "confrontation"], "the same again says nothing new"
    assert checked(page) == ["confrontation"]
    hands.press("1")
    assert page.play is not None
    assert [exchange.tag for exchange in page.play.session.exchanges] == [Tag.CONFRONTATION]
    assert checked(page) == [], "the next moment asks again"


@pytest.mark.slow
def test_in_learn_the_first_tag_counts_and_is_answered_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    assert page.tags.answer.text() == "You are told at once what there was to see."
    hands = Hands(qtbot, stage.window)
    hands.press("C")
    assert page.tags.answer.text() == "Not this time. Ines withdrew."
    hands.press("W")
    assert page.tags.answer.text() == "Not this time. Ines withdrew.", "whoever was told cannot have seen it"
    assert checked(page) == ["confrontation"]
    assert given(stage) == ["confrontation", "withdrawal"], "what was thought later is kept"
    hands.press("1")
    reread = recorded(page.play.scenario, stage.events()) if page.play else None
    assert reread is not None
    assert [exchange.tag for exchange in reread.exchanges] == [Tag.CONFRONTATION]


def test_what_was_shown_is_told_without_a_verdict_on_the_person(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down()
    page.tags.buttons[Tag.WITHDRAWAL].click()
    assert page.tags.answer.text() == "Yes. Ines withdrew."


@pytest.mark.slow
def test_a_held_key_answers_once_and_presses_nothing_that_comes_after(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    hands = Hands(qtbot, stage.window)
    page = stage.sit_down()
    for key, text in ((Qt.Key.Key_1, "1"), (Qt.Key.Key_Return, "\r")):
        qtbot.waitUntil(lambda: page.settled)
        if key is Qt.Key.Key_Return:
            page.choices.buttons[0].setFocus()
        before = len(stage.events())
        hands.hold(key, text, for_repeats=40)
        assert len(stage.events()) == before + 1


@pytest.mark.slow
def test_a_held_key_does_not_press_through_farewell_and_debriefing(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    while page.play is not None and not page.play.session.ended:
        page.choices.press(4)
    qtbot.waitUntil(page.farewell.button.hasFocus)
    for _ in range(30):
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
        QApplication.sendEvent(page.farewell.button, again)
    assert stage.desk.page is page, "the key was pressed for the answer"


def test_a_triple_click_answers_once(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    place = page.choices.buttons[0].mapToGlobal(page.choices.buttons[0].rect().center())
    for number, kind in enumerate((QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick) * 2):
        for each in (kind, QEvent.Type.MouseButtonRelease):
            target = QApplication.widgetAt(place) or page
            event = mouse(each, place, target, at_ms=5_000_000 + 150 * number)
            QApplication.sendEvent(target, event)
    assert page.play is not None
    assert len(page.play.session.exchanges) == 1


def mouse(kind: QEvent.Type, place: QPoint, target: QWidget, *, at_ms: int) -> QMouseEvent:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    held = none if kind == QEvent.Type.MouseButtonRelease else left
    local, world = QPointF(target.mapFromGlobal(place)), QPointF(place)
    event = QMouseEvent(kind, local, world, left, held, Qt.KeyboardModifier.NoModifier)
    event.setTimestamp(at_ms)
    return event


@pytest.mark.parametrize("key", ["1", "W", "S"])
def test_a_key_soon_after_a_new_line_was_meant_for_the_line_before(qtbot: QtBot, tmp_path: Path, key: str) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    Hands(qtbot, stage.window).press("1")
    kept = len(stage.events())
    QTest.keyClick(page.transcript, key)  # type: ignore[call-overload]
    QTest.keyClick(page.silence.stay, Qt.Key.Key_Return)
    QTest.keyClick(page.choices.buttons[0], Qt.Key.Key_Space)
    assert not page.settled
    assert len(stage.events()) == kept


@pytest.mark.slow
def test_s_stays_silent_and_space_scrolls_what_was_said(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    hands = Hands(qtbot, stage.window)
    hands.press(Qt.Key.Key_Space)
    assert len(stage.events()) == 1
    hands.press("S")
    assert isinstance(stage.events()[-1], StayedSilent)
    assert "you stay with the silence" in page.transcript.toPlainText()


def test_tab_comes_to_the_responses_before_staying_silent(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    hands = Hands(qtbot, stage.window)
    order = [*page.tags.buttons.values(), *page.choices.buttons, page.before.button, page.silence.stay]
    page.transcript.setFocus()
    for control in order:
        hands.press(Qt.Key.Key_Tab)
        assert hands.focus is control, control.accessibleName()


def test_a_very_long_word_can_be_read_to_its_end(qtbot: QtBot, tmp_path: Path) -> None:
    endless = "a" * 1_900
    text = WAIT.replace("You have gone quiet since you came in", f"You {endless} have gone quiet since you came in")
    stage = Stage(qtbot, tmp_path, scenarios={"the-wait.yaml": text})
    stage.show()
    page = stage.sit_down()
    button = next(b for b in page.choices.buttons if endless in b.sentence)
    assert button.sentence.count(endless) == 1, "what was said is not changed"
    qtbot.waitUntil(lambda: button.height() > 10 * page.choices.buttons[0].fontMetrics().lineSpacing())
    assert button._sentence.fontMetrics().horizontalAdvance(endless) > 8 * button.width()


@pytest.mark.parametrize("how", ["tag", "choose", "stay"])
def test_a_step_that_cannot_be_kept_changes_nothing_and_the_next_try_works(
    qtbot: QtBot, tmp_path: Path, how: str
) -> None:
    store = ForgetfulStore()
    stage = Stage(qtbot, tmp_path, store=store)
    stage.show()
    page = stage.sit_down()
    keys: dict[str, Qt.Key | str] = {"tag": "W", "choose": "2", "stay": "S"}
    before = on_screen(page)
    hands = Hands(qtbot, stage.window)
    store.refused_steps = 1
    hands.press(keys[how])
    assert on_screen(page) == before
    assert len(stage.events()) == 1
    assert stage.window._notice.isVisible()
    assert stage.window._notice.words.text() == FULL
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
    page.veil.end_yes.click()
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
    assert stage.window._notice.words.text() == FULL
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


@pytest.mark.slow
def test_a_key_pressed_twice_by_accident_does_not_answer_the_next_moment(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    hands = Hands(qtbot, stage.window)
    hands.press("1")
    QTest.keyClick(stage.window.windowHandle(), Qt.Key.Key_1)
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


@pytest.mark.slow
def test_at_double_size_all_answers_and_the_last_line_are_seen(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, text_scale=2.0))
    stage.show(1280, 800)
    page = stage.sit_down("The concert")
    page.tags.buttons[Tag.WITHDRAWAL].click()
    qtbot.waitUntil(lambda: all(button.isVisible() for button in page.choices.buttons))
    qtbot.wait(50)
    assert len(page.choices.buttons) == 4
    unseen = [b.sentence for b in page.choices.buttons if b.visibleRegion().boundingRect().height() < b.height()]
    assert unseen == []


SIZES = [
    pytest.param(1280, 800, 1.0, id="usual window"),
    pytest.param(1280, 800, 2.0, id="usual window, text at 200 %"),
    pytest.param(1024, 700, 1.0, id="small window"),
    pytest.param(1024, 700, 2.0, id="small window, text at 200 %"),
]


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_where_the_responses_wait_the_question_stays_under_the_mouse_and_they_open_above_it(
    qtbot: QtBot, tmp_path: Path, width: int, height: int, scale: float
) -> None:
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, text_scale=scale))
    stage.show(width, height)
    page = stage.sit_down("The concert", Mode.PRACTISE)
    tag = page.tags.buttons[Tag.WITHDRAWAL]
    stage.settled()
    waiting, stands = page.answers.height(), place_of(tag, page)
    assert waiting < height * (0.2 if scale == 1.0 else 0.4), "no more than the question and the silence need"
    tag.click()
    stage.settled()
    first = page.choices.buttons[0]
    assert page.answers.height() > waiting
    assert place_of(tag, page) == stands
    assert place_of(first, page).y() < stands.y()
    if scale == 1.0:
        last = page.choices.buttons[-1]
        assert last.visibleRegion().boundingRect() == last.rect(), "nothing has to be scrolled to"
    newest = page.transcript.lines_seen()[-1]
    assert newest.bottom() <= page.transcript.viewport().height(), "what is answered is not hidden by the answers"
    bar = page.transcript.verticalScrollBar()
    assert bar.value() == bar.maximum()
    spot = first.mapTo(page, first.rect().center())
    first.click()
    stage.settled()
    assert page.answers.height() == waiting
    assert page.childAt(spot) is page.transcript.viewport(), "under the mouse is nothing that could be pressed"
    assert place_of(tag, page) == stands


def place_of(button: QWidget, page: QWidget) -> QPoint:
    return button.mapTo(page, QPoint())


def test_in_learn_the_question_stands_above_the_responses_and_nothing_moves(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down("The concert", Mode.LEARN)
    tag, first = page.tags.buttons[Tag.WITHDRAWAL], page.choices.buttons[0]
    stage.settled()
    height, stands = page.answers.height(), place_of(tag, page)
    assert stands.y() < place_of(first, page).y()
    tag.click()
    page.choices.press(1)
    stage.settled()
    assert (page.answers.height(), place_of(tag, page)) == (height, stands)


def test_tab_goes_from_the_question_to_the_responses_wherever_it_stands(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down(mode=Mode.PRACTISE)
    page.tags.buttons[Tag.WITHDRAWAL].click()
    stage.settled()
    hands = Hands(qtbot, stage.window)
    page.tags.buttons[Tag.OPENED_UP].setFocus()
    hands.press(Qt.Key.Key_Tab)
    assert hands.focus is page.choices.buttons[0]


def test_a_pause_has_room_also_where_little_stood(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down("The concert", Mode.PRACTISE)
    stage.settled()
    height = page.answers.height()
    page.pause()
    stage.settled()
    assert page.answers.height() > 2 * height
    page.resume()
    stage.settled()
    assert page.answers.height() == height


def test_the_caption_below_the_portrait_repeats_no_stage_direction(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={})
    stage.show()
    page = stage.sit_down("The concert")
    caption = page.side._gaze
    assert "a ticket stub between two fingers" in page.transcript.toPlainText()
    assert caption.text() == "gaze to the floor"
    assert "a ticket stub between two fingers" in page.side.portrait.accessibleName(), "of the picture it is said"
    told = 0
    while page.play is not None and not page.play.session.ended:
        shows = ", ".join(page.play.session.telling.shows).casefold()
        assert not [part for part in caption.text().split(", ") if part and part.casefold() in shows]
        told += bool(caption.text())
        page.choices.press(1)
    assert told > 1
