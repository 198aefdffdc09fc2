"""A conversation that is being opened: no second click opens another, and whoever has gone elsewhere is left there."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from simulator.storage.sqlite import MemorySessionStore
from simulator.ui.practice.conversation import ConversationPage
from tests.ui.stage import Stage
from tests.ui.store_hands import FULL, HeldHands


class Opening:
    """A window at a briefing, with a store that opens conversations when the test lets it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        store = MemorySessionStore()
        self.hands = HeldHands(store)
        self.stage = Stage(qtbot, folder, store=store, hands=self.hands)
        self.stage.show()
        self.hands.let_all()
        self.stage.brief("The wait")

    def talking(self) -> bool:
        """Whether the conversation is on the screen."""
        return self.stage.desk.page is self.stage.desk.conversation


def test_a_second_click_on_begin_begins_no_second_conversation(qtbot: QtBot, tmp_path: Path) -> None:
    opening = Opening(qtbot, tmp_path)
    for _ in range(3):
        opening.stage.desk.briefing.begin_button.click()
    assert opening.stage.desk.page is opening.stage.desk.briefing
    opening.hands.let_all()
    assert opening.talking()
    assert len(opening.stage.headers()) == 1


def test_whoever_goes_back_while_a_conversation_is_being_opened_is_left_in_the_library(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opening = Opening(qtbot, tmp_path)
    opening.stage.desk.briefing.begin_button.click()
    opening.stage.desk.show_library()
    opening.hands.let_all()
    assert opening.stage.desk.page is opening.stage.desk.library
    opening.stage.brief("The wait")
    opening.stage.desk.briefing.begin_button.click()
    opening.hands.let_all()
    assert opening.talking(), "the way is free again"


def test_a_conversation_that_opens_late_takes_the_bar_from_nobody_at_the_other_desk(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opening = Opening(qtbot, tmp_path)
    opening.stage.desk.briefing.begin_button.click()
    opening.stage.window.studio_button.click()
    opening.hands.let_all()
    assert opening.stage.studio.isVisible()
    assert opening.stage.window.practice_button.isVisible()
    opening.stage.window.practice_button.click()
    assert opening.stage.desk.page is opening.stage.desk.briefing


def test_the_page_is_free_again_after_an_opening_that_was_refused(qtbot: QtBot, tmp_path: Path) -> None:
    opening = Opening(qtbot, tmp_path)
    opening.stage.desk.briefing.begin_button.click()
    opening.hands.refuse_next = True
    opening.hands.let_all()
    assert opening.stage.notice == FULL
    opening.stage.desk.briefing.begin_button.click()
    opening.hands.let_all()
    assert isinstance(opening.stage.desk.page, ConversationPage)
