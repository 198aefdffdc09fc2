"""Reads logs of the first edition: short lists that hold what the trainee did, and nothing of what the patient answered.

Their bytes stay as they are. What they say in today's events stands beside them, without outcomes: the rules that gave them
are gone, and what the patient answered is marked as not recorded, and never invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, assert_never
from uuid import UUID, uuid5

from simulator.scenario.document import FIRST_WORDING
from simulator.session.actions import Action, Choose, GiveTag, StaySilent, Stop
from simulator.session.codec import DamagedLog
from simulator.session.engine import action_of
from simulator.session.events import (
    NOT_RECORDED,
    Chose,
    SessionEvent,
    Started,
    StayedSilent,
    Stopped,
    Tagged,
    Timing,
    Unfamiliar,
)
from simulator.session.ids import PersonId, SessionId
from simulator.session.json_values import number, read_json, text
from simulator.session.vocabulary import By, Met, Mode, Tag

_NAMES: Final = UUID("5b0f9d9e-0d6c-5c9e-9b36-8f0f7b6a4a11")
"""The namespace of the ids that are derived for sessions and people of the first edition."""

_ATTUNE: Final = "0.1.0"


@dataclass(frozen=True, slots=True)
class FirstStart:
    """How a session of the first edition began."""

    trainee: str
    scenario: str
    texts: str
    mode: Mode
    difficulty: int
    seed: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class FirstLog:
    """A log of the first edition as it was stored: its start, and what was done with the active time of each step."""

    start: FirstStart
    actions: tuple[tuple[Action, int], ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What the store of the first edition held beside a log: the title, the date, what came before."""

    session: SessionId
    title: str
    day: str
    met: tuple[Met, ...]


def session_id(first_link: bytes) -> SessionId:
    """The universal id of a session of the first edition, derived from its first link."""
    return SessionId(str(uuid5(_NAMES, f"session/{first_link.hex()}")))


def person_id(name: str) -> PersonId:
    """The universal id of a person who was known by name only."""
    return PersonId(str(uuid5(_NAMES, f"person/{name}")))


def read_first_log(bodies: Sequence[bytes]) -> FirstLog:
    """What the bodies of a log say; raises ``DamagedLog`` where one is no event of the first edition."""
    try:
        start_values, *rest = (read_json(body) for body in bodies)
        return FirstLog(_start(start_values), tuple(_action(values) for values in rest))
    except (ValueError, TypeError, RecursionError) as fault:
        raise DamagedLog(f"A step of the first edition cannot be read: {fault!r}") from fault


def upcast(log: FirstLog, beside: Beside) -> tuple[tuple[SessionEvent, Timing], ...]:
    """The log in today's events: what was done. What the patient answered was never stored, and is not invented."""
    timings = [Timing(log.start.at_ms), *(Timing(None, after_ms) for _, after_ms in log.actions)]
    events = [_started(log, beside), *(_without_outcome(action) for action, _ in log.actions)]
    return tuple(zip(events, timings, strict=True))


def _without_outcome(action: Action) -> SessionEvent:
    match action:
        case GiveTag(tag):
            return Tagged(tag)
        case Choose(response):
            return Chose(response, FIRST_WORDING, (), None)
        case StaySilent(ran_out):
            return StayedSilent(ran_out, (), None)
        case Stop():
            return Stopped(By.TRAINEE, None)
        case _:
            assert_never(action)


def _started(log: FirstLog, beside: Beside) -> Started:
    first = log.start
    return Started(
        beside.session,
        person_id(first.trainee),
        first.scenario,
        beside.title,
        "en",
        first.texts,
        _ATTUNE,
        NOT_RECORDED,
        "",
        first.mode,
        first.difficulty,
        first.seed,
        beside.day,
        beside.met,
        None,
        None,
    )


def _start(values: Any) -> FirstStart:
    match values:
        case ["s", str(trainee), str(scenario), str(texts), str(mode), difficulty, seed, at_ms]:
            return FirstStart(trainee, scenario, texts, Mode(mode), number(difficulty), number(seed), number(at_ms))
        case _:
            raise ValueError(f"not a start: {str(values)[:80]}")


def _action(values: Any) -> tuple[Action, int]:
    match values:
        case ["t", str(tag), after_ms]:
            return GiveTag(Tag(tag)), number(after_ms)
        case ["c", response, after_ms]:
            return Choose(text(response)), number(after_ms)
        case ["w", after_ms]:
            return StaySilent(), number(after_ms)
        case ["x", after_ms]:
            return Stop(), number(after_ms)
        case _:
            raise ValueError(f"not a step: {str(values)[:80]}")


def agrees(body: bytes, event: SessionEvent) -> bool:
    """Whether an event that stands beside a body of the first edition says what the body says."""
    try:
        values = read_json(body)
        match event:
            case Started():
                first = _start(values)
                told = (event.trainee, event.scenario, event.texts, event.mode, event.difficulty, event.seed)
                return told == (
                    person_id(first.trainee),
                    first.scenario,
                    first.texts,
                    first.mode,
                    first.difficulty,
                    first.seed,
                )
            case Unfamiliar():
                return False
            case _:
                action, _ = _action(values)
                return action == action_of(event)
    except (ValueError, TypeError, RecursionError):
        return False
