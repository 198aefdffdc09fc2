"""What a session met, by digest: all that was on offer and what was said, in the moments of the scenario and of the bank."""

from __future__ import annotations

from dataclasses import replace

from simulator.alliance.reactions import ReactionState
from simulator.scenario.document import Moment, Scenario
from simulator.scenario.hashes import item_digest
from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session
from simulator.session.events import Chose
from simulator.session.items import Items
from tests.builders import started
from tests.session.small_stories import DEFEND, EXPLORE, OWN, moment, scenario

FIRST = moment("first", ReactionState.MINIMAL, replace(OWN, then="second"), DEFEND, EXPLORE)
SECOND = moment("second", ReactionState.MINIMAL, OWN)


def in_the_second() -> Session:
    """A session that has just come to the second moment."""
    story = scenario(FIRST, SECOND)
    session = Session(story, started(story))
    session.act(Choose("own"))
    assert session.place.moment.id == "second"
    return session


def items(*moments: Moment) -> frozenset[str]:
    return frozenset(item_digest(moment, response) for moment in moments for response in moment.responses)


def test_what_is_only_on_the_screen_is_not_met_before_it_is_answered() -> None:
    session = in_the_second()
    assert Items(session.script.scenario).met(session.events[:1]) == frozenset()
    assert Items(session.script.scenario).met(session.events) == items(FIRST)


def test_silence_has_met_what_was_on_offer() -> None:
    session = in_the_second()
    session.act(StaySilent())
    assert Items(session.script.scenario).met(session.events) == items(FIRST, SECOND)


def test_what_the_bank_offers_is_met_too() -> None:
    session = in_the_second()
    told: Scenario = session.script.scenario
    lines = {state: replace(line, responses=(EXPLORE,)) for state, line in told.patient.lines.items()}
    told = replace(told, patient=replace(told.patient, lines=lines))
    play = Session(told, started(told))
    for response in ("own", "own", "explore"):
        assert response in {one.id for one in play.shown()}
        asked = play.place.moment
        play.act(Choose(response))
    assert asked.from_bank
    assert Items(told).met(play.events) == items(FIRST, SECOND, asked)


def test_where_the_offer_was_not_logged_what_was_said_was_met() -> None:
    session = in_the_second()
    chose = session.events[1]
    assert isinstance(chose, Chose)
    events = [session.events[0], replace(chose, offered=())]
    assert Items(session.script.scenario).met(events) == {item_digest(FIRST, FIRST.responses[0])}


def test_what_is_not_in_the_texts_is_passed_over() -> None:
    session = in_the_second()
    assert Items(scenario(SECOND)).met(session.events) == frozenset()
