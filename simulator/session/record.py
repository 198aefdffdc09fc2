"""A session read from its log alone: neither the rules nor the reader's judgement of that day are needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from simulator.messages.sentences.session import NO_START, OUTCOMES_NOT_RECORDED, WORDS_MISSING
from simulator.patient.gauges import Change
from simulator.patient.state import PatientState
from simulator.scenario.document import FIRST_WORDING, Goodbye, Moment, Response, Scenario
from simulator.scenario.former_ids import current_response
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
from simulator.session.transcript import (
    Closing,
    Exchange,
    Transcript,
    moment_named,
    told_as_logged,
    words_of_parting,
)
from simulator.session.vocabulary import Tag
from simulator.session.wording_choice import Telling


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
            case Tagged():
                tag = event.counts_after(tag)
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
        case Ended(verdict, moment, goodbye, wording, opens):
            if goodbye is not None:
                telling = _parting(scenario, goodbye, wording or FIRST_WORDING, opens)
                return Closing(verdict, outcome.state, goodbye=goodbye, telling=telling)
            if moment is None:
                return Closing(verdict, outcome.state, stopped=stopped)
            last = _moment(scenario, moment)
            return Closing(verdict, outcome.state, last, telling=_telling(scenario, last, wording or "", opens))
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
    moment = _moment(scenario, last.then.moment)
    telling = _telling(scenario, moment, last.then.wording, last.then.opens)
    response = _response(moment, event.response) if isinstance(event, Chose) else None
    outcome = _outcome(event)
    if outcome.appraisal is None:
        raise ServiceError(OUTCOMES_NOT_RECORDED())
    appraisal = replace(outcome.appraisal, change=_change(last.state, outcome.state))
    said = event.said if isinstance(event, Chose) else ""
    answered = (last.state, response, appraisal, tag, said, event.offered)
    return Exchange(last.then.turn, moment, telling, *answered, scripted=outcome.scripted)


def _outcome(event: Chose | StayedSilent | Stopped) -> Outcome:
    if event.outcome is None:
        raise ServiceError(OUTCOMES_NOT_RECORDED())
    return event.outcome


def _moment(scenario: Scenario, moment: str) -> Moment:
    found = moment_named(scenario, moment)
    if found is None:
        raise ServiceError(WORDS_MISSING(name=moment))
    return found


def _telling(scenario: Scenario, moment: Moment, wording: str, opens: str) -> Telling:
    found = told_as_logged(scenario, moment, wording, opens)
    if found is None:
        raise ServiceError(WORDS_MISSING(name=f"{moment.id}/{wording}"))
    return found


def _parting(scenario: Scenario, goodbye: Goodbye, wording: str, opens: str) -> Telling:
    found = words_of_parting(scenario, goodbye, wording, opens)
    if found is None:
        raise ServiceError(WORDS_MISSING(name=f"{goodbye}/{wording}"))
    return found


def _response(moment: Moment, response: str) -> Response:
    found = current_response(moment, response)
    if found is None:
        raise ServiceError(WORDS_MISSING(name=response))
    return found


def _change(before: PatientState, after: PatientState) -> Change:
    old, new = before.alliance, after.alliance
    return Change(new.bond - old.bond, new.task - old.task, new.goal - old.goal)
