"""When a change of task, goal, pace or frame came, whether it gave in, and where one was called for."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Final, NamedTuple

from simulator.alliance.codes import Code
from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import ReactionState
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import plan_changes as say
from simulator.patient.state import Cause, Rung
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import addresses, also, asks, climbed, new_rung, slipped, under_pressure
from simulator.session.transcript import Exchange, Transcript

_S = ReactionState
_CHANGES: Final = frozenset({Move.RENEGOTIATE, Move.SUPPORT_ASSERTION, Move.DISCUSS_FIT})
_WORKED_OUT: Final = frozenset({Move.RENEGOTIATE, Move.DISCUSS_FIT})
"""Changes that are made together; supporting an assertion grants it."""

_TIMELY: Final = frozenset({_S.EXPLORING, _S.QUALIFIED_ASSERTION, _S.SELF_ASSERTION, _S.COMPLAINT, _S.REPAIRED})
_COMPLAINTS: Final = frozenset({Marker.TASK, Marker.PARAM, Marker.PROGRESS})
CAUSES: Final[Mapping[Cause, Sentence]] = {
    Cause.LOAD: say.LOAD_CALLED,
    Cause.UNCLEAR_TASK: say.TASK_CALLED,
    Cause.FRAME: say.FRAME_CALLED,
    Cause.GOAL: say.GOAL_CALLED,
}
"""Causes that call for a change wherever the rupture shows, and how that is said."""

_NEED: Final = Rung.HALF_SAID | Rung.BLOCK | Rung.SAID
_GIVING_IN: Final = 3
"""The most that a change is worth where the frame is the matter and was given up."""


class Timing(Code):
    """When a change came."""

    TOO_SOON = "too-soon"
    UNTIMELY = "untimely"
    TAKEN_BACK = "taken-back"
    ON_COMPLAINT = "on-complaint"
    UNEXPLORED = "unexplored"
    EXPLORED = "explored"
    FROM_NEED = "from-need"


_LEVEL: Final = {
    Timing.TOO_SOON: 2,
    Timing.UNTIMELY: 2,
    Timing.TAKEN_BACK: 2,
    Timing.ON_COMPLAINT: 3,
    Timing.UNEXPLORED: 3,
    Timing.EXPLORED: 4,
    Timing.FROM_NEED: 5,
}
_SAYS: Final[Mapping[Timing, Sentence]] = {
    Timing.TOO_SOON: say.TOO_SOON,
    Timing.UNTIMELY: say.UNTIMELY,
    Timing.TAKEN_BACK: say.TAKEN_BACK,
    Timing.ON_COMPLAINT: say.ON_COMPLAINT,
    Timing.UNEXPLORED: say.UNEXPLORED,
    Timing.EXPLORED: say.EXPLORED,
    Timing.FROM_NEED: say.FROM_NEED,
}


class Change(NamedTuple):
    """A change in a session: its turn, when it came, and whether a frame was given up with it."""

    exchange: Exchange
    timing: Timing
    gave_in: bool

    @property
    def level(self) -> int:
        """What it is worth, 2 to 5."""
        return min(_LEVEL[self.timing], _GIVING_IN) if self.gave_in else _LEVEL[self.timing]

    @property
    def says(self) -> Message:
        """When it came, in words."""
        return say.GAVE_IN() if self.gave_in and self.level == _GIVING_IN else _SAYS[self.timing]()


def is_change(exchange: Exchange) -> bool:
    """Whether the answer changes something, as its move or in passing, and was heard so."""
    if exchange.before.reaction is _S.ENGAGED:
        return False
    if exchange.move in _CHANGES:
        return exchange.appraisal.played is exchange.move
    return not is_hindering(exchange.appraisal.played) and not _CHANGES.isdisjoint(also(exchange))


def changes_in(transcript: Transcript) -> tuple[Change, ...]:
    """Every change of a session, in order."""
    found: list[Change] = []
    heard = explored = given_up = False
    frame = transcript.scenario.cause is Cause.FRAME
    for exchange in transcript.exchanges:
        frame = frame or Marker.PARAM in exchange.telling.markers
        if is_change(exchange):
            timing = _timing(exchange, heard=heard, explored=explored)
            given_up = given_up or exchange.move not in _WORKED_OUT or timing is Timing.TOO_SOON
            found.append(Change(exchange, timing, frame and given_up))
        heard = heard or addresses(exchange)
        explored = explored or finds_the_need(exchange)
    return tuple(found)


def finds_the_need(exchange: Exchange) -> bool:
    """Whether a question of this turn brought the patient to say more of what is wrong or needed."""
    return asks(exchange) and climbed(exchange) and bool(new_rung(exchange) & _NEED)


def most_of(turn: PossibleTurn, *, heard: bool, explored: bool) -> int:
    """The most that a possible change is worth."""
    gave_in = turn.cause is Cause.FRAME and turn.exchange.move not in _WORKED_OUT
    return Change(turn.exchange, _timing(turn.exchange, heard=heard, explored=explored), gave_in).level


def calls_for_change(exchange: Exchange, markers: Set[Marker], cause: Cause) -> bool:
    """Whether a turn calls for a change: a complaint about the work, a plain wish, or a cause that lies in the work."""
    if not under_pressure(exchange):
        return False
    return cause in CAUSES or asked_here(exchange, markers)


def asked_here(exchange: Exchange, markers: Set[Marker]) -> bool:
    """Whether the patient asks for a change in this turn, in words or by a complaint."""
    return exchange.before.reaction is _S.SELF_ASSERTION or not _COMPLAINTS.isdisjoint(markers)


def given_by_silence(exchange: Exchange) -> bool:
    """Whether what was wanted came about while nothing was said."""
    return exchange.response is None and exchange.appraisal.state.reaction is _S.REPAIRED


def _timing(exchange: Exchange, *, heard: bool, explored: bool) -> Timing:
    state = exchange.before
    known = explored or bool(state.rungs & Rung.BLOCK)
    if state.reaction not in _TIMELY:
        return Timing.UNTIMELY if known else Timing.TOO_SOON
    if slipped(exchange):
        return Timing.TAKEN_BACK
    if known:
        return Timing.FROM_NEED if state.rungs & Rung.SAID else Timing.EXPLORED
    if state.reaction is _S.COMPLAINT:
        return Timing.ON_COMPLAINT if heard else Timing.TOO_SOON
    return Timing.UNEXPLORED
