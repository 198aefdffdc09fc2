"""A session is played again from its log: the same to the last word, or refused."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings

from simulator.alliance.reactions import ReactionState
from simulator.patient.verdicts import Verdict
from simulator.session.actions import Choose, GiveTag, StaySilent, Stop
from simulator.session.engine import Session, action_of, outcome_of, start
from simulator.session.errors import ServiceError
from simulator.session.events import (
    Chose,
    Ended,
    Next,
    Outcome,
    SessionEvent,
    Started,
    StayedSilent,
    Tagged,
    Unfamiliar,
    ended_by,
)
from simulator.session.record import recorded
from simulator.session.script import Script
from simulator.session.vocabulary import Mode, Tag
from tests.builders import free_scenario, started
from tests.session.made_events import played, script_of, sessions
from tests.session.other_rules import Changed, appraised, led, state_changed


@settings(max_examples=80, deadline=None)
@given(sessions)
def test_replay_equals_the_live_session(live: Session) -> None:
    scenario = live.script.scenario
    again = Session.replay(scenario, live.events, live.script)
    assert again.transcript() == live.transcript()
    assert again.standing == live.standing
    assert again.events == live.events
    if not live.ended:
        assert again.shown() == live.shown()


def test_replay_needs_nothing_but_the_scenario_and_the_log() -> None:
    live = played(script_of("homework-load.yaml", 3), random.Random(5))
    again = Session.replay(live.script.scenario, iter(live.events))
    assert again.script is not live.script
    assert recorded(live.script.scenario, again.events) == recorded(live.script.scenario, live.events)
    assert [exchange.appraisal for exchange in again.exchanges] == [exchange.appraisal for exchange in live.exchanges]
    assert again.script.disposition.difficulty == 3


# Other rules

CHANGES: dict[str, Changed] = {
    "reaction": state_changed(reaction=ReactionState.MIXED),
    "gauge": lambda o: state_changed(alliance=replace(o.state.alliance, goal=o.state.alliance.goal ^ 1))(o),
    "ruptures": lambda o: state_changed(ruptures=o.state.ruptures + 1)(o),
    "owned": lambda o: state_changed(owned=o.state.owned + 1)(o),
    "streak": lambda o: state_changed(streak=o.state.streak + 1)(o),
    "heard": appraised(played="retreat"),
    "opened": lambda o: appraised(opened=not (o.appraisal and o.appraisal.opened))(o),
    "rupture": lambda o: appraised(rupture=not (o.appraisal and o.appraisal.rupture))(o),
    "secondary": lambda o: appraised(secondary=not (o.appraisal and o.appraisal.secondary))(o),
    "graph": appraised(graph=ReactionState.MIXED),
    "reason": lambda o: appraised(why=(*(o.appraisal.why if o.appraisal else ()), "script"))(o),
    "no reason": appraised(why=()),
    "no appraisal": lambda o: replace(o, appraisal=None),
    "scripted": lambda o: replace(o, scripted=not o.scripted),
    "moment": led(moment="~pressure"),
    "wording": led(wording="second"),
    "turn": led(turn=40),
    "seen": led(seen=("begins", "begins")),
    "visits": led(visits=(("begins", 2),)),
    "flags": led(flags=("told",)),
    "end": lambda o: replace(o, then=Ended(Verdict.PARTLY)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_course_that_the_rules_would_answer_otherwise_is_refused_with_its_step(change: str) -> None:
    live = played(script_of("push-me.yaml", 2), random.Random(3), Mode.PRACTISE, stops=0)
    said = [number for number, event in enumerate(live.events) if isinstance(event, Chose | StayedSilent)]
    for number in (said[0], said[len(said) // 2]):
        event = live.events[number]
        assert isinstance(event, Chose | StayedSilent)
        assert event.outcome is not None
        other = [*live.events]
        other[number] = replace(event, outcome=CHANGES[change](event.outcome))
        with pytest.raises(ServiceError, match=f"Step {number} of this conversation cannot be played again as it was"):
            Session.replay(live.script.scenario, other)


def test_another_verdict_another_goodbye_or_another_last_line_is_refused() -> None:
    live = played(script_of("push-me.yaml", 2), random.Random(3), stops=0)
    last = live.events[-1]
    assert isinstance(last, Chose | StayedSilent)
    end = ended_by(last)
    assert end is not None
    assert last.outcome is not None
    for other in (
        replace(end, verdict=Verdict.TRANSFER),
        replace(end, moment="elsewhere"),
        replace(end, wording="second"),
        Next("voice", "first", 3),
    ):
        changed = replace(last, outcome=replace(last.outcome, then=other))
        with pytest.raises(ServiceError, match="the patient would answer otherwise"):
            Session.replay(live.script.scenario, [*live.events[:-1], changed])


def test_another_beginning_is_refused() -> None:
    made = free_scenario()
    first = started(made)
    assert first.outcome is not None
    for outcome in (
        state_changed(alliance=replace(first.outcome.state.alliance, bond=3))(first.outcome),
        led(moment="~minimal")(first.outcome),
        None,
    ):
        with pytest.raises(ServiceError, match="Step 0 of this conversation"):
            Session.replay(made, [replace(first, outcome=outcome)])


def test_words_or_offers_other_than_those_of_the_rules_are_refused() -> None:
    session = Session(made := free_scenario(), started(made))
    session.act(Choose("press_on"))
    (_, said) = session.events
    assert isinstance(said, Chose)
    for other in (
        replace(said, said="second"),
        replace(said, offered=said.offered[::-1]),
        replace(said, offered=said.offered[1:]),
        replace(said, offered=tuple((id_, "second") for id_, _ in said.offered)),
    ):
        with pytest.raises(ServiceError, match="Step 1 of this conversation"):
            Session.replay(made, [session.started, other])


def test_a_log_of_the_first_edition_did_not_say_what_was_on_offer() -> None:
    session = Session(made := free_scenario(), started(made))
    session.act(Choose("press_on"))
    session.act(StaySilent())
    without = [replace(e, offered=()) if isinstance(e, Chose | StayedSilent) else e for e in session.events]
    again = Session.replay(made, without)
    assert again.events == without
    assert again.standing.place is not None
    assert again.exchanges == [
        x._replace(place=y.place) for x, y in zip(session.exchanges, again.exchanges, strict=True)
    ]


def test_another_response_is_another_course_and_one_that_is_not_there_is_none() -> None:
    session = Session(made := free_scenario(), started(made))
    session.act(Choose("press_on"))
    (_, said) = session.events
    assert isinstance(said, Chose)
    with pytest.raises(ServiceError, match="Step 1 of this conversation"):
        Session.replay(made, [session.started, replace(said, response="own_contribution-4")])
    with pytest.raises(ServiceError, match="“sing” is not on offer"):
        Session.replay(made, [session.started, replace(said, response="sing")])


def test_a_log_that_does_not_fit_the_scenario_is_refused() -> None:
    made = free_scenario()
    with pytest.raises(ServiceError, match="does not begin"):
        Session.replay(made, [])
    with pytest.raises(ServiceError, match="does not begin"):
        Session.replay(made, [Tagged(Tag.NOTHING)])
    with pytest.raises(ServiceError, match="second start"):
        Session.replay(made, [started(made), started(made)])


def test_nothing_comes_after_the_end() -> None:
    session = Session(made := free_scenario(), started(made))
    session.act(Stop())
    with pytest.raises(ServiceError, match="has ended"):
        Session.replay(made, [*session.events, Tagged(Tag.NOTHING)])


def test_what_a_newer_program_logged_is_kept_and_passed_over() -> None:
    session = Session(made := free_scenario(), started(made))
    session.act(Choose("press_on"))
    news = [session.events[0], Unfamiliar("sang"), session.events[1], Unfamiliar("sang")]
    again = Session.replay(made, news)
    assert again.events == news
    assert len(again.exchanges) == 1
    again.act(Choose("press_on"))
    assert len(again.events) == 5


# Every kind of event


def test_there_is_no_kind_of_event_that_the_session_does_not_know() -> None:
    session = Session(made := free_scenario(), started(made))
    for action in (GiveTag(Tag.NOTHING), Choose("press_on"), StaySilent(), Stop()):
        session.act(action)
    every = [*session.events, Unfamiliar("sang")]
    assert {type(event) for event in every} == set(get_args(SessionEvent))
    assert [action_of(event) for event in every[1:]] == [
        GiveTag(Tag.NOTHING),
        Choose("press_on"),
        StaySilent(),
        Stop(),
        None,
    ]
    assert [outcome_of(event) is None for event in every] == [False, True, False, False, False, True]
    assert [ended_by(event) is None for event in every] == [True, True, True, True, False, True]
    with pytest.raises(ServiceError, match="second start"):
        action_of(session.started)


def test_a_start_names_the_script_that_it_was_made_for() -> None:
    script = Script(free_scenario(), 3)
    told = start(script, Mode.PRACTISE, 11)
    assert (told.scenario, told.title, told.language, told.texts) == ("free", "Free play", "en", "0" * 64)
    assert (told.mode, told.difficulty, told.seed, told.origin) == (Mode.PRACTISE, 3, 11, None)
    first = script.start()
    assert told.outcome == Outcome(first.patient, Next("begins", "first", 1))
    assert isinstance(told, Started)
