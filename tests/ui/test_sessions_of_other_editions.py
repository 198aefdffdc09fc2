"""Conversations held under other rules, or recorded by other programs: shown as they were, with a sentence that says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.patient.verdicts import Verdict
from simulator.session.edition import EDITION, RULES
from simulator.session.events import Chose, Started, Stopped
from simulator.session.ids import SessionId
from simulator.session.store import INTERRUPTED
from simulator.session.vocabulary import By
from simulator.ui.practice.debriefing_page import DebriefingPage
from tests.builders import SILENT
from tests.ui.crowding import crowded
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import AT_HOME, Stage
from tests.ui.stored import STOP, ended_as, keep, of_other_rules, session_of, small, without_answers

EARLIER_RULES = "This conversation was held under earlier rules of the patient."
ANSWERS_OTHERWISE = "Played again, the patient of this program answers otherwise than is recorded."
NOT_RECORDED = "What the patient answered in this conversation was not recorded"
UPDATED = "An update of the program changed the patient’s rules while this conversation was unfinished"
EXPLAIN = "We only have until ten to, and I should not like you to lose more of your time."


def words(widget: QWidget) -> str:
    """What can be read on a page."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def looked_back_at(stage: Stage, session: SessionId) -> DebriefingPage:
    """The debriefing of a session, opened from the list of earlier conversations."""
    stage.show()
    stage.desk.library.earlier_button.click()
    stage.desk.earlier.cards[session].open_button.click()
    stage.qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)
    stage.shown()
    return stage.desk.debriefing


def prices_told(page: DebriefingPage) -> list[str]:
    """What is said of what sentences cost, on the cards and at the top."""
    parts = [page.first, *page._cards.values()]
    told = "\n".join(map(words, parts))
    return [
        word
        for word in ("Cost ", "As good as any answer", "The turn to say again", "What was possible here")
        if word in told
    ]


def test_a_conversation_of_other_rules_is_shown_as_recorded_and_without_prices(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    session = session_of(
        small(WAIT.replace("difficulty: 1", "difficulty: 2")), "withdrawal: explain-time", "no-need", STOP
    )
    page = looked_back_at(stage, keep(stage.store, session, *of_other_rules(session)))
    assert EARLIER_RULES in page._trust.text()
    assert page._trust.isVisible()
    assert not page.go_on_button.isVisible()
    assert EXPLAIN in words(page._cards[1])
    assert list(page._cards) == [1, 2]
    assert page.first.sentences.text() == "What each sentence changed cannot be worked out under today’s rules."
    assert page.first.came_to.text() == "You stopped after turn 2."
    assert "goes on under today’s rules" in page._trust.text()
    assert not page.first.how.isVisible()
    assert prices_told(page) == []
    assert len(page.competencies.findChildren(QLabel)) > 10, "scored as conversations are scored today"


def test_a_conversation_of_todays_rules_has_its_prices_and_no_such_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = looked_back_at(stage, keep(stage.store, session_of(small(), "explain-time", STOP)))
    qtbot.waitUntil(lambda: prices_told(page) != [])
    assert not page._trust.isVisible()


def test_a_conversation_that_todays_rules_do_not_answer_alike_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    session = session_of(small(), "own-clock", SILENT)
    page = looked_back_at(stage, keep(stage.store, session, *ended_as(Verdict.LEFT, session)))
    assert ANSWERS_OTHERWISE in page._trust.text()
    assert prices_told(page) == []


def test_an_unfinished_conversation_of_other_rules_is_closed_as_interrupted_and_told(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage = Stage(qtbot, tmp_path)
    session = session_of(small(), "explain-time")
    id_ = keep(stage.store, session, *of_other_rules(session))
    page = looked_back_at(stage, id_)
    assert UPDATED in page._trust.text()
    assert EARLIER_RULES in page._trust.text()
    assert stage.store.load(id_).header.verdict == INTERRUPTED
    last = stage.store.load(id_).events[-1]
    assert isinstance(last, Stopped)
    assert last.by is By.PROGRAM
    stage.desk.show_library()
    assert stage.card("The wait")._facts.text().endswith("\n1 conversation")


def test_what_is_said_of_an_interrupted_conversation_has_room(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, text_scale=2.0))
    session = session_of(small(), "explain-time")
    looked_back_at(stage, keep(stage.store, session, *of_other_rules(session)))
    stage.window.resize(820, 560)
    assert crowded(stage.settled()) == []


@pytest.mark.slow
def test_an_interrupted_conversation_is_gone_on_from_in_a_new_one(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    session = session_of(small(), "explain-time")
    old = keep(stage.store, session, *of_other_rules(session))
    page = looked_back_at(stage, old)
    assert page.go_on_button.isVisible()
    page.go_on_button.click()
    assert stage.page._play is not None
    assert stage.page._play.id != old
    assert stage.page._play.session.place.turn == 2
    assert EXPLAIN in stage.page.transcript.toPlainText()
    stage.page.choices.press(1)
    forked = stage.store.load(stage.page._play.id)
    assert forked.started.origin is not None
    assert (forked.started.origin.session, forked.started.origin.step) == (old, 2)
    assert (forked.started.edition, forked.started.rules) == (EDITION, RULES)
    assert [type(event) for event in forked.events] == [Started, Chose, Chose]
    assert forked.events[1] == session.events[1]
    assert stage.store.load(old).header.verdict == INTERRUPTED, "the old one stays as it was"
    stage.page.pause()
    stage.page.veil.later.click()
    assert stage.card("The wait")._facts.text().endswith("\n1 conversation · 1 unfinished")
    stage.desk.library.earlier_button.click()
    stage.shown()
    assert "another try" in words(stage.desk.earlier.cards[forked.header.id])
    assert "Interrupted by an update" in words(stage.desk.earlier.cards[old])


def test_of_a_conversation_without_recorded_answers_what_was_chosen_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    session = session_of(small(), "explain-time", SILENT, STOP)
    page = looked_back_at(stage, keep(stage.store, session, *without_answers(session)))
    told = words(page)
    assert NOT_RECORDED in told
    assert "What you said in this conversation" in told
    assert f"1. {EXPLAIN}" in told
    assert "2. You stayed with the silence." in told
    assert page._cards == {}
    for part in (page._course, page.competencies):
        assert not part.isVisible()
    assert page.note.isVisible()


def test_after_a_conversation_without_answers_the_next_debriefing_is_whole_again(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    session = session_of(small(), "explain-time", SILENT, STOP)
    bare = keep(stage.store, session, *without_answers(session))
    whole = keep(stage.store, session_of(small(), "explain-time", STOP))
    looked_back_at(stage, bare)
    stage.desk.show_earlier()
    page = stage.desk.debriefing
    stage.desk.earlier.cards[whole].open_button.click()
    qtbot.waitUntil(lambda: list(page._cards) == [1])
    stage.shown()
    for part in (page._course, page.competencies):
        assert part.isVisible()
    assert f"1. {EXPLAIN}" not in words(page)


def test_an_unfinished_conversation_without_answers_is_closed_and_shows_what_was_chosen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage = Stage(qtbot, tmp_path)
    session = session_of(small(), "explain-time")
    id_ = keep(stage.store, session, *without_answers(session))
    page = looked_back_at(stage, id_)
    assert f"1. {EXPLAIN}" in words(page)
    assert stage.store.load(id_).header.verdict == INTERRUPTED
    assert not page.go_on_button.isVisible()


def test_a_debriefing_of_other_rules_can_be_opened_twice(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    session = session_of(small(), "explain-time")
    begun, *steps = of_other_rules(session)
    assert isinstance(begun, Started)
    id_ = keep(stage.store, session, replace(begun, edition=EDITION + 7), *steps)
    first = words(looked_back_at(stage, id_))
    steps_then = stage.store.load(id_).header.steps
    assert words(looked_back_at(stage, id_)) == first
    assert stage.store.load(id_).header.steps == steps_then, "it is closed once"
