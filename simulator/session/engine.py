"""A session being played or replayed: start, act, finish. It folds events; it has no clock, no chance, no files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, assert_never

from simulator.messages.message import Message
from simulator.messages.sentences.session import ENDED, NO_START, OTHER_COURSE, SECOND_START, TAG_FIRST
from simulator.patient.shown import shown_by
from simulator.patient.start import verdict
from simulator.scenario.document import Response, ResponseWording, Scenario
from simulator.session.actions import Action, Choose, GiveTag, StaySilent, Stop
from simulator.session.edition import EDITION, RULES
from simulator.session.errors import ServiceError
from simulator.session.events import (
    Chose,
    Ended,
    Next,
    Offer,
    Origin,
    Outcome,
    SessionEvent,
    Started,
    StayedSilent,
    Stopped,
    Tagged,
    Unfamiliar,
)
from simulator.session.ids import PersonId, SessionId
from simulator.session.leaving_sign import pose_beside, sign_beside
from simulator.session.offer_order import offer_order
from simulator.session.place import Place
from simulator.session.record import recorded
from simulator.session.script import SILENT, Script, Standing, Step, ended
from simulator.session.transcript import Closing, Exchange, Transcript, moment_named, told_as_logged
from simulator.session.vocabulary import By, Met, Mode, Tag
from simulator.session.wording_choice import SaidSoFar, Telling, Voice, parting, say, tell

_ANSWERS_UNTAGGED: Final = Mode.LEARN
"""A name of its own, because looking a member up in its enumeration is slow before Python 3.12."""

_NOBODY: Final = PersonId("")
_NO_SESSION: Final = SessionId("")


def start(
    script: Script,
    mode: Mode,
    seed: int,
    *,
    session: SessionId = _NO_SESSION,
    trainee: PersonId = _NOBODY,
    attune: str = "",
    day: str = "",
    met: tuple[Met, ...] = (),
    origin: Origin | None = None,
    outcome: Outcome | None = None,
) -> Started:
    """The start of a session by the rules of today; a fork names its ``origin`` and takes that one's first ``outcome``."""
    scenario = script.scenario
    if outcome is None:
        first = script.start()
        outcome = Outcome(first.patient, script.next(first, _told(script, seed, first, SaidSoFar())))
    return Started(
        session,
        trainee,
        scenario.id,
        scenario.title,
        scenario.language,
        scenario.digest,
        attune,
        EDITION,
        RULES,
        mode,
        script.disposition.difficulty,
        seed,
        day,
        met,
        origin,
        outcome,
    )


@dataclass(frozen=True, slots=True)
class Considered:
    """What an action would come to: the event to be stored, where the session stands then, the exchange it completes."""

    event: SessionEvent
    after: Standing
    exchange: Exchange | None
    telling: Telling | None
    so_far: SaidSoFar


class Session:
    """One session with its full log; what it shows is always the fold of its events."""

    def __init__(self, scenario: Scenario, started: Started, script: Script | None = None) -> None:
        self.script = script or Script(scenario, started.difficulty)
        self.started = started
        self.events: list[SessionEvent] = [started]
        self.exchanges: list[Exchange] = []
        outcome = started.outcome
        first = self.script.place_of(outcome) if outcome is not None else None
        self._first = first or self.script.start()
        self.standing = Standing(self._first)
        self.so_far = SaidSoFar()
        self._telling: Telling | None = None
        self._show(self._logged(outcome) or _told(self.script, started.seed, self._first, self.so_far))

    @classmethod
    def replay(cls, scenario: Scenario, events: Iterable[SessionEvent], script: Script | None = None) -> Session:
        """A session rebuilt from its log, every step held against what is recorded of it.

        The steps that a fork copied from its origin stand as they were recorded. Raises ``ServiceError`` where the log
        does not fit the scenario, or where the patient would answer otherwise than was recorded.
        """
        log = list(events)
        if not log or not isinstance(log[0], Started):
            raise ServiceError(NO_START())
        session = cls(scenario, log[0], script)
        origin = log[0].origin
        if origin is None and log[0].outcome != start(session.script, log[0].mode, log[0].seed).outcome:
            raise ServiceError(OTHER_COURSE(step=0))
        copied = origin.step if origin else 1
        if copied > 1:
            session._take_over(log[1:copied])
        for number, event in enumerate(log[copied:], copied):
            action = action_of(event)
            if action is None:
                session.events.append(event)
                continue
            if isinstance(event, Tagged):
                # A fact of its own, to which nobody answers: sessions of earlier days have no afterthoughts.
                session.settle(session._tagged(event))
                continue
            found = session.consider(action)
            if not _same(found.event, event):
                raise ServiceError(OTHER_COURSE(step=number))
            session.settle(replace(found, event=event))
        return session

    def act(self, action: Action) -> Exchange | None:
        """Do one thing; gives the exchange it completed, if any. Raises ``ServiceError`` if it is not possible now."""
        found = self.consider(action)
        self.settle(found)
        return found.exchange

    def consider(self, action: Action) -> Considered:
        """What an action would lead to; changes nothing. Raises ``ServiceError`` if it is not possible now."""
        standing = self.standing
        place = standing.place
        if place is None:
            raise ServiceError(ENDED())
        match action:
            case Choose(response):
                if standing.tag is None and self.started.mode is not _ANSWERS_UNTAGGED:
                    raise ServiceError(TAG_FIRST())
                return self._answered(place, self.script.step_of(place, response))
            case StaySilent(ran_out):
                return self._answered(place, self.script.step(place, SILENT), ran_out=ran_out)
            case GiveTag(tag):
                afterthought = standing.tag is not None and self.started.mode is _ANSWERS_UNTAGGED
                return self._tagged(Tagged(tag, afterthought))
            case Stop():
                return self._stopped(place)
            case _:
                assert_never(action)

    def _tagged(self, event: Tagged) -> Considered:
        """What a tag leads to: nothing but that it stands; raises ``ServiceError`` once the session has ended."""
        counts = event.counts_after(self.standing.tag)
        return Considered(event, Standing(self.place, None, counts), None, self.telling, self.so_far)

    def _answered(self, place: Place, step: Step, *, ran_out: bool = False) -> Considered:
        """What an answer leads to: how the patient takes it, what follows, and in which words."""
        response, appraisal, after = step.response, step.appraisal, step.after
        offered = self.offer()
        said = "" if response is None else dict(offered)[response.id]
        so_far = self.so_far.answered(place.moment, response, said)
        if after.place is not None:
            telling = _told(self.script, self.started.seed, after.place, so_far)
            then: Next | Ended = self.script.next(after.place, telling)
            so_far = so_far.told(after.place.moment.id, telling)
        else:
            assert after.closing is not None
            closing = self._parted(after.closing, so_far, place.turn + 1)
            after, telling, then = Standing(None, closing), None, ended(closing)
        outcome = Outcome(appraisal.state, then, appraisal, step.scripted)
        if response is None:
            event: SessionEvent = StayedSilent(ran_out, offered, outcome)
        else:
            event = Chose(response.id, said, offered, outcome)
        exchange = Exchange(
            place.turn,
            place.moment,
            self.telling,
            place.patient,
            response,
            appraisal,
            self.standing.tag,
            said,
            offered,
            place,
            step.scripted,
        )
        return Considered(event, after, exchange, telling, so_far)

    def settle(self, found: Considered) -> None:
        """Make what was considered (and stored, where there is a store) what has happened."""
        self.standing = found.after
        self._telling = found.telling
        self.so_far = found.so_far
        self.events.append(found.event)
        if found.exchange is not None:
            self.exchanges.append(found.exchange)

    @property
    def ended(self) -> bool:
        """Whether the session has come to its end."""
        return self.standing.place is None

    @property
    def place(self) -> Place:
        """The moment on the screen and the patient behind it; raises ``ServiceError`` once the session has ended."""
        if self.standing.place is None:
            raise ServiceError(ENDED())
        return self.standing.place

    @property
    def telling(self) -> Telling:
        """The words in which the moment on the screen is told; raises ``ServiceError`` once the session has ended."""
        if self._telling is None:
            raise ServiceError(ENDED())
        return self._telling

    @property
    def sign(self) -> Message | None:
        """The stage direction of who is about to leave and has no words for it; raises ``ServiceError`` as ``telling``."""
        return sign_beside(self.telling, self.place.patient)

    @property
    def pose(self) -> tuple[tuple[str, str], ...]:
        """How the portrait shows what the directions say; raises ``ServiceError`` as ``telling``."""
        return pose_beside(self.telling, self.place.patient)

    def shown(self) -> tuple[Response, ...]:
        """The responses on offer, in the order in which this session shows them: the same at every replay."""
        place = self.place
        responses = [place.moment.responses[position] for position in self.script.offered(place)]
        order = offer_order(self.started.seed, place.turn, [response.id for response in responses])
        return tuple(responses[position] for position in order)

    def offer(self) -> Offer:
        """The responses on offer as they are logged, in the order shown, each with its wording."""
        return tuple((response.id, self.wording_of(response).id) for response in self.shown())

    def sentences(self) -> tuple[tuple[str, str], ...]:
        """The responses on offer in the order shown: the id of each, and its words."""
        return tuple((response.id, self.wording_of(response).say) for response in self.shown())

    def wording_of(self, response: Response) -> ResponseWording:
        """The words in which a response is on offer now."""
        place = self.place
        return say(place.moment, response, self.so_far, _voice(self.script, self.started.seed, place.turn))

    def transcript(self) -> Transcript:
        """The session so far, or the whole of it, to be read and scored."""
        return Transcript(
            self.script.scenario,
            self.started,
            self._first.patient,
            tuple(self.exchanges),
            self.standing.closing,
        )

    def _stopped(self, place: Place) -> Considered:
        came_to = verdict(place.patient)
        closing = Closing(came_to, place.patient, stopped=True)
        event = Stopped(By.TRAINEE, Outcome(place.patient, Ended(came_to)))
        return Considered(event, Standing(None, closing), None, None, self.so_far)

    # Words.

    def _parted(self, closing: Closing, so_far: SaidSoFar, turn: int) -> Closing:
        """A closing with the patient's last words."""
        voice, lines = _voice(self.script, self.started.seed, turn), self.script.scenario.patient.lines
        if closing.moment is not None:
            told = tell(closing.moment, so_far, voice, lines[closing.state.reaction])
            return replace(closing, telling=told)
        assert closing.goodbye is not None
        wordings = self.script.scenario.patient.goodbyes[closing.goodbye]
        return replace(closing, telling=parting(closing.goodbye, wordings, so_far, voice))

    def _logged(self, outcome: Outcome | None) -> Telling | None:
        """The words in which a logged outcome says that its moment was told."""
        if outcome is None or not isinstance(outcome.then, Next):
            return None
        scenario, then = self.script.scenario, outcome.then
        moment = moment_named(scenario, then.moment)
        return None if moment is None else told_as_logged(scenario, moment, then.wording, then.opens)

    def _show(self, telling: Telling) -> None:
        self._telling = telling
        self.so_far = self.so_far.told(self.place.moment.id, telling)

    # Forks.

    def _take_over(self, copied: list[SessionEvent]) -> None:
        """What a fork copied stands as it was recorded: under the rules of that day, whatever those of today say."""
        told = recorded(self.script.scenario, [self.started, *copied])
        places = [self._first, *(self.script.place_of(outcome) for outcome in map(outcome_of, copied) if outcome)]
        if told.closing is not None or places[-1] is None:
            raise ServiceError(ENDED())
        self.events.extend(copied)
        answered = [event for event in copied if isinstance(event, Chose | StayedSilent)]
        for exchange, place, event in zip(told.exchanges, places, answered, strict=False):
            known = place if place is not None and self._answers_alike(place, event) else None
            self.exchanges.append(exchange._replace(place=known))
            self.so_far = self.so_far.answered(exchange.moment, exchange.response, exchange.said)
            telling = self._logged(event.outcome)
            after = self.script.place_of(event.outcome) if event.outcome else None
            if telling is not None and after is not None:
                self._telling, self.so_far = telling, self.so_far.told(after.moment.id, telling)
        self.standing = Standing(places[-1], None, self._tag_after(copied))

    @staticmethod
    def _tag_after(copied: list[SessionEvent]) -> Tag | None:
        """The tag that counts of those given since the last answer."""
        tag = None
        for event in copied:
            if isinstance(event, Tagged):
                tag = event.counts_after(tag)
            elif isinstance(event, Chose | StayedSilent):
                tag = None
        return tag

    def _answers_alike(self, place: Place, event: Chose | StayedSilent) -> bool:
        """Whether the patient of today takes a step as was recorded: only then can be said what else was possible."""
        choice = self.script.positions(place).get(event.response) if isinstance(event, Chose) else SILENT
        if choice is None or event.outcome is None:
            return False
        step, logged = self.script.step(place, choice), event.outcome
        alike = (step.appraisal, step.appraisal.state, step.scripted) == (
            logged.appraisal,
            logged.state,
            logged.scripted,
        )
        if step.after.closing is not None and isinstance(logged.then, Ended):
            closing = step.after.closing
            ends = (closing.verdict, closing.moment and closing.moment.id, closing.goodbye)
            return alike and ends == (logged.then.verdict, logged.then.moment, logged.then.goodbye)
        return alike and self.script.place_of(logged) == step.after.place


def _voice(script: Script, seed: int, turn: int) -> Voice:
    """What decides among words that fit alike."""
    return Voice(script.disposition.difficulty, seed, turn)


def _told(script: Script, seed: int, place: Place, so_far: SaidSoFar) -> Telling:
    """The words in which the moment of a place is told."""
    line = script.scenario.patient.lines[place.patient.reaction]
    shown = shown_by(place.patient, script.disposition.difficulty)
    return tell(place.moment, so_far, _voice(script, seed, place.turn), line, shown=shown)


def _same(played: SessionEvent, logged: SessionEvent) -> bool:
    """Whether an event is what playing it again gives; the first edition did not log what was on offer."""
    match logged:
        case Chose() | StayedSilent() if not logged.offered and isinstance(played, Chose | StayedSilent):
            return replace(played, offered=()) == logged
        case Stopped():
            return outcome_of(played) == logged.outcome
        case _:
            return played == logged


def interrupted(last: Outcome) -> Stopped:
    """How the program closes a session whose rules an update has changed: where it stands, with no words of the patient."""
    return Stopped(By.PROGRAM, Outcome(last.state, Ended(verdict(last.state))))


def outcome_of(event: SessionEvent) -> Outcome | None:
    """What an event led to; ``None`` for a tag, and where it was not recorded."""
    match event:
        case Started() | Chose() | StayedSilent() | Stopped():
            return event.outcome
        case Tagged() | Unfamiliar():
            return None
        case _:
            assert_never(event)


def action_of(event: SessionEvent) -> Action | None:
    """What the trainee did in an event; ``None`` where it was nothing that can be done again."""
    match event:
        case Chose(response):
            return Choose(response)
        case StayedSilent(ran_out):
            return StaySilent(ran_out)
        case Tagged(tag):
            return GiveTag(tag)
        case Stopped():
            return Stop()
        case Unfamiliar():
            return None
        case Started():
            raise ServiceError(SECOND_START())
        case _:
            assert_never(event)
