"""A library of a thousand scenarios that exist as cards only, and a page that shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from simulator.scenario.library_index import Card
from simulator.services.practice import Shelf, ShelfItem
from simulator.ui.look import Look
from simulator.ui.practice.library_page import LibraryPage
from simulator.ui.practice.scenario_card import ScenarioCard
from simulator.ui.theme import apply_theme, load_theme

THOUSAND: Final = 1_000
LONG: Final = "You looked at the clock while she spoke, and she saw it and went on as if she had not. "


def scenario(number: int, *, broken: bool = False) -> Card:
    """A card of a scenario; every seventh has much to tell about it."""
    about = LONG * (5 if number % 7 == 3 else 1)
    name = f"own-{number:04}"
    return Card(
        id=name,
        title=f"Scenario {number}",
        about=about,
        objectives=("stay with a silence",),
        difficulty=1,
        families=("withdrawal",),
        content_notes=(),
        minutes=5,
        patient_name="Ines Carvalho",
        patient_age=34,
        patient_work="landscape architect",
        portrait="ines-carvalho",
        path=f"{name}.yaml",
        root=Path("/scenarios"),
        digest=name,
        problems=int(broken),
    )


def shelf_of(count: int = THOUSAND, *, broken: range = range(0)) -> Shelf:
    """A shelf of so many scenarios, some of which cannot be played."""
    return Shelf(tuple(ShelfItem(scenario(number, broken=number in broken)) for number in range(count)))


class LargeLibrary:
    """The library page on the screen with so many scenarios, and an empty page to go to."""

    def __init__(self, qtbot: QtBot, shelf: Shelf, *, scale: float = 1.0, size: tuple[int, int] = (1280, 740)) -> None:
        self.qtbot = qtbot
        look = Look(load_theme("light"), scale)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, look.theme, scale)
        self.page = LibraryPage(look)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.page)
        self.elsewhere = QWidget()
        self.pages.addWidget(self.elsewhere)
        qtbot.addWidget(self.pages)
        self.page.show_shelf(shelf)
        self.pages.resize(*size)
        with qtbot.waitExposed(self.pages):
            self.pages.show()
        self.pages.activateWindow()
        qtbot.waitUntil(self.pages.isActiveWindow)
        area = self.page.findChild(QScrollArea)
        assert isinstance(area, QScrollArea)
        self.bar = area.verticalScrollBar()
        self.qtbot.waitUntil(lambda: self.bar.maximum() > 0)

    @property
    def made(self) -> dict[int, ScenarioCard]:
        """The cards that are there, by number."""
        return {n: card for n, card in self.page.scenarios.made() if isinstance(card, ScenarioCard)}

    @property
    def seen(self) -> dict[int, int]:
        """The cards of which something can be seen: how far below the top of the page each begins."""
        tops = {n: card.mapTo(self.page, card.rect().topLeft()).y() for n, card in self.made.items()}
        return {n: top for n, top in tops.items() if top < self.page.height() and top + self.made[n].height() > 0}

    def focus(self) -> str:
        """The name of what has the keyboard."""
        focus = QApplication.focusWidget()
        return focus.accessibleName() if focus is not None else ""

    def press(self, key: Qt.Key) -> None:
        """One key, to whatever has the keyboard."""
        window = self.pages.windowHandle()
        assert window is not None
        QTest.keyClick(window, key)
