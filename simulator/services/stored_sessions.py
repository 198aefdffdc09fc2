"""Stored sessions opened again: verified by playing them anew, or shown as they were recorded under earlier rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.alliance.codes import Code
from simulator.messages.message import Message
from simulator.messages.sentences import practice as say
from simulator.messages.sentences.soundness import ONLY_BEGINNING
from simulator.scenario.document import Scenario
from simulator.services.examine import PinnedScenarios
from simulator.services.play import Play
from simulator.session.actions import Stop
from simulator.session.edition import EDITION, RULES
from simulator.session.engine import Session, interrupted, outcome_of, start
from simulator.session.errors import ServiceError
from simulator.session.events import Origin, Stopped, Timing
from simulator.session.ids import SessionId
from simulator.session.record import choices_made, recorded
from simulator.session.script import Script
from simulator.session.store import INTERRUPTED, OPEN, STOPPED, SessionStore, StoredSession
from simulator.session.transcript import Transcript
from simulator.session.vocabulary import By, Mode


class Trust(Code):
    """How far the program of today can stand behind what it shows of a session."""

    VERIFIED = "verified"
    """Played again by today's rules, every answer was the one that is recorded."""
    RECORDED = "recorded"
    """Played by other rules; shown as recorded, scored by today's rubric, without prices."""
    DIFFERS = "differs"
    """Says it was played by today's rules, but they answer otherwise; shown as recorded."""
    NOT_RECORDED = "not-recorded"
    """Only what was chosen is known."""
    DAMAGED = "damaged"
    """Only its beginning can be read."""


_SENTENCES: Final = {
    Trust.RECORDED: say.PLAYED_BY_EARLIER_RULES,
    Trust.DIFFERS: say.RULES_ANSWER_OTHERWISE,
    Trust.NOT_RECORDED: say.ANSWERS_NOT_RECORDED,
    Trust.DAMAGED: ONLY_BEGINNING,
}


@dataclass(frozen=True, slots=True)
class Reopened:
    """A stored session as it can be shown.

    ``play`` is there where it was verified: then it can be gone on with, unless it has ended. ``transcript`` is ``None``
    only where outcomes were not recorded; ``choices`` are what was said then, in order.
    """

    id: SessionId
    verdict: str
    steps: int
    scenario: Scenario
    trust: Trust
    play: Play | None
    transcript: Transcript | None
    choices: tuple[str, ...] = ()

    @property
    def note(self) -> Message | None:
        """What whoever looks at it has to know about how it is shown."""
        sentence = _SENTENCES.get(self.trust)
        return sentence() if sentence is not None else None

    @property
    def interrupted(self) -> bool:
        """Whether an update has closed this session in the middle: it can be gone on from in a new one."""
        return self.verdict == INTERRUPTED and self.transcript is not None

    @property
    def priced(self) -> Play | None:
        """The play whose sentences can be priced: all of it was answered by the rules of today."""
        if self.play is None or any(exchange.place is None for exchange in self.play.session.exchanges):
            return None
        return self.play

    @property
    def going_on(self) -> Play | None:
        """The play to go on with, if it can be gone on with as it is."""
        return self.play if self.play is not None and not self.play.session.ended else None


def reopen(store: SessionStore, id_: SessionId, timing: Timing, pinned: PinnedScenarios | None = None) -> Reopened:
    """A stored session. One that an update has interrupted is closed as that, and can be gone on from in a fork.

    One sitting that was left is ended: it cannot be gone on with.

    Raises ``ServiceError`` where it is unknown, damaged, or its texts cannot be read.
    """
    stored = store.load(id_)
    scenario = scenario_of(stored, pinned)
    found = as_shown(stored, scenario)
    if found.play is None and found.verdict == OPEN:
        last = next((outcome for event in reversed(stored.events) if (outcome := outcome_of(event)) is not None), None)
        closing = interrupted(last) if last is not None else Stopped(By.PROGRAM, None)
        store.append(id_, closing, timing)
        stored = store.load(id_)
        found = as_shown(stored, scenario)
    if found.going_on is not None and stored.started.mode is Mode.ASSESS:
        store.append(id_, found.going_on.session.consider(Stop()).event, timing)
        found = as_shown(store.load(id_), scenario)
    return found


def salvage(store: SessionStore, id_: SessionId, pinned: PinnedScenarios | None = None) -> Reopened:
    """What can still be read of a damaged session; raises ``ServiceError`` where that is nothing."""
    stored = store.salvage(id_)
    scenario = scenario_of(stored, pinned)
    if stored.started.outcome is None:
        return as_shown(stored, scenario)
    return Reopened(*_at(stored), scenario, Trust.DAMAGED, None, recorded(scenario, stored.events))


def just_played(play: Play) -> Reopened:
    """A session that has just come to its end, or was left, at the screen."""
    closing = play.session.standing.closing
    came_to = OPEN if closing is None else STOPPED if closing.stopped else str(closing.verdict)
    steps = len(play.session.events) - 1
    return Reopened(play.id, came_to, steps, play.scenario, Trust.VERIFIED, play, play.transcript())


def _at(stored: StoredSession) -> tuple[SessionId, str, int]:
    return stored.header.id, stored.header.verdict, stored.header.steps


def scenario_of(stored: StoredSession, pinned: PinnedScenarios | None = None) -> Scenario:
    """The scenario that a session was played with, from the texts kept with it; ``pinned`` remembers what was read."""
    return (pinned or PinnedScenarios()).scenario(stored.header.path, stored.sources, stored.header.texts)


def as_shown(stored: StoredSession, scenario: Scenario) -> Reopened:
    """How a session is shown: verified where that is possible, else as it was recorded."""
    started = stored.started
    if started.outcome is None:
        said = tuple(choices_made(stored.events))
        return Reopened(*_at(stored), scenario, Trust.NOT_RECORDED, None, None, said)
    if (started.edition, started.rules) != (EDITION, RULES):
        return Reopened(*_at(stored), scenario, Trust.RECORDED, None, recorded(scenario, stored.events))
    try:
        session = Session.replay(scenario, stored.events)
    except ServiceError:
        return Reopened(*_at(stored), scenario, Trust.DIFFERS, None, recorded(scenario, stored.events))
    play = Play(session)
    return Reopened(*_at(stored), scenario, Trust.VERIFIED, play, play.transcript())


def fork(
    store: SessionStore,
    id_: SessionId,
    step: int,
    new: SessionId,
    attune: str,
    day: str,
    timing: Timing,
    pinned: PinnedScenarios | None = None,
) -> Play:
    """A new session that goes on from a step of another, by the rules of today; what came before stands as recorded."""
    stored = store.load(id_)
    scenario, origin = scenario_of(stored, pinned), stored.started
    script = Script(scenario, origin.difficulty)
    started = start(
        script,
        Mode(origin.mode),
        origin.seed,
        session=new,
        trainee=origin.trainee,
        attune=attune,
        day=day,
        met=store.met(origin.trainee, origin.scenario),
        origin=Origin(id_, step, store.link_before(id_, step)),
        outcome=origin.outcome,
    )
    # Worked out first: from where nobody can go on, no fork is kept.
    session = Session.replay(scenario, [started, *stored.events[1:step]], script)
    store.fork(started, timing)
    return Play(session)
