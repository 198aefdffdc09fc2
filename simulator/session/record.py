"""A session read from its log alone: neither the rules nor the reader's judgement of that day are needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from simulator.messages.sentences.session import NO_START, OUTCOMES_NOT_RECORDED, WORDS_MISSING
from simulator.patient import Change, PatientState
from simulator.scenario.document import Moment, Response, Scenario
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
    Tag,
    Tagged,
    Unfamiliar,
)
from simulator.session.transcript import Closing, Exchange, Transcript, moment_told


def recorded(scenario: Scenario, events: Iterable[SessionEvent]) -> Transcript:
    """The transcript of a session as it was logged, on the texts it was played with.

    Raises ``ServiceError`` where the log does not begin with a start, was stored without outcomes, or names words that are
    not in the texts.
    """
    log = iter(events)
    started = next(log, None)
    if not isinstance(started, Started):
        raise ServiceError(NO_START())
    if started.outcome is None:
        raise ServiceError(OUTCOMES_NOT_RECORDED())
    exchanges: list[Exchange] = []
    closing = None
    last, tag = started.outcome, None
    for event in log:
        match event:
            case Tagged(given):
                tag = given
            case Chose() | StayedSilent():
                exchange = _exchange(scenario, event, last, tag)
                exchanges.append(exchange)
                last, tag = _outcome(event), None
                closing = closed(scenario, last, stopped=False)
            case Stopped():
                last = _outcome(event)
                closing = closed(scenario, last, stopped=True)
            case Unfamiliar() | Started():
                pass
            case _:
                assert_never(event)
    return Transcript(scenario, started, started.outcome.state, tuple(exchanges), closing)


def closed(scenario: Scenario, outcome: Outcome, *, stopped: bool) -> Closing | None:
    """The closing that an outcome led to, if it did."""
    match outcome.then:
        case Ended(verdict, moment, goodbye, wording):
            if goodbye is not None:
                return Closing(verdict, outcome.state, None, scenario.patient.goodbyes[goodbye], "", goodbye)
            if moment is None:
                return Closing(verdict, outcome.state, None, "", "", stopped=stopped)
            last = _moment(scenario, moment, wording or "")
            return Closing(verdict, outcome.state, last, last.patient, last.afterwards)
        case Next():
            return None
        case _:
            assert_never(outcome.then)


def choices_made(events: Iterable[SessionEvent]) -> Iterator[str]:
    """What a trainee chose, by the ids of the responses: all that can be shown where no outcomes were recorded."""
    for event in events:
        match event:
            case Chose(response):
                yield response
            case StayedSilent():
                yield ""
            case Started() | Tagged() | Stopped() | Unfamiliar():
                pass
            case _:
                assert_never(event)


def _exchange(scenario: Scenario, event: Chose | StayedSilent, last: Outcome, tag: Tag | None) -> Exchange:
    """The exchange that an event completed, from what stood on the screen before it."""
    if not isinstance(last.then, Next):
        raise ServiceError(WORDS_MISSING(name=""))
    moment = _moment(scenario, last.then.moment, last.then.wording)
    response = _response(moment, event.response) if isinstance(event, Chose) else None
    outcome = _outcome(event)
    if outcome.appraisal is None:
        raise ServiceError(OUTCOMES_NOT_RECORDED())
    appraisal = replace(outcome.appraisal, change=_change(last.state, outcome.state))
    return Exchange(last.then.turn, moment, last.state, response, appraisal, tag, scripted=outcome.scripted)


def _outcome(event: Chose | StayedSilent | Stopped) -> Outcome:
    if event.outcome is None:
        raise ServiceError(OUTCOMES_NOT_RECORDED())
    return event.outcome


def _moment(scenario: Scenario, moment: str, wording: str) -> Moment:
    found = moment_told(scenario, moment, wording)
    if found is None:
        raise ServiceError(WORDS_MISSING(name=moment))
    return found


def _response(moment: Moment, response: str) -> Response:
    found = next((one for one in moment.responses if one.id == response), None)
    if found is None:
        raise ServiceError(WORDS_MISSING(name=response))
    return found


def _change(before: PatientState, after: PatientState) -> Change:
    old, new = before.alliance, after.alliance
    return Change(new.bond - old.bond, new.task - old.task, new.goal - old.goal)
