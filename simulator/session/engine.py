"""A session being played or replayed: start, act, finish. It folds events; it has no clock, no chance, no files."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Final

from simulator.patient import verdict
from simulator.scenario.document import Response, Scenario
from simulator.session.errors import ServiceError
from simulator.session.events import Action, Chose, Mode, SessionEvent, Started, StayedSilent, Stopped, Tagged
from simulator.session.script import SILENT, Place, Script, Standing
from simulator.session.transcript import Closing, Exchange, Transcript

_ENDED: Final = "This session has ended."
_TAG_FIRST: Final = Mode.PRACTISE
"""A name of its own, because looking a member up in its enumeration is slow before Python 3.12."""


def apply(script: Script, standing: Standing, action: Action, mode: Mode) -> tuple[Standing, Exchange | None]:
    """The standing after an action, and the exchange it completed. Raises ``ServiceError`` if it is not possible now."""
    place = standing.place
    if place is None:
        raise ServiceError(_ENDED)
    # Patterns that name no fields: taking fields out costs as much as all the rest of a step.
    match action:
        case Chose():
            if standing.tag is None and mode is _TAG_FIRST:
                raise ServiceError("First say what you just saw; nothing is an answer too.")
            step = script.step_of(place, action.response)
        case StayedSilent():
            step = script.step(place, SILENT)
        case Tagged():
            if standing.tag is not None:
                raise ServiceError("You have already said what you saw in this moment.")
            return Standing(place, None, action.tag, action.after_ms), None
        case Stopped():
            return Standing(None, Closing(verdict(place.patient), place.patient, None, "", "", stopped=True)), None
    exchange = Exchange(
        place.turn,
        place.moment,
        place.patient,
        step.response,
        step.appraisal,
        standing.tag,
        standing.tag_ms,
        action.after_ms,
    )
    return step.after, exchange


class Session:
    """One session with its full log; what it shows is always the fold of its events."""

    def __init__(self, scenario: Scenario, started: Started, script: Script | None = None) -> None:
        self.script = script or Script(scenario, started.difficulty)
        self.started = started
        self.events: list[SessionEvent] = [started]
        self.exchanges: list[Exchange] = []
        self._first = self.script.start()
        self.standing = Standing(self._first)

    @classmethod
    def replay(cls, scenario: Scenario, events: Iterable[SessionEvent]) -> Session:
        """A session rebuilt from its log; raises ``ServiceError`` where the log does not fit the scenario."""
        log = iter(events)
        started = next(log, None)
        if not isinstance(started, Started):
            raise ServiceError("The log of this session does not begin with its start.")
        session = cls(scenario, started)
        for event in log:
            if isinstance(event, Started):
                raise ServiceError("The log of this session holds a second start.")
            session.act(event)
        return session

    def act(self, action: Action) -> Exchange | None:
        """Do one thing; gives the exchange it completed, if any. Raises ``ServiceError`` if it is not possible now."""
        standing, exchange = apply(self.script, self.standing, action, self.started.mode)
        self.settle(action, standing, exchange)
        return exchange

    def consider(self, action: Action) -> tuple[Standing, Exchange | None]:
        """What an action would lead to; changes nothing. Raises ``ServiceError`` if it is not possible now."""
        return apply(self.script, self.standing, action, self.started.mode)

    def settle(self, action: Action, standing: Standing, exchange: Exchange | None) -> None:
        """Make what was considered (and stored, where there is a store) what has happened."""
        self.standing = standing
        self.events.append(action)
        if exchange is not None:
            self.exchanges.append(exchange)

    @property
    def ended(self) -> bool:
        """Whether the session has come to its end."""
        return self.standing.place is None

    @property
    def place(self) -> Place:
        """The moment on the screen and the patient behind it; raises ``ServiceError`` once the session has ended."""
        if self.standing.place is None:
            raise ServiceError(_ENDED)
        return self.standing.place

    def shown(self) -> tuple[Response, ...]:
        """The responses on offer, in the order in which this session shows them: shuffled, the same at every replay."""
        place = self.place
        positions = list(self.script.offered(place))
        random.Random(f"{self.started.seed}/{place.turn}/{place.moment.id}").shuffle(positions)
        return tuple(place.moment.responses[p] for p in positions)

    def transcript(self) -> Transcript:
        """The session so far, or the whole of it, to be read and scored."""
        return Transcript(
            self.script.scenario,
            self.started,
            self._first.patient,
            tuple(self.exchanges),
            self.standing.closing,
        )
