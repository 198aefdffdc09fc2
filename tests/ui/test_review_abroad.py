"""Whatever the Review desk says itself comes from the catalogue; what trainees and scenarios say stands as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.handin.signing import six_words
from simulator.messages.message import Day, When
from simulator.messages.sentences.text import AS_WRITTEN
from simulator.services.debriefing import debrief
from simulator.services.handed_in import HandedIn
from simulator.services.rating_task import Rating
from simulator.services.reviewing import Review
from simulator.ui.review.desk import ReviewDesk
from tests.builders import KIM
from tests.ui.reviewing import files
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
        yield from (closing.says, closing.thinks, closing.afterwards)


@pytest.mark.slow
def test_the_review_desk_says_nothing_that_no_catalogue_says(qtbot: QtBot, tmp_path: Path) -> None:
    ids = (f"5a1d0000-0000-4000-8000-{number:012}" for number in range(100))
    review = Review(tmp_path / "home", KIM, lambda: 1_790_000_000_000, lambda: next(ids))
    desk = ReviewDesk(review, ABROAD)
    qtbot.addWidget(desk)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.show_first()
    assert bypassing(desk.before) == []
    desk.before.button.click()
    qtbot.waitUntil(lambda: not desk.working)
    desk.open_paths((files(tmp_path / "inbox"),))
    qtbot.waitUntil(lambda: desk.page is desk.__dict__.get("take_in"))
    own = {words for one in desk.take_in._looked if one.found is not None for words in _own(one.found) if words}
    own.add("cut.attune-session")
    assert bypassing(desk.take_in, *own) == []
    for card in desk.take_in.new_people:
        card.compared.setChecked(True)
    desk.take_in.take_in.click()
    qtbot.waitUntil(lambda: desk.page is desk.shelf and not desk.working)
    assert bypassing(desk.shelf, *own) == []
    desk.show_met()
    assert bypassing(desk.met, *own) == []
    desk.show_group()
    qtbot.waitUntil(lambda: desk.page is desk.__dict__.get("group"))
    assert bypassing(desk.group, *own) == []
    person = desk._shown.people[0]
    desk.show_session(person, person.sessions[0])
    qtbot.waitUntil(lambda: desk.page is desk.__dict__.get("session"))
    assert bypassing(desk.session, *own) == []
    _rate_abroad(qtbot, desk, own)


def _rate_abroad(qtbot: QtBot, desk: ReviewDesk, own: set[str]) -> None:
    """Through blind rating to agreement; the name of who rates stands as it is."""
    own |= {line.say for _, found in desk._shown.sessions() for line in found.scenario.opening}
    own |= {"Bea", ABROAD.words.value(When(1_790_000_000_000))}
    desk.show_rating()
    qtbot.waitUntil(lambda: desk.page is desk.rating.page and not desk.working)
    desk.rating.page.ask.name.setText("Bea")
    assert bypassing(desk.rating.page, *own) == []
    desk.rating.page.ask.rate_here.click()
    qtbot.waitUntil(lambda: desk.page is desk.rating.rate_page)
    assert bypassing(desk.rating.rate_page, *own) == []
    for choice in desk.rating.rate_page.choices.values():
        choice.buttons[Rating.TWO].click()
    desk.rating.rate_page.pause.click()
    qtbot.waitUntil(lambda: desk.page is desk.rating.page)
    desk.rating.page.cards[0].hand_in.click()
    qtbot.waitUntil(lambda: not desk.rating.page.told.isHidden() and not desk.working)
    assert bypassing(desk.rating.page, *own) == []
    desk.show_agreement()
    qtbot.waitUntil(lambda: not desk.working)
    desk.agreement.page.table.choose(0, 0)
    desk.agreement.page.more.choose(0, 0)
    assert bypassing(desk.agreement.page, *own) == []
