"""A trainee hands a conversation in from the window: sees the very page that the instructor gets, and gets the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.handin.signing import six_words
from simulator.services.handed_in import Belief, read_handed_in
from simulator.services.handed_in_page import page_of
from simulator.session.vocabulary import Mode, Tag
from simulator.ui.practice.hand_in_page import HandInPage
from tests.ui.stage import Stage


def held(stage: Stage, mode: Mode = Mode.PRACTISE) -> None:
    """Hold a conversation to its end, the first answer in each turn."""
    page = stage.sit_down(mode=mode)
    while page.play is not None and not page.play.session.ended:
        if mode is Mode.PRACTISE:
            page.tags.buttons[Tag.WITHDRAWAL].click()
        page.choices.press(1)
    page.farewell.button.click()
    stage.skip_questions()
    stage.debriefed()
    stage.go_home()


def handing_in(stage: Stage) -> HandInPage:
    """From the library to the page on which the newest conversation is handed in."""
    stage.desk.show_earlier()
    button = next(iter(stage.desk.earlier.cards.values())).hand_in_button
    assert button is not None
    button.click()
    page = stage.desk.hand_in
    stage.qtbot.waitUntil(page.save.isEnabled)
    return page


def words_of(widget: QWidget) -> list[str]:
    """Everything that can be read in a widget, in its order."""
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def test_a_conversation_is_handed_in_as_the_file_whose_page_was_shown(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    held(stage)
    page = handing_in(stage)
    page.to.setText("Dr N.")
    assert page.preview_title.text() == "This is what Dr N. will see"
    page.name.setText("K.")
    page.group.setChecked(True)
    qtbot.waitUntil(page.save.isEnabled)
    target = tmp_path / "for-dr-n.attune-session"
    page.ask_where = lambda *_asked: target
    page.save.click()
    qtbot.waitUntil(lambda: "Saved" in page.told.text())
    found = read_handed_in(target.read_bytes())
    assert (found.name, found.group, found.belief) == ("K.", True, Belief.VERIFIED)
    assert six_words(found.key) in page.told.text()
    shown = "\n".join(words_of(page.preview))
    for spoken in (exchange.words for exchange in found.transcript.exchanges):
        assert spoken in shown
    assert all(page._look.words.value(section.title) in shown for _, section in page_of(found).turns)
    stage.desk.show_library()
    stage.window.settings_button.click()
    assert stage.window.settings_page is not None
    listed = words_of(stage.window.settings_page.own_data.handed_out)
    assert "Dr N." in listed[1]
    assert "in the group" in listed[1]


@pytest.mark.slow
def test_what_was_held_in_learn_is_not_offered_for_handing_in(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    held(stage, Mode.LEARN)
    stage.desk.show_earlier()
    assert next(iter(stage.desk.earlier.cards.values())).hand_in_button is None
