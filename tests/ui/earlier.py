"""The page of earlier conversations, and stores with several of them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.ui.practice.earlier_card import EarlierCard
from simulator.ui.practice.earlier_page import EarlierPage
from simulator.ui.widgets.buttons import Button
from tests.ui.small_scenarios import named
from tests.ui.stage import Stage
from tests.ui.stored import STOP, keep, session_of, small

TITLE: Final = "The wait"


def words(page: EarlierPage | EarlierCard) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def look_back_button(stage: Stage) -> Button | None:
    button = stage.card(TITLE).earlier_button
    return button if button is not None and button.isVisible() else None


def opened(stage: Stage) -> EarlierPage:
    """The page with everything on it, from the button at the top of the library."""
    stage.desk.library.earlier_button.click()
    stage.shown()
    return stage.desk.earlier


def listed(page: EarlierPage) -> list[str]:
    """The first line of each conversation, from top to bottom."""
    return [card.findChildren(QLabel)[1].text() for card in page.cards.values()]


def with_three_scenarios(qtbot: QtBot, folder: Path) -> Stage:
    """Conversations of a scenario on the shelf, of one that was renamed since, and of one that is gone."""
    stage = Stage(qtbot, folder)
    stage.show()
    for id_, title in (("the-wait", TITLE), ("the-bus", "The bus"), ("the-ferry", "The ferry")):
        keep(stage.store, session_of(small(named(id_, title), f"{id_}.yaml"), "own-clock", STOP))
    keep(stage.store, session_of(small(), "explain-time"))
    return stage
