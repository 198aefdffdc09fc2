"""Another try from a place in an earlier conversation: a new one with the same history up to there, said differently."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from simulator.messages.message import Message
from simulator.messages.sentences import another_try as say
from simulator.patient.start import verdict
from simulator.services.examine import PinnedScenarios
from simulator.services.play import Play
from simulator.services.remark_chains import add_to_chain, chain
from simulator.services.stored_sessions import Reopened, Trust, scenario_of
from simulator.session.engine import Session, outcome_of, start
from simulator.session.errors import ServiceError, StoreError
from simulator.session.events import (
    Chose,
    Ended,
    Origin,
    Outcome,
    SessionEvent,
    Started,
    Stopped,
    Timing,
    answer_steps,
)
from simulator.session.ids import PersonId, SessionId
from simulator.session.remarks import RemarkId, RemarkKind
from simulator.session.script import Script
from simulator.session.store import OPEN, SessionHeader, SessionStore, StoredSession
from simulator.session.transcript import Exchange
from simulator.session.vocabulary import By, Mode
from simulator.session.wording_choice import Voice
from simulator.session.wording_choice import say as words_for

if TYPE_CHECKING:
    from simulator.scenario.document import Scenario

LONGEST_OWN_WORDS: Final = 2_000
_MOST_SEEDS: Final = 64
"""So many seeds are looked at for one that puts what was said before into other words."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A place from which another try can begin: a turn of a conversation, and what stood on the screen there.

    ``before`` is the exchange that led to it, if there was one; ``earlier_rules`` tells that the conversation was held under
    other rules than today's, by which the try will go on.
    """

    session: SessionId
    scenario: Scenario
    turn: int
    before: Exchange | None
    exchange: Exchange
    earlier_rules: bool = False

    @property
    def note(self) -> Message | None:
        """What whoever tries again here has to know."""
        return say.TODAYS_RULES() if self.earlier_rules else None


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What somebody would say in their own words: written, or said aloud; empty where they left it so."""

    text: str = ""
    aloud: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was said at all."""
        return not self.text and not self.aloud


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new conversation is made with: its id, the program's version, the local date, the time, and seeds to choose from."""

    session: SessionId
    remark: RemarkId
    attune: str
    day: str
    timing: Timing
    new_seed: Callable[[], int]


def crossing(found: Reopened, turn: int) -> Crossing:
    """The place of a turn, in a conversation as it is shown; raises ``ServiceError`` where nothing was said there."""
    exchanges = found.transcript.exchanges if found.transcript else ()
    for number, exchange in enumerate(exchanges):
        if exchange.turn == turn:
            before = exchanges[number - 1] if number else None
            return Crossing(found.id, found.scenario, turn, before, exchange, found.trust is not Trust.VERIFIED)
    raise ServiceError(say.NO_SUCH_TURN(turn=turn))


def begin(
    store: SessionStore, place: Crossing, own: OwnWords, new: Beginning, pinned: PinnedScenarios | None = None
) -> Play:
    """Begin another try, once its trainee was asked for their own words there.

    What came before the place stands as it was recorded, the sign that was tagged there too; what follows is played by the
    rules of today. The answers are those of the place, in another order, and what was said there before in other words where
    it has some that suit as well. A conversation that was still going on is left for the new one, and stopped. Raises
    ``ServiceError`` where nobody can go on from there.
    """
    stored = store.load(place.session)
    step = _step_of(stored.events, place.turn)
    session = _forked(store, stored, step, new, pinned)
    store.fork(session.started, new.timing)
    _keep_own_words(store, session, own, new)
    if stored.header.verdict == OPEN:
        _stop(store, stored, new.timing)
    return Play(session)


def own_words(store: SessionStore, person: PersonId, session: SessionId, origin: Origin) -> OwnWords:
    """What somebody would have said in their own words before another try, which goes on from its origin."""
    said = chain(store, person, session, RemarkKind.OWN_WORDS, origin.step)
    if not said:
        return OwnWords()
    first = said[0].values
    return OwnWords(str(first.get("text", "")), first.get("aloud") is True)


def turn_of(events: Sequence[SessionEvent], origin: Origin) -> int:
    """The turn from which a try goes on, by the events that it copied."""
    return 1 + len(answer_steps(events[: origin.step]))


def turns_of(store: SessionStore, headers: Sequence[SessionHeader]) -> Mapping[SessionId, int]:
    """The turns from which the tries among some conversations go on; none for what cannot be read."""
    found = {}
    for header in headers:
        if header.origin is not None:
            try:
                found[header.id] = turn_of(store.load(header.id).events, header.origin)
            except StoreError:
                continue
    return found


def _forked(
    store: SessionStore, stored: StoredSession, step: int, new: Beginning, pinned: PinnedScenarios | None
) -> Session:
    """The new conversation where it begins, with a seed that says it differently; nothing of it is stored yet."""
    scenario, origin = scenario_of(stored, pinned), stored.started
    script = Script(scenario, origin.difficulty)
    copied = stored.events[1:step]
    seed = new.new_seed()
    started = start(
        script,
        _mode(origin.mode),
        seed,
        session=new.session,
        trainee=origin.trainee,
        attune=new.attune,
        day=new.day,
        met=store.met(origin.trainee, origin.scenario),
        origin=Origin(origin.session, step, store.link_before(origin.session, step)),
        outcome=origin.outcome,
    )
    session = _replayed(scenario, started, copied, script)
    answered = stored.events[step]
    if isinstance(answered, Chose):
        other = _seed_in_other_words(session, answered, new.new_seed)
        if other != seed:
            return _replayed(scenario, replace(started, seed=other), copied, script)
    return session


def _replayed(scenario: Scenario, started: Started, copied: Sequence[SessionEvent], script: Script) -> Session:
    try:
        return Session.replay(scenario, [started, *copied], script)
    except ServiceError as refusal:
        raise ServiceError(say.CANNOT_GO_ON()) from refusal


def _seed_in_other_words(session: Session, before: Chose, new_seed: Callable[[], int]) -> int:
    """A seed by which what was said before is on offer in another of the wordings that suit as well; else the first."""
    response = next((one for one in session.shown() if one.id == before.response), None)
    first = session.started.seed
    if response is None or len(response.wordings) == 1:
        return first
    place, level = session.place, session.started.difficulty
    seed = first
    for _ in range(_MOST_SEEDS):
        if words_for(place.moment, response, session.so_far, Voice(level, seed, place.turn)).id != before.said:
            return seed
        seed = new_seed()
    return first


def _mode(mode: Mode) -> Mode:
    """Another try gives the help of Learn where it came from there, and is practice everywhere else."""
    return mode if mode is Mode.LEARN else Mode.PRACTISE


def _step_of(events: Sequence[SessionEvent], turn: int) -> int:
    """The step in which the answer of a turn was given."""
    answers = answer_steps(events)
    if not 1 <= turn <= len(answers):
        raise ServiceError(say.NO_SUCH_TURN(turn=turn))
    return answers[turn - 1]


def _keep_own_words(store: SessionStore, session: Session, own: OwnWords, new: Beginning) -> None:
    """Keep what somebody would say, with the head that the course had then: it came before the answer."""
    if own.empty:
        return
    id_, step = session.started.session, len(session.events)
    values = {"text": own.text.strip()[:LONGEST_OWN_WORDS], "aloud": own.aloud}
    person, at_ms = session.started.trainee, new.timing.at_ms or 0
    add_to_chain(store, person, id_, RemarkKind.OWN_WORDS, values, id_=new.remark, now_ms=at_ms, step=step)


def _stop(store: SessionStore, stored: StoredSession, timing: Timing) -> None:
    """Who steps back in a conversation has left it there, as if they had stopped it themselves."""
    last = next(outcome for event in reversed(stored.events) if (outcome := outcome_of(event)) is not None)
    stopped = Stopped(By.TRAINEE, Outcome(last.state, Ended(verdict(last.state))))
    store.append(stored.header.id, stopped, timing)
