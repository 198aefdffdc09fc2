"""A library of a thousand scenarios: few cards are made, and it is gone through as if all of them had been."""

from __future__ import annotations

from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.patient.verdicts import Verdict
from simulator.services.practice import Progress
from simulator.ui.widgets.card_shelf import CardShelf
from simulator.ui.widgets.layouts import Card, column, scrolling
from tests.ui.large_library import THOUSAND, LargeLibrary, shelf_of

MOST: Final = 40
"""So many cards fill some screens; however many scenarios there are, no more are made."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scale", "size"), [pytest.param(1.0, (1280, 740), marks=pytest.mark.slow), (2.0, (1024, 640)), (1.0, (820, 500))]
)
def test_of_a_thousand_scenarios_only_those_in_sight_and_around_it_have_cards(
    qtbot: QtBot, scale: float, size: tuple[int, int]
) -> None:
    library = LargeLibrary(qtbot, shelf_of(), scale=scale, size=size)
    assert 0 < len(library.made) <= MOST
    for place in (0.3, 0.31, 0.9, 1.0, 0.5, 0.0):
        library.bar.setValue(round(place * library.bar.maximum()))
        seen = library.seen
        assert list(seen) == list(range(min(seen), max(seen) + 1)), "no gap between those that are seen"
        assert min(seen.values()) <= (20 if place else 300), "from the top, but for the gap or the head of the page"
        assert len(library.made) <= MOST
        qtbot.waitUntil(lambda: not library.page.scenarios._later.isActive())
        assert len(library.made) <= MOST


def test_at_the_end_stands_the_last_one_whole(qtbot: QtBot) -> None:
    library = LargeLibrary(qtbot, shelf_of())
    library.bar.setValue(library.bar.maximum())
    qtbot.waitUntil(lambda: THOUSAND - 1 in library.seen)
    qtbot.waitUntil(lambda: library.bar.value() == library.bar.maximum())
    last = library.made[THOUSAND - 1]
    assert last.open_button.visibleRegion().boundingRect().size() == last.open_button.size()


@pytest.mark.slow
def test_nothing_that_is_read_jumps_while_one_scrolls_up_to_cards_of_other_heights(qtbot: QtBot) -> None:
    library = LargeLibrary(qtbot, shelf_of())
    library.bar.setValue(library.bar.maximum() // 2)
    qtbot.waitUntil(lambda: not library.page.scenarios._later.isActive())
    for _ in range(30):
        before = library.seen
        library.bar.setValue(library.bar.value() - 100)
        qtbot.waitUntil(lambda: not library.page.scenarios._later.isActive())
        after = library.seen
        moved = {after[number] - before[number] for number in before.keys() & after.keys()}
        assert moved == {100}


@pytest.mark.slow
def test_tab_leads_through_them_all_in_order_and_back_and_what_it_is_on_can_be_seen(qtbot: QtBot) -> None:
    library = LargeLibrary(qtbot, shelf_of())
    names = []
    for _ in range(50):
        names.append(library.focus())
        assert any(library.made[number].open_button.hasFocus() for number in library.seen)
        library.press(Qt.Key.Key_Tab)
    assert names == [f"Open Scenario {number}" for number in range(50)]
    for number in range(49, 20, -1):
        library.press(Qt.Key.Key_Backtab)
        assert library.focus() == f"Open Scenario {number}"
    assert len(library.made) <= MOST


def test_tab_backwards_from_the_first_comes_to_the_head_of_the_page_and_then_to_the_last(qtbot: QtBot) -> None:
    library = LargeLibrary(qtbot, shelf_of())
    names = []
    while (name := library.focus()) != f"Open Scenario {THOUSAND - 1}":
        names.append(name)
        assert len(names) < 6, names
        library.press(Qt.Key.Key_Backtab)
    assert "Earlier conversations" in names
    qtbot.waitUntil(lambda: THOUSAND - 1 in library.seen)


def test_tab_leads_over_many_that_cannot_be_played_to_the_next_that_can(qtbot: QtBot) -> None:
    library = LargeLibrary(qtbot, shelf_of(broken=range(1, 800)))
    assert library.focus() == "Open Scenario 0"
    library.press(Qt.Key.Key_Tab)
    assert library.focus() == "Open Scenario 800"
    library.press(Qt.Key.Key_Backtab)
    assert library.focus() == "Open Scenario 0"
    assert len(library.made) <= MOST


def test_the_card_that_the_keyboard_is_on_stays_while_one_scrolls_away_from_it(qtbot: QtBot) -> None:
    library = LargeLibrary(qtbot, shelf_of())
    for _ in range(4):
        library.press(Qt.Key.Key_Tab)
    library.bar.setValue(library.bar.maximum())
    qtbot.waitUntil(lambda: not library.page.scenarios._later.isActive())
    assert library.focus() == "Open Scenario 4"
    library.press(Qt.Key.Key_Tab)
    assert library.focus() == "Open Scenario 5"
    assert 5 in library.seen


def test_progress_is_shown_on_the_cards_that_are_there_and_on_those_that_come_later(qtbot: QtBot) -> None:
    library = LargeLibrary(qtbot, shelf_of())
    done = Progress(ended=2, best=Verdict.REPAIRED)
    library.page.show_progress({"own-0001": done, "own-0500": done})
    for number in (1, 500):
        assert "2 conversations" in library.page.card(number)._facts.text()
    assert "no conversation yet" in library.page.card(499)._facts.text()


def test_the_same_shelf_shown_again_makes_no_card_anew(qtbot: QtBot) -> None:
    library = LargeLibrary(qtbot, shelf_of())
    before = library.made
    library.page.show_shelf(shelf_of())
    assert library.made == before
    library.page.show_shelf(shelf_of(THOUSAND - 1))
    assert not set(library.made.values()) & set(before.values())


def test_whoever_comes_back_from_a_scenario_finds_the_keyboard_on_it(qtbot: QtBot) -> None:
    library = LargeLibrary(qtbot, shelf_of())
    library.page.card(500).open_button.click()
    library.pages.setCurrentWidget(library.elsewhere)
    library.page.show_shelf(shelf_of())
    library.pages.setCurrentWidget(library.page)
    assert library.focus() == "Open Scenario 500"
    assert 500 in library.seen


def test_the_card_at_the_top_stays_there_when_the_window_becomes_narrower(qtbot: QtBot) -> None:
    library = LargeLibrary(qtbot, shelf_of())
    library.page.scenarios.bring_into_view(600)
    library.bar.setValue(library.bar.value() + 10)
    first = min(library.seen)
    library.pages.resize(800, 740)
    qtbot.waitUntil(lambda: library.page.scenarios.columns == 2)
    qtbot.waitUntil(lambda: not library.page.scenarios._later.isActive())
    assert first in library.seen


class Tall:
    """A page with a shelf of plain cards, one below the other, that can be made higher."""

    def __init__(self, qtbot: QtBot, count: int) -> None:
        self.made_ever: list[int] = []
        self.shelf = CardShelf(self._make, gap=10)
        inside = QWidget()
        column(inside).addWidget(self.shelf)
        self.area = scrolling(inside, "cards")
        self.shelf.watch(self.area)
        qtbot.addWidget(self.area)
        self.area.resize(400, 300)
        self.shelf.show_cards(count, lambda _number: True)
        with qtbot.waitExposed(self.area):
            self.area.show()

    def _make(self, number: int) -> QWidget:
        self.made_ever.append(number)
        card = Card(margin=0)
        card.setMinimumHeight(100)
        return card


def test_a_card_that_grows_moves_those_below_it(qtbot: QtBot) -> None:
    page = Tall(qtbot, 10)
    one, two = page.shelf.card(0), page.shelf.card(1)
    below = two.y()
    one.setMinimumHeight(150)
    qtbot.waitUntil(lambda: two.y() == below + 50)
    assert page.shelf.height() >= 10 * 100 + 9 * 10 + 50


def test_a_shelf_without_cards_takes_no_room(qtbot: QtBot) -> None:
    page = Tall(qtbot, 0)
    assert page.made_ever == []
    assert page.shelf.height() == 0
