"""A person's own data through the window: taken along, deleted for good, renamed, and somebody else sitting down."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.messages.sentences import settings as say
from simulator.messages.sentences import storage as stored
from simulator.services.notes import write_own_note
from simulator.services.personal_collection import PersonalData
from simulator.session.ids import PersonId
from simulator.session.remarks import RemarkId
from simulator.session.store import Person
from simulator.storage.backups import backup_folder
from simulator.storage.home import STORE_FILE
from simulator.storage.settings import SETTINGS_FILE, Theme, load_settings
from simulator.storage.sqlite import SqliteSessionStore
from simulator.ui.data_care import DataCare
from simulator.ui.own_data_card import OwnDataCard
from tests.ui.crowding import crowded
from tests.ui.hands import Hands
from tests.ui.on_disk import A_MOMENT, Clock, OnDisk, backed_up, opened, store_in, with_conversations
from tests.ui.stage import AT_HOME, NOW_MS, Stage
from tests.ui.test_every_sentence_is_in_the_catalogue import ABROAD, bypassing
from tests.ui.test_names_and_plain_text import nameless

KIM: Final = Person(PersonId(AT_HOME.person), "Kimberley Nobody-Else-Is-Called-So", "K-Pseudonym")
ROBIN: Final = Person(PersonId("70b10000-0000-4000-8000-000000000001"), "Robin")
NOTE: Final = "What I noted here, nobody else has ever noted."
AS_KIM: Final = replace(AT_HOME, name=KIM.name)
TRACES: Final = (KIM.name, KIM.pseudonym, NOTE, KIM.id)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "Attune"
    found.mkdir(mode=0o700)
    return found


def both_have_been_here(folder: Path) -> None:
    """Two conversations each of Kim and Robin; on one of hers Kim has noted something."""
    ids = with_conversations(folder, 2, KIM, ROBIN)
    with store_in(folder) as store:
        write_own_note(store, KIM.id, ids[0], NOTE, id_=RemarkId("a-note"), now_ms=NOW_MS)


def traces(folder: Path, *, but: Path | None = None) -> set[str]:
    """What of Kim can be found in any byte of any file of a folder."""
    files = [file for file in folder.rglob("*") if file.is_file() and (but is None or but not in file.parents)]
    assert files
    return {trace for trace in TRACES for file in files if trace.encode() in file.read_bytes()}


def people(stage: OnDisk) -> list[Person]:
    return list(stage.asks(lambda store: store.people()))


def asked(stage: OnDisk) -> OwnDataCard:
    """The card, once it has asked whether all is to be deleted."""
    card = stage.settings().own_data
    card.erase.click()
    return card


def wait_for_the_welcome(stage: OnDisk) -> list[str]:
    """Who can be chosen on the page that asks who is there, once it stands."""
    stage.qtbot.waitUntil(lambda: stage.window.welcome is not None and stage.window.welcome.isVisible())
    page = stage.welcome
    stage.asks(lambda _store: None)
    stage.qtbot.waitUntil(lambda: bool(page._people) or not people(stage))
    return [button.text() for button in page.known.buttons()]


# Taken along.


class Asked:
    """Says where an export is to go; nowhere while no place is named."""

    def __init__(self) -> None:
        self.place: Path | None = None
        self.times = 0

    def __call__(self, _parent: QWidget, question: str, kind: str) -> Path | None:
        assert question
        assert "*.zip" in kind
        self.times += 1
        return self.place


class SlowCare(DataCare):
    """Reads a person's data until it may end."""

    def __init__(self, folder: Path, now_ms: Callable[[], int]) -> None:
        super().__init__(folder, now_ms)
        self.may_end = threading.Event()

    def collect(self, store: SqliteSessionStore, person: Person) -> Generator[int, None, PersonalData]:
        """Read everything when it may end."""
        while not self.may_end.wait(A_MOMENT):
            yield 0
        return (yield from super().collect(store, person))


def a_card(stage: OnDisk, place: Asked, care: DataCare | None = None) -> OwnDataCard:
    """The card on its own, with somebody who answers where an export is to go."""
    named = Person(KIM.id, KIM.name)
    card = OwnDataCard(stage.window.look, stage.door, care or DataCare(stage.folder, stage.clock), named, place)
    stage.qtbot.addWidget(card)
    card.show()
    return card


def told_after(stage: OnDisk, card: OwnDataCard) -> str:
    """What the card says once the export is over."""
    assert card.told.text() == str(say.EXPORTING())
    stage.qtbot.waitUntil(lambda: card.told.text() != str(say.EXPORTING()))
    return card.told.text()


@pytest.mark.slow
def test_an_export_holds_the_conversations_and_notes_and_only_the_person_can_read_it(
    qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    both_have_been_here(folder)
    with opened(qtbot, folder, AS_KIM) as stage:
        place = Asked()
        card = a_card(stage, place)
        place.place = tmp_path / "my data.zip"
        card.export.click()
        assert told_after(stage, card) == str(say.EXPORTED(path=str(place.place)))
    with ZipFile(place.place) as archive:
        assert archive.testzip() is None
        assert {"index.html", "data.json"} <= set(archive.namelist())
        data = json.loads(archive.read("data.json"))
        index = archive.read("index.html").decode()
    assert len(data["sessions"]) == 2
    assert NOTE in json.dumps(data)
    assert KIM.name in index
    assert KIM.pseudonym in index, "the store knows more of a person than the settings"
    assert ROBIN.name not in json.dumps(data) + index
    assert place.place.stat().st_mode & 0o777 == 0o600


def test_an_export_that_is_thought_better_of_writes_nothing(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    with opened(qtbot, folder) as stage:
        place = Asked()
        card = a_card(stage, place)
        before = set(tmp_path.rglob("*"))
        card.export.click()
        assert place.times == 1
        assert card.told.isHidden()
        assert card.erase.isEnabled()
        assert set(tmp_path.rglob("*")) == before


def test_an_export_that_cannot_be_written_says_why_and_can_be_tried_again(
    qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    with_conversations(folder)
    with opened(qtbot, folder) as stage:
        place = Asked()
        card = a_card(stage, place)
        place.place = tmp_path / "no such folder" / "export.zip"
        card.export.click()
        assert told_after(stage, card).startswith(f"The export cannot be written to “{place.place}”")
        place.place.parent.mkdir()
        card.export.click()
        assert told_after(stage, card) == str(say.EXPORTED(path=str(place.place)))


def test_an_export_gives_way_to_a_conversation_and_is_made_once(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    with_conversations(folder, 3)
    care = SlowCare(folder, Clock())
    with opened(qtbot, folder) as stage:
        place = Asked()
        card = a_card(stage, place, care)
        place.place = tmp_path / "export.zip"
        card.export.click()
        card.export.click()
        assert place.times == 1, "one at a time"
        assert not card.erase.isEnabled(), "what is being taken along is not deleted meanwhile"
        stage.sit_down()
        stage.says(1)
        assert len(stage.play.session.exchanges) == 1
        assert card.told.text() == str(say.EXPORTING())
        care.may_end.set()
        assert told_after(stage, card) == str(say.EXPORTED(path=str(place.place)))
        assert card.erase.isEnabled()


def test_an_export_from_a_store_that_cannot_be_read_says_why(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    store = folder / STORE_FILE
    store.write_bytes(b"no database" * 1000)
    with opened(qtbot, folder) as stage:
        place = Asked()
        card = a_card(stage, place)
        place.place = tmp_path / "export.zip"
        card.export.click()
        assert told_after(stage, card) == str(stored.NOT_A_STORE(path=str(store)))


# Deleted for good.


def test_deleting_asks_first_and_keeps_everything_by_default(qtbot: QtBot, folder: Path) -> None:
    both_have_been_here(folder)
    with opened(qtbot, folder, AS_KIM) as stage:
        card = asked(stage)
        assert card._whom.text() == str(say.ERASE_ASK(name=KIM.name))
        assert card.keep.hasFocus()
        assert not card.also_backups.isChecked()
        hands = Hands(qtbot, stage.window)
        hands.press(Qt.Key.Key_Return)
        assert not card._asked.isVisible()
        assert card.erase.hasFocus()
        assert people(stage) == [KIM, ROBIN]
        assert len(stage.headers()) == 4


def test_everything_of_a_person_is_deleted_and_others_keep_theirs(qtbot: QtBot, folder: Path) -> None:
    both_have_been_here(folder)
    backup = backed_up(folder)
    with opened(qtbot, folder, AS_KIM) as stage:
        asked(stage).sure.click()
        assert wait_for_the_welcome(stage) == [ROBIN.name, "Somebody new"]
        assert people(stage) == [ROBIN]
        assert [header.trainee for header in stage.headers()] == [ROBIN.id] * 2
        assert (load_settings(folder).name, load_settings(folder).person) == ("", "")
        assert traces(folder, but=backup.path.parent) == set()
        assert [one.name for one in stage.backups()] == [backup.name], "the backups were to stay"
        assert traces(folder) == set(TRACES)
        assert not stage.notice


def test_no_byte_of_a_person_is_left_where_the_backups_go_too(qtbot: QtBot, folder: Path) -> None:
    both_have_been_here(folder)
    backup = backed_up(folder)
    assert traces(folder) == set(TRACES)
    with opened(qtbot, folder, AS_KIM) as stage:
        hands = Hands(qtbot, stage.window)
        card = asked(stage)
        hands.press(Qt.Key.Key_Backtab)
        assert card.also_backups.hasFocus()
        hands.press(Qt.Key.Key_Space)
        hands.tab_to(card.sure)
        hands.press(Qt.Key.Key_Return)
        assert wait_for_the_welcome(stage) == [ROBIN.name, "Somebody new"]
        assert traces(folder) == set()
        (left,) = stage.backups()
        assert (left.sessions, left.name != backup.name) == (2, True), "what others have is backed up anew"
    assert traces(folder) == set()


def test_after_the_only_person_is_deleted_the_next_one_is_asked_about_nothing(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder, 2, KIM)
    with opened(qtbot, folder, AS_KIM) as stage:
        asked(stage).sure.click()
        assert wait_for_the_welcome(stage) == []
        stage.welcome.name.setText("Ada")
        stage.welcome.begin.click()
        qtbot.waitUntil(lambda: [one.name for one in people(stage)] == ["Ada"])
        stage.window._caretaker.begin()
        stage.asks(lambda _store: None)
        qtbot.waitUntil(lambda: stage.facts() == "no conversation yet")
        assert stage.desk.library.soundness.isHidden()
        assert traces(folder) == set()


def test_whoever_is_deleted_while_the_store_still_opens_is_not_brought_back(qtbot: QtBot, folder: Path) -> None:
    both_have_been_here(folder)
    may_open = threading.Event()
    with opened(qtbot, folder, AS_KIM, may_open=may_open) as stage:
        asked(stage).sure.click()
        may_open.set()
        assert wait_for_the_welcome(stage) == [ROBIN.name, "Somebody new"]
        assert people(stage) == [ROBIN]
        assert traces(folder) == set()


def test_nothing_else_is_begun_while_a_person_is_deleted(qtbot: QtBot, folder: Path) -> None:
    both_have_been_here(folder)
    with opened(qtbot, folder, AS_KIM) as stage:
        card = asked(stage)
        with stage.held():
            card.sure.click()
            assert card.told.text() == str(say.ERASING())
            assert not stage.settings_page.done.isEnabled()
            assert not stage.settings_page.name.isEnabled()
            assert not stage.window.practice_button.isEnabled()
        wait_for_the_welcome(stage)
        assert stage.welcome.name.isEnabled()


def test_a_backup_that_cannot_be_deleted_is_told_and_the_person_is_gone_all_the_same(
    qtbot: QtBot, folder: Path
) -> None:
    both_have_been_here(folder)
    stubborn = backup_folder(folder / STORE_FILE) / "sessions-20260101T000000000-asked.sqlite3"
    (stubborn / "in the way").mkdir(parents=True)
    with opened(qtbot, folder, AS_KIM) as stage:
        card = asked(stage)
        card.also_backups.setChecked(True)
        card.sure.click()
        assert wait_for_the_welcome(stage) == [ROBIN.name, "Somebody new"]
        assert str(stubborn) in stage.notice
        assert people(stage) == [ROBIN]
        assert (load_settings(folder).name, load_settings(folder).person) == ("", "")


def test_where_nothing_can_be_deleted_that_is_said_and_everything_is_as_it_was(qtbot: QtBot, folder: Path) -> None:
    store = folder / STORE_FILE
    store.write_bytes(b"no database" * 1000)
    with opened(qtbot, folder, AS_KIM) as stage:
        card = asked(stage)
        card.sure.click()
        qtbot.waitUntil(lambda: card.told.text() == str(stored.NOT_A_STORE(path=str(store))))
        qtbot.waitUntil(card.erase.hasFocus)
        assert stage.window.practice_button.isEnabled()
        assert load_settings(folder).name == KIM.name
        assert store.read_bytes() == b"no database" * 1000


# Others, and other names.


@pytest.mark.slow
def test_somebody_else_sits_down_and_the_first_finds_everything_again(qtbot: QtBot, folder: Path) -> None:
    both_have_been_here(folder)
    with opened(qtbot, folder, AS_KIM) as stage:
        stage.settings().own_data.somebody_else.click()
        assert wait_for_the_welcome(stage) == [KIM.name, ROBIN.name, "Somebody new"]
        assert load_settings(folder).person == ""
        stage.welcome.known.button(2).click()
        stage.welcome.begin.click()
        qtbot.waitUntil(lambda: stage.facts() == "2 conversations")
        assert load_settings(folder).person == ROBIN.id
        stage.settings().own_data.somebody_else.click()
        wait_for_the_welcome(stage)
        stage.welcome.known.button(1).click()
        stage.welcome.begin.click()
        qtbot.waitUntil(lambda: stage.facts() == "2 conversations")
        assert load_settings(folder).person == KIM.id
        assert people(stage) == [KIM, ROBIN]


@pytest.mark.slow
def test_a_new_name_keeps_the_history_and_is_what_everybody_says(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    both_have_been_here(folder)
    with opened(qtbot, folder, AS_KIM) as stage:
        page = stage.settings()
        page.name.setText("Kim Lee")
        page.name.editingFinished.emit()
        page.own_data.erase.click()
        assert page.own_data._whom.text() == str(say.ERASE_ASK(name="Kim Lee"))
        page.own_data.keep.click()
        assert people(stage) == [replace(KIM, name="Kim Lee"), ROBIN]
        place = Asked()
        card = a_card(stage, place)
        place.place = tmp_path / "export.zip"
        card.export.click()
        told_after(stage, card)
        with ZipFile(place.place) as archive:
            assert "Kim Lee" in archive.read("index.html").decode()
        page.done.click()
        qtbot.waitUntil(lambda: stage.facts() == "2 conversations")
        assert json.loads((folder / SETTINGS_FILE).read_bytes())["name"] == "Kim Lee"
        stage.settings().own_data.somebody_else.click()
        assert wait_for_the_welcome(stage) == ["Kim Lee", ROBIN.name, "Somebody new"]


# How it looks.


@pytest.mark.parametrize(
    ("width", "height", "scale", "theme"),
    [(1280, 800, 1.0, Theme.DARK), (1024, 700, 2.0, Theme.HIGH_CONTRAST), (820, 560, 2.0, Theme.LIGHT)],
)
def test_the_question_has_room_and_all_of_it_is_in_sight(
    qtbot: QtBot, tmp_path: Path, width: int, height: int, scale: float, theme: Theme
) -> None:
    stage = Stage(qtbot, tmp_path, replace(AS_KIM, text_scale=scale, theme=theme))
    stage.show(width, height)
    stage.window.settings_button.click()
    page = stage.window.settings_page
    assert page is not None
    page.own_data.erase.click()
    assert crowded(stage.settled()) == []
    assert nameless(stage.shown()) == []
    for seen in (page.own_data._whom, page.own_data.also_backups, page.own_data.keep, page.own_data.sure):
        assert seen.visibleRegion().boundingRect() == seen.rect(), "all of the question can be seen"


def test_no_sentence_of_the_card_bypasses_the_catalogue(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    place = Asked()
    card = OwnDataCard(ABROAD, stage.door, stage.care, KIM, place)
    qtbot.addWidget(card)
    card.erase.click()
    place.place = tmp_path / "export.zip"
    assert bypassing(card, KIM.name) == []
    card.export.click()
    qtbot.waitUntil(lambda: str(place.place) in card.told.text())
    assert bypassing(card, KIM.name, str(place.place)) == []
