"""Who is there: somebody known is picked, somebody new may have a known name, and a name that changes keeps its history."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.services.people import of_earlier_settings
from simulator.session.ids import PersonId
from simulator.session.store import Person
from simulator.storage.settings import DISCLAIMER_VERSION, Settings
from simulator.storage.sqlite import MemorySessionStore
from simulator.ui.welcome_page import WelcomePage
from tests.ui.hands import Hands
from tests.ui.stage import AT_HOME, Stage
from tests.ui.store_hands import HeldHands, Refusing
from tests.ui.stored import STOP, keep, session_of, small
from tests.ui.test_names_and_plain_text import nameless

ROBIN = Person(PersonId("7a10b000-0000-4000-8000-0000000000b1"), "Robin")
KIM = Person(PersonId("5a1e7a4e-0000-4000-8000-00000000c1a0"), "Kim")
OTHER_ROBIN = Person(PersonId("c0ffee00-0000-4000-8000-0000000000b2"), "Robin")
NEW = "Somebody new"


class FirstStart:
    """A window that asks who is there; each of these people has practised here before, and stopped a conversation."""

    def __init__(self, qtbot: QtBot, folder: Path, *people: Person) -> None:
        self.store = MemorySessionStore()
        for person in people:
            self.store.add_person(person)
            keep(self.store, session_of(small(), "own-clock", STOP, trainee=person.id))
        self.stage = Stage(qtbot, folder, Settings(reduced_motion=True), store=self.store)
        self.stage.show()

    @property
    def page(self) -> WelcomePage:
        """The page that asks."""
        assert self.stage.window.welcome is not None
        return self.stage.window.welcome

    def offered(self) -> list[str]:
        """Who can be chosen."""
        return [button.text() for button in self.page.known.buttons()]

    def choose(self, words: str) -> None:
        """Choose one of them."""
        next(button for button in self.page.known.buttons() if button.text() == words).click()

    @property
    def progress(self) -> str:
        """What the library tells of whoever was let in."""
        return self.stage.card("The wait")._facts.text().split("\n")[-1]

    @property
    def kept(self) -> tuple[str, str]:
        """Name and id in the settings of now."""
        return self.stage.kept[-1].name, self.stage.kept[-1].person


def names(people: Sequence[Person]) -> list[str]:
    return [person.name for person in people]


def test_on_the_first_start_there_is_nobody_to_choose_from(qtbot: QtBot, tmp_path: Path) -> None:
    start = FirstStart(qtbot, tmp_path)
    assert start.offered() == []
    assert start.page.name.hasFocus()
    assert not start.page.begin.isEnabled()
    hands = Hands(qtbot, start.stage.window)
    hands.type("Ada")
    hands.press(Qt.Key.Key_Return)
    assert start.kept == ("Ada", "00000000-0000-4000-8000-000000000001")
    assert names(start.store.people()) == ["Ada"]
    assert start.progress == "no conversation yet"


def test_somebody_who_is_known_is_picked_and_finds_their_conversations(qtbot: QtBot, tmp_path: Path) -> None:
    start = FirstStart(qtbot, tmp_path, KIM, ROBIN)
    assert start.offered() == ["Kim", "Robin", NEW]
    start.choose("Robin")
    assert not start.page.name.isVisible(), "whoever is known says no name"
    assert start.page.begin.isEnabled()
    start.page.begin.click()
    assert start.kept == (ROBIN.name, ROBIN.id)
    assert start.progress == "1 conversation"
    assert names(start.store.people()) == ["Kim", "Robin"]


def test_somebody_new_may_have_the_name_of_somebody_known_and_shares_nothing_with_them(
    qtbot: QtBot, tmp_path: Path
) -> None:
    start = FirstStart(qtbot, tmp_path, ROBIN)
    start.choose(NEW)
    assert not start.page.begin.isEnabled(), "somebody new says a name"
    start.page.name.setText("Robin")
    start.page.begin.click()
    name, id_ = start.kept
    assert name == "Robin"
    assert id_ != ROBIN.id
    assert names(start.store.people()) == ["Robin", "Robin"]
    assert start.progress == "no conversation yet"


def test_two_of_one_name_are_told_apart(qtbot: QtBot, tmp_path: Path) -> None:
    start = FirstStart(qtbot, tmp_path, ROBIN, OTHER_ROBIN)
    assert start.offered() == ["Robin (7a10)", "Robin (c0ff)", NEW]
    start.choose("Robin (c0ff)")
    start.page.begin.click()
    assert start.kept == (OTHER_ROBIN.name, OTHER_ROBIN.id)


def test_who_is_there_is_chosen_by_keyboard_alone_and_can_be_heard(qtbot: QtBot, tmp_path: Path) -> None:
    start = FirstStart(qtbot, tmp_path, KIM, ROBIN)
    assert nameless(start.stage.shown()) == []
    hands = Hands(qtbot, start.stage.window)
    checked = start.page.known.checkedButton()
    assert checked is not None
    assert checked.text() == NEW, "nobody is taken for somebody known unasked"
    hands.tab_to(checked)
    hands.press(Qt.Key.Key_Up)
    hands.tab_to(start.page.begin)
    hands.press(Qt.Key.Key_Return)
    assert start.kept == (ROBIN.name, ROBIN.id)


def test_whoever_was_there_last_is_the_first_to_be_thought_of(qtbot: QtBot, tmp_path: Path) -> None:
    start = FirstStart(qtbot, tmp_path, ROBIN, OTHER_ROBIN)
    page = WelcomePage(start.stage.window.look, start.stage.door, OTHER_ROBIN.name, OTHER_ROBIN.id)
    qtbot.addWidget(page)
    checked = page.known.checkedButton()
    assert checked is not None
    assert checked.text() == "Robin (c0ff)"
    assert page.begin.isEnabled()


def test_a_known_name_with_an_ampersand_is_shown_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    start = FirstStart(qtbot, tmp_path, Person(ROBIN.id, "R&D <b>"))
    button = start.page.known.buttons()[0]
    assert (button.text(), button.accessibleName()) == ("R&&D <b>", "R&D <b>")


def test_putting_a_notice_away_moves_nothing_under_the_mouse(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, Settings())
    stage.show()
    page = stage.window.welcome
    assert page is not None
    stage.window.tell("Other people can see this. " * 20)
    stage.shown()
    before = page.begin.mapTo(stage.window, QPoint(0, 0))
    stage.window._notice.hide()
    stage.shown()
    assert page.begin.mapTo(stage.window, QPoint(0, 0)) == before
    assert page._card.y() > 40, "it stands free where there is room"


def test_people_who_are_told_late_do_not_disturb_whoever_is_typing(qtbot: QtBot, tmp_path: Path) -> None:
    store = MemorySessionStore()
    store.add_person(ROBIN)
    hands = HeldHands(store)
    stage = Stage(qtbot, tmp_path, Settings(), store=store, hands=hands)
    stage.show()
    keyboard = Hands(qtbot, stage.window)
    keyboard.type("Robin")
    hands.let_all()
    page = stage.window.welcome
    assert page is not None
    assert page.name.hasFocus()
    keyboard.type("a")
    keyboard.press(Qt.Key.Key_Return)
    hands.let_all()
    assert names(store.people()) == ["Robin", "Robina"]


def test_where_the_store_cannot_be_read_everybody_is_new_and_let_in(qtbot: QtBot, tmp_path: Path) -> None:
    hands = Refusing(MemorySessionStore())
    stage = Stage(qtbot, tmp_path, Settings(), hands=hands)
    stage.show()
    assert stage.window.welcome is not None
    stage.window.welcome.name.setText("Ada")
    stage.window.welcome.begin.click()
    qtbot.waitUntil(stage.desk.library.isVisible)
    assert stage.kept[-1].name == "Ada"
    assert stage.notice


def test_a_name_that_is_changed_in_the_settings_keeps_its_history(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    keep(stage.store, session_of(small(), "own-clock", STOP))
    stage.window.settings_button.click()
    page = stage.window.settings_page
    assert page is not None
    page.name.setText("Kimberly")
    page.name.editingFinished.emit()
    page.done.click()
    assert (stage.kept[-1].name, stage.kept[-1].person) == ("Kimberly", AT_HOME.person)
    assert stage.store.people() == (Person(PersonId(AT_HOME.person), "Kimberly"),)
    qtbot.waitUntil(stage.desk.library.isVisible)
    assert stage.card("The wait")._facts.text().endswith("\n1 conversation")


def test_settings_that_know_a_name_only_find_the_conversations_that_migration_kept_under_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    store = MemorySessionStore()
    id_ = of_earlier_settings("Kim")
    store.add_person(Person(id_, "Kim"))
    keep(store, session_of(small(), "own-clock", STOP, trainee=id_))
    stage = Stage(qtbot, tmp_path, Settings(name="Kim", disclaimer_accepted=DISCLAIMER_VERSION), store=store)
    stage.show()
    assert stage.card("The wait")._facts.text().endswith("\n1 conversation")
    assert store.people() == (Person(id_, "Kim"),)
    stage.window.close()
    assert stage.kept[-1].person == id_


def test_the_page_says_what_attune_is_and_is_not(qtbot: QtBot, tmp_path: Path) -> None:
    start = FirstStart(qtbot, tmp_path)
    told = "\n".join(label.text() for label in start.page.findChildren(QLabel))
    for part in (
        "no therapy, no diagnosis, no crisis service",
        "The patients are fictional.",
        "nothing is sent anywhere",
    ):
        assert part in told
