"""Conversations put straight into a store, as earlier plays, or programs of other editions, have left them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import count
from typing import Final

from simulator.patient.verdicts import Verdict
from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles, PinnedFiles
from simulator.scenario.read import read_scenario
from simulator.session.actions import Stop
from simulator.session.edition import EDITION
from simulator.session.engine import Session
from simulator.session.events import (
    NOT_RECORDED,
    Chose,
    Ended,
    Outcome,
    SessionEvent,
    Started,
    StayedSilent,
    Stopped,
    Timing,
)
from simulator.session.ids import PersonId, SessionId
from simulator.session.store import SessionStore
from simulator.session.vocabulary import Mode
from simulator.shipped_files import SCENARIOS
from tests.builders import KIM, actions, started
from tests.ui.small_scenarios import WAIT

FIRST_MS: Final = 1_780_000_000_000
AN_HOUR: Final = 3_600_000
STOP: Final = "stop"
_OF_INES: Final = ("patients/ines-carvalho.yaml", "reactions/alliance_base.yaml")

_numbers = count(1)


@cache
def small(text: str = WAIT, path: str = "the-wait.yaml") -> Scenario:
    """A small scenario with Ines."""
    texts = {name: (SCENARIOS / name).read_text("utf-8") for name in _OF_INES}
    found = read_scenario(PinnedFiles({path: text, **texts}), path).scenario
    assert found is not None
    return found


@cache
def concert() -> Scenario:
    """The first shipped scenario."""
    found = read_scenario(FolderFiles(SCENARIOS), "concert-silence.yaml").scenario
    assert found is not None
    return found


def session_of(scenario: Scenario, *steps: str, mode: Mode = Mode.LEARN, trainee: PersonId = KIM) -> Session:
    """A session of these steps, which are written as in ``tests.builders``, or ``STOP``."""
    number = next(_numbers)
    begun = started(scenario, mode, session=f"5e551011-0000-4000-8000-{number:012}", trainee=trainee)
    session = Session(scenario, begun)
    for step in steps:
        for action in (Stop(),) if step == STOP else actions(step):
            session.act(action)
    return session


def keep(store: SessionStore, session: Session, *events: SessionEvent, at_ms: int = 0) -> SessionId:
    """Put a session into a store with these events instead of its own, an hour after the last one; gives its id."""
    start, *steps = events or session.events
    assert isinstance(start, Started)
    begun = at_ms or FIRST_MS + AN_HOUR * next(_numbers)
    scenario = session.script.scenario
    store.create(start, Timing(begun), scenario.path, scenario.sources)
    for number, step in enumerate(steps, 1):
        store.append(start.session, step, Timing(begun + 20_000 * number, 15_000))
    return start.session


def ended_as(verdict: Verdict, session: Session) -> tuple[SessionEvent, ...]:
    """The events of a session whose last answer is recorded as its end."""
    *before, last = session.events
    assert isinstance(last, Chose | StayedSilent)
    assert last.outcome is not None
    closing: Outcome = replace(last.outcome, then=Ended(verdict))
    return (*before, replace(last, outcome=closing))


def of_other_rules(session: Session, edition: int = EDITION + 1) -> tuple[SessionEvent, ...]:
    """The events of a session as a program of another edition would have recorded them."""
    start, *steps = session.events
    assert isinstance(start, Started)
    return (replace(start, edition=edition, rules="f" * 64), *steps)


def without_answers(session: Session) -> tuple[SessionEvent, ...]:
    """The events of a session of which only the choices were recorded."""
    start, *steps = session.events
    assert isinstance(start, Started)
    silent = [
        replace(step, outcome=None) if isinstance(step, Chose | StayedSilent | Stopped) else step for step in steps
    ]
    return (replace(start, edition=NOT_RECORDED, rules="", outcome=None), *silent)
