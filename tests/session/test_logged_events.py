"""What is done becomes an event that holds what was offered, said and answered; until it is settled it has not happened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session
from simulator.session.events import Chose, Next, StayedSilent
from tests.builders import started
from tests.session.small_stories import DEFEND, R, moment, scenario, session
from tests.telling import retold


def test_what_is_considered_has_not_happened_yet() -> None:
    play = session(moment("quiet", R.MINIMAL))
    place = play.place
    found = play.consider(Choose("own"))
    assert (play.events, play.exchanges, play.place) == ([play.started], [], place)
    assert play.consider(Choose("own")) == found
    play.settle(found)
    assert play.events == [play.started, found.event]
    assert play.exchanges == [found.exchange]
    assert play.standing == found.after


def test_an_event_holds_what_was_offered_what_was_said_and_what_it_led_to() -> None:
    play = session(moment("quiet", R.MINIMAL), moment("late", R.EXPLORING))
    shown, opening = play.shown(), play.started.outcome
    assert opening is not None
    assert opening.then == Next("quiet", "first", 1)
    play.act(Choose("own"))
    event = play.events[-1]
    assert isinstance(event, Chose)
    assert (event.response, event.said) == ("own", "first")
    assert event.offered == tuple((response.id, "first") for response in shown)
    assert event.outcome is not None
    assert event.outcome.then == Next("late", "first", 2)
    assert event.outcome.state == play.place.patient
    assert event.outcome.appraisal == play.exchanges[0].appraisal
    assert not event.outcome.scripted


def test_an_event_names_a_line_of_the_bank_by_its_state_and_its_own_id() -> None:
    bare = scenario(moment("quiet", R.MINIMAL))
    lines = bare.patient.lines
    line = retold(lines[R.EXPLORING], id="can-do")
    made = replace(bare, patient=replace(bare.patient, lines={**lines, R.EXPLORING: line}))
    play = Session(made, started(made))
    play.act(Choose("own"))
    event = play.events[-1]
    assert isinstance(event, Chose)
    assert event.outcome is not None
    assert event.outcome.then == Next("~exploring", "can-do", 2)


def test_an_event_says_that_the_author_named_what_follows() -> None:
    play = session(moment("quiet", R.MINIMAL, replace(DEFEND, then="elsewhere")), moment("elsewhere", R.COMPLAINT))
    play.act(Choose("defend"))
    event = play.events[-1]
    assert isinstance(event, Chose)
    assert event.outcome is not None
    assert event.outcome.scripted


def test_a_silence_is_broken_off_unless_it_is_said_to_have_run_out() -> None:
    assert StaySilent() == StaySilent(ran_out=False)


@pytest.mark.parametrize("ran_out", [False, True])
def test_a_silence_that_ran_out_is_told_from_one_that_was_broken_off(ran_out: bool) -> None:
    play = session(moment("quiet", R.MINIMAL))
    play.act(StaySilent(ran_out))
    event = play.events[-1]
    assert isinstance(event, StayedSilent)
    assert event.ran_out is ran_out
    assert [id_ for id_, _ in event.offered] == [
        response.id for response in session(moment("quiet", R.MINIMAL)).shown()
    ]
