"""From the library to the debriefing and back while the store answers late, and now and then refuses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from simulator.services.play import Play
from simulator.session.vocabulary import Mode, Tag
from simulator.storage.sqlite import MemorySessionStore
from tests.builders import KIM
from tests.ui.conversing import on_screen
from tests.ui.stage import Stage
from tests.ui.store_hands import FULL, HeldHands

NOTE: Final = "I waited for her."
EACH: Final = 10
_MOST_TRIES: Final = 3


class Walker:
    """Somebody who does a thing again when it was refused, and looks closely at what is shown meanwhile."""

    def __init__(self, stage: Stage, hands: HeldHands) -> None:
        self.stage = stage
        self.hands = hands

    def takes(self, step: Callable[[], None], has_happened: Callable[[], bool], shown: Callable[[], object]) -> None:
        """Do something until it has happened; until it is stored, and where it is refused, nothing is shown of it."""
        for _ in range(_MOST_TRIES):
            before, refused = shown(), self.hands.refused
            step()
            assert shown() == before, "shown before it was stored"
            assert not has_happened()
            self.hands.let_all()
            if has_happened():
                return
            assert self.hands.refused > refused
            assert self.stage.notice == FULL
            assert shown() == before, "a refusal changed something"
        raise AssertionError("it never happened")

    def looks(self, at: Callable[[], None], seen: Callable[[], bool]) -> None:
        """Go and look at something that the store has to tell, again where it would not."""
        for _ in range(_MOST_TRIES):
            at()
            self.hands.let_all()
            if seen():
                return
            assert self.stage.notice == FULL
        raise AssertionError("it was never told")

    def answers(self, step: Callable[[], None]) -> None:
        """One step of the conversation on the screen."""
        page, play = self.stage.page, self.play
        known = len(play.session.events)
        self.takes(step, lambda: len(play.session.events) > known, lambda: on_screen(page))
        assert play.session.events == self.stage.events(), "what has happened is what is stored"

    @property
    def play(self) -> Play:
        """What is being played."""
        play = self.stage.page._play
        assert play is not None
        return play


@pytest.mark.parametrize("first", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(1, EACH))])
def test_the_whole_walk_with_every_tenth_call_refused(qtbot: QtBot, tmp_path: Path, first: int) -> None:
    store = MemorySessionStore()
    hands = HeldHands(store, first=first, each=EACH)
    stage = Stage(qtbot, tmp_path, store=store, hands=hands)
    stage.show()
    desk, walker = stage.desk, Walker(stage, hands)
    walker.looks(desk.show_library, lambda: stage.card("The wait").item.progress is not None)
    stage.brief("The wait")
    desk.briefing.modes.button(list(Mode).index(Mode.PRACTISE)).click()
    walker.takes(desk.briefing.begin_button.click, lambda: desk.page is desk.conversation, lambda: desk.page)
    page = stage.page
    while not walker.play.session.ended:
        walker.answers(page.tags.buttons[Tag.WITHDRAWAL].click)
        walker.answers(lambda: page.choices.press(2))
    walker.looks(page.farewell.button.click, lambda: desk.page is desk.questions)
    stage.skip_questions()
    qtbot.waitUntil(lambda: desk.page is desk.debriefing)
    hands.let_all()

    note = desk.debriefing.note
    note.text.setPlainText(NOTE)
    walker.takes(note.keep.click, lambda: not note.keep.isEnabled(), note.text.toPlainText)
    (session,) = stage.headers()
    assert [remark.values for remark in store.remarks(session.id, KIM)] == [{"text": NOTE}]

    walker.looks(desk.show_library, lambda: stage.card("The wait").earlier_button is not None)
    walker.looks(desk.show_earlier, lambda: len(desk.earlier.cards) == 1)
    (line,) = desk.earlier.cards.values()
    line.delete_button.click()
    walker.takes(line.sure_button.click, lambda: stage.headers() == (), lambda: list(desk.earlier.cards))
    assert desk.earlier.cards == {}
    assert hands.refused >= hands.done // EACH > 0
