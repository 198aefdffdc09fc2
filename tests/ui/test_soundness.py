"""A store that is damaged, empty or gone: said above the shelf or in a sentence, with what can be done, and nothing hidden."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from simulator.messages.message import Listed, Message, When
from simulator.messages.sentences import settings as settings_say
from simulator.messages.sentences import soundness as say
from simulator.messages.sentences import storage as stored
from simulator.messages.sentences import store_care
from simulator.services.store_care import StoreState
from simulator.session.ids import SessionId
from simulator.session.store import Fault
from simulator.storage.backups import Backup, Reason
from simulator.storage.home import STORE_FILE
from simulator.storage.schema import NEWEST
from simulator.storage.settings import Theme
from simulator.ui.practice.soundness_card import SoundnessCard
from simulator.ui.widgets.buttons import Button
from tests.quick_and_slow import quick_and_slow
from tests.ui.conversing import on_screen
from tests.ui.crowding import crowded
from tests.ui.hands import Hands
from tests.ui.on_disk import (
    OnDisk,
    backed_up,
    opened,
    read,
    store_in,
    tabbed_through,
    with_conversations,
)
from tests.ui.stage import AT_HOME, NOW_MS, Stage
from tests.ui.test_every_sentence_is_in_the_catalogue import ABROAD, bypassing
from tests.ui.test_names_and_plain_text import nameless

SHELF: Final = 4
"""How many scenarios are on the shelf of the tests."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "Attune"
    found.mkdir(mode=0o700)
    return found


def card_of(stage: Stage) -> SoundnessCard:
    return stage.desk.library.soundness


def button(card: SoundnessCard, words: Message) -> Button:
    """The button of the card with these words, or of this name."""
    found = card.findChildren(Button)
    return next(one for one in found if str(words) in (one.text(), one.accessibleName()))


def offers(card: SoundnessCard) -> list[str]:
    """What can be done, by the names of the buttons."""
    return [one.accessibleName() for one in card.findChildren(QPushButton)]


def goes_back(stage: OnDisk) -> None:
    """Put the newest backup that can be read in place, from the settings, and go to the library."""
    page = stage.settings()
    page.backups.go_back.click()
    put_newest_in_place(stage)
    page.done.click()


def put_newest_in_place(stage: OnDisk) -> None:
    card = stage.settings_page.backups
    stage.qtbot.waitUntil(lambda: card.list is not None)
    assert card.list is not None
    next(one for one in card.list.choices.buttons() if one.isEnabled()).click()
    card.list.put_in_place.click()
    done = (str(settings_say.RESTORED()), str(store_care.RESTORED_FIRST()))
    stage.qtbot.waitUntil(lambda: card.told.text() in done)


def goes_back_by_keyboard(stage: OnDisk, card: SoundnessCard) -> None:
    """From what the card offers to the newest backup, and back to the shelf."""
    hands = Hands(stage.qtbot, stage.window)
    hands.tab_to(button(card, say.TO_BACKUPS()))
    hands.press(Qt.Key.Key_Return)
    put_newest_in_place(stage)
    stage.settings_page.done.click()


# A store that cannot be opened.


def scribble(store: Path) -> Message:
    store.write_bytes(b"no database" * 1000)
    return stored.NOT_A_STORE(path=str(store))


def damage_the_first_page(store: Path) -> Message:
    """The list of tables cannot be read any more; the beginning of the file still looks like a database."""
    content = bytearray(store.read_bytes())
    content[100:4096] = b"\xaa" * 3996
    store.write_bytes(content)
    return stored.DAMAGED_FILE(path=str(store))


def of_a_newer_program(store: Path) -> Message:
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("PRAGMA user_version = 99")
    return stored.NEWER(path=str(store), version=99, known=NEWEST)


def of_another_program(store: Path) -> Message:
    store.unlink()
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.commit()
    return stored.OTHER_PROGRAM(path=str(store))


@pytest.mark.parametrize(
    "harm", quick_and_slow([of_another_program], [scribble, damage_the_first_page, of_a_newer_program])
)
def test_the_library_opens_on_a_store_that_cannot_be_and_a_backup_brings_all_back(
    qtbot: QtBot, folder: Path, harm: Callable[[Path], Message]
) -> None:
    with_conversations(folder, 2)
    backed_up(folder)
    with_conversations(folder)
    told = str(harm(folder / STORE_FILE))
    harmed = (folder / STORE_FILE).read_bytes()
    with opened(qtbot, folder) as stage:
        qtbot.waitUntil(lambda: stage.notice == told)
        assert len(stage.desk.library.items()) == SHELF
        stage.window._notice.hide()
        stage.brief("The wait")
        stage.desk.briefing.begin_button.click()
        qtbot.waitUntil(lambda: stage.notice == told)
        assert stage.desk.page is stage.desk.briefing, "no conversation is begun that cannot be kept"
        goes_back(stage)
        qtbot.waitUntil(lambda: stage.facts() == "2 conversations")
        assert not stage.notice
        assert stage.reasons() == [Reason.RESTORE, Reason.ASKED]
        # Of a database that can be opened the log is brought in, which its first bytes tell.
        assert stage.backups()[0].path.read_bytes()[100:] == harmed[100:], "the damaged file is kept"
        stage.holds_a_conversation()
        qtbot.waitUntil(lambda: stage.facts() == "3 conversations")


def put_a_foreign_trigger_in(store: Path) -> Message:
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("CREATE TRIGGER spy AFTER INSERT ON events BEGIN DELETE FROM events; END")
    return stored.FOREIGN_PARTS(path=str(store), names=Listed(("spy",)))


@pytest.mark.parametrize("harm", [scribble, damage_the_first_page, put_a_foreign_trigger_in])
def test_a_damaged_store_offers_the_backups_with_date_and_count_above_the_shelf(
    qtbot: QtBot, folder: Path, harm: Callable[[Path], Message]
) -> None:
    with_conversations(folder, 2)
    backup = backed_up(folder)
    told = harm(folder / STORE_FILE)
    with opened(qtbot, folder) as stage:
        card = card_of(stage)
        qtbot.waitUntil(card.isVisible)
        offered = store_care.UNREADABLE_GO_BACK(when=When(backup.at_ms), count=2)
        assert stage.reads(card).splitlines() == [str(say.UNREADABLE_TITLE()), f"{told} {offered}"]
        assert offers(card) == [str(say.TO_BACKUPS())]
        goes_back_by_keyboard(stage, card)
        qtbot.waitUntil(lambda: stage.facts() == "2 conversations")
        qtbot.waitUntil(card.isHidden)


def test_a_damaged_store_without_a_backup_says_so(qtbot: QtBot, folder: Path) -> None:
    told = scribble(folder / STORE_FILE)
    with opened(qtbot, folder) as stage:
        card = card_of(stage)
        qtbot.waitUntil(card.isVisible)
        assert stage.reads(card).splitlines()[1] == f"{told} {store_care.UNREADABLE_NO_BACKUP()}"


def test_a_store_that_another_attune_can_read_is_offered_no_backup(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder)
    backed_up(folder)
    told = str(of_a_newer_program(folder / STORE_FILE))
    with opened(qtbot, folder) as stage:
        qtbot.waitUntil(lambda: stage.notice == told)
        stage.shown()
        assert card_of(stage).isHidden()


def damage_the_steps(store: Path) -> None:
    """Some pages with steps cannot be read any more; everything else can."""
    with closing(sqlite3.connect(store)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'events'").fetchone()
    content = bytearray(store.read_bytes())
    content[(root - 1) * size : root * size] = b"\xaa" * size
    store.write_bytes(content)


def test_a_damaged_page_in_a_store_that_opens_is_told_once_all_was_looked_through(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder, 12)
    backed_up(folder)
    damage_the_steps(folder / STORE_FILE)
    with opened(qtbot, folder) as stage:
        qtbot.waitUntil(lambda: stage.facts() == "12 conversations")
        qtbot.waitUntil(lambda: bool(stage.notice) or card_of(stage).isVisible())
        assert (
            str(stored.DAMAGED_FILE(path=str(folder / STORE_FILE))) in f"{stage.notice}\n{stage.reads(card_of(stage))}"
        )
        goes_back(stage)
        with qtbot.waitSignal(stage.window._caretaker.looked_through) as found:
            pass
        assert found.args == [()]
        assert not stage.notice


# A store that holds nothing although somebody has practised here.


def delete(store: Path) -> None:
    store.unlink()


def put_an_empty_file_there(store: Path) -> None:
    store.write_bytes(b"")


def put_an_empty_store_there(store: Path) -> None:
    store.unlink()
    with store_in(store.parent):
        pass


EMPTYING: Final = [delete, put_an_empty_file_there, put_an_empty_store_there]


@pytest.mark.parametrize("empty", EMPTYING)
def test_an_empty_store_is_asked_about_and_the_backups_bring_everything_back(
    qtbot: QtBot, folder: Path, empty: Callable[[Path], None]
) -> None:
    with_conversations(folder, 2)
    backup = backed_up(folder)
    empty(folder / STORE_FILE)
    with opened(qtbot, folder) as stage:
        card = card_of(stage)
        qtbot.waitUntil(card.isVisible)
        asked = store_care.EMPTY(name="Kim"), store_care.EMPTY_GO_BACK(when=When(backup.at_ms), count=2)
        assert stage.reads(card) == "\n".join((str(say.EMPTY_TITLE()), " ".join(map(str, asked))))
        assert offers(card) == [str(say.TO_BACKUPS()), str(say.BEGIN_ANEW())]
        assert stage.asks(lambda store: store.people()) == (), "nobody is taken for granted before that is answered"
        goes_back_by_keyboard(stage, card)
        qtbot.waitUntil(lambda: stage.facts() == "2 conversations")
        qtbot.waitUntil(card.isHidden)


def test_where_there_is_no_backup_one_can_only_begin_anew_and_is_asked_no_more(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder)
    delete(folder / STORE_FILE)
    with opened(qtbot, folder) as stage:
        card = card_of(stage)
        qtbot.waitUntil(card.isVisible)
        assert str(store_care.EMPTY_NO_BACKUP()) in stage.reads(card)
        button(card, say.BEGIN_ANEW()).click()
        assert card.isHidden()
        assert [one.name for one in stage.asks(lambda store: store.people())] == ["Kim"]
        stage.settings()
        stage.go_home()
        assert card.isHidden()
    assert card_is_hidden_at_a_start(qtbot, folder)


def card_is_hidden_at_a_start(qtbot: QtBot, folder: Path) -> bool:
    """Whether nothing is asked or told once a new window has looked through everything."""
    with opened(qtbot, folder) as stage:
        with qtbot.waitSignal(stage.window._caretaker.looked_through):
            pass
        return card_of(stage).isHidden()


def test_whoever_begins_a_conversation_begins_anew(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder)
    delete(folder / STORE_FILE)
    with opened(qtbot, folder) as stage:
        qtbot.waitUntil(card_of(stage).isVisible)
        stage.holds_a_conversation()
        qtbot.waitUntil(lambda: stage.facts() == "1 conversation")
        assert card_of(stage).isHidden()
        assert [one.name for one in stage.asks(lambda store: store.people())] == ["Kim"]
        assert stage.asks(lambda store: store.faults()) == ()


def test_somebody_else_who_sits_down_at_an_empty_store_is_asked_about_nobody(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder)
    delete(folder / STORE_FILE)
    with opened(qtbot, folder) as stage:
        qtbot.waitUntil(card_of(stage).isVisible)
        stage.settings().own_data.somebody_else.click()
        stage.welcome.name.setText("Ada")
        stage.welcome.begin.click()
        qtbot.waitUntil(lambda: stage.facts() == "no conversation yet")
        assert card_of(stage).isHidden()


def test_settings_of_the_first_edition_are_missed_too(qtbot: QtBot, folder: Path) -> None:
    with opened(qtbot, folder, replace(AT_HOME, person="")) as stage:
        qtbot.waitUntil(card_of(stage).isVisible)
        assert str(store_care.EMPTY(name="Kim")) in stage.reads(card_of(stage))


def test_on_a_first_start_nothing_is_asked(qtbot: QtBot, folder: Path) -> None:
    with opened(qtbot, folder, replace(AT_HOME, name="", person="")) as stage:
        stage.welcome.name.setText("Ada")
        stage.welcome.begin.click()
        with qtbot.waitSignal(stage.window._caretaker.looked_through):
            pass
        assert card_of(stage).isHidden()


# The file is taken away while the program is open.


def remove(store: Path) -> None:
    store.unlink()


def replace_by_another(store: Path) -> None:
    other = store.with_name("other.sqlite3")
    shutil.copy(store, other)
    other.replace(store)


def move_the_folder_away(store: Path) -> None:
    store.parent.rename(store.parent.with_name("elsewhere"))


@pytest.mark.parametrize("harm", [remove, replace_by_another, move_the_folder_away])
def test_a_step_that_would_be_lost_is_refused_and_not_shown_as_said(
    qtbot: QtBot, folder: Path, harm: Callable[[Path], None]
) -> None:
    with opened(qtbot, folder) as stage:
        page = stage.sit_down()
        stage.says(1)
        before = on_screen(page)
        harm(folder / STORE_FILE)
        stage.says(2)
        assert stage.notice == str(stored.REPLACED(path=str(folder / STORE_FILE)))
        assert on_screen(page) == before
        assert len(stage.play.session.exchanges) == 1
        if not folder.exists():
            folder.with_name("elsewhere").rename(folder)


@pytest.mark.slow
def test_after_the_file_was_removed_a_backup_brings_back_what_it_holds(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder, 2)
    backed_up(folder)
    with opened(qtbot, folder) as stage:
        stage.sit_down()
        (folder / STORE_FILE).unlink()
        stage.says(1)
        assert stage.notice
        stage.page.pause()
        stage.page.veil.later.click()
        goes_back(stage)
        qtbot.waitUntil(lambda: stage.facts() == "2 conversations")
        assert Reason.RESTORE not in stage.reasons(), "nothing was there to be kept"
        stage.holds_a_conversation()
        qtbot.waitUntil(lambda: stage.facts() == "3 conversations")


# Damage.


class Harmed:
    """A store with four conversations: in one a bit of a step is flipped, one has another title, and one is lost."""

    def __init__(self, folder: Path) -> None:
        self.flipped, self.renamed, lost, self.sound = with_conversations(folder, 4)
        with closing(sqlite3.connect(folder / STORE_FILE)) as connection:
            numbers = dict(connection.execute("SELECT id, number FROM sessions").fetchall())
            step = numbers[self.flipped] * 4096 + 2
            (body,) = connection.execute("SELECT body FROM events WHERE step = ?", [step]).fetchone()
            other = bytes([*body[:40], body[40] ^ 1, *body[41:]])
            connection.execute("UPDATE events SET body = ? WHERE step = ?", [other, step])
            connection.execute("UPDATE sessions SET title = 'The quarry' WHERE id = ?", [self.renamed])
            connection.execute("DELETE FROM events WHERE step / 4096 = ?", [numbers[lost]])
            connection.execute("DELETE FROM sessions WHERE id = ?", [lost])
            connection.commit()


LOST: Final = stored.SESSIONS_LOST(count=1)


@pytest.mark.slow
def test_a_damaged_text_is_told_until_a_conversation_has_brought_it_again(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder)
    with closing(sqlite3.connect(folder / STORE_FILE)) as connection:
        connection.execute("UPDATE texts SET body = x'00'")
        connection.commit()
    with opened(qtbot, folder) as stage:
        card = card_of(stage)
        qtbot.waitUntil(card.isVisible)
        assert "“The wait”" in stage.reads(card)
        stage.holds_a_conversation()
        qtbot.waitUntil(card.isHidden)
        assert stage.asks(lambda store: store.faults()) == ()


def test_what_is_damaged_is_named_with_what_can_be_read_and_what_can_be_done(qtbot: QtBot, folder: Path) -> None:
    Harmed(folder)
    with opened(qtbot, folder) as stage:
        card = card_of(stage)
        assert card.isHidden()
        qtbot.waitUntil(card.isVisible)
        assert stage.reads(card).splitlines() == [
            str(say.TITLE()),
            "“The quarry”: What the list says of this conversation is not as it was stored. "
            "Its first 2 steps can still be read.",
            "“The wait”: Step 2 of this conversation is not as it was stored. Its first step can still be read.",
            str(LOST),
            str(say.DO_CONVERSATION()),
            str(store_care.DO_STORE()),
        ]
        assert offers(card) == [
            str(say.LOOK_AT_REST_NAMED(title="The quarry")),
            str(say.LOOK_AT_REST_NAMED(title="The wait")),
            str(say.TO_BACKUPS()),
            str(say.TAKE_AS_IT_IS()),
        ]
        assert len(stage.desk.library.items()) == SHELF, "the shelf works all the same"


def test_a_damaged_conversation_is_found_out_whenever_it_is_opened(qtbot: QtBot, folder: Path) -> None:
    harmed = Harmed(folder)
    with opened(qtbot, folder) as stage:
        # Before anything was looked through.
        stage.window._caretaker._settled.stop()
        stage.desk.show_earlier()
        qtbot.waitUntil(lambda: len(stage.desk.earlier.cards) == 3)
        stage.desk.earlier.cards[harmed.flipped].open_button.click()
        qtbot.waitUntil(lambda: stage.notice == str(stored.STEP_CHANGED(step=2)))
        assert stage.desk.page is stage.desk.earlier
        stage.window._notice.hide()
        stage.desk.earlier.cards[harmed.sound].open_button.click()
        qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)
        assert not stage.notice


@pytest.mark.slow
def test_a_damaged_text_is_told_and_healed_by_the_next_conversation_with_its_scenario(
    qtbot: QtBot, folder: Path
) -> None:
    (first,) = with_conversations(folder)
    with closing(sqlite3.connect(folder / STORE_FILE)) as connection:
        of_the_scenario = "SELECT text FROM pinned_texts WHERE path = 'the-wait.yaml'"
        connection.execute(f"UPDATE texts SET packed = 0, body = x'00' WHERE hash = ({of_the_scenario})")
        connection.commit()
    with opened(qtbot, folder) as stage:
        qtbot.waitUntil(card_of(stage).isVisible)
        assert str(stored.TEXT_DAMAGED(name="the-wait.yaml")) in stage.reads(card_of(stage))
        stage.holds_a_conversation()
        assert len(stage.headers()) == 2
        stage.desk.reopen(first)
        qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)
        assert not stage.notice
        assert stage.asks(lambda store: store.faults()) == ()


def test_what_is_left_of_a_damaged_conversation_can_be_looked_at_by_keyboard(qtbot: QtBot, folder: Path) -> None:
    Harmed(folder)
    with opened(qtbot, folder) as stage:
        qtbot.waitUntil(card_of(stage).isVisible)
        hands = Hands(qtbot, stage.window)
        hands.tab_to(button(card_of(stage), say.LOOK_AT_REST_NAMED(title="The wait")))
        hands.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)
        page = stage.desk.debriefing
        qtbot.waitUntil(page.isVisible)
        assert str(say.ONLY_BEGINNING()) in stage.reads(page)
        said = "I looked at the clock when you came in, and I can see how that was no welcome."
        assert said in stage.reads(page), "what was recorded is shown"
        assert not stage.notice


def test_taking_the_store_as_it_is_silences_what_is_lost_and_not_what_is_damaged(qtbot: QtBot, folder: Path) -> None:
    harmed = Harmed(folder)
    with opened(qtbot, folder) as stage:
        card = card_of(stage)
        qtbot.waitUntil(card.isVisible)
        button(card, say.TAKE_AS_IT_IS()).click()
        qtbot.waitUntil(lambda: str(LOST) not in stage.reads(card))
        assert "“The quarry”" in stage.reads(card)
        assert "“The wait”" in stage.reads(card)
        assert str(say.TAKE_AS_IT_IS()) not in offers(card), "there is nothing to be taken as it is any more"
        stage.desk.show_earlier()
        stage.store.erase(harmed.flipped)
        stage.store.erase(harmed.renamed)
    assert card_is_hidden_at_a_start(qtbot, folder)


def test_going_back_to_a_sound_backup_silences_the_card_at_once(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder, 2)
    backed_up(folder)
    Harmed(folder)
    with opened(qtbot, folder) as stage:
        card = card_of(stage)
        qtbot.waitUntil(card.isVisible)
        button(card, say.TO_BACKUPS()).click()
        put_newest_in_place(stage)
        # Not only once all was looked through again.
        stage.window._caretaker._settled.stop()
        stage.settings_page.done.click()
        qtbot.waitUntil(lambda: stage.facts() == "2 conversations")
        qtbot.waitUntil(card.isHidden)


def test_nothing_is_shown_where_all_is_sound(qtbot: QtBot, folder: Path) -> None:
    with_conversations(folder, 3)
    assert card_is_hidden_at_a_start(qtbot, folder)


def test_of_many_faults_the_first_are_named_and_the_others_counted(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    card = card_of(stage)
    faults = tuple(Fault(SessionId(f"one-{number}"), "", stored.PERSON_MISSING(), 0) for number in range(9))
    card.show_faults(faults)
    words = " ".join(map(str, (say.IN_SOME_CONVERSATION(what=faults[0].what), store_care.NOTHING_READABLE())))
    assert card in stage.shown()
    assert read(card).count(words) == 6
    assert str(say.AND_MORE(count=3)) in read(card)
    assert offers(card) == [str(say.TO_BACKUPS())], "nothing was lost, and nothing of it can be read"
    card.show_faults(())
    assert card.isHidden()


# How it looks.

THREE: Final = (
    Fault(SessionId("one"), "The concert", stored.STEP_CHANGED(step=3), 2),
    Fault(SessionId("two"), "", stored.PERSON_MISSING(), 0),
    Fault(None, "", stored.SESSIONS_LOST(count=2)),
)


@pytest.mark.parametrize(
    ("width", "height", "scale", "theme"),
    [(1280, 800, 1.0, Theme.DARK), (1024, 700, 2.0, Theme.HIGH_CONTRAST), (820, 560, 2.0, Theme.LIGHT)],
)
def test_the_card_has_room_and_tab_leads_through_it_before_the_shelf(
    qtbot: QtBot, tmp_path: Path, width: int, height: int, scale: float, theme: Theme
) -> None:
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, text_scale=scale, theme=theme))
    stage.show(width, height)
    card, library = card_of(stage), stage.desk.library
    empty = StoreState(tmp_path, True, (), "Kim")
    unreadable = replace(empty, missing=None, unreadable=stored.DAMAGED_FILE(path=str(tmp_path / STORE_FILE)))
    ways = (
        partial(card.show_faults, THREE),
        partial(card.show_empty, empty),
        partial(card.show_unreadable, unreadable),
    )
    for shown in ways:
        shown()
        assert crowded(stage.settled()) == []
        assert nameless(stage.shown()) == []
        found = tabbed_through(Hands(qtbot, stage.window), library, library.filter_button)
        assert found == sorted(found), "as one reads"
        assert [stop.name for stop in found[2:]][: len(offers(card))] == offers(card)


def test_no_sentence_of_the_card_bypasses_the_catalogue(qtbot: QtBot, tmp_path: Path) -> None:
    card = SoundnessCard(ABROAD)
    qtbot.addWidget(card)
    card.show_faults(THREE * 3)
    assert bypassing(card, "The concert") == []
    backup = Backup(tmp_path, NOW_MS, Reason.ASKED, 3)
    for backups in ((), (backup,)):
        card.show_empty(StoreState(tmp_path, True, backups, "Kim"))
        assert bypassing(card, "Kim") == []
        card.show_unreadable(StoreState(tmp_path, True, backups, unreadable=stored.NOT_A_STORE(path="Kim")))
        assert bypassing(card, "Kim") == []
