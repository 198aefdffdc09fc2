"""A session is played again from its log: the same to the last word, or refused; a fork goes on from what was recorded."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.alliance import ReactionState
from simulator.patient import PatientState, Verdict, verdict
from simulator.scenario.document import Scenario
from simulator.session import (
    SILENT,
    By,
    Choose,
    Chose,
    Ended,
    GiveTag,
    Mode,
    Next,
    Origin,
    Outcome,
    Script,
    ServiceError,
    Session,
    SessionEvent,
    SessionId,
    Standing,
    Started,
    StayedSilent,
    StaySilent,
    Stop,
    Stopped,
    Tag,
    Tagged,
    Unfamiliar,
    recorded,
    start,
)
from simulator.session.engine import action_of, interrupted, outcome_of
from simulator.session.events import ended_by
from tests.builders import free_scenario, started
from tests.session.made_events import played, script_of, sessions

ORIGIN = SessionId("5e551011-0000-4000-8000-00000000f02c")


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

Changed = Callable[[Outcome], Outcome]


def state_changed(**changes: object) -> Changed:
    def changed(outcome: Outcome) -> Outcome:
        state: PatientState = replace(outcome.state, **changes)  # type: ignore[arg-type]
        appraisal = replace(outcome.appraisal, state=state) if outcome.appraisal else None
        return replace(outcome, state=state, appraisal=appraisal)

    return changed


def appraised(**changes: object) -> Changed:
    def changed(outcome: Outcome) -> Outcome:
        assert outcome.appraisal is not None
        return replace(outcome, appraisal=replace(outcome.appraisal, **changes))  # type: ignore[arg-type]

    return changed


def led(**changes: object) -> Changed:
    def changed(outcome: Outcome) -> Outcome:
        assert isinstance(outcome.then, Next)
        return replace(outcome, then=replace(outcome.then, **changes))  # type: ignore[arg-type]

    return changed


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


# Forks


def forked(origin: Session, step: int) -> list[SessionEvent]:
    """The log with which a fork from a step begins."""
    first = start(
        origin.script,
        origin.started.mode,
        origin.started.seed,
        session=SessionId("a-fork"),
        origin=Origin(ORIGIN, step, "00" * 32),
        outcome=origin.started.outcome,
    )
    return [first, *origin.events[1:step]]


def steps_before_the_end(session: Session) -> int:
    """How many steps can be gone back to: those whose events before them leave the session open."""
    return len(session.events) - 1 if session.ended else len(session.events)


@settings(max_examples=60, deadline=None)
@given(sessions, st.data())
def test_a_fork_stands_where_its_origin_stood_and_goes_on_as_that_could_have(
    origin: Session, data: st.DataObject
) -> None:
    step = data.draw(st.integers(1, max(1, steps_before_the_end(origin))))
    scenario = origin.script.scenario
    then = Session.replay(scenario, origin.events[:step], origin.script)
    fork = Session.replay(scenario, forked(origin, step), origin.script)
    assert fork.standing == then.standing
    assert fork.exchanges == then.exchanges
    assert fork.shown() == then.shown()
    for session in (then, fork):
        session.act(GiveTag(Tag.NOTHING))
        session.act(StaySilent())
    assert fork.standing == then.standing
    assert fork.events[1:] == then.events[1:]
    assert Session.replay(scenario, fork.events, origin.script).standing == fork.standing


def a_course_of_other_rules() -> tuple[Scenario, Session]:
    """A patient who took the first sentence otherwise than the rules of today say, and what was said to that."""
    made = free_scenario(difficulty=1)
    session = Session(made, started(made))
    session.act(Choose("press_on"))
    first, said = session.events
    assert isinstance(said, Chose)
    assert said.outcome is not None
    assert said.outcome.state.reaction is not ReactionState.EXPLORING
    outcome = state_changed(reaction=ReactionState.EXPLORING, owned=4)(said.outcome)
    outcome = led(moment=f"~{ReactionState.EXPLORING}")(outcome)
    session.events[:] = [first, replace(said, outcome=outcome)]
    return made, session


def test_what_a_fork_copied_stands_as_it_was_recorded_and_the_rest_follows_the_rules_of_today() -> None:
    made, origin = a_course_of_other_rules()
    with pytest.raises(ServiceError, match="Step 1"):
        Session.replay(made, origin.events)
    fork = Session.replay(made, forked(origin, 2))
    taken_over = fork.place
    assert (taken_over.patient.reaction, taken_over.moment.id) == (ReactionState.EXPLORING, "~exploring")
    assert taken_over.turn == 2
    fork.act(Choose("explore_experience"))
    assert fork.place.patient.reaction is ReactionState.QUALIFIED_ASSERTION
    told = recorded(made, fork.events)
    assert [x.appraisal for x in told.exchanges] == [x.appraisal for x in fork.exchanges]
    assert Session.replay(made, fork.events).standing.place == fork.standing.place
    wrong = [*fork.events]
    last = wrong[-1]
    assert isinstance(last, Chose)
    assert last.outcome is not None
    wrong[-1] = replace(last, outcome=state_changed(owned=0)(last.outcome))
    with pytest.raises(ServiceError, match="Step 2"):
        Session.replay(made, wrong)


def test_of_a_copied_step_that_today_would_be_taken_otherwise_nothing_else_is_claimed() -> None:
    made, origin = a_course_of_other_rules()
    fork = Session.replay(made, forked(origin, 2))
    fork.act(Choose("explore_experience"))
    assert [exchange.place is None for exchange in fork.exchanges] == [True, False]
    same = Session(made, started(made))
    same.act(Choose("press_on"))
    copied = Session.replay(made, forked(same, 2), same.script)
    assert copied.exchanges == same.exchanges
    assert copied.exchanges[0].place == same.script.start()


def test_of_a_copied_response_that_is_not_on_offer_today_nothing_else_is_claimed() -> None:
    session = Session(made := free_scenario(), started(made))
    session.act(Choose("press_on"))
    moments = {"begins": replace(made.moments["begins"], responses=made.moments["begins"].responses[1:])}
    gone = made.moments["begins"].responses[0].id
    said = session.events[1]
    assert isinstance(said, Chose)
    with pytest.raises(ServiceError, match=f"names “{gone}”"):
        Session.replay(replace(made, moments=moments), [forked(session, 2)[0], replace(said, response=gone)])


def test_a_silence_that_was_copied_is_known_again() -> None:
    session = Session(made := free_scenario(), started(made))
    session.act(StaySilent())
    fork = Session.replay(made, forked(session, 2), session.script)
    assert fork.exchanges == session.exchanges
    place = fork.exchanges[0].place
    assert place is not None
    assert session.script.step(place, SILENT).after == Standing(fork.standing.place)


def test_a_fork_from_a_turn_that_was_tagged_already_has_the_tag() -> None:
    session = Session(made := free_scenario(), started(made, Mode.PRACTISE))
    session.act(GiveTag(Tag.WITHDRAWAL))
    session.act(Choose("press_on"))
    fork = Session.replay(made, forked(session, 2))
    assert fork.standing.tag is Tag.WITHDRAWAL
    exchange = fork.act(Choose("own_contribution-4"))
    assert exchange is not None
    assert exchange.tag is Tag.WITHDRAWAL
    assert Session.replay(made, forked(session, 1)).standing.tag is None


def test_nobody_goes_on_from_behind_the_end() -> None:
    session = Session(made := free_scenario(), started(made))
    session.act(Stop())
    with pytest.raises(ServiceError, match="has ended"):
        Session.replay(made, forked(session, 2))


def test_a_fork_begins_with_the_first_line_that_was_recorded() -> None:
    made = free_scenario()
    origin = Session(made, started(made))
    assert origin.started.outcome is not None
    opening = state_changed(alliance=replace(origin.started.outcome.state.alliance, bond=3))(origin.started.outcome)
    origin.started = replace(origin.started, outcome=opening)
    fork = Session.replay(made, forked(origin, 1))
    assert fork.place.patient == opening.state
    assert fork.transcript().begin == opening.state


# Interrupted by an update


@settings(max_examples=40, deadline=None)
@given(sessions, st.data())
def test_an_interrupted_session_ends_where_it_stands(session: Session, data: st.DataObject) -> None:
    steps = data.draw(st.integers(1, max(1, steps_before_the_end(session))))
    open_yet = Session.replay(session.script.scenario, session.events[:steps], session.script)
    last = next(outcome for event in reversed(open_yet.events) if (outcome := outcome_of(event)))
    end = interrupted(last)
    assert end == Stopped(By.PROGRAM, Outcome(last.state, Ended(verdict(last.state))))
    told = recorded(session.script.scenario, [*open_yet.events, end])
    assert told.closing is not None
    assert (told.closing.stopped, told.closing.says) == (True, "")
    assert told.closing.state == open_yet.place.patient
    again = Session.replay(session.script.scenario, [*open_yet.events, end], session.script)
    assert again.ended
    assert again.events[-1] == end


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
    assert told.outcome == script.opening()
    assert isinstance(told, Started)
