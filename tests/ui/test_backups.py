"""Backups through the window: made by themselves and when asked for, listed, put in place and taken back again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.messages.message import Message, Sentence, When
from simulator.messages.sentences import settings as say
from simulator.messages.sentences import storage as stored
from simulator.messages.sentences import store_care
from simulator.services.review_keeping import not_in_backups
from simulator.session.ids import SessionId
from simulator.storage.backups import Backup, Reason
from simulator.storage.handed_in_files import HandedInFiles
from simulator.storage.home import STORE_FILE
from simulator.storage.settings import Theme
from simulator.storage.sqlite import SqliteSessionStore
from simulator.ui.backup_card import BackupCard
from simulator.ui.backup_list import BackupList
from simulator.ui.data_care import DataCare
from simulator.ui.settings_page import SettingsPage
from tests.ui.crowding import crowded
from tests.ui.hands import Hands
from tests.ui.on_disk import (
    A_MOMENT,
    DAY_MS,
    Clock,
    OnDisk,
    backed_up,
    opened,
    read,
    tabbed_through,
    with_conversations,
)
from tests.ui.stage import AT_HOME, NOW_MS, CareOfNoFile, Stage
from tests.ui.test_every_sentence_is_in_the_catalogue import ABROAD, bypassing
from tests.ui.test_names_and_plain_text import nameless


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "Attune"
    found.mkdir(mode=0o700)
    return found


def listed(stage: Stage, page: SettingsPage) -> BackupList:
    """Ask for the backups, and wait for their list."""
    page.backups.go_back.click()
    return the_list(stage, page)


def the_list(stage: Stage, page: SettingsPage) -> BackupList:
    """The list of backups, which must come to the screen."""
    stage.qtbot.waitUntil(lambda: page.backups.list is not None)
    assert page.backups.list is not None
    return page.backups.list


def goes_back(stage: OnDisk, page: SettingsPage, number: int) -> str:
    """Put one of the listed backups in place; gives what is told when that is over."""
    found = listed(stage, page)
    found.choices.button(number).click()
    found.put_in_place.click()
    return told_after(stage, page.backups, say.RESTORING())


def told_after(stage: OnDisk, card: BackupCard, meanwhile: Message) -> str:
    """What the card says once it no longer says that it is busy (a quick one may be over before anybody looks)."""
    stage.qtbot.waitUntil(lambda: card.told.text() != str(meanwhile))
    return card.told.text()


def conversations(stage: OnDisk) -> int:
    """How many lines the page of earlier conversations has."""
    stage.desk.show_earlier()
    stage.qtbot.waitUntil(lambda: stage.desk.earlier.more.isHidden() and bool(stage.desk.earlier.cards))
    return len(stage.desk.earlier.cards)


# By themselves.


@pytest.mark.slow
def test_one_is_made_when_a_conversation_has_ended_and_no_other_within_a_day(qtbot: QtBot, folder: Path) -> None:
    with opened(qtbot, folder) as stage:
        assert str(say.NO_LAST()) in read(stage.settings())
        stage.go_home()
        assert stage.backups() == (), "going to the settings is no conversation"
        stage.holds_a_conversation()
        qtbot.waitUntil(lambda: stage.reasons() == [Reason.SESSION])
        stage.holds_a_conversation()
        stage.clock.now += DAY_MS
        stage.holds_a_conversation()
        qtbot.waitUntil(lambda: len(stage.backups()) > 1)
        assert stage.reasons() == [Reason.SESSION] * 2, "within a day, none is made"
        assert [backup.sessions for backup in stage.backups()] == [3, 1]
        assert not stage.notice


@pytest.mark.slow
def test_one_that_cannot_be_made_is_told_after_the_conversation(qtbot: QtBot, folder: Path) -> None:
    (folder / "backups").write_text("a file is in the way")
    with opened(qtbot, folder) as stage:
        stage.holds_a_conversation()
        qtbot.waitUntil(lambda: "could not be copied" in stage.notice)
        assert stage.facts() == "1 conversation"


# When asked for.


def test_one_is_made_when_asked_for_and_the_keyboard_stays(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder, 2)
    with opened(qtbot, folder) as stage:
        page = stage.settings()
        hands = Hands(qtbot, stage.window)
        hands.tab_to(page.backups.back_up)
        hands.press(Qt.Key.Key_Return)
        assert told_after(stage, page.backups, say.BACKING_UP()) == str(say.BACKED_UP())
        (made,) = stage.backups()
        assert (made.reason, made.sessions) == (Reason.ASKED, 2)
        assert page.backups._last.text() == str(say.LAST(when=When(made.at_ms)))
        assert hands.focus is page.backups.back_up


def test_one_that_cannot_be_made_says_why_and_can_be_asked_for_again(qtbot: QtBot, folder: Path) -> None:
    in_the_way = folder / "backups"
    in_the_way.write_text("a file is in the way")
    with opened(qtbot, folder) as stage:
        card = stage.settings().backups
        card.back_up.click()
        assert "could not be copied" in told_after(stage, card, say.BACKING_UP())
        in_the_way.unlink()
        card.back_up.click()
        assert told_after(stage, card, say.BACKING_UP()) == str(say.BACKED_UP())


class SlowCare(DataCare):
    """Makes backups that go on until they may end."""

    def __init__(self, folder: Path, now_ms: Callable[[], int]) -> None:
        super().__init__(folder, now_ms)
        self.may_end = threading.Event()

    def back_up(self, store: SqliteSessionStore, *, asked: bool) -> Generator[tuple[int, int], None, Path]:
        """Make a backup when it may end."""
        while not self.may_end.wait(A_MOMENT):
            yield 1, 1
        return (yield from super().back_up(store, asked=asked))


@pytest.fixture
def slow_care(folder: Path) -> SlowCare:
    return SlowCare(folder, Clock())


@pytest.mark.slow
def test_one_asked_for_while_another_is_made_by_itself_is_made_too(
    qtbot: QtBot, folder: Path, slow_care: SlowCare
) -> None:
    with opened(qtbot, folder, care=slow_care) as stage:
        stage.holds_a_conversation()
        page = stage.settings()
        page.backups.back_up.click()
        page.backups.back_up.click()
        slow_care.may_end.set()
        assert told_after(stage, page.backups, say.BACKING_UP()) == str(say.BACKED_UP())
        qtbot.waitUntil(lambda: len(stage.backups()) == 2)
        assert sorted(stage.reasons()) == [Reason.ASKED, Reason.SESSION]
        assert not stage.notice


@pytest.mark.slow
def test_the_last_one_is_told_also_when_it_is_made_while_the_settings_are_open(
    qtbot: QtBot, folder: Path, slow_care: SlowCare
) -> None:
    with opened(qtbot, folder, care=slow_care) as stage:
        stage.holds_a_conversation()
        page = stage.settings()
        assert page.backups._last.text() == str(say.NO_LAST())
        slow_care.may_end.set()
        qtbot.waitUntil(lambda: page.backups._last.text() != str(say.NO_LAST()))
        assert page.backups._last.text() == str(say.LAST(when=When(stage.backups()[0].at_ms)))


# The list.


def test_all_are_listed_with_dates_and_counts_and_why_they_were_made(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder, 2)
    times = [backed_up(folder, NOW_MS - days * DAY_MS).at_ms for days in (3, 2)]
    broken = backed_up(folder, NOW_MS - DAY_MS)
    broken.path.write_bytes(b"no database" * 1000)
    with opened(qtbot, folder) as stage:
        found = listed(stage, stage.settings())
        radios = found.choices.buttons()
        assert [radio.text() for radio in radios] == [
            str(say.BACKUP_UNREADABLE(when=When(broken.at_ms))),
            *(str(say.BACKUP(when=When(at_ms), count=2)) for at_ms in reversed(times)),
        ]
        assert read(found).count(str(store_care.WHY_ASKED())) == 3
        assert [radio.isEnabled() for radio in radios] == [False, True, True]
        assert radios[1].hasFocus(), "the first that can be chosen has the keyboard"
        radios[0].click()
        assert not found.put_in_place.isEnabled(), "what cannot be read cannot be chosen"
        assert found.asked.isHidden()


def test_where_none_was_made_that_is_said(qtbot: QtBot, folder: Path) -> None:
    with opened(qtbot, folder) as stage:
        card = stage.settings().backups
        card.go_back.click()
        qtbot.waitUntil(card.told.isVisible)
        assert card.told.text() == str(say.NO_BACKUPS())
        assert card.list is None


def test_older_ones_come_when_asked_for_and_what_is_asked_stays_in_sight(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder)
    for days in range(8):
        backed_up(folder, NOW_MS - days * DAY_MS)
    with opened(qtbot, folder) as stage:
        found = listed(stage, stage.settings())
        radios = found.choices.buttons()
        assert [radio.isVisible() for radio in radios] == [True] * 5 + [False] * 3
        radios[0].click()
        qtbot.waitUntil(lambda: not found.put_in_place.visibleRegion().isEmpty())
        assert not radios[0].visibleRegion().isEmpty()
        found.older.click()
        assert all(radio.isVisible() for radio in radios)
        assert radios[5].hasFocus()
        assert found.older.isHidden()
        radios[7].click()
        assert found.asked.text() == str(store_care.ASK_RESTORE(when=When(stage.backups()[7].at_ms), count=1))


def test_leaving_all_as_it_is_changes_nothing(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder)
    backed_up(folder)
    with_conversations(folder)
    with opened(qtbot, folder) as stage:
        page = stage.settings()
        before = (folder / STORE_FILE).read_bytes(), stage.backups()
        found = listed(stage, page)
        found.choices.button(0).click()
        assert found.asked.isVisible()
        found.leave.click()
        assert page.backups.list is None
        assert page.backups.go_back.hasFocus()
        page.done.click()
        assert stage.asks(lambda store: len(store.people())) == 1
        assert ((folder / STORE_FILE).read_bytes(), stage.backups()) == before
        assert stage.facts() == "2 conversations"


def test_the_folder_is_named_and_whether_others_can_look_into_it(qtbot: QtBot, folder: Path) -> None:
    with opened(qtbot, folder) as stage:
        told = stage.reads(stage.settings().backups)
        assert str(store_care.LIES_IN(folder=str(folder))) in told
        assert str(stored.FOLDER_NOT_PRIVATE(folder=str(folder))) not in told
        assert not stage.notice
        assert str(not_in_backups()) not in told
    # Whoever reviews here is told what no backup holds.
    HandedInFiles(folder).keep(SessionId("handed-in"), b"as it came")
    folder.chmod(0o755)
    with opened(qtbot, folder) as stage:
        assert stage.notice == str(stored.FOLDER_NOT_PRIVATE(folder=str(folder))), "told at the start"
        told = stage.reads(stage.settings().backups)
        assert str(stored.FOLDER_NOT_PRIVATE(folder=str(folder))) in told
        assert str(not_in_backups()) in told
        assert "handed-in" in str(not_in_backups())


# Back to one, and back again.


def test_going_back_brings_back_what_was_there_and_can_be_taken_back(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder)
    backed_up(folder)
    with_conversations(folder, 2)
    with opened(qtbot, folder) as stage:
        qtbot.waitUntil(lambda: stage.facts() == "3 conversations")
        page = stage.settings()
        assert goes_back(stage, page, 0) == str(say.RESTORED())
        page.done.click()
        qtbot.waitUntil(lambda: stage.facts() == "1 conversation")
        assert conversations(stage) == 1
        assert [(b.reason, b.sessions) for b in stage.backups()] == [(Reason.RESTORE, 3), (Reason.ASKED, 1)]
        page = stage.settings()
        assert goes_back(stage, page, 0) == str(say.RESTORED())
        page.done.click()
        qtbot.waitUntil(lambda: stage.facts() == "3 conversations")
        assert conversations(stage) == 3
        stage.desk.show_library()
        stage.holds_a_conversation()
        qtbot.waitUntil(lambda: stage.facts() == "4 conversations")


def test_going_back_by_keyboard_alone(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder)
    backed_up(folder)
    with_conversations(folder)
    with opened(qtbot, folder) as stage:
        hands = Hands(qtbot, stage.window)
        hands.tab_to(stage.window.settings_button)
        hands.press(Qt.Key.Key_Return)
        page = stage.settings_page
        hands.tab_to(page.backups.go_back)
        hands.press(Qt.Key.Key_Return)
        found = the_list(stage, page)
        hands.press(Qt.Key.Key_Space)
        assert found.asked.isVisible()
        hands.press(Qt.Key.Key_Tab)
        assert hands.focus is found.put_in_place
        hands.press(Qt.Key.Key_Return)
        assert told_after(stage, page.backups, say.RESTORING()) == str(say.RESTORED())
        assert hands.focus is page.backups.go_back
        hands.tab_to(page.done)
        hands.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: stage.facts() == "1 conversation")


@pytest.mark.slow
def test_a_step_on_its_way_is_kept_in_what_was_there_before(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder)
    backed_up(folder)
    with opened(qtbot, folder) as stage:
        page = stage.sit_down()
        with stage.held():
            page.choices.press(1)
            assert stage.play.pending
            page.pause()
            page.veil.later.click()
            settings = stage.settings()
            found = listed(stage, settings)
            found.choices.button(0).click()
            found.put_in_place.click()
        assert told_after(stage, settings.backups, say.RESTORING()) == str(say.RESTORED())
        goes_back(stage, settings, 0)
        (last, _) = stage.headers()
        assert (last.steps, last.ended) == (1, False)


def test_nothing_else_is_begun_while_a_backup_is_put_in_place(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder)
    backed_up(folder)
    with opened(qtbot, folder) as stage:
        page = stage.settings()
        found = listed(stage, page)
        found.choices.button(0).click()
        with stage.held():
            found.put_in_place.click()
            assert page.backups.told.text() == str(say.RESTORING())
            assert not page.done.isEnabled()
            assert not stage.window.practice_button.isEnabled()
        qtbot.waitUntil(page.done.isEnabled)
        assert stage.window.practice_button.isEnabled()
        assert page.backups.go_back.hasFocus()


# Where it cannot be done.


def damage(path: Path) -> None:
    """Overwrite the middle of a file: it can be counted, and not be trusted."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8192] = b"\xaa" * 8192
    path.write_bytes(content)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("harm", "sentence"),
    [(Path.unlink, stored.NO_BACKUP), (damage, stored.BACKUP_DAMAGED)],
    ids=["gone", "damaged"],
)
def test_a_backup_that_cannot_be_put_in_place_says_why_and_all_is_as_it_was(
    qtbot: QtBot, folder: Path, harm: Callable[[Path], None], sentence: Sentence
) -> None:
    with_conversations(folder, 20)
    backup = backed_up(folder)
    with_conversations(folder)
    with opened(qtbot, folder) as stage:
        page = stage.settings()
        found = listed(stage, page)
        harm(backup.path)
        found.choices.button(0).click()
        found.put_in_place.click()
        told = told_after(stage, page.backups, say.RESTORING())
        assert told == str(sentence(name=backup.name))
        assert page.backups.go_back.hasFocus()
        page.done.click()
        stage.holds_a_conversation()
        qtbot.waitUntil(lambda: stage.facts() == "22 conversations")
        assert not stage.notice


def under_way(stage: OnDisk, care: SlowCare) -> SettingsPage:
    """A backup that is being made after a conversation, while the settings are open."""
    stage.holds_a_conversation()
    stage.asks(lambda _store: None)
    assert stage.window._caretaker._backing_up
    assert not care.may_end.is_set()
    return stage.settings()


@pytest.mark.slow
def test_a_backup_under_way_is_needed_no_more_once_what_was_there_is_kept(
    qtbot: QtBot, folder: Path, slow_care: SlowCare
) -> None:
    with_conversations(folder)
    old = backed_up(folder)
    with opened(qtbot, folder, care=slow_care) as stage:
        page = under_way(stage, slow_care)
        assert goes_back(stage, page, 0) == str(say.RESTORED())
        slow_care.may_end.set()
        stage.asks(lambda _store: None)
        assert not stage.notice
        assert not stage.window._caretaker._backing_up
        assert [backup.reason for backup in stage.backups()] == [Reason.RESTORE, old.reason]
        assert [backup.sessions for backup in stage.backups()] == [2, 1]


@pytest.mark.slow
def test_a_backup_under_way_is_made_after_all_where_going_back_was_refused(
    qtbot: QtBot, folder: Path, slow_care: SlowCare
) -> None:
    with_conversations(folder)
    old = backed_up(folder)
    with opened(qtbot, folder, care=slow_care) as stage:
        page = under_way(stage, slow_care)
        found = listed(stage, page)
        old.path.unlink()
        found.choices.button(0).click()
        found.put_in_place.click()
        assert told_after(stage, page.backups, say.RESTORING()) == str(stored.NO_BACKUP(name=old.name))
        slow_care.may_end.set()
        qtbot.waitUntil(lambda: stage.reasons() == [Reason.SESSION])
        assert not stage.notice


def test_settings_that_were_left_meanwhile_hold_nobody_up(qtbot: QtBot, folder: Path, slow_care: SlowCare) -> None:
    with opened(qtbot, folder, care=slow_care) as stage:
        stage.settings().backups.back_up.click()
        stage.settings().backups.back_up.click()
        slow_care.may_end.set()
        qtbot.waitUntil(lambda: stage.reasons() == [Reason.ASKED] * 2)


# How the list looks.


class CareOfTen(CareOfNoFile):
    """Knows ten backups, one of which cannot be read."""

    def backups(self) -> tuple[Backup, ...]:
        """The newest one cannot be read; all others were made for one reason after the other."""
        reasons = [*Reason] * 3
        return tuple(
            Backup(self.folder / f"{number}", NOW_MS - number * DAY_MS, reasons[number], 1_200 if number else None)
            for number in range(10)
        )


@pytest.fixture
def care_of_ten(tmp_path: Path) -> CareOfTen:
    return CareOfTen(tmp_path, lambda: NOW_MS)


@pytest.mark.parametrize(
    ("width", "height", "scale", "theme"),
    [(1280, 800, 1.0, Theme.DARK), (1024, 700, 2.0, Theme.HIGH_CONTRAST), (820, 560, 2.0, Theme.LIGHT)],
)
def test_the_list_has_room_and_the_question_stays_in_sight(
    qtbot: QtBot, tmp_path: Path, care_of_ten: CareOfTen, width: int, height: int, scale: float, theme: Theme
) -> None:
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, text_scale=scale, theme=theme), care=care_of_ten)
    stage.show(width, height)
    stage.window.settings_button.click()
    page = stage.window.settings_page
    assert page is not None
    found = listed(stage, page)
    found.older.click()
    found.choices.button(2).click()
    assert crowded(stage.settled()) == []
    assert nameless(stage.shown()) == []
    for seen in (found.asked, found.put_in_place, found.leave):
        assert seen.visibleRegion().boundingRect() == seen.rect(), "all of the question can be seen"


def test_tab_leads_through_the_settings_in_reading_order_with_the_list_open(
    qtbot: QtBot, tmp_path: Path, care_of_ten: CareOfTen
) -> None:
    stage = Stage(qtbot, tmp_path, care=care_of_ten)
    stage.show()
    stage.window.settings_button.click()
    page = stage.window.settings_page
    assert page is not None
    listed(stage, page).choices.button(1).click()
    page.own_data.erase.click()
    stage.settled()
    found = tabbed_through(Hands(qtbot, stage.window), page, page.theme)
    assert found == sorted(found), "as one reads"
    assert len(found) == 29, [stop.name for stop in found]


def test_no_sentence_of_the_card_bypasses_the_catalogue(qtbot: QtBot, tmp_path: Path, care_of_ten: CareOfTen) -> None:
    stage = Stage(qtbot, tmp_path)
    card = BackupCard(ABROAD, stage.door, care_of_ten)
    qtbot.addWidget(card)
    card.show_backups()
    qtbot.waitUntil(lambda: card.list is not None)
    assert card.list is not None
    card.list.choices.button(1).click()
    card.back_up.click()
    assert card.told.text()
    assert bypassing(card, str(tmp_path)) == []
