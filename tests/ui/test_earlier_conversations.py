"""Earlier conversations: all of a person's, what each came to, and the way back into each or away with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Semaphore
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.analysis.regret import SessionValue
from simulator.messages.sentences import storage as say
from simulator.patient import Verdict
from simulator.services.measuring import TODAY
from simulator.services.prospects import Prospects
from simulator.session import (
    Cursor,
    Listing,
    MeasureKey,
    PersonId,
    Session,
    SessionFilter,
    SessionId,
    SessionOrder,
    StoreDamaged,
    StoredSession,
)
from simulator.storage import MemorySessionStore
from simulator.ui.practice.earlier_card import EarlierCard
from simulator.ui.practice.earlier_page import EarlierPage
from simulator.ui.widgets.buttons import Button
from tests.builders import SILENT
from tests.ui.hands import Hands
from tests.ui.small_scenarios import WAIT, named
from tests.ui.stage import Stage
from tests.ui.store_hands import FULL, HeldHands
from tests.ui.stored import STOP, ended_as, keep, session_of, small
from tests.ui.test_names_and_plain_text import nameless

TITLE = "The wait"
_LONG: Final = 10.0


def words(page: EarlierPage | EarlierCard) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def look_back_button(stage: Stage) -> Button | None:
    button = stage.card(TITLE).earlier_button
    return button if button is not None and button.isVisible() else None


def opened(stage: Stage) -> EarlierPage:
    """The page with everything on it, from the button at the top of the library."""
    stage.desk.library.earlier_button.click()
    stage.shown()
    return stage.desk.earlier


def listed(page: EarlierPage) -> list[str]:
    """The first line of each conversation, from top to bottom."""
    return [card.findChildren(QLabel)[1].text() for card in page.cards.values()]


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
    assert "There is no earlier conversation here yet. Choose somebody to sit with in the library." in words(
        opened(stage)
    )
    stage.desk.earlier.back.click()
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


def with_three_scenarios(qtbot: QtBot, folder: Path) -> Stage:
    """Conversations of a scenario on the shelf, of one that was renamed since, and of one that is gone."""
    stage = Stage(qtbot, folder)
    stage.show()
    for id_, title in (("the-wait", TITLE), ("the-bus", "The bus"), ("the-ferry", "The ferry")):
        keep(stage.store, session_of(small(named(id_, title), f"{id_}.yaml"), "own-clock", STOP))
    keep(stage.store, session_of(small(), "explain-time"))
    return stage


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


# Away with one.


def test_deleting_is_asked_in_its_place_and_kept_by_default(qtbot: QtBot, tmp_path: Path) -> None:
    stage = with_three_scenarios(qtbot, tmp_path)
    page = opened(stage)
    card = list(page.cards.values())[1]
    hands = Hands(qtbot, stage.window)
    hands.tab_to(card.delete_button)
    hands.press(Qt.Key.Key_Return)
    stage.shown()
    assert "Delete this conversation for good, with your note on it?" in words(card)
    assert hands.focus is card.keep_button
    hands.press(Qt.Key.Key_Return)
    assert hands.focus is card.delete_button
    assert "Delete this conversation for good" not in words(card)
    assert len(stage.headers()) == len(page.cards) == 4


def test_a_deleted_conversation_is_gone_from_the_store_and_from_the_counts(qtbot: QtBot, tmp_path: Path) -> None:
    stage = with_three_scenarios(qtbot, tmp_path)
    page = opened(stage)
    unfinished, next_one = list(page.cards.values())[:2]
    hands = Hands(qtbot, stage.window)
    unfinished.delete_button.click()
    hands.tab_to(unfinished.sure_button)
    hands.press(Qt.Key.Key_Return)
    assert unfinished.header.id not in {header.id for header in stage.headers()}
    assert listed(page)[0] == "The ferry · Stopped before the end"
    assert hands.focus is next_one.open_button
    page.back.click()
    assert stage.card(TITLE)._facts.text().endswith("\n1 conversation")
    assert stage.card(TITLE).first_button is stage.card(TITLE).open_button


def test_after_the_last_one_the_page_says_that_there_is_none(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    keep(stage.store, session_of(small(), "own-clock", STOP))
    page = opened(stage)
    (card,) = page.cards.values()
    card.delete_button.click()
    card.sure_button.click()
    assert "There is no earlier conversation here yet." in words(page)
    assert page.back.hasFocus()
    assert stage.headers() == ()


def test_what_could_not_be_deleted_stands_there_as_before(qtbot: QtBot, tmp_path: Path) -> None:
    store = MemorySessionStore()
    keep(store, session_of(small(), "own-clock", STOP))
    hands = HeldHands(store)
    stage = Stage(qtbot, tmp_path, store=store, hands=hands)
    stage.show()
    hands.let_all()
    page = stage.desk.earlier
    stage.desk.show_earlier()
    hands.let_all()
    (card,) = page.cards.values()
    card.delete_button.click()
    card.sure_button.click()
    card.sure_button.click()
    assert hands.waiting == 1, "said once"
    hands.refuse_next = True
    hands.let_all()
    assert stage.notice == FULL
    assert len(stage.headers()) == 1
    card.sure_button.click()
    hands.let_all()
    assert stage.headers() == ()
    assert page.cards == {}


# Figures.


class OneByOne(Prospects):
    """Works a session out each time it may."""

    def __init__(self) -> None:
        super().__init__()
        self.may = Semaphore(0)

    def worth(self, session: Session) -> SessionValue:
        """Only when it may."""
        assert self.may.acquire(timeout=_LONG)
        return super().worth(session)


def test_figures_follow_and_how_many_are_to_come_counts_down(qtbot: QtBot, tmp_path: Path) -> None:
    prospects = OneByOne()
    stage = Stage(qtbot, tmp_path, prospects=prospects)
    stage.show()
    for _ in range(2):
        keep(stage.store, session_of(small(), "own-clock", STOP))
    page = opened(stage)
    newest, oldest = page.cards.values()
    assert "2 figures are not yet worked out." in words(page)
    assert [card._figure.text() for card in (newest, oldest)] == ["…", "…"]
    prospects.may.release()
    qtbot.waitUntil(lambda: "1 figure is not yet worked out." in words(page))
    assert newest._figure.text().endswith(" %")
    assert oldest._figure.text() == "…"
    prospects.may.release()
    qtbot.waitUntil(lambda: "not yet worked out" not in words(page))
    assert oldest._figure.text() == newest._figure.text()
    measures = stage.store.query(SessionFilter(), SessionOrder.NEWEST, TODAY).measures
    assert {f"{measured.share} %" for measured in measures.values()} == {newest._figure.text()}


def test_an_unfinished_conversation_has_no_figure_and_waits_for_none(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    keep(stage.store, session_of(small(), "own-clock"))
    page = opened(stage)
    (card,) = page.cards.values()
    assert card._figure.text() == ""
    assert "not yet worked out" not in words(page)


class Overwhelmed(Prospects):
    """Can work nothing out."""

    def worth(self, session: Session) -> SessionValue:
        """Never."""
        raise MemoryError(session.script.scenario.title)


def test_a_session_that_cannot_be_worked_out_keeps_no_other_waiting(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, prospects=Overwhelmed())
    stage.show()
    for _ in range(2):
        keep(stage.store, session_of(small(), "own-clock", STOP))
    page = opened(stage)
    qtbot.waitUntil(lambda: "not yet worked out" not in words(page))
    assert [card._figure.text() for card in page.cards.values()] == ["–", "–"]
    stage.desk.show_earlier()
    assert [card._figure.text() for card in page.cards.values()] == ["–", "–"]


# What is not as it was stored.


class ShakenStore(MemorySessionStore):
    """A store in which some sessions were changed outside the program: their lines say so, and opening one is refused."""

    def __init__(self) -> None:
        super().__init__()
        self.shaken: set[SessionId] = set()

    def query(
        self,
        wanted: SessionFilter,
        order: SessionOrder,
        key: MeasureKey,
        *,
        size: int = 50,
        after: Cursor | None = None,
    ) -> Listing:
        """The page, with what is unsound marked."""
        found = super().query(wanted, order, key, size=size, after=after)
        headers = tuple(replace(h, sound=h.id not in self.shaken) for h in found.headers)
        return Listing(headers, found.measures, found.after)

    def load(self, session: SessionId) -> StoredSession:
        """A session, unless it was changed."""
        if session in self.shaken:
            raise StoreDamaged(say.HEADER_DAMAGED())
        return super().load(session)


def test_a_line_that_is_not_as_it_was_stored_says_so_and_the_others_are_read_and_measured(
    qtbot: QtBot, tmp_path: Path
) -> None:
    store = ShakenStore()
    stage = Stage(qtbot, tmp_path, store=store)
    stage.show()
    sound, shaken = (keep(store, session_of(small(), "own-clock", STOP)) for _ in range(2))
    store.shaken.add(shaken)
    page = opened(stage)
    assert "This line is not as it was stored." in words(page.cards[shaken])
    assert "This line is not as it was stored." not in words(page.cards[sound])
    qtbot.waitUntil(lambda: page.cards[sound]._figure.text().endswith(" %"))
    assert page.cards[shaken]._figure.text() == "–"
    page.cards[shaken].open_button.click()
    assert stage.desk.page is page
    assert stage.notice == "What the list says of this conversation is not as it was stored."
    page.cards[sound].open_button.click()
    qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)


# By keyboard and by ear.


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
    assert stage.page._title.text() == "Another wait · Ines Carvalho"
    stage.page.pause()
    stage.page.veil.later.click()
    stage.desk.show_earlier()
    stage.desk.earlier.cards[first.header.id].open_button.click()
    assert stage.page._title.text() == "The wait · Ines Carvalho"
