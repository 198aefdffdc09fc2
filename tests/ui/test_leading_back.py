"""Settings, help and the page of words in the middle of something: they lead back to where one was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from simulator.alliance.meanings import meaning_of
from simulator.services.before_answering import Noted
from simulator.services.own_reading import Pull
from simulator.session.vocabulary import Mode, Tag
from simulator.ui.help_page import PAGES, HelpPage
from simulator.ui.look import Look
from simulator.ui.theme import load_theme
from tests.quick_and_slow import quick_and_slow
from tests.ui.conversing import offered, on_screen
from tests.ui.hands import Hands
from tests.ui.stage import Stage


def test_f1_in_a_conversation_shows_its_keys_and_leads_back(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    page.choices.press(1)
    before = on_screen(page)
    hands = Hands(qtbot, stage.window)
    hands.press(Qt.Key.Key_F1)
    help_page = stage.window.help_page
    assert help_page is not None
    assert help_page.isVisible()
    assert "stay silent" in help_page.text.toPlainText()
    assert help_page.done.text() == "Back to the conversation"
    hands.press("1")
    assert len(stage.events()) == 2, "nothing is answered from the help"
    hands.press(Qt.Key.Key_Escape)
    assert stage.page.isVisible()
    assert page.transcript.hasFocus()
    assert not page.veil.isVisible()
    assert on_screen(page) == before


@pytest.mark.slow
def test_settings_in_a_conversation_lead_back_to_it_in_its_new_look(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down(mode=Mode.PRACTISE)
    page.tags.buttons[Tag.DEFERENCE].click()
    page.choices.press(2)
    page.tags.buttons[Tag.NOTHING].click()
    page.before.show_noted(Noted(Pull.PLEASE, "Half a sentence"))
    before, shown = page.transcript.toPlainText(), offered(page)
    page.header.settings.click()
    settings = stage.window.settings_page
    assert settings is not None
    assert settings.done.text() == "Back to the conversation"
    assert not stage.window.practice_button.isVisible(), "there is one way back"
    settings.text_size.setValue(150)
    settings.done.click()
    assert stage.page is not page
    assert stage.page.transcript.toPlainText().split() == before.split(), "in lines of another length"
    assert offered(stage.page) == shown
    assert stage.page.tags.buttons[Tag.NOTHING].isChecked()
    assert stage.page.before.noted == Noted(Pull.PLEASE, "Half a sentence")
    stage.page.choices.press(1)
    assert len(stage.events()) == 5


def to_debriefing(stage: Stage) -> None:
    stage.sit_down().choices.press(1)
    stage.debrief()


def to_briefing(stage: Stage) -> None:
    stage.brief("The wait")


@pytest.mark.parametrize(
    "there", quick_and_slow([to_briefing, lambda stage: stage.desk.show_earlier()], [to_debriefing])
)
@pytest.mark.parametrize("changes", [False, True])
def test_settings_lead_back_to_the_page_they_were_opened_from(
    qtbot: QtBot, tmp_path: Path, there: Callable[[Stage], None], changes: bool
) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    there(stage)
    page = type(stage.desk.page)
    stage.window.settings_button.click()
    assert stage.window.settings_page is not None
    if changes:
        stage.window.settings_page.motion.click()
    stage.window.settings_page.done.click()
    qtbot.waitUntil(lambda: type(stage.desk.page) is page)
    qtbot.waitUntil(stage.desk.isVisible)


@pytest.mark.slow
def test_who_left_the_questions_for_the_library_stays_there_in_another_look(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.sit_down().choices.press(1)
    stage.page.veil.end_yes.click()
    assert stage.desk.page is stage.desk.questions
    stage.window.practice_button.click()
    stage.window.practice_button.click()
    assert stage.desk.library.isVisible()
    stage.window.settings_button.click()
    settings = stage.window.settings_page
    assert settings is not None
    settings.text_size.setValue(150)
    settings.done.click()
    qtbot.wait(200)
    assert stage.desk.library.isVisible()


def test_help_from_the_settings_leads_back_to_the_settings(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.window.settings_button.click()
    hands = Hands(qtbot, stage.window)
    hands.press(Qt.Key.Key_F1)
    assert stage.window.help_page is not None
    assert stage.window.windowTitle() == "Help – Attune"
    hands.press(Qt.Key.Key_F1)
    assert stage.window.settings_page is not None
    assert stage.window.settings_page.isVisible()
    assert stage.window.windowTitle() == "Settings – Attune"


def test_a_store_that_was_put_back_under_a_conversation_ends_the_way_back_to_it(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.sit_down().header.settings.click()
    stage.door.reopened.emit()
    assert stage.window.settings_page is not None
    assert stage.window.settings_page.done.text() == "Back to the library"
    stage.window.settings_page.done.click()
    assert stage.desk.page is stage.desk.library


def test_every_page_of_the_help_is_there_and_can_be_searched(qtbot: QtBot) -> None:
    page = HelpPage(Look(load_theme("light")), "Back")
    qtbot.addWidget(page)
    page.show()
    for name, _ in PAGES:
        page.show_page(name)
        assert len(page.text.toPlainText()) > 500, name
        assert not_laid_out(page) == [], name
    page.show_page("studio", "the-proof")
    assert page.text.cursorForPosition(QPoint(20, 10)).block().text() == "The proof"
    page.show_page("vocabulary")
    assert "notice_shift" not in page.text.toPlainText(), "codes are for who writes scenarios"
    page.search.textEdited.emit("")
    for words, found in (("Notice the shift", True), ("xylophone", False)):
        page.search.setText(words)
        page.search.textEdited.emit(words)
        assert page.text.textCursor().selectedText() == (words if found else "")
        assert page._told.isHidden() is found


def not_laid_out(page: HelpPage) -> list[str]:
    """The paragraphs that nobody sees: lists and all that followed on them were left out once."""
    blocks = [page.text.document().findBlockByNumber(n) for n in range(page.text.document().blockCount())]
    return [block.text() for block in blocks if block.text() and not block.layout().lineCount()]


def searched(qtbot: QtBot, name: str, words: str) -> HelpPage:
    """The help at a page, once words were typed into its search."""
    page = HelpPage(Look(load_theme("light")), "Back")
    qtbot.addWidget(page)
    page.show_page(name)
    page.search.setText(words)
    page.search.textEdited.emit(words)
    return page


def test_what_is_on_another_page_of_the_help_is_found_there(qtbot: QtBot) -> None:
    page = searched(qtbot, "conversation", "VoiceOver")
    assert page.text.textCursor().selectedText() == "VoiceOver"
    assert PAGES[page._pages.checkedId()][0] == "accessibility"
    page.search.returnPressed.emit()
    assert page.text.textCursor().selectedText() == "VoiceOver", "the only place is found again"


def test_from_the_last_place_on_a_page_the_next_page_follows(qtbot: QtBot) -> None:
    page = searched(qtbot, "about", "Attune")
    met = [page._pages.checkedId()]
    for _ in range(60):
        page.search.returnPressed.emit()
        met.append(page._pages.checkedId())
    pages = [number for number, before in zip(met[1:], met, strict=False) if number != before]
    assert pages[: len(set(met))] == [*sorted(set(met) - {len(PAGES) - 1}), len(PAGES) - 1]


def test_a_page_that_is_missing_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    page = HelpPage(Look(load_theme("light")), "Back", tmp_path)
    qtbot.addWidget(page)
    page.show_page("data")
    assert page.text.toPlainText() == "This page of the help is missing from the installation."


def test_the_terms_of_a_conversation_explain_themselves(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down()
    for tag, button in page.tags.buttons.items():
        assert button.toolTip().startswith(str(meaning_of(tag)))
    page.tags.buttons[Tag.WITHDRAWAL].click()
    assert page.side._state.toolTip() == str(meaning_of(page.side.reaction))
    assert all(bar.toolTip() for bar in page.side._bars)
