"""A small scenario built by hand, people who practise it, and sessions of it for the stores to keep."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from hashlib import sha256
from typing import Final
from uuid import UUID

from simulator.alliance.moves import Move
from simulator.scenario.document import Moment, Response, Scenario
from simulator.session.actions import Action, Choose, GiveTag, StaySilent
from simulator.session.engine import Session, start
from simulator.session.events import SessionEvent, Timing
from simulator.session.ids import PersonId, SessionId
from simulator.session.script import Script
from simulator.session.store import Person, SessionStore
from simulator.session.vocabulary import Mode, Tag
from tests.builders import free_scenario

_PATH: Final = "concert-silence.yaml"
SOURCES: Final = {
    _PATH: "format: scenario/1\ntitle: The concert\n" + "# Ines goes quiet.\n" * 50,
    "patients/ines.yaml": "name: Inês Carvalho\n",
}
DIGEST: Final = sha256("".join(SOURCES.values()).encode()).hexdigest()
START_MS: Final = 1_790_000_000_000

ROBIN: Final = Person(PersonId("20b10000-0000-4000-8000-000000000001"), "Robin")
KIM: Final = Person(PersonId("21a00000-0000-4000-8000-000000000002"), "Kim Ō’Neil", "K.")

_RESPONSES = (
    Response("own-it", "I sounded annoyed, and that was mine.", Move.OWN_CONTRIBUTION, 4),
    Response("curious", "What was it like to hear that from me?", Move.EXPLORE_EXPERIENCE),
    Response("understand", "Of course that stung.", Move.VALIDATE_FEELING),
    Response("explain", "I didn't mean it that way.", Move.DEFEND_JUSTIFY),
)


@cache
def concert() -> Scenario:
    """The concert in one moment, with four responses wherever the patient's lines lead."""
    free = free_scenario()
    patient = free.patient
    lines = {state: _with_responses(moment) for state, moment in patient.lines.items()}
    return replace(
        free,
        id="concert-silence",
        title="The concert",
        patient=replace(patient, lines=lines),
        moments={name: _with_responses(moment) for name, moment in free.moments.items()},
        path=_PATH,
        sources=SOURCES,
        digest=DIGEST,
    )


@cache
def script() -> Script:
    """The concert, ready to be stepped through."""
    return Script(concert())


def _with_responses(moment: Moment) -> Moment:
    return moment if moment.end else replace(moment, responses=_RESPONSES)


def session_id(number: int) -> SessionId:
    """The universal id of the test's session of this number."""
    return SessionId(str(UUID(int=number, version=4)))


def begun(seed: int = 7, trainee: PersonId = ROBIN.id, number: int | None = None) -> Session:
    """A session of the concert that has just begun; it has the seed's number, if it is given none."""
    id_ = session_id(seed if number is None else number)
    first = start(script(), Mode.PRACTISE, seed, session=id_, trainee=trainee, attune="0.2.0", day="2026-09-21")
    return Session(concert(), first, script())


def an_action(session: Session, rng: random.Random) -> Action:
    """Something a trainee can do now."""
    if session.standing.tag is None:
        return GiveTag(rng.choice(list(Tag)))
    if rng.random() < 0.1:
        return StaySilent()
    return Choose(rng.choice(session.shown()).id)


def played(seed: int = 1, trainee: PersonId = ROBIN.id, steps: int | None = None) -> Session:
    """A session of the concert played to its end, or so many steps of it."""
    rng, session = random.Random(seed), begun(seed, trainee)
    while not session.ended and (steps is None or len(session.events) <= steps):
        session.act(an_action(session, rng))
    return session


def timing(step: int, at_ms: int = START_MS) -> Timing:
    """When a step was made, and how long it took."""
    return Timing(at_ms + 1_000 * step, 250 * step)


def keep(store: SessionStore, session: Session, at_ms: int = START_MS) -> SessionId:
    """Store a session as it was played, step by step."""
    scenario = session.script.scenario
    store.create(session.started, timing(0, at_ms), scenario.path, scenario.sources)
    for step, event in enumerate(session.events[1:], 1):
        store.append(session.started.session, event, timing(step, at_ms))
    return session.started.session


def some_events(seed: int = 1) -> tuple[SessionEvent, ...]:
    """What happens in a session of the concert after its start."""
    return tuple(played(seed).events[1:])
