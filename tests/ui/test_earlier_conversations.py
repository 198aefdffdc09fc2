"""Earlier conversations: all of a person's, what each came to, and the way back into each."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.patient.verdicts import Verdict
from simulator.services.measuring import TODAY
from simulator.session.ids import PersonId
from simulator.session.store import SessionFilter, SessionOrder
from tests.builders import SILENT
from tests.ui.earlier import TITLE, listed, look_back_button, opened, with_three_scenarios, words
from tests.ui.hands import Hands
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import Stage
from tests.ui.stored import STOP, ended_as, keep, session_of, small
from tests.ui.test_names_and_plain_text import nameless


def played_twice(qtbot: QtBot, folder: Path) -> Stage:
    """One conversation to its end, and one that was stopped after a turn; then back in the library."""
    stage = Stage(qtbot, folder)
    stage.show()
    stage.sit_down()
    stage.answer_until_debriefing()
    stage.desk.show_library()
    page = stage.sit_down()
    page.choices.press(1)
    page.pause()
    stage.debrief()
    stage.desk.show_library()
    return stage


def test_a_scenario_never_played_has_nothing_to_look_back_at(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    assert look_back_button(stage) is None


def test_whoever_has_no_earlier_conversation_is_told_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = opened(stage)
    assert "There is no earlier conversation here yet. Each one that you begin is kept here." in words(page)
    assert page.empty.button.text() == "Choose somebody to sit with"
    page.empty.button.click()
    assert stage.desk.page is stage.desk.library


def test_every_ended_conversation_is_listed_with_what_it_came_to_and_its_share(qtbot: QtBot, tmp_path: Path) -> None:
    stage = played_twice(qtbot, tmp_path)
    button = look_back_button(stage)
    assert button is not None
    button.click()
    page = stage.desk.earlier
    assert stage.desk.page is page
    assert len(page.cards) == 2
    assert "Stopped before the end" in words(page)
    assert "Learn, difficulty 1" in words(page)
    qtbot.waitUntil(lambda: "…" not in words(page).split("\n"))
    measures = stage.store.query(SessionFilter(), SessionOrder.NEWEST, TODAY).measures
    assert len(measures) == 2
    for measured in measures.values():
        assert measured.share is not None
        assert f"{measured.share} %" in words(page).split("\n")


@pytest.mark.slow
def test_by_keyboard_alone_into_the_debriefing_of_an_earlier_conversation(qtbot: QtBot, tmp_path: Path) -> None:
    stage = played_twice(qtbot, tmp_path)
    button = look_back_button(stage)
    assert button is not None
    hands = Hands(qtbot, stage.window)
    hands.tab_to(button)
    hands.press(Qt.Key.Key_Return)
    newest, oldest = (card.open_button for card in stage.desk.earlier.cards.values())
    assert hands.focus is newest
    hands.tab_to(oldest)
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)
    assert len(stage.desk.debriefing._cards) > 1, "the stopped one has one exchange only"


# Everything of a person.


def test_all_of_a_person_are_listed_also_of_scenarios_that_are_gone_or_have_another_name(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage = with_three_scenarios(qtbot, tmp_path)
    somebody = session_of(small(), "own-clock", STOP, trainee=PersonId("somebody-else"))
    keep(stage.store, somebody)
    page = opened(stage)
    assert listed(page) == [
        "The wait · Unfinished",
        "The ferry · Stopped before the end",
        "The bus · Stopped before the end",
        "The wait · Stopped before the end",
    ]


def test_one_can_look_back_at_a_conversation_whose_scenario_is_gone(qtbot: QtBot, tmp_path: Path) -> None:
    stage = with_three_scenarios(qtbot, tmp_path)
    card = list(opened(stage).cards.values())[1]
    card.open_button.click()
    qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)
    assert stage.desk.debriefing._title.text() == "The ferry · Ines Carvalho"


def test_an_unfinished_conversation_is_gone_on_with_from_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    stage = with_three_scenarios(qtbot, tmp_path)
    card = next(iter(opened(stage).cards.values()))
    assert card.open_button.text() == "Resume"
    card.open_button.click()
    assert stage.page._play is not None
    assert stage.page._play.id == card.header.id
    assert "We only have until ten" in stage.page.transcript.toPlainText()


def test_the_conversations_of_one_scenario_can_be_chosen_and_those_of_all_again(qtbot: QtBot, tmp_path: Path) -> None:
    stage = with_three_scenarios(qtbot, tmp_path)
    page = opened(stage)
    box = page.scenarios
    assert [box.itemText(i) for i in range(box.count())] == ["All scenarios", "The bus", "The ferry", "The wait"]
    hands = Hands(qtbot, stage.window)
    hands.tab_to(box)
    hands.press(Qt.Key.Key_Down)
    assert listed(page) == ["The bus · Stopped before the end"]
    hands.press(Qt.Key.Key_Down)
    assert listed(page) == ["The ferry · Stopped before the end"]
    assert hands.focus is box, "the keyboard stays where one is choosing"
    hands.press(Qt.Key.Key_Home)
    assert len(page.cards) == 4


def test_look_back_on_a_card_lists_the_conversations_of_its_scenario(qtbot: QtBot, tmp_path: Path) -> None:
    stage = with_three_scenarios(qtbot, tmp_path)
    stage.desk.show_library()
    stage.shown()
    button = look_back_button(stage)
    assert button is not None
    button.click()
    assert listed(stage.desk.earlier) == ["The wait · Unfinished", "The wait · Stopped before the end"]
    assert stage.desk.earlier.scenarios.currentText() == TITLE


def test_every_end_has_its_words(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    for verdict in Verdict:
        session = session_of(small(), "own-clock", SILENT)
        keep(stage.store, session, *ended_as(verdict, session))
    found = {line.split(" · ")[1] for line in listed(opened(stage))}
    assert found == {
        "Repaired",
        "Partly repaired",
        "Left open",
        "A quiet goodbye",
        "The patient left",
        "An agreed transfer",
    }


# Many of them.


@pytest.mark.slow
def test_many_come_fifty_at_a_time_and_the_keyboard_goes_on_with_the_first_new_one(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    keep(stage.store, session_of(small()))
    ids = [keep(stage.store, session_of(small(), "own-clock")) for _ in range(100)]
    page = opened(stage)
    hands = Hands(qtbot, stage.window)
    first, *_ = page.cards.values()
    assert hands.focus is first.open_button
    assert len(page.cards) == 50
    hands.tab_to(page.more)
    hands.press(Qt.Key.Key_Return)
    assert list(page.cards) == ids[::-1]
    assert hands.focus is page.cards[ids[49]].open_button
    hands.tab_to(page.more)
    hands.press(Qt.Key.Key_Return)
    assert list(page.cards) == ids[::-1], "what is left has no step in it"
    assert not page.more.isVisible()
    assert hands.focus is page.cards[ids[0]].open_button


# By keyboard and by ear.


@pytest.mark.slow
def test_tab_leads_through_the_page_as_it_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    for _ in range(51):
        keep(stage.store, session_of(small(), "own-clock"))
    page = opened(stage)
    cards = list(page.cards.values())
    cards[0].delete_button.click()
    hands = Hands(qtbot, stage.window)
    hands.tab_to(page.back)
    wanted = [page.back, page.scenarios, cards[0].delete_button, cards[0].open_button]
    wanted += [cards[0].keep_button, cards[0].sure_button, cards[1].delete_button]
    found = []
    for _ in wanted:
        found.append(hands.focus)
        hands.press(Qt.Key.Key_Tab)
    assert found == wanted
    hands.tab_to(cards[-1].open_button)
    hands.press(Qt.Key.Key_Tab)
    assert hands.focus is page.more


def test_everything_on_the_page_has_a_name_that_tells_which_conversation_it_is_about(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage = with_three_scenarios(qtbot, tmp_path)
    page = opened(stage)
    for card in page.cards.values():
        card.delete_button.click()
    assert nameless(stage.shown()) == []
    names = [
        button.accessibleName() for card in page.cards.values() for button in (card.open_button, card.delete_button)
    ]
    assert len(set(names)) == 8
    assert names[0].startswith("Resume The wait of ")
    assert names[1].startswith("Delete The wait of ")
    assert names[2].startswith("Look back at The ferry of ")
    assert page.scenarios.accessibleName() == "Scenario"


def test_two_scenarios_with_one_id_open_each_their_own_conversation(qtbot: QtBot, tmp_path: Path) -> None:
    other = WAIT.replace("title: The wait", "title: Another wait")
    stage = Stage(qtbot, tmp_path, scenarios={"the-wait.yaml": WAIT, "more/the-wait.yaml": other})
    stage.show()
    keep(stage.store, session_of(small(other, "more/the-wait.yaml"), "own-clock"))
    keep(stage.store, session_of(small(), "own-clock"))
    page = opened(stage)
    first, second = page.cards.values()
    second.open_button.click()
    assert stage.page.header.title.text() == "Another wait · Ines Carvalho"
    stage.page.pause()
    stage.page.veil.later.click()
    stage.desk.show_earlier()
    stage.desk.earlier.cards[first.header.id].open_button.click()
    assert stage.page.header.title.text() == "The wait · Ines Carvalho"
