"""A fork goes on from what was recorded of its origin; what an update interrupts ends where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.alliance.reactions import ReactionState
from simulator.patient.start import verdict
from simulator.scenario.document import Scenario
from simulator.session.actions import Choose, GiveTag, StaySilent, Stop
from simulator.session.engine import Session, interrupted, outcome_of, start
from simulator.session.errors import ServiceError
from simulator.session.events import Chose, Ended, Origin, Outcome, SessionEvent, Stopped
from simulator.session.ids import SessionId
from simulator.session.record import recorded
from simulator.session.script import SILENT, Standing
from simulator.session.vocabulary import By, Mode, Tag
from tests.builders import free_scenario, started
from tests.session.made_events import sessions
from tests.session.other_rules import led, state_changed

ORIGIN = SessionId("5e551011-0000-4000-8000-00000000f02c")


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
