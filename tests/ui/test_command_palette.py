"""Everything the window can do is found by its name, and the usual keys of a desktop work."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.ui.command_palette import CommandPalette
from simulator.ui.help_page import PAGES
from tests.ui.stage import Stage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Stage:
    """The window at its library."""
    stage = Stage(qtbot, tmp_path)
    stage.show()
    return stage


def pressed(qtbot: QtBot, stage: Stage) -> CommandPalette:
    """The palette, once Ctrl+K is pressed."""
    QTest.keyClick(stage.window, Qt.Key.Key_K, CTRL)
    found = shown(stage)
    assert found is not None
    return found


def shown(stage: Stage) -> CommandPalette | None:
    return next((each for each in stage.window.findChildren(CommandPalette) if each.isVisible()), None)


def names(palette: CommandPalette) -> list[str]:
    return [palette.rows.item(i).text() for i in range(palette.rows.count())]


def take(qtbot: QtBot, palette: CommandPalette, typed: str) -> None:
    QTest.keyClicks(palette.line, typed)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)


def test_it_offers_pages_scenarios_help_and_actions(qtbot: QtBot, stage: Stage) -> None:
    told = names(pressed(qtbot, stage))
    assert told[:6] == [
        "Library (Page)",
        "Earlier conversations (Page)",
        "Studio (Page)",
        "Review (Page)",
        "Settings (Page)",
        "Backups (Page)",
    ]
    assert "The wait (Scenario)" in told
    assert sum(name.endswith("(Help)") for name in told) == len(PAGES)
    assert told[-1] == "Quit Attune (Action)"


def test_what_is_typed_narrows_it_down_whatever_the_order_of_words(qtbot: QtBot, stage: Stage) -> None:
    palette = pressed(qtbot, stage)
    QTest.keyClicks(palette.line, "scenario WAIT")
    assert names(palette) == ["The wait (Scenario)"]
    QTest.keyClicks(palette.line, "x")
    assert names(palette) == []
    assert palette._nothing.isVisible()


def test_a_scenario_opens_at_its_briefing(qtbot: QtBot, stage: Stage) -> None:
    take(qtbot, pressed(qtbot, stage), "the wait")
    qtbot.waitUntil(lambda: stage.desk.page is stage.desk.briefing)
    assert shown(stage) is None


@pytest.mark.parametrize(
    ("typed", "title"), [("earlier", "Earlier conversations"), ("studio", "Studio"), ("library", "Library")]
)
def test_pages_are_gone_to(qtbot: QtBot, stage: Stage, typed: str, title: str) -> None:
    take(qtbot, pressed(qtbot, stage), typed)
    qtbot.waitUntil(lambda: stage.window.windowTitle() == f"{title} – Attune")


def test_arrows_move_through_the_rows_while_one_types(qtbot: QtBot, stage: Stage) -> None:
    palette = pressed(qtbot, stage)
    QTest.keyClicks(palette.line, "help")
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    page = stage.window.help_page
    assert page is not None
    assert page._pages.checkedId() == 1


def test_a_click_takes_a_row(qtbot: QtBot, stage: Stage) -> None:
    palette = pressed(qtbot, stage)
    row = palette.rows.item(names(palette).index("Settings (Page)"))
    spot = palette.rows.visualItemRect(row).center()
    QTest.mouseClick(palette.rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert stage.window.settings_page is not None


def test_escape_takes_nothing(qtbot: QtBot, stage: Stage) -> None:
    palette = pressed(qtbot, stage)
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert shown(stage) is None
    assert stage.desk.page is stage.desk.library


def test_in_a_conversation_nothing_leads_away_from_it(qtbot: QtBot, stage: Stage) -> None:
    stage.sit_down()
    told = names(pressed(qtbot, stage))
    assert told[:2] == ["Settings (Page)", "Backups (Page)"]
    assert not any("Scenario" in name or name.startswith(("Library", "Earlier", "Studio")) for name in told)


def test_before_anybody_is_there_it_does_not_come(qtbot: QtBot, stage: Stage) -> None:
    stage.window.show_settings()
    assert stage.window.settings_page is not None
    stage.window.settings_page.own_data.left.emit()
    QTest.keyClick(stage.window, Qt.Key.Key_K, CTRL)
    assert shown(stage) is None


def test_control_and_comma_lead_to_the_settings(qtbot: QtBot, stage: Stage) -> None:
    QTest.keyClick(stage.window, Qt.Key.Key_Comma, CTRL)
    assert stage.window.settings_page is not None
    assert stage.window.settings_page.isVisible()


def test_control_and_q_close_the_window(qtbot: QtBot, stage: Stage) -> None:
    with qtbot.waitSignal(stage.window.closed):
        QTest.keyClick(stage.window, Qt.Key.Key_Q, CTRL)
    assert not stage.window.isVisible()


def test_everything_fits_into_the_window_at_the_largest_text(qtbot: QtBot, stage: Stage) -> None:
    stage.window._kept.keep(replace(stage.window._kept.now, text_scale=2.0))
    stage.window._rebuild_here()
    stage.window.resize(820, 560)
    palette = pressed(qtbot, stage)
    assert palette.width() <= stage.window.width()
    assert palette.height() <= stage.window.height()
    assert not palette.rows.horizontalScrollBar().isVisible()


def test_the_palette_is_named_for_who_cannot_see_it(qtbot: QtBot, stage: Stage) -> None:
    palette = pressed(qtbot, stage)
    assert palette.accessibleName() == "Go to or do"
    assert palette.line.accessibleName() == "Type part of its name"
