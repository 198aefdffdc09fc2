"""A small scenario built by hand, and steps to play in it, for the stores to keep."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from hashlib import sha256

from simulator.alliance import Move
from simulator.scenario.document import Moment, Response, Scenario
from simulator.session import Action, Chose, Mode, Session, Started, StayedSilent, Tag, Tagged
from tests.builders import free_scenario

_PATH = "concert-silence.yaml"
SOURCES = {
    _PATH: "format: scenario/1\ntitle: The concert\n" + "# Ines goes quiet.\n" * 50,
    "patients/ines.yaml": "name: Inês Carvalho\n",
}
DIGEST = sha256("".join(SOURCES.values()).encode()).hexdigest()

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
    lines = {state: tuple(map(_with_responses, moments)) for state, moments in patient.lines.items()}
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


def _with_responses(moment: Moment) -> Moment:
    return moment if moment.end else replace(moment, responses=_RESPONSES)


def started(trainee: str = "Robin", seed: int = 7, at_ms: int = 1_790_000_000_000) -> Started:
    """The start of a session of the concert."""
    return Started(trainee, "concert-silence", DIGEST, Mode.PRACTISE, 1, seed, at_ms)


def an_action(session: Session, rng: random.Random) -> Action:
    """Something a trainee can do now."""
    after_ms = rng.randrange(300, 90_000)
    if session.standing.tag is None:
        return Tagged(rng.choice(list(Tag)), after_ms)
    if rng.random() < 0.1:
        return StayedSilent(after_ms)
    return Chose(rng.choice(session.shown()).id, after_ms)


def some_actions(seed: int = 1) -> tuple[Action, ...]:
    """A whole session of the concert, action by action."""
    rng = random.Random(seed)
    session = Session(concert(), started())
    while not session.ended:
        session.act(an_action(session, rng))
    return tuple(event for event in session.events if not isinstance(event, Started))
