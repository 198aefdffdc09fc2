"""What the Studio says of a scenario: what should be mended, and what is proved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.analysis.budget import Budget
from simulator.services.hardness_words import HARDNESS_WORDS
from simulator.storage.settings import Theme
from simulator.ui.studio.scores_card import ScoreScale
from tests.bad_files import bad
from tests.ui.hands import Hands
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import AT_HOME, Stage
from tests.ui.studios import (
    BROKEN,
    FILES,
    FORCED,
    PARTLY,
    WARM,
    ContentStudio,
    StageWith,
    cells,
    heading,
    on_screen,
    words,
)


def test_the_studio_is_reached_and_a_scenario_tried_by_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios=FILES)
    stage.show()
    hands = Hands(qtbot, stage.window)
    hands.tab_to(stage.window.studio_button)
    hands.press(Qt.Key.Key_Return)
    shelf = stage.studio.shelf
    assert shelf.new_button.hasFocus()
    said = words(shelf)
    assert "give the answers away" in said
    assert said.index("Your own scenarios") < said.index(WARM) < said.index("Scenarios that come with Attune")
    assert said.index("The concert") < said.index("People and how they react")
    assert ".yaml" not in said.replace("d301-unknown-move.yaml, line", ""), (
        "a file is named where something in it is to be mended"
    )
    row = stage.row(WARM)
    assert row.edit_button.accessibleDescription() == f"File: {row.item.card.root / row.item.card.path}"
    assert "every possible conversation" in row.check_button.accessibleDescription()
    hands.tab_to(stage.row(WARM).check_button)
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not stage.studio.trying)
    page = stage.studio.proof
    assert on_screen(stage.studio) is page
    assert (
        page.head.headline
        == "Every possible conversation was played: 5 situations. The rupture can be repaired; the shortest whole repair takes 3 turns."
    )
    assert page.head.again_button.hasFocus()
    assert page.head.again_button.accessibleDescription().startswith("Every possible conversation was played")
    stage.shown()
    hands.tab_to(page.faults()[0].example_button)
    hands.press(Qt.Key.Key_Return)
    assert "objectives:" in words(page.faults()[0])
    hands.tab_to(page.ways.order)
    hands.press(Qt.Key.Key_Down)
    assert page.ways.order.currentText() == "Way of playing"
    hands.tab_to(page.moments.moments)
    hands.press(Qt.Key.Key_Down)
    assert set(cells(page.moments.responses, 0)) == {f"fears\n{id_}" for id_ in ("policy", "safe", "fear", "notice")}
    hands.tab_to(page.head.back_button)
    hands.press(Qt.Key.Key_Return)
    assert on_screen(stage.studio) is stage.studio.shelf
    assert stage.row(WARM).edit_button.hasFocus(), "the keyboard is at the scenario that one came from"


@pytest.mark.slow
def test_the_keyboard_goes_through_the_page_in_the_order_in_which_it_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios=FILES)
    stage.show()
    hands = Hands(qtbot, stage.window)
    page = stage.prove(FORCED)
    stage.prove(WARM)
    stage.shown()
    visited = []
    while not page.moments.responses.hasFocus():
        hands.press(Qt.Key.Key_Tab)
        assert hands.focus is not None
        visited.append(hands.focus.accessibleName())
    assert visited[0].startswith("Go there: "), "the places of a fault come before its example"
    assert [name for name in visited if not name.startswith("Go there: ")] == [
        *(f"{card.findChildren(QLabel)[0].text()}: Show an example" for card in page.faults()),
        "Order of the ways of playing",
        "Ways of playing",
        "Order of the moments",
        "Moments",
        "Order of the answers",
        "Answers",
    ]


def test_what_should_be_mended_stands_with_its_place_and_its_meaning(qtbot: QtBot, tmp_path: Path) -> None:
    page = Stage(qtbot, tmp_path, scenarios=FILES).prove(WARM)
    assert [card.code for card in page.faults()] == ["608", "609", "610", "624"]
    told = words(page.faults()[2])
    for part in (
        "A way of playing that wins without listening",
        "warning 610",
        "d610-warm-words-win.yaml, line 103",
        " points of repair value or more in half of the sessions, and answering at random to ",
        "trainee can then win by the same trick.",
    ):
        assert part in told
    assert "4 warnings" in words(page)


def test_first_it_is_said_how_someone_fares_who_chooses_well_about_half_the_time(qtbot: QtBot, tmp_path: Path) -> None:
    page = Stage(qtbot, tmp_path, scenarios=FILES).prove(WARM)
    told = words(page.fare)
    for part in (
        "Someone who chooses well about half the time (our assumption)",
        "Repaired",
        "Left open",
        "On average",
    ):
        assert part in told
    assert any(str(sentence()) in told for sentence in HARDNESS_WORDS.values())
    assert words(page).index("(our assumption)") < words(page).index("Endings within reach")
    for word in ("median", "policy", "states"):
        assert word not in told.lower()


def test_an_example_is_shown_and_hidden_again(qtbot: QtBot, tmp_path: Path) -> None:
    card = Stage(qtbot, tmp_path, scenarios=FILES).prove(WARM).faults()[0]
    assert "Wrong" not in words(card)
    card.example_button.click()
    assert "Wrong" in words(card)
    assert "  silence:" in words(card), "the lines keep their indentation"
    assert card.example_button.text() == "Hide the example"
    card.example_button.click()
    assert "Wrong" not in words(card)


def test_a_way_of_playing_that_wins_blindly_is_marked(qtbot: QtBot, tmp_path: Path) -> None:
    page = Stage(qtbot, tmp_path, scenarios=FILES).prove(WARM)
    table = page.ways.table
    looks = dict(zip(cells(table, 0), cells(table, heading(table, "Looks at the patient")), strict=True))
    assert looks["Always the answer with the most warm words"] == "no, and wins"
    assert looks["Always the longest answer"] == "no"
    assert looks["Always the best that is attainable"] == "yes"
    assert "The right answers give themselves away." in words(page.ways)
    assert [column.heading for column in table.source.columns][4:] == ["Repaired", "Left open"], "what is within reach"


def test_where_no_blind_way_wins_this_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    page = Stage(qtbot, tmp_path, scenarios=FILES).prove(FORCED)
    assert "No way of playing that is blind to the patient wins." in words(page.ways)


def test_the_tables_keep_the_rules_of_models_and_can_be_put_in_order(qtbot: QtBot, tmp_path: Path) -> None:
    page = Stage(qtbot, tmp_path, scenarios=FILES).prove(WARM)
    models: list[QAbstractItemModel] = []
    for table in (page.ways.table, page.moments.moments, page.moments.responses):
        models += [table.source, table.sorted]
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, fatal) for model in models]
    page.ways.table.order_by(heading(page.ways.table, "Half of them reach"))
    assert cells(page.ways.table, 0)[0] == "Always the best that is attainable"
    responses = page.moments.responses
    responses.order_by(heading(responses, "Costs on average"))
    assert cells(responses, 0)[0] == "silence\npolicy"
    costs = [float(cost) for cost in cells(responses, heading(responses, "Costs on average"))]
    assert costs == sorted(costs, reverse=True)
    page.moments.moments.selectRow(1)
    page.moments.all_button.click()
    assert len(testers) == 6


def test_choosing_a_moment_shows_its_responses_only(qtbot: QtBot, tmp_path: Path) -> None:
    page = Stage(qtbot, tmp_path, scenarios=FILES).prove(WARM)
    everything = cells(page.moments.responses, 0)
    assert cells(page.moments.moments, 0) == ["silence", "fears", "speaks", "drifts", "repairs"]
    assert page.moments.all_button.isHidden()
    page.moments.moments.selectRow(2)
    assert [name.split("\n")[0] for name in cells(page.moments.responses, 0)] == ["speaks"] * 4
    page.moments.all_button.click()
    assert cells(page.moments.responses, 0) == everything
    assert page.moments.moments.current() is None


def test_the_moments_tell_how_often_they_come_and_how_they_end(qtbot: QtBot, tmp_path: Path) -> None:
    moments = Stage(qtbot, tmp_path, scenarios=FILES).prove(WARM).moments.moments
    assert cells(moments, 1) == ["1.00", "0.40", "0.16", "0.94", "0.06"]
    assert cells(moments, 2) == ["", "", "", "left open", "repaired"]


@pytest.mark.slow
def test_what_is_never_on_offer_has_no_price(qtbot: QtBot, tmp_path: Path) -> None:
    page = Stage(qtbot, tmp_path, scenarios=bad("603", "Never offered")).prove("Never offered")
    responses = page.moments.responses
    responses.order_by(heading(responses, "On offer a session"))
    last = responses.sorted.rowCount() - 1
    assert [responses.sorted.index(last, n).data() for n in (2, 3, 4)] == ["never", "–", "–"]


def test_the_shortest_repair_is_told_as_a_dialogue_with_what_it_cannot_do_without(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios=FILES)
    told = words(stage.prove(FORCED).repair)
    assert told.count("no repair without it") == 3
    assert "there is one way only" in told
    parts = ["Ines: No, it is fine.", "“I sounded annoyed just then", "“fears” · “fear”", "“You wanted me to be glad."]
    assert sorted(map(told.index, parts)) == list(map(told.index, parts))
    told = words(stage.prove(WARM).repair)
    assert "no repair without it" not in told
    assert "each has an alternative" in told


def test_the_scores_that_can_be_earned_are_told_as_earned_open_and_excluded(qtbot: QtBot, tmp_path: Path) -> None:
    scores = Stage(qtbot, tmp_path, scenarios=FILES).prove(FORCED).scores
    told = words(scores)
    assert told.count("does not come up") == 2
    assert "at most 3" in told
    names = [scale.accessibleName() for scale in scores.findChildren(ScoreScale)]
    assert "Exploring: earned in some play: 1, 2, 3; no path earns it: 4, 5" in names


def test_a_repair_in_part_is_not_told_as_a_whole_one(qtbot: QtBot, tmp_path: Path) -> None:
    page = Stage(qtbot, tmp_path, scenarios=FILES).prove(PARTLY)
    assert "The rupture can be repaired in part at best; the shortest way takes 3 turns." in page.head.headline
    assert "(~" not in words(page.repair), "lines of the patient's file have a name of their own"
    assert "the patient’s own lines for “exploring”" in words(page.repair)


def test_a_file_that_cannot_be_read_shows_its_faults_with_their_lines_and_nothing_else(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage = Stage(qtbot, tmp_path, scenarios=FILES)
    stage.window.studio_button.click()
    assert "cannot be played yet: one thing to mend" in words(stage.row(BROKEN))
    assert stage.row(BROKEN).check_button.text() == "Show what to mend"
    page = stage.prove(BROKEN)
    told = words(page)
    assert "d301-unknown-move.yaml, line 32" in told
    assert "“notice_shfit” is not a move. Did you mean “notice_shift”?" in told
    assert "error 301" in told
    assert page.head.headline.startswith("This scenario cannot be played yet")
    assert "How it can end" not in told


def test_where_the_budget_ends_the_page_says_so_and_claims_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    page = StageWith(qtbot, tmp_path, budget=Budget(states=50)).prove(PARTLY)
    assert page.head.headline.startswith("Not everything could be tried: after 24 situations")
    told = words(page)
    assert "between" in told
    assert "Too large to be proved" in told
    assert "How it can end" not in told


def test_a_scenario_without_a_fault_has_nothing_to_mend(qtbot: QtBot, tmp_path: Path) -> None:
    page = StageWith(qtbot, tmp_path, ContentStudio).prove(FORCED)
    assert page.faults() == []
    assert "Nothing to mend." in words(page)


@pytest.mark.slow
def test_markup_stands_in_the_studio_as_it_was_written(qtbot: QtBot, tmp_path: Path) -> None:
    markup = "<b>Fine</b> <img src=/etc/hostname> &amp; R&D"
    text = WAIT.replace("title: The wait", f'title: "{markup}"').replace("say: ", f"say: {markup} ")
    page = Stage(qtbot, tmp_path, scenarios={"the-wait.yaml": text}).prove(markup)
    assert markup in words(page)
    assert markup in words(page.repair)
    assert cells(page.moments.responses, 1)[0].startswith(markup)


@pytest.mark.slow
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.HIGH_CONTRAST])
def test_one_column_where_two_would_be_too_narrow(qtbot: QtBot, tmp_path: Path, theme: Theme) -> None:
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, theme=theme), FILES)
    stage.show(1280, 800)
    page = stage.prove(FORCED)
    qtbot.waitUntil(lambda: page.scores.x() > page.repair.x())
    stage.window.resize(820, 560)
    qtbot.waitUntil(lambda: page.scores.y() > page.repair.y())
    assert page.scores.x() == page.repair.x()
