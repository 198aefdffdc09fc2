"""How far one has come stands on the cards: when the store tells it, in counts that agree, and never where it is not known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.patient.verdicts import Verdict
from simulator.storage.sqlite import MemorySessionStore
from tests.builders import SILENT
from tests.ui.hands import Hands
from tests.ui.shelf_cards import TITLE, buttons, facts
from tests.ui.small_scenarios import named
from tests.ui.stage import Stage
from tests.ui.store_hands import FULL, HeldHands, Refusing
from tests.ui.stored import STOP, ended_as, keep, session_of, small


def earlier_lines(stage: Stage) -> int:
    """How many conversations *Look back* on the card lists."""
    button = stage.card(TITLE).earlier_button
    assert button is not None
    button.click()
    return len(stage.desk.earlier.cards)


# A store that cannot be read.


@pytest.mark.slow
def test_the_library_opens_although_the_store_cannot_be_read_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    hands = Refusing(MemorySessionStore())
    stage = Stage(qtbot, tmp_path, hands=hands)
    stage.show()
    assert stage.desk.library.isVisible()
    assert stage.notice == FULL
    assert {item.card.title for item in stage.desk.library.items()} >= {TITLE, "The concert"}
    assert facts(stage) == "difficulty 1 · about 5 min · not reviewed", "nothing is said of what is not known"
    assert buttons(stage) == ["Open"]
    stage.brief(TITLE)
    stage.desk.briefing.begin_button.click()
    assert stage.desk.page is stage.desk.briefing
    assert stage.notice == FULL
    hands.mended = True
    stage.desk.briefing.begin_button.click()
    assert stage.page._play is not None
    stage.page.choices.press(1)
    assert len(stage.page._play.session.exchanges) == 1


def test_earlier_conversations_of_a_store_that_cannot_be_read_say_so_too(qtbot: QtBot, tmp_path: Path) -> None:
    hands = Refusing(MemorySessionStore())
    stage = Stage(qtbot, tmp_path, hands=hands)
    stage.show()
    stage.window._notice.hide()
    stage.desk.library.earlier_button.click()
    assert stage.desk.page is stage.desk.earlier
    assert stage.notice == FULL
    shown = [label.text() for label in stage.desk.earlier.findChildren(QLabel) if label.isVisible()]
    assert "Looking …" not in shown
    hands.mended = True
    stage.desk.earlier.back.click()
    stage.desk.library.earlier_button.click()
    shown = [label.text() for label in stage.desk.earlier.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("There is no earlier conversation here yet.") for text in shown)


# Progress that comes later.


class LateProgress:
    """A library whose progress is told when the test lets it: conversations were left open in its first two scenarios."""

    FILES: Final = {"the-tram.yaml": named("the-tram", "A tram"), "the-wait.yaml": named("the-wait", "A wait")}

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        store = MemorySessionStore()
        for path, text in self.FILES.items():
            keep(store, session_of(small(text, path), "own-clock", STOP))
            keep(store, session_of(small(text, path), "own-clock"))
        self.hands = HeldHands(store)
        self.stage = Stage(qtbot, folder, scenarios=self.FILES, store=store, hands=self.hands)
        self.stage.show()
        self.first, self.second = self.stage.card("A tram"), self.stage.card("A wait")
        self.keyboard = Hands(qtbot, self.stage.window)


def test_progress_that_comes_later_leaves_the_keyboard_where_somebody_has_put_it(qtbot: QtBot, tmp_path: Path) -> None:
    late = LateProgress(qtbot, tmp_path)
    late.keyboard.tab_to(late.second.open_button)
    late.hands.let_all()
    assert late.second.open_button.text() == "Start again"
    assert late.keyboard.focus is late.second.open_button
    late.keyboard.press(Qt.Key.Key_Return)
    assert late.stage.desk.page is late.stage.desk.briefing


def test_progress_that_comes_later_leads_an_untouched_keyboard_to_resume(qtbot: QtBot, tmp_path: Path) -> None:
    late = LateProgress(qtbot, tmp_path)
    assert late.keyboard.focus is late.first.open_button
    late.hands.let_all()
    assert late.first.resume_button is not None
    assert late.keyboard.focus is late.first.resume_button


def test_what_came_later_is_reached_by_tab_in_the_order_in_which_it_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    late = LateProgress(qtbot, tmp_path)
    late.hands.let_all()
    names = []
    for _ in range(6):
        focus = late.keyboard.focus
        assert focus is not None
        names.append(focus.accessibleName())
        late.keyboard.press(Qt.Key.Key_Tab)
    assert names == [
        "Resume A tram",
        "Start A tram again",
        "Look back at A tram",
        "Resume A wait",
        "Start A wait again",
        "Look back at A wait",
    ]


def test_a_briefing_that_was_quicker_than_the_store_tells_later_what_was_left_open(
    qtbot: QtBot, tmp_path: Path
) -> None:
    late = LateProgress(qtbot, tmp_path)
    late.stage.brief("A wait")
    assert "unfinished" not in words(late.stage.desk.briefing)
    late.hands.let_all()
    late.stage.shown()
    assert "You have left a conversation here unfinished." in words(late.stage.desk.briefing)
    assert late.stage.desk.briefing.begin_button.hasFocus()


# Counts that agree.


def words(widget: QWidget) -> str:
    """What can be read on a page."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def played(stage: Stage, *ends: Verdict | str) -> None:
    """Conversations that came to this: a verdict, ``stop``, or nothing yet."""
    for end in ends:
        if isinstance(end, Verdict):
            session = session_of(small(), "own-clock", SILENT)
            keep(stage.store, session, *ended_as(end, session))
        elif end == STOP:
            keep(stage.store, session_of(small(), "own-clock", STOP))
        else:
            keep(stage.store, session_of(small(), "own-clock"))
    stage.desk.show_library()


@pytest.mark.parametrize(
    ("ends", "told", "listed"),
    [
        ((STOP,), "1 conversation", 1),
        ((Verdict.LEFT,), "1 conversation", 1),
        ((Verdict.REPAIRED,), "1 conversation, repaired", 1),
        ((Verdict.LEFT, Verdict.UNRESOLVED, STOP), "3 conversations", 3),
        ((Verdict.LEFT, Verdict.PARTLY, STOP), "3 conversations, at best partly repaired", 3),
        ((Verdict.PARTLY, Verdict.TRANSFER), "2 conversations, at best an agreed transfer", 2),
        ((STOP, "open"), "1 conversation · 1 unfinished", 2),
        (("open", Verdict.QUIET_DROP_OUT, "open"), "1 conversation · 2 unfinished", 3),
    ],
)
def test_counts_agree_with_what_can_be_looked_back_at_and_no_bad_end_is_called_the_best(
    qtbot: QtBot, tmp_path: Path, ends: tuple[Verdict | str, ...], told: str, listed: int
) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    played(stage, *ends)
    assert facts(stage) == f"difficulty 1 · about 5 min · not reviewed\n{told}"
    assert earlier_lines(stage) == listed


def test_a_single_unfinished_conversation_is_told_and_resumed(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    played(stage, "open")
    assert facts(stage).endswith("\n1 unfinished")
    assert buttons(stage) == ["Resume", "Start again"]


def test_a_conversation_in_which_nothing_was_said_is_none_anywhere(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    keep(stage.store, session_of(small()))
    played(stage, STOP)
    assert facts(stage).endswith("\n1 conversation")
    assert earlier_lines(stage) == 1


# Start again beside an unfinished conversation.


def test_start_again_says_what_becomes_of_the_unfinished_one_and_both_stay_reachable(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    played(stage, "open")
    (first,) = stage.headers()
    stage.card(TITLE).open_button.click()
    told = words(stage.desk.briefing)
    assert "You have left a conversation here unfinished. If you begin a new one it stays as it is" in told
    assert "under “Earlier conversations”" in told
    stage.desk.briefing.begin_button.click()
    stage.page.choices.press(1)
    stage.page.pause()
    stage.page.veil.later.click()
    second, _ = stage.headers()
    assert facts(stage).endswith("\n2 unfinished")
    resume = stage.card(TITLE).resume_button
    assert resume is not None
    resume.click()
    assert stage.page._play is not None
    assert stage.page._play.id == second.id, "the newest"
    stage.page.pause()
    stage.page.veil.later.click()
    assert earlier_lines(stage) == 2
    stage.desk.earlier.cards[first.id].open_button.click()
    assert stage.page._play.id == first.id


def test_the_briefing_resumes_what_was_left_open(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    played(stage, "open", "open")
    stage.card(TITLE).open_button.click()
    assert "You have left 2 conversations here unfinished." in words(stage.desk.briefing)
    stage.desk.briefing.resume_button.click()
    assert stage.page._play is not None
    assert stage.page._play.id == stage.headers()[0].id


def test_play_again_after_the_end_offers_to_resume_no_conversation_that_has_ended(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    played(stage, "open")
    resume = stage.card(TITLE).resume_button
    assert resume is not None
    resume.click()
    stage.page.pause()
    stage.debrief()
    stage.desk.debriefing.again_button.click()
    assert stage.desk.page is stage.desk.briefing
    assert "unfinished" not in words(stage.desk.briefing)


def test_nobody_sees_the_progress_of_somebody_else(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    session = session_of(small(), "own-clock", STOP)
    other = replace(session.started, trainee="somebody-else")  # type: ignore[arg-type]
    keep(stage.store, session, other, *session.events[1:])
    stage.desk.show_library()
    assert facts(stage).endswith("\nno conversation yet")
