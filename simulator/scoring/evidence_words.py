"""The words that findings share: what a patient did, how often, at which turns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.alliance.moves import MOVES, Move
from simulator.alliance.reactions import ReactionState
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import scoring as say
from simulator.session.transcript import Exchange, Transcript

_DID: Final[Mapping[ReactionState, Sentence]] = {
    ReactionState.ENGAGED: say.WORKED_WITH_YOU,
    ReactionState.MINIMAL: say.LITTLE_OR_NOTHING,
    ReactionState.AVOIDING: say.LED_AWAY,
    ReactionState.SHUT_DOWN: say.SHUT_DOWN,
    ReactionState.COMPLYING: say.SAID_YES,
    ReactionState.APPEASING: say.LOOKED_AFTER_YOU,
    ReactionState.COMPLAINT: say.COMPLAINED,
    ReactionState.REJECTING: say.REFUSED,
    ReactionState.PRESSURE: say.PRESSED_YOU,
    ReactionState.MIXED: say.MOVED_BOTH_WAYS,
    ReactionState.EXPLORING: say.LOOKED_AT_IT,
    ReactionState.QUALIFIED_ASSERTION: say.HALF_SAID,
    ReactionState.BLOCK: say.TOUCHED_ON_IT,
    ReactionState.SELF_ASSERTION: say.SAID_PLAINLY,
    ReactionState.HURT: say.SHOWED_HURT,
    ReactionState.VULNERABILITY: say.SHOWED_NEED,
    ReactionState.REPAIRED: say.WORKED_AGAIN,
    ReactionState.TRANSFER: say.AGREED_CHANGE,
    ReactionState.LEFT: say.LEFT,
}


def name_of(transcript: Transcript) -> str:
    """What the patient is called."""
    return transcript.scenario.patient.first_name


def did_in(transcript: Transcript, state: ReactionState) -> Message:
    """What the patient did in a state, whatever was said in it: "Ines said little or nothing."."""
    return _DID[state](name=name_of(transcript))


def did(transcript: Transcript, exchange: Exchange) -> Message:
    """What the patient did in a turn, before it was answered; nobody who speaks has gone quiet."""
    if exchange.before.reaction is ReactionState.MINIMAL:
        spoke = exchange.telling.patient.strip()
        return (say.SAID_LITTLE if spoke else say.WENT_QUIET)(name=name_of(transcript))
    return did_in(transcript, exchange.before.reaction)


def counted(count: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{count} {one if count == 1 else many}"


def move_name(move: Move) -> Message:
    """What a move is called."""
    return MOVES[move].label()
