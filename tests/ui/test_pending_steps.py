"""A step on its way to the store: nothing is shown of it, no second answer is taken, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.session.events import Chose, SessionEvent, StayedSilent, Tagged
from simulator.session.store import STOPPED
from simulator.session.vocabulary import Mode, Tag
from simulator.storage.sqlite import MemorySessionStore
from tests.ui.conversing import on_screen
from tests.ui.hands import Hands
from tests.ui.small_scenarios import BRIEF_WAIT, WAIT
from tests.ui.stage import Stage
from tests.ui.store_hands import FULL, HeldHands
from tests.ui.test_silence import TIMED, has_read, when_another_second_is_over

STAYS: Final = "S"


class Held:
    """A conversation whose steps are stored when the test lets them."""

    def __init__(self, qtbot: QtBot, folder: Path, mode: Mode = Mode.LEARN, text: str = WAIT) -> None:
        store = MemorySessionStore()
        self.store_hands = HeldHands(store)
        self.stage = Stage(qtbot, folder, TIMED, scenarios={"the-wait.yaml": text}, store=store, hands=self.store_hands)
        self.stage.show()
        self.let_all()
        self.stage.brief("The wait")
        self.stage.desk.briefing.modes.button(list(Mode).index(mode)).click()
        self.stage.desk.briefing.begin_button.click()
        self.let_all()
        self.page = self.stage.page
        self.hands = Hands(qtbot, self.stage.window)

    def let_all(self) -> None:
        """Let the store do everything that waits."""
        self.store_hands.let_all()

    def kept(self) -> list[SessionEvent]:
        """The steps in the store."""
        return self.stage.events()[1:]

    def has_settled(self) -> bool:
        """Whether a key is taken for an answer to the moment on the screen."""
        return self.page.settled

    @property
    def pending(self) -> bool:
        """Whether a step is on its way."""
        assert self.page._play is not None
        return self.page._play.pending


def end_here(held: Held) -> None:
    held.page.pause()
    held.hands.click(held.page.veil.end)
    held.hands.click(held.page.veil.end_yes)
    held.page.veil.go_on.click()


SECOND_ANSWERS: Final[Mapping[str, Callable[[Held], None]]] = {
    "a click on a response": lambda held: held.hands.click(held.page.choices.buttons[0]),
    "a digit": lambda held: held.hands.press("1"),
    "the key of silence": lambda held: held.hands.press(STAYS),
    "a click on “Stay with it”": lambda held: held.hands.click(held.page.silence.stay),
    "the key of a tag": lambda held: held.hands.press("D"),
    "a click on a tag": lambda held: held.hands.click(held.page.tags.buttons[Tag.DEFERENCE]),
    "a silence that runs out": lambda held: held.page.silence.ran_out.emit(),
    "an end from the pause": end_here,
}


@pytest.mark.parametrize("first", ["W", "2", STAYS], ids=["tag", "choose", "stay"])
def test_a_pending_step_takes_no_second_answer(qtbot: QtBot, tmp_path: Path, first: Qt.Key | str) -> None:
    held = Held(qtbot, tmp_path)
    before = on_screen(held.page)
    held.hands.press(first)
    # On a slow machine it is said that the step is on its way, which is another test's matter.
    held.page._patience.stop()
    assert held.pending
    for second, answer in SECOND_ANSWERS.items():
        answer(held)
        assert held.store_hands.waiting == 1, second
        assert on_screen(held.page) == before, f"nothing is shown as said before it is stored: {second}"
    assert held.kept() == []
    held.let_all()
    wanted: dict[Qt.Key | str, type] = {"W": Tagged, "2": Chose, STAYS: StayedSilent}
    assert [type(event) for event in held.kept()] == [wanted[first]]
    assert on_screen(held.page) != before
    assert not held.pending


def test_in_practise_the_responses_come_when_the_tag_is_stored_and_not_before(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held(qtbot, tmp_path, Mode.PRACTISE)
    held.hands.click(held.page.tags.buttons[Tag.WITHDRAWAL])
    assert held.page.choices.buttons == []
    assert not held.page.tags.buttons[Tag.WITHDRAWAL].isChecked()
    held.hands.press("1")
    held.let_all()
    assert held.page.tags.buttons[Tag.WITHDRAWAL].isChecked()
    assert len(held.page.choices.buttons) == 4
    assert held.kept() == [Tagged(Tag.WITHDRAWAL)]


def test_a_tag_that_was_given_stays_checked_however_often_it_is_clicked(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held(qtbot, tmp_path)
    for _ in range(2):
        held.hands.click(held.page.tags.buttons[Tag.WITHDRAWAL])
        held.let_all()
        assert held.page.tags.buttons[Tag.WITHDRAWAL].isChecked()
    assert held.kept() == [Tagged(Tag.WITHDRAWAL)]


@pytest.mark.slow
def test_the_notice_stands_once_a_step_was_waited_for_and_goes_with_the_answer(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held(qtbot, tmp_path)
    assert held.page._patience.interval() == 200
    before = on_screen(held.page)
    held.hands.press("1")
    assert not held.page.keeping.isVisible()
    qtbot.waitUntil(held.page.keeping.isVisible)
    assert held.page.keeping.text() == "Keeping your answer …"
    held.page.keeping.hide()
    assert on_screen(held.page) == before
    held.page.keeping.show()
    held.let_all()
    assert not held.page.keeping.isVisible()


def test_a_step_that_is_stored_at_once_gets_no_notice(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held(qtbot, tmp_path)
    held.hands.press("1")
    held.let_all()
    assert not held.page._patience.isActive()
    assert not held.page.keeping.isVisible()


def refused(held: Held) -> None:
    """The store refuses what waits."""
    held.store_hands.refuse_next = True
    held.let_all()


@pytest.mark.parametrize("key", ["W", "2", STAYS], ids=["tag", "choose", "stay"])
def test_a_refused_step_leaves_all_as_it_was_and_can_be_taken_again(
    qtbot: QtBot, tmp_path: Path, key: Qt.Key | str
) -> None:
    held = Held(qtbot, tmp_path)
    before = on_screen(held.page)
    held.hands.press(key)
    qtbot.waitUntil(held.page.keeping.isVisible)
    refused(held)
    assert held.stage.notice == FULL
    assert on_screen(held.page) == before
    assert not held.pending
    assert held.kept() == []
    held.hands.press(key)
    held.let_all()
    assert on_screen(held.page) != before
    assert len(held.kept()) == 1


@pytest.mark.parametrize(
    "answer", [lambda held: held.let_all(), pytest.param(refused, marks=pytest.mark.slow)], ids=["kept", "refused"]
)
def test_a_silence_does_not_run_out_behind_a_pending_tag_and_goes_on_after_it(
    qtbot: QtBot, tmp_path: Path, answer: Callable[[Held], None]
) -> None:
    held = Held(qtbot, tmp_path, text=BRIEF_WAIT)
    qtbot.waitUntil(lambda: has_read(held.page))
    held.hands.press("W")
    when_another_second_is_over(qtbot)
    assert held.store_hands.waiting == 1
    answer(held)
    if not held.kept():
        held.hands.press("W")
        held.let_all()
    qtbot.waitUntil(lambda: held.store_hands.waiting == 1)
    held.let_all()
    last = held.kept()[-1]
    assert isinstance(last, StayedSilent)
    assert last.ran_out


@pytest.mark.slow
def test_a_moment_that_comes_under_the_pause_lets_its_silence_wait(qtbot: QtBot, tmp_path: Path) -> None:
    second_silence = BRIEF_WAIT.replace(
        "    patient: The tram stood still for a quarter of an hour, and so did everybody on it.\n",
        "    silence: {kind: disengaged, lasts: 1s, then: quiet}\n",
    )
    held = Held(qtbot, tmp_path, text=second_silence)
    held.hands.press(STAYS)
    held.page.pause()
    held.let_all()
    when_another_second_is_over(qtbot)
    assert held.store_hands.waiting == 0
    assert len(held.kept()) == 1
    assert held.page.veil.isVisible()
    held.page.resume()
    held.hands.press("W")
    held.let_all()
    qtbot.waitUntil(lambda: held.store_hands.waiting == 1)


def leave(held: Held) -> None:
    held.page.pause()
    held.hands.click(held.page.veil.later)


@pytest.mark.slow
def test_leaving_with_a_step_on_its_way_loses_nothing_and_shows_nothing_more(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held(qtbot, tmp_path, text=BRIEF_WAIT.replace("then: boxes", "then: quiet"))
    held.hands.press("1")
    leave(held)
    read = held.page.transcript.toPlainText()
    held.let_all()
    assert held.stage.desk.page is held.stage.desk.library
    assert held.page.transcript.toPlainText() == read
    when_another_second_is_over(qtbot)
    assert held.store_hands.waiting == 0, "nothing goes on in a conversation that was left"
    (kept,) = held.kept()
    resume = held.stage.card("The wait").resume_button
    assert resume is not None
    resume.click()
    held.let_all()
    assert held.stage.page._play is not None
    assert held.stage.page._play.session.events[1:] == [kept]
    said = held.stage.page._play.session.exchanges[0].response
    assert said is not None
    assert said.say in held.stage.page.transcript.toPlainText()


def test_a_step_that_is_refused_after_one_has_left_is_told_and_not_there_when_one_returns(
    qtbot: QtBot, tmp_path: Path
) -> None:
    held = Held(qtbot, tmp_path)
    held.hands.press("W")
    held.let_all()
    held.hands.press("1")
    leave(held)
    refused(held)
    assert held.stage.notice == FULL
    assert held.kept() == [Tagged(Tag.WITHDRAWAL)]
    resume = held.stage.card("The wait").resume_button
    assert resume is not None
    resume.click()
    held.let_all()
    assert held.stage.page._play is not None
    assert held.stage.page._play.session.exchanges == []


def test_whoever_leaves_while_the_end_is_on_its_way_stays_in_the_library(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held(qtbot, tmp_path)
    held.hands.press("1")
    held.let_all()
    held.page.pause()
    held.hands.click(held.page.veil.end)
    held.hands.click(held.page.veil.end_yes)
    held.hands.click(held.page.veil.end_no)
    held.hands.click(held.page.veil.later)
    held.let_all()
    assert held.stage.headers()[0].verdict == STOPPED
    assert held.stage.desk.page is held.stage.desk.library
    assert held.stage.card("The wait").resume_button is None
    assert held.stage.card("The wait").earlier_button is not None


def test_closing_the_window_with_a_step_on_its_way_loses_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held(qtbot, tmp_path)
    held.hands.press("1")
    stage = held.stage
    stage.window.close()
    held.let_all()
    assert len(held.kept()) == 1


def test_keys_of_the_keyboard_held_down_answer_once(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held(qtbot, tmp_path)
    for _ in range(10):
        QTest.keyClick(held.stage.window.windowHandle(), Qt.Key.Key_1)
    assert held.store_hands.waiting <= 1
    held.let_all()
    assert len(held.kept()) <= 1
