"""Whatever the Review desk says itself comes from the catalogue, and has room in a longer language and mirrored.

What trainees and scenarios say stands as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from simulator.handin.signing import six_words
from simulator.messages.message import Day, When
from simulator.messages.sentences.text import AS_WRITTEN
from simulator.services.assigning import Assignable
from simulator.services.debriefing import debrief
from simulator.services.handed_in import HandedIn
from simulator.services.rating_task import Rating
from simulator.services.reviewing import Review
from simulator.ui.review.desk import ReviewDesk
from simulator.ui.theme import apply_theme
from tests.builders import KIM
from tests.ui.crowding import crowded
from tests.ui.reviewing import files
from tests.ui.stage import settled
from tests.ui.test_every_sentence_is_in_the_catalogue import ABROAD, bypassing


def _own(found: HandedIn) -> Iterator[str]:
    """The words of a scenario and its person, which are not translated here."""
    yield from (found.scenario.title, found.scenario.patient.name, found.scenario.patient.first_name, found.name)
    yield from (six_words(found.key), ABROAD.words.value(Day(found.stored.started.day)))
    for exchange in found.transcript.exchanges:
        told, response = exchange.telling, exchange.response
        yield from (told.patient, told.thinks, *told.shows, exchange.words)
        yield response.debrief if response is not None else ""
    for account in debrief(found.transcript).accounts:
        yield from (str(why) for why in account.why if why.sentence == AS_WRITTEN)
    closing = found.transcript.closing
    if closing is not None:
        yield from (closing.says, *closing.shows, closing.thinks, closing.afterwards)


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    """Everything runs from right to left, in the program's own dress."""
    apply_theme(qapp, ABROAD.theme)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


class Looked:
    """Looks at one page after the other, once nothing moves on it any more."""

    def __init__(self, qtbot: QtBot, desk: ReviewDesk) -> None:
        self._qtbot = qtbot
        self._desk = desk

    def faults(self, page: QWidget, *own: str) -> list[str]:
        """What no catalogue said, is cut off or covers something else."""
        return [*bypassing(page, *own), *crowded(settled(self._qtbot, self._desk))]


@pytest.mark.slow
@pytest.mark.usefixtures("mirrored")
def test_the_review_desk_says_nothing_that_no_catalogue_says(qtbot: QtBot, tmp_path: Path) -> None:
    ids = (f"5a1d0000-0000-4000-8000-{number:012}" for number in range(100))
    review = Review(tmp_path / "home", KIM, lambda: 1_790_000_000_000, lambda: next(ids))
    desk = ReviewDesk(review, ABROAD)
    qtbot.addWidget(desk)
    desk.resize(1024, 640)
    look = Looked(qtbot, desk)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.show_first()
    assert look.faults(desk.before) == []
    desk.before.button.click()
    qtbot.waitUntil(lambda: not desk.working)
    desk.open_paths((files(tmp_path / "inbox"),))
    qtbot.waitUntil(lambda: desk.page is desk.take_in)
    own = {words for one in desk.take_in._looked if one.found is not None for words in _own(one.found) if words}
    # What joins a list is said by the locale, which has no accents here.
    own |= {"cut.attune-session", " and "}
    assert look.faults(desk.take_in, *own) == []
    for card in desk.take_in.new_people:
        card.compared.setChecked(True)
    desk.take_in.take_in.click()
    qtbot.waitUntil(lambda: desk.page is desk.shelf and not desk.working)
    assert look.faults(desk.shelf, *own) == []
    desk.show_met()
    assert look.faults(desk.met, *own) == []
    desk.show_group()
    qtbot.waitUntil(lambda: desk.page is desk.group)
    assert look.faults(desk.group, *own) == []
    own.add("Somewhere")
    desk.scenarios = lambda: (Assignable("somewhere", "Somewhere", ("confrontation",)),)
    person = desk._shown.people[0]
    desk.show_person(person)
    qtbot.waitUntil(lambda: desk.people.page.not_yet is not None)
    assert look.faults(desk.people.page, *own) == []
    desk.people.show_everybody(desk._shown.people)
    qtbot.waitUntil(lambda: desk.page is desk.people.everybody)
    assert look.faults(desk.people.everybody, *own) == []
    desk.show_session(person, person.sessions[0])
    qtbot.waitUntil(lambda: desk.page is desk.__dict__.get("session"))
    assert look.faults(desk.session, *own) == []
    _rate_abroad(qtbot, desk, look, own)


def _rate_abroad(qtbot: QtBot, desk: ReviewDesk, look: Looked, own: set[str]) -> None:
    """Through blind rating to agreement; the name of who rates stands as it is."""
    opening = [line for _, found in desk._shown.sessions() for line in found.scenario.opening]
    own |= {words for line in opening for words in (line.say, *line.shows)}
    own |= {"Bea", ABROAD.words.value(When(1_790_000_000_000))}
    desk.show_rating()
    qtbot.waitUntil(lambda: desk.page is desk.rating.page and not desk.working)
    desk.rating.page.ask.name.setEditText("Bea")
    assert look.faults(desk.rating.page, *own) == []
    desk.rating.page.ask.rate_here.click()
    qtbot.waitUntil(lambda: desk.page is desk.rating.rate_page)
    assert look.faults(desk.rating.rate_page, *own) == []
    for choice in desk.rating.rate_page.choices.values():
        choice.buttons[Rating.TWO].click()
    desk.rating.rate_page.pause.click()
    qtbot.waitUntil(lambda: desk.page is desk.rating.page)
    desk.rating.page.cards[0].hand_in.click()
    qtbot.waitUntil(lambda: not desk.rating.page.told.isHidden() and not desk.working)
    assert look.faults(desk.rating.page, *own) == []
    desk.show_agreement()
    qtbot.waitUntil(lambda: not desk.working)
    desk.agreement.page.table.choose(0, 0)
    desk.agreement.page.more.choose(0, 0)
    assert look.faults(desk.agreement.page, *own) == []
