"""What appears by itself is announced, headings and groups are heard as such, and the keyboard finds its way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from simulator.session.vocabulary import Mode, Tag
from simulator.storage.settings import Settings
from simulator.ui.heard_headings import hear_headings
from simulator.ui.widgets.groups import NamedGroup
from simulator.ui.widgets.text import text_label
from tests.ui.hands import Hands
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import AT_HOME, Stage


def heard(stage: Stage) -> list[str]:
    return list(stage.window.announcer.given)


def test_a_session_is_heard_as_it_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    assert heard(stage)[-4:-2] == ["Briefing: The wait", "The wait: conversation with Ines"]
    assert heard(stage)[-2:] == [
        "Ines: looks at the clock. silence.",
        "4 answers. Their numbers choose, and Tab leads to them.",
    ]
    before = len(heard(stage))
    page.silence.stay.click()
    yours, line, answers = heard(stage)[before:]
    assert yours == "You: you stay with the silence."
    assert line == ("Ines: a quick laugh. The tram stood still for a quarter of an hour, and so did everybody on it.")
    assert page.transcript.toPlainText().endswith(line.split("laugh. ")[1])
    assert "answers" in answers
    page.tags.buttons[Tag.WITHDRAWAL].click()
    told, why = heard(stage)[before + 3 :]
    assert told == page.tags.answer.text()
    assert why.startswith(f"{page.side.state_named}. ")
    assert page.side._why.text() in why
    page.tags.buttons[Tag.NOTHING].click()
    assert len(heard(stage)) == before + 5, "thinking better of it opens nothing more"


def test_in_practise_the_reason_is_not_told_and_the_responses_are_announced_after_the_tag(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down(mode=Mode.PRACTISE)
    assert heard(stage)[-1] == "What did you just see? Once you have said so, the answers appear."
    page.tags.buttons[Tag.WITHDRAWAL].click()
    assert heard(stage)[-1].startswith("4 answers.")
    before = len(heard(stage))
    page.silence.stay.click()
    assert heard(stage)[before + 1].startswith("Ines: ")
    assert len(heard(stage)) == before + 3


def test_what_was_chosen_is_heard_before_its_answer(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    before, sentence = len(heard(stage)), page.choices.buttons[1].sentence
    page.choices.press(2)
    yours, answer = heard(stage)[before : before + 2]
    assert yours == f"You: {sentence}"
    assert answer.startswith("Ines: ")


def test_the_first_sentences_of_a_debriefing_are_heard_when_they_appear(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.sit_down()
    stage.answer_until_debriefing()
    stage.debriefed()
    first = stage.desk.debriefing.first
    assert heard(stage)[-1] == f"{first.came_to.text()}\n{first.sentences.text()}"
    assert "turn" in first.sentences.text()


def test_whoever_comes_in_hears_what_the_welcome_says(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, Settings())
    stage.show()
    welcome = stage.window.welcome
    assert welcome is not None
    described = welcome.name.accessibleDescription()
    told = [label.text() for label in welcome.findChildren(QLabel) if len(label.text()) > 60]
    assert len(told) > 2
    assert all(words in described for words in told)


def test_errors_are_announced(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.window.tell("The disk is full.")
    assert heard(stage)[-1] == "The disk is full."


def test_the_caret_stands_at_the_newest_line(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    page.silence.stay.click()
    caret = page.transcript.textCursor()
    assert caret.block().text().startswith("Ines")
    assert caret.block().next().text() == "(a quick laugh)"


@pytest.mark.slow
def test_the_windows_title_says_where_one_is(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    titles = [stage.window.windowTitle()]
    stage.brief("The wait")
    titles.append(stage.window.windowTitle())
    stage.desk.briefing.begin_button.click()
    titles.append(stage.window.windowTitle())
    stage.answer_until_debriefing()
    titles.append(stage.window.windowTitle())
    stage.window.settings_button.click()
    titles.append(stage.window.windowTitle())
    stage.window.studio_button.click()
    titles.append(stage.window.windowTitle())
    assert titles == [
        "Library – Attune",
        "Briefing: The wait – Attune",
        "The wait: conversation with Ines – Attune",
        "Looking back: The wait – Attune",
        "Settings – Attune",
        "Studio – Attune",
    ]


def test_titles_are_headings_to_a_screen_reader_and_other_words_are_not(qtbot: QtBot) -> None:
    hear_headings()
    title, words = text_label("What happened", "heading"), text_label("She came late.")
    for label, role in ((title, QAccessible.Role.Heading), (words, QAccessible.Role.StaticText)):
        qtbot.addWidget(label)
        found = QAccessible.queryAccessibleInterface(label)
        assert found is not None
        assert (found.role(), found.text(QAccessible.Text.Name)) == (role, label.text())


def test_what_is_chosen_in_the_briefing_stands_in_groups_with_names(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.brief("The wait")
    groups = {group.accessibleName(): group for group in stage.desk.briefing.findChildren(NamedGroup)}
    assert list(groups) == ["How much help", "Difficulty"]
    assert all(group.findChildren(QRadioButton) for group in groups.values())


def test_every_choice_from_a_list_has_a_label_that_knows_it(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.desk.library.filter_button.click()
    stage.desk.library.earlier_button.click()
    stage.window.settings_button.click()
    combos = stage.window.findChildren(QComboBox)
    assert len(combos) >= 5
    named = {label.buddy() for label in stage.window.findChildren(QLabel)}
    assert set(combos) <= named


def test_tab_comes_to_the_responses_before_staying_silent(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    hands = Hands(qtbot, stage.window)
    page.tags.buttons[Tag.OPENED_UP].setFocus()
    met = []
    while QApplication.focusWidget() is not page.silence.stay:
        hands.press(Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    responses = [button.accessibleName() for button in page.choices.buttons]
    assert [widget.accessibleName() for widget in met if widget][:4] == responses


def test_a_word_without_end_can_be_read_to_its_end(qtbot: QtBot) -> None:
    word = "a" * 2_000
    label = text_label(word)
    qtbot.addWidget(label)
    assert label.text() == word
    assert label.heightForWidth(400) > 20 * label.fontMetrics().height()
    assert text_label("An ordinary sentence.").heightForWidth(400) < 2 * label.fontMetrics().lineSpacing() + 4


def test_a_scene_opens_at_its_first_line_and_offers_to_read_on(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down("No problem")
    bar = page.transcript.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.value() == 0
    assert page.transcript.read_on.button.isVisible()
    while page.transcript.read_on.button.isVisible():
        page.transcript.read_on.button.click()
    assert bar.value() > 0


@pytest.mark.slow
def test_at_large_text_the_panel_folds_and_can_be_shown(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, text_scale=2.0))
    stage.show()
    page = stage.sit_down()
    assert not page.side.isVisible()
    assert page.fold.button.text() == "Show Ines"
    page.fold.button.click()
    qtbot.waitUntil(page.side.isVisible)
    assert page.fold.button.text() == "Hide Ines"


@pytest.mark.slow
def test_at_the_usual_text_nothing_is_folded(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    page = stage.sit_down()
    assert page.side.isVisible()
    assert not page.fold.button.isVisible()


@pytest.mark.slow
def test_a_window_of_half_a_large_screen_holds_everything(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show(960, 500)
    stage.sit_down("The concert")
    stage.go_home()
    stage.brief("The concert")
    assert (stage.window.width(), stage.window.height()) == (960, 500)


@pytest.mark.slow
def test_before_a_first_meeting_nothing_gives_the_answer_away(qtbot: QtBot, tmp_path: Path) -> None:
    text = (
        WAIT.replace("format: scenario/1", "format: scenario/2")
        .replace("\nobjectives", "\nskill: beginning an hour\nobjectives")
        .replace("    marker: wd_minimal\n", "    marker: wd_minimal\n    asks: false\n")
    )
    stage = Stage(qtbot, tmp_path, scenarios={"the-wait.yaml": text})
    stage.show()

    def read() -> str:
        return "\n".join(label.text() for label in stage.card("The wait").findChildren(QLabel))

    assert "What is practised: beginning an hour." in read()
    assert "stay with a silence" not in read()
    assert "withdrawal" not in read()
    stage.brief("The wait")
    briefing = stage.desk.briefing

    def told() -> str:
        return "\n".join(label.text() for label in briefing.findChildren(QLabel) if label.isVisibleTo(briefing))

    qtbot.waitUntil(lambda: "stay with a silence" in told())
    assert "your tone" in told(), "Learn tells everything"
    briefing.modes.button(1).click()
    qtbot.waitUntil(lambda: "beginning an hour" in told())
    assert "stay with a silence" not in told()
    assert "your tone" not in told()
    briefing.begin_button.click()
    stage.page.pause()
    stage.debrief()
    stage.desk.show_library()
    assert "You practise to stay with a silence." in read()
    assert "What was yours in it: your tone." in read()


def test_a_filter_leaves_what_fits_and_says_how_many(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={})
    stage.show()
    library = stage.desk.library
    Hands(qtbot, stage.window).click(library.filter_button)
    assert library.filters is not None
    assert library.filters.played.hasFocus()
    library.filters.themes["overwork"].click()
    assert [item.card.title for item in library.items()] == ["The concert", "You nod"]
    assert heard(stage)[-1] == "2 of 3 scenarios"
    library.filters.all_button.click()
    assert len(library.items()) == 3
    library.filters.themes["low mood"].click()
    library.filter_button.click()
    assert len(library.items()) == 3
    assert library.filter_button.hasFocus()


def test_the_suggestion_leads_where_it_says(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={})
    stage.show()
    library = stage.desk.library
    assert library.next.isVisible()
    Hands(qtbot, stage.window).click(library.next.button)
    assert stage.desk.page is stage.desk.briefing
    stage.desk.briefing.begin_button.click()
    stage.page.silence.stay.click()
    stage.go_home()
    assert "You left this conversation open." in library.next._why.text()
    library.next.button.click()
    assert stage.page.isVisible()
