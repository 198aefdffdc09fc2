"""A session is read from its log alone, and is then the same that was played."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.patient.gauges import Alliance
from simulator.patient.verdicts import Verdict
from simulator.session.actions import Choose, GiveTag, StaySilent, Stop
from simulator.session.codec import decode, encode
from simulator.session.engine import Session
from simulator.session.errors import ServiceError
from simulator.session.events import (
    Chose,
    Ended,
    Next,
    Outcome,
    SessionEvent,
    Started,
    StayedSilent,
    Stopped,
    Tagged,
    Unfamiliar,
)
from simulator.session.record import choices_made, recorded
from simulator.session.transcript import Transcript
from simulator.session.vocabulary import By, Mode, Tag
from tests.builders import free_scenario, started
from tests.session.made_events import NAMES, played, script_of, sessions


def as_logged(transcript: Transcript) -> Transcript:
    """A transcript as its log can tell it: without the places, which only the rules of today know."""
    exchanges = tuple(exchange._replace(place=None) for exchange in transcript.exchanges)
    return replace(transcript, exchanges=exchanges)


def stored(events: list[SessionEvent]) -> list[SessionEvent]:
    return [decode(encode(event)) for event in events]


@settings(max_examples=100, deadline=None)
@given(sessions)
def test_what_the_log_tells_is_what_was_played(session: Session) -> None:
    assert recorded(session.script.scenario, stored(session.events)) == as_logged(session.transcript())


@settings(max_examples=30, deadline=None)
@given(sessions, st.data())
def test_a_log_broken_off_anywhere_tells_the_session_as_it_was_then(session: Session, data: st.DataObject) -> None:
    steps = data.draw(st.integers(1, len(session.events)))
    scenario = session.script.scenario
    then = Session.replay(scenario, session.events[:steps], session.script)
    assert recorded(scenario, stored(session.events[:steps])) == as_logged(then.transcript())


def test_sessions_that_are_compared_end_in_every_way_there_is() -> None:
    ways = set()
    for world in (*NAMES, *range(40)):
        for seed in range(12):
            session = played(script_of(world, 2), random.Random(f"{world}/{seed}"), stops=0.05)
            closing = session.transcript().closing
            assert recorded(session.script.scenario, stored(session.events)) == as_logged(session.transcript())
            if closing is None:
                ways.add("open")
            elif closing.stopped:
                ways.add("stopped")
            elif closing.goodbye is not None:
                ways.add("time is up")
            else:
                assert closing.moment is not None
                ways.add("a line of the bank" if closing.moment.from_bank else "an ending")
    assert ways == {"open", "stopped", "time is up", "a line of the bank", "an ending"}


def test_the_change_of_a_turn_is_what_the_gauges_did() -> None:
    session = Session(made := free_scenario(alliance=0), started(made))
    session.act(Choose("defend_justify"))
    (exchange,) = recorded(made, session.events).exchanges
    assert exchange.before.alliance == exchange.appraisal.state.alliance == Alliance(0, 0, 0)
    assert not exchange.appraisal.change, "nothing can fall below nothing"
    assert session.exchanges[0].appraisal.change
    session = Session(made := free_scenario(alliance=50), started(made))
    session.act(Choose("own_contribution-4"))
    assert recorded(made, session.events).exchanges[0].appraisal.change == session.exchanges[0].appraisal.change


def a_log() -> tuple[Session, list[SessionEvent]]:
    """A log with a tag that was thought better of, a silence without one, and an early end."""
    session = Session(made := free_scenario(), started(made))
    for action in (
        GiveTag(Tag.NOTHING),
        GiveTag(Tag.WITHDRAWAL),
        Choose("own_contribution-4"),
        StaySilent(ran_out=True),
        Choose("explore_experience"),
        Stop(),
    ):
        session.act(action)
    return session, session.events


def test_the_last_tag_of_a_turn_that_is_no_afterthought_counts_for_that_turn_alone() -> None:
    session, events = a_log()
    told = recorded(session.script.scenario, events)
    assert [exchange.tag for exchange in told.exchanges] == [Tag.NOTHING, None, None]
    before_there_were_afterthoughts = [*events[:2], Tagged(Tag.WITHDRAWAL), *events[3:]]
    assert [x.tag for x in recorded(session.script.scenario, before_there_were_afterthoughts).exchanges] == [
        Tag.WITHDRAWAL,
        None,
        None,
    ]
    assert [exchange.move for exchange in told.exchanges] == [
        Move.OWN_CONTRIBUTION,
        Move.HOLD_SILENCE,
        Move.EXPLORE_EXPERIENCE,
    ]


def test_what_is_told_is_what_was_recorded_whatever_the_rules_of_today_say() -> None:
    session, events = a_log()
    said = events[3]
    assert isinstance(said, Chose)
    assert said.outcome is not None
    assert said.outcome.appraisal is not None
    state = said.outcome.state._replace(reaction=ReactionState.PRESSURE, alliance=Alliance(1, 2, 3), owned=0)
    appraisal = replace(said.outcome.appraisal, state=state, why=("a-rule-of-another-day",))
    then = Next(f"~{ReactionState.PRESSURE}", "first", 2)
    other = [*events]
    other[3] = replace(said, outcome=Outcome(state, then, appraisal))
    told = recorded(session.script.scenario, other).exchanges
    assert told[0].appraisal == appraisal
    assert (told[1].before, told[1].moment.reaction) == (state, ReactionState.PRESSURE)


def test_an_end_by_the_program_is_told_as_stopped_with_what_it_had_come_to() -> None:
    session, events = a_log()
    last = events[5]
    assert isinstance(last, Chose)
    assert last.outcome is not None
    end = Outcome(last.outcome.state, Ended(Verdict.UNRESOLVED))
    closing = recorded(session.script.scenario, [*events[:6], Stopped(By.PROGRAM, end)]).closing
    assert closing is not None
    assert (closing.stopped, closing.verdict, closing.state) == (True, Verdict.UNRESOLVED, last.outcome.state)
    assert (closing.says, closing.moment, closing.goodbye) == ("", None, None)


def test_what_a_newer_program_logged_is_passed_over() -> None:
    session, events = a_log()
    with_news = [event for one in events for event in (one, Unfamiliar("sang"))]
    assert recorded(session.script.scenario, with_news) == as_logged(session.transcript())


def test_what_was_chosen_can_be_told_without_any_outcome() -> None:
    _, events = a_log()
    assert list(choices_made([*events, Unfamiliar("sang")])) == ["own_contribution-4", "", "explore_experience"]


def without_outcome(event: SessionEvent) -> SessionEvent:
    assert isinstance(event, Started | Chose | StayedSilent | Stopped)
    return replace(event, outcome=None)


def without_reasons(event: SessionEvent) -> SessionEvent:
    assert isinstance(event, Chose)
    assert event.outcome is not None
    return replace(event, outcome=replace(event.outcome, appraisal=None))


def leading_to(moment: str, wording: str) -> Callable[[SessionEvent], SessionEvent]:
    def changed(event: SessionEvent) -> SessionEvent:
        assert isinstance(event, Chose)
        assert event.outcome is not None
        return replace(event, outcome=replace(event.outcome, then=Next(moment, wording, 2)))

    return changed


def over(event: SessionEvent) -> SessionEvent:
    assert isinstance(event, Chose)
    assert event.outcome is not None
    return replace(event, outcome=replace(event.outcome, then=Ended(Verdict.PARTLY)))


@pytest.mark.parametrize(
    ("step", "change", "sentence"),
    [
        (0, without_outcome, "was not recorded"),
        (3, without_outcome, "was not recorded"),
        (4, without_outcome, "was not recorded"),
        (6, without_outcome, "was not recorded"),
        (3, without_reasons, "was not recorded"),
        (3, leading_to("nowhere", "first"), "names “nowhere”, which is not in the texts"),
        (3, leading_to("~exploring", "another"), "names “~exploring/another”, which is not in the texts"),
        (3, leading_to("~nobody", "first"), "names “~nobody”, which is not in the texts"),
        (3, lambda event: replace(event, response="sing"), "names “sing”, which is not in the texts"),
        (3, over, "which is not in the texts"),
    ],
)
def test_a_log_that_does_not_tell_enough_is_refused_in_words(
    step: int, change: Callable[[SessionEvent], SessionEvent], sentence: str
) -> None:
    session, events = a_log()
    events[step] = change(events[step])
    with pytest.raises(ServiceError, match=sentence):
        recorded(session.script.scenario, events)


@pytest.mark.parametrize("events", [[], [Tagged(Tag.NOTHING)], [Unfamiliar("began")]])
def test_a_log_without_its_beginning_is_refused_in_words(events: list[SessionEvent]) -> None:
    with pytest.raises(ServiceError, match="does not begin with its start"):
        recorded(free_scenario(), events)


def test_a_session_that_has_only_begun_has_nothing_to_tell_yet() -> None:
    made = free_scenario()
    told = recorded(made, [started(made, Mode.PRACTISE)])
    assert (told.exchanges, told.closing, told.begin.reaction) == ((), None, ReactionState.MINIMAL)
    assert told.end == told.begin
