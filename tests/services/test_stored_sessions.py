"""A stored conversation is opened again: verified and gone on with, or shown as it was recorded, with a sentence that says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from simulator.alliance.reactions import ReactionState
from simulator.messages.sentences.practice import (
    ANSWERS_NOT_RECORDED,
    PLAYED_BY_EARLIER_RULES,
    RULES_ANSWER_OTHERWISE,
)
from simulator.messages.sentences.soundness import ONLY_BEGINNING
from simulator.patient.gauges import Alliance
from simulator.services.play import Play
from simulator.services.stored_sessions import Trust, just_played
from simulator.session.actions import Choose, GiveTag, StaySilent, Stop
from simulator.session.edition import EDITION
from simulator.session.engine import outcome_of
from simulator.session.errors import ServiceError, StoreDamaged, StoreError
from simulator.session.events import (
    NOT_RECORDED,
    Chose,
    Ended,
    Origin,
    SessionEvent,
    Started,
    StayedSilent,
    Stopped,
    Tagged,
    Timing,
)
from simulator.session.ids import SessionId
from simulator.session.record import recorded
from simulator.session.store import INTERRUPTED, OPEN, STOPPED
from simulator.session.vocabulary import By, Met, Mode, Tag
from tests.services.desks import NOON_MS, Desk

Change = Callable[[SessionEvent], SessionEvent]
ELSEWHERE = SessionId("5e551010-0000-4000-8000-00000000e15e")


def some_turns(desk: Desk, mode: Mode = Mode.PRACTISE) -> Play:
    """Three turns of a conversation, and a tag in the fourth."""
    return desk.act(desk.talk(desk.begin("concert-silence", mode), 3), GiveTag(Tag.WITHDRAWAL))


def kept_as(desk: Desk, play: Play, change: Change) -> SessionId:
    """The same conversation as another program might have kept it."""
    scenario = play.scenario
    events = [change(event) for event in play.session.events]
    started = events[0]
    assert isinstance(started, Started)
    started = replace(started, session=ELSEWHERE)
    desk.store.create(started, Timing(NOON_MS), scenario.path, scenario.sources)
    for event in events[1:]:
        desk.store.append(ELSEWHERE, event, Timing(NOON_MS))
    return ELSEWHERE


def of_another_edition(event: SessionEvent) -> SessionEvent:
    return replace(event, edition=EDITION + 1, rules="e15e" * 8) if isinstance(event, Started) else event


def of_other_rules_alone(event: SessionEvent) -> SessionEvent:
    return replace(event, rules="e15e" * 8) if isinstance(event, Started) else event


def taken_otherwise(event: SessionEvent) -> SessionEvent:
    """What was said is taken by the patient as it would not be today."""
    if not isinstance(event, Chose) or event.outcome is None or event.outcome.appraisal is None:
        return event
    state = event.outcome.state._replace(alliance=Alliance(20, 20, 20))
    appraisal = replace(event.outcome.appraisal, state=state)
    return replace(event, outcome=replace(event.outcome, state=state, appraisal=appraisal))


def without_answers(event: SessionEvent) -> SessionEvent:
    match event:
        case Started():
            return replace(event, edition=NOT_RECORDED, outcome=None)
        case Chose() | StayedSilent() | Stopped():
            return replace(event, outcome=None)
        case _:
            return event


# Verified


def test_a_conversation_left_in_the_middle_is_gone_on_with_at_the_exact_point(desk: Desk) -> None:
    play = some_turns(desk)
    again = desk.practice.reopen(desk.store, play.id)
    assert (again.id, again.verdict, again.steps) == (play.id, OPEN, 7)
    assert (again.trust, again.note, again.interrupted) == (Trust.VERIFIED, None, False)
    there = again.going_on
    assert there is not None
    assert there.session.events == play.session.events
    assert there.session.standing.tag is play.session.standing.tag is Tag.WITHDRAWAL
    place, left = there.session.place, play.session.place
    assert (place.moment, place.patient, place.turn) == (left.moment, left.patient, left.turn)
    assert there.session.shown() == play.session.shown()
    desk.act(there, Choose(there.session.shown()[0].id))
    assert len(desk.store.load(play.id).events) == 9


def test_a_conversation_keeps_the_texts_it_was_begun_with(desk: Desk) -> None:
    play = some_turns(desk)
    own = desk.folder / "scenarios"
    own.mkdir()
    (own / "concert-silence.yaml").write_text("title: something else entirely\n", "utf-8")
    again = desk.practice.reopen(desk.store, play.id)
    assert again.scenario == play.scenario
    assert again.going_on is not None


def test_an_ended_conversation_can_be_looked_back_at_and_not_gone_on_with(desk: Desk) -> None:
    play = desk.talk(desk.begin("homework-load"))
    again = desk.practice.reopen(desk.store, play.id)
    assert (again.trust, again.going_on) == (Trust.VERIFIED, None)
    assert again.play is not None
    assert again.transcript is not None
    closing = play.transcript().closing
    assert closing is not None
    assert again.transcript.closing == closing
    assert again.verdict == closing.verdict
    assert [x.appraisal for x in again.transcript.exchanges] == [x.appraisal for x in play.transcript().exchanges]


def test_what_was_just_played_needs_no_store_to_be_looked_back_at(desk: Desk) -> None:
    play = some_turns(desk)
    found = just_played(play)
    assert (found.id, found.verdict, found.steps, found.trust) == (play.id, OPEN, 7, Trust.VERIFIED)
    assert found.transcript == play.transcript()
    desk.act(play, Stop())
    assert just_played(play).verdict == desk.practice.reopen(desk.store, play.id).verdict == STOPPED
    whole = desk.talk(desk.begin("homework-load"))
    assert just_played(whole).verdict == desk.practice.reopen(desk.store, whole.id).verdict


# Of other rules


@pytest.mark.parametrize(
    ("change", "trust", "sentence"),
    [
        (of_another_edition, Trust.RECORDED, PLAYED_BY_EARLIER_RULES),
        (of_other_rules_alone, Trust.RECORDED, PLAYED_BY_EARLIER_RULES),
        (taken_otherwise, Trust.DIFFERS, RULES_ANSWER_OTHERWISE),
    ],
)
def test_what_today_cannot_stand_behind_is_shown_as_it_was_recorded(
    desk: Desk, change: Change, trust: Trust, sentence: Callable[[], object]
) -> None:
    play = desk.act(some_turns(desk), Stop())
    kept = kept_as(desk, play, change)
    found = desk.practice.reopen(desk.store, kept)
    assert (found.trust, found.play, found.going_on) == (trust, None, None)
    assert found.note == sentence()
    assert found.verdict == STOPPED
    assert found.transcript == recorded(play.scenario, desk.store.load(kept).events)
    assert found.transcript is not None
    assert all(exchange.place is None for exchange in found.transcript.exchanges)
    assert not found.interrupted


@pytest.mark.parametrize("change", [of_another_edition, of_other_rules_alone, taken_otherwise])
def test_an_unfinished_one_is_closed_as_interrupted_once_and_can_be_gone_on_from(desk: Desk, change: Change) -> None:
    play = some_turns(desk)
    kept = kept_as(desk, play, change)
    found = desk.practice.reopen(desk.store, kept)
    assert (found.verdict, found.steps, found.interrupted) == (INTERRUPTED, 8, True)
    last = desk.store.load(kept)
    state = outcome_of(last.events[-3])
    assert isinstance(last.events[-1], Stopped)
    assert last.events[-1].by is By.PROGRAM
    assert state is not None
    assert last.events[-1].outcome is not None
    assert last.events[-1].outcome.state == state.state
    assert last.timings[-1] == desk.practice.timing()
    assert desk.practice.reopen(desk.store, kept) == found
    assert desk.store.load(kept) == last
    fork = desk.practice.go_on_from(desk.store, kept, found.steps)
    assert fork.session.place.patient == state.state
    assert fork.session.standing.tag is Tag.WITHDRAWAL
    desk.act(fork, Choose(fork.session.shown()[0].id))
    again = desk.practice.reopen(desk.store, fork.id)
    assert again.trust is Trust.VERIFIED
    assert again.play is not None
    assert again.play.session.started.edition == EDITION
    answered_by_today = all(exchange.place for exchange in again.play.session.exchanges)
    assert again.priced is (again.play if answered_by_today else None)
    assert answered_by_today is (change is not taken_otherwise)


def test_where_no_answers_were_recorded_only_what_was_chosen_is_shown(desk: Desk) -> None:
    play = desk.act(some_turns(desk), StaySilent())
    said = [event.response for event in play.session.events if isinstance(event, Chose)]
    kept = kept_as(desk, play, without_answers)
    found = desk.practice.reopen(desk.store, kept)
    assert (found.trust, found.play, found.transcript) == (Trust.NOT_RECORDED, None, None)
    assert found.choices == (*said, "")
    assert found.note == ANSWERS_NOT_RECORDED()
    assert (found.verdict, found.interrupted) == (INTERRUPTED, False)
    assert desk.store.load(kept).events[-1] == Stopped(By.PROGRAM, None)
    assert desk.practice.reopen(desk.store, kept) == found
    with pytest.raises(ServiceError, match="was not recorded"):
        desk.practice.go_on_from(desk.store, kept, 4)


# What is damaged


def test_of_a_damaged_conversation_the_beginning_is_shown(desk: Desk) -> None:
    play = some_turns(desk)
    connection = desk.store._connection
    connection.execute("UPDATE events SET body = CAST('{}' AS BLOB) WHERE step % 4096 = 4")
    with pytest.raises(StoreDamaged, match="Step 4 of this conversation is not as it was stored"):
        desk.practice.reopen(desk.store, play.id)
    found = desk.practice.salvage(desk.store, play.id)
    assert (found.trust, found.play, found.note) == (Trust.DAMAGED, None, ONLY_BEGINNING())
    assert found.transcript is not None
    assert [x.response for x in found.transcript.exchanges] == [play.session.exchanges[0].response]


def test_texts_that_are_not_those_it_was_played_with_are_refused_in_words(desk: Desk) -> None:
    play = some_turns(desk)
    scenario = play.scenario
    other = replace(play.session.started, session=ELSEWHERE, texts="0" * 64)
    desk.store.create(other, Timing(NOON_MS), scenario.path, scenario.sources)
    with pytest.raises(ServiceError, match="are not the ones it was played with"):
        desk.practice.reopen(desk.store, ELSEWHERE)


def test_texts_that_cannot_be_read_any_more_are_refused_in_words(desk: Desk) -> None:
    play = some_turns(desk)
    other = replace(play.session.started, session=ELSEWHERE)
    desk.store.create(other, Timing(NOON_MS), "mine.yaml", {"mine.yaml": "format: scenario/1\nmoments: ["})
    with pytest.raises(ServiceError, match=r"“mine\.yaml” cannot be played"):
        desk.practice.reopen(desk.store, ELSEWHERE)


# Going on from a step


def test_going_on_from_a_step_begins_a_conversation_of_its_own_with_copies_of_the_steps_before(desk: Desk) -> None:
    play = desk.act(some_turns(desk), Stop())
    before = desk.store.load(play.id)
    fork = desk.practice.go_on_from(desk.store, play.id, 4)
    started = fork.session.started
    assert started.session not in (play.id, "")
    assert started.origin == Origin(play.id, 4, desk.store.link_before(play.id, 4))
    assert (started.met, started.trainee, started.attune) == ((Met.SESSION,), desk.practice.trainee, "0.2.0")
    origin = play.session.started
    assert (started.mode, started.difficulty, started.seed) == (origin.mode, origin.difficulty, origin.seed)
    assert fork.session.events[1:] == play.session.events[1:4]
    assert list(desk.store.load(fork.id).events) == fork.session.events
    assert isinstance(fork.session.events[-1], Tagged)
    shown, said = [response.id for response in fork.session.shown()], play.session.events[4]
    assert isinstance(said, Chose)
    assert shown == [id_ for id_, _ in said.offered]
    other = next(id_ for id_ in shown if id_ != said.response)
    desk.act(fork, Choose(other))
    assert desk.store.load(play.id) == before, "the first conversation is as it was"
    again = desk.practice.reopen(desk.store, fork.id)
    assert again.trust is Trust.VERIFIED
    assert again.going_on is not None
    assert len(again.going_on.session.exchanges) == 2
    assert set(desk.progress("concert-silence").unfinished) == {fork.id}


def test_a_fork_of_a_fork_goes_on_from_there(desk: Desk) -> None:
    first = some_turns(desk)
    second = desk.talk(desk.practice.go_on_from(desk.store, first.id, 3), 2)
    third = desk.practice.go_on_from(desk.store, second.id, 5)
    assert third.session.events[1:] == second.session.events[1:5]
    assert third.session.started.origin == Origin(second.id, 5, desk.store.link_before(second.id, 5))
    assert desk.practice.reopen(desk.store, third.id).going_on is not None


def test_a_fork_needs_no_parent(desk: Desk) -> None:
    first = some_turns(desk)
    fork = desk.practice.go_on_from(desk.store, first.id, 5)
    desk.practice.erase(desk.store, first.id)
    again = desk.practice.reopen(desk.store, fork.id)
    assert again.trust is Trust.VERIFIED
    assert again.going_on is not None


@pytest.mark.parametrize("step", [0, -1, 9, 4_000])
def test_nobody_goes_on_from_a_step_that_is_none(desk: Desk, step: int) -> None:
    play = some_turns(desk)
    with pytest.raises(StoreError, match="of that conversation cannot be gone on from"):
        desk.practice.go_on_from(desk.store, play.id, step)


def test_nobody_goes_on_from_behind_the_end_and_nothing_is_kept_of_the_attempt(desk: Desk) -> None:
    play = desk.act(some_turns(desk), Stop())
    with pytest.raises(ServiceError, match="has ended"):
        desk.practice.go_on_from(desk.store, play.id, 9)
    assert desk.progress("concert-silence").unfinished == ()
    assert desk.store.faults() == ()
    assert desk.practice.go_on_from(desk.store, play.id, 8).session.standing.tag is Tag.WITHDRAWAL


def test_a_session_of_this_program_that_came_to_an_end_says_what_it_came_to(desk: Desk) -> None:
    play = desk.talk(desk.begin("push-me"))
    last = outcome_of(play.session.events[-1])
    assert last is not None
    assert isinstance(last.then, Ended)
    assert desk.practice.reopen(desk.store, play.id).verdict == last.then.verdict
    assert last.state.reaction in ReactionState
