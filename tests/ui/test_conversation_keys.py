"""Keys on other layouts than an English one, and letters that somebody has changed or switched off."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from simulator.session.events import StayedSilent, Tagged
from simulator.session.vocabulary import Mode, Tag
from simulator.storage.key_bindings import FIRST_KEYS, OFF, KeyAction
from simulator.ui.conversation_keys import Meant, key_meant
from tests.ui.conversing import offered
from tests.ui.hands import Hands
from tests.ui.stage import AT_HOME, Stage

_NONE = Qt.KeyboardModifier.NoModifier
_X11 = 8


def key(
    writes: str,
    place: int,
    *,
    modifiers: Qt.KeyboardModifier = _NONE,
    code: Qt.Key = Qt.Key.Key_unknown,
    virtual: int = 0,
) -> QKeyEvent:
    """A key that writes something and lies where a PC keyboard has this number."""
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers, place, virtual, 0, writes)


@pytest.mark.parametrize(
    ("event", "meant"),
    [
        pytest.param(key("2", 3 + _X11), 2, id="English 2"),
        pytest.param(key("é", 3 + _X11), 2, id="AZERTY 2 without Shift"),
        pytest.param(key("2", 3 + _X11, modifiers=Qt.KeyboardModifier.ShiftModifier), 2, id="AZERTY 2 with Shift"),
        pytest.param(key("&", 2 + _X11), 1, id="AZERTY 1 without Shift"),
        pytest.param(key("ě", 3 + _X11), 2, id="Czech 2"),
        pytest.param(key("٣", 4 + _X11), 3, id="Arabic 3"),
        pytest.param(key("4", 75 + _X11, modifiers=Qt.KeyboardModifier.KeypadModifier), 4, id="4 of the number pad"),
        pytest.param(key("w", 44 + _X11), KeyAction.WITHDREW, id="AZERTY W, where Z is"),
        pytest.param(key("z", 17 + _X11), None, id="AZERTY Z, where W is"),
        pytest.param(key("ц", 17 + _X11), KeyAction.WITHDREW, id="Cyrillic, where W is"),
        pytest.param(key("щ", 24 + _X11), KeyAction.OPENED_UP, id="Cyrillic, where O is"),
        pytest.param(key("σ", 31 + _X11), KeyAction.STAY_SILENT, id="Greek, where S is"),
        pytest.param(key("w", 17 + _X11, modifiers=Qt.KeyboardModifier.ControlModifier), None, id="Ctrl W"),
        pytest.param(key("", 0, code=Qt.Key.Key_D), KeyAction.DEFERRED, id="D without text"),
        pytest.param(key("", 42 + _X11, code=Qt.Key.Key_Shift), None, id="Shift alone"),
        pytest.param(key(" ", 57 + _X11, code=Qt.Key.Key_Space), None, id="Space"),
    ],
)
def test_a_key_means_what_it_writes_and_else_where_it_lies(event: QKeyEvent, meant: Meant) -> None:
    assert key_meant(event, FIRST_KEYS) == meant


def test_windows_and_macs_number_their_keys_in_their_own_way() -> None:
    assert key_meant(key("é", 3), FIRST_KEYS, "windows") == 2
    assert key_meant(key("ц", 17), FIRST_KEYS, "windows") is KeyAction.WITHDREW
    assert key_meant(key("é", 0, virtual=19), FIRST_KEYS, "cocoa") == 2
    assert key_meant(key("ц", 0, virtual=13), FIRST_KEYS, "cocoa") is KeyAction.WITHDREW


def test_a_letter_of_another_script_can_be_chosen_itself() -> None:
    bound = {**FIRST_KEYS, KeyAction.STAY_SILENT: "Щ"}
    assert key_meant(key("щ", 24 + _X11), bound) is KeyAction.STAY_SILENT


def test_a_letter_that_is_switched_off_does_nothing() -> None:
    assert key_meant(key("s", 31 + _X11), dict.fromkeys(KeyAction, OFF)) is None
    assert key_meant(key("3", 4 + _X11), dict.fromkeys(KeyAction, OFF)) == 3


@pytest.mark.slow
def test_a_changed_letter_stays_silent_and_the_old_one_no_more(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, keys={"stay-silent": "Q"}))
    stage.show()
    page = stage.sit_down()
    assert page.silence.stay.toolTip().endswith("(key Q)")
    hands = Hands(qtbot, stage.window)
    hands.press("S")
    assert len(stage.events()) == 1
    hands.press("Q")
    assert isinstance(stage.events()[-1], StayedSilent)


@pytest.mark.slow
def test_without_letters_the_digits_still_choose(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, letter_keys=False))
    stage.show()
    page = stage.sit_down()
    assert "key" not in page.tags.buttons[Tag.WITHDRAWAL].toolTip()
    hands = Hands(qtbot, stage.window)
    hands.type("WNS")
    assert len(stage.events()) == 1
    said = offered(page)[1]
    hands.press("2")
    assert said in page.transcript.toPlainText()


@pytest.mark.slow
def test_letters_are_changed_in_the_settings_in_the_middle_of_a_conversation(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.sit_down(mode=Mode.PRACTISE).header.settings.click()
    hands = Hands(qtbot, stage.window)
    assert stage.window.settings_page is not None
    keys = stage.window.settings_page.keys
    field = keys.fields[KeyAction.WITHDREW]
    hands.tab_to(field)
    field.selectAll()
    hands.press("D")
    assert keys.told.text() == "“D” is taken: The patient deferred. Give that one another letter first."
    assert field.text() == "W"
    field.selectAll()
    hands.press("7")
    assert keys.told.text().startswith("“7” is no letter.")
    field.selectAll()
    hands.press("A")
    assert keys.told.isHidden()
    assert dict(stage.kept[-1].keys) == {"withdrew": "A"}
    stage.window.settings_page.done.click()
    hands.press("W")
    hands.press("A")
    assert [e.tag for e in stage.events() if isinstance(e, Tagged)] == [Tag.WITHDRAWAL]


def test_the_letters_can_be_put_as_they_were_at_first_or_off(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, keys={"withdrew": "", "deferred": "X"}))
    stage.show()
    stage.window.settings_button.click()
    assert stage.window.settings_page is not None
    keys = stage.window.settings_page.keys
    assert (keys.fields[KeyAction.WITHDREW].text(), keys.fields[KeyAction.DEFERRED].text()) == ("", "X")
    keys.first.click()
    assert dict(stage.kept[-1].keys) == {}
    assert {action: field.text() for action, field in keys.fields.items()} == dict(FIRST_KEYS)
    keys.letters.click()
    assert not stage.kept[-1].letter_keys
    assert not keys.fields[KeyAction.WITHDREW].isEnabled()
