"""The window in another language: chosen in the settings or on the first page, or as the system wishes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from simulator.messages.template import begun
from simulator.scenario.told_words import hash_of
from simulator.storage.settings import Settings
from simulator.ui.language import speak
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import AT_HOME, Stage

GERMAN_QUESTION = "Mit wem möchten Sie sprechen?"
ARABIC = begun("ar") + b'\nmsgctxt "test/none"\nmsgid "x"\nmsgstr "y"\n'


@pytest.fixture(autouse=True)
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, "en")


def choose(combo: QComboBox, code: str) -> None:
    combo.setCurrentIndex(combo.findData(code))
    combo.activated.emit(combo.currentIndex())


def heading(stage: Stage) -> str:
    return next(label.text() for label in stage.desk.library.findChildren(QLabel) if label.property("type") == "title")


def open_settings(stage: Stage) -> QComboBox:
    stage.window.show_settings()
    page = stage.window.settings_page
    assert page is not None
    return page.language


def test_the_whole_window_speaks_a_language_as_soon_as_it_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, wished=("de-DE", "de"))
    stage.show()
    # What is translated in part is not followed; it can be chosen.
    assert heading(stage) == "Who would you like to sit with?"
    language = open_settings(stage)
    assert [language.itemText(i) for i in range(3)] == ["As the system", "Deutsch (partly translated)", "English"]
    choose(language, "de")
    page = stage.window.settings_page
    assert page is not None
    assert page.language is not language
    assert page.language.currentText() == "Deutsch (teilweise übersetzt)"
    qtbot.waitUntil(page.language.hasFocus)
    assert stage.window.practice_button.text() == "Üben"
    assert stage.window.windowTitle() == "Einstellungen – Attune"
    assert stage.kept[-1].language == "de"
    assert stage.window.look.words.value(12_345) == "12.345"
    assert QLocale().language() is QLocale.Language.German
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    page.done.click()
    assert heading(stage) == GERMAN_QUESTION
    choose(open_settings(stage), "")
    assert stage.window.practice_button.text() == "Practice"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_conversation_goes_on_where_it_was_when_the_language_changes(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.sit_down().choices.press(1)
    before = [each.turn for each in stage.newest().events if hasattr(each, "turn")]
    choose(open_settings(stage), "de")
    page = stage.window.settings_page
    assert page is not None
    assert page.done.text() == "Zurück zum Gespräch"
    page.done.click()
    assert stage.page._play is not None
    assert len(stage.headers()) == 1
    assert [each.turn for each in stage.newest().events if hasattr(each, "turn")] == before


def test_a_language_that_is_written_from_right_to_left_mirrors_the_window(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication
) -> None:
    languages = tmp_path / "languages"
    languages.mkdir()
    (languages / "ar.po").write_bytes(ARABIC)
    stage = Stage(qtbot, tmp_path / "data", languages=languages)
    stage.show()
    choose(open_settings(stage), "ar")
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    stage.window.settings_page.done.click()  # type: ignore[union-attr]
    assert stage.desk.library.layoutDirection() is Qt.LayoutDirection.RightToLeft
    # The first button stands to the right of the second.
    assert stage.window.practice_button.x() > stage.window.studio_button.x()
    choose(open_settings(stage), "en")
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_the_first_page_can_be_read_in_ones_own_language(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, Settings(reduced_motion=True))
    stage.show()
    welcome = stage.window.welcome
    assert welcome is not None
    choose(welcome.language, "de")
    welcome = stage.window.welcome
    assert welcome is not None
    assert welcome.begin.text() == "Ich habe das verstanden und möchte beginnen"
    welcome.name.setText("Kim")
    welcome.begin.click()
    assert heading(stage) == GERMAN_QUESTION
    assert stage.kept[-1].language == "de"


def test_a_window_opens_in_the_language_that_was_chosen_before(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, language="de"))
    assert heading(stage) == GERMAN_QUESTION


def test_a_scenario_is_played_in_the_chosen_language_where_it_is_translated(qtbot: QtBot, tmp_path: Path) -> None:
    beside = (
        "format: translation/1\nlanguage: de\nwords:\n  moments/quiet/wordings/first/shows/1:\n"
        f"    of: {hash_of('looks at the clock')}\n    say: sieht auf die Uhr\n"
    )
    scenarios = {"the-wait.yaml": WAIT, "the-wait.de.yaml": beside}
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, language="de"), scenarios)
    stage.show()
    stage.sit_down()
    stage.page.choices.press(1)
    assert "the-wait.de.yaml" in stage.newest().sources
    assert "sieht auf die Uhr" in stage.page.transcript.toPlainText()
