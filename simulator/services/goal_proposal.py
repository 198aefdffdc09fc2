"""Which one thing to practise is proposed after a conversation, and from what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from simulator.alliance.codes import Code
from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import Family, family_of
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import practice_goal as say
from simulator.scoring.competency import Competency, Standing

if TYPE_CHECKING:
    from simulator.analysis.decision_values import DecisionValue
    from simulator.analysis.session_value import SessionValue
    from simulator.scoring.competency import CompetencyScore, SessionScore
    from simulator.session.transcript import Transcript


class Doing(Code):
    """What somebody would do in the moment, in the kinds that make a difference to a trainee."""

    OWN = "own"
    ASK = "ask"
    UNDERSTAND = "understand"
    WAIT = "wait"
    CHANGE = "change"


_DOING: Final[Mapping[Move, Doing]] = MappingProxyType(
    {
        Move.OWN_CONTRIBUTION: Doing.OWN,
        Move.DISCLOSE_EXPERIENCE: Doing.OWN,
        Move.NOTICE_SHIFT: Doing.ASK,
        Move.EXPLORE_EXPERIENCE: Doing.ASK,
        Move.EXPLORE_FEAR: Doing.ASK,
        Move.INVITE_DISSENT: Doing.ASK,
        Move.VALIDATE_FEELING: Doing.UNDERSTAND,
        Move.VALIDATE_PROTECTION: Doing.UNDERSTAND,
        Move.HOLD_SILENCE: Doing.WAIT,
        Move.RENEGOTIATE: Doing.CHANGE,
        Move.SUPPORT_ASSERTION: Doing.CHANGE,
        Move.DISCUSS_FIT: Doing.CHANGE,
    }
)
_AT_A_MOMENT: Final[Mapping[Family, Mapping[Doing, Sentence]]] = MappingProxyType(
    {
        Family.WITHDRAWAL: {
            Doing.OWN: say.WITHDRAWN_OWN,
            Doing.ASK: say.WITHDRAWN_ASK,
            Doing.UNDERSTAND: say.WITHDRAWN_UNDERSTAND,
            Doing.WAIT: say.WITHDRAWN_WAIT,
            Doing.CHANGE: say.WITHDRAWN_CHANGE,
        },
        Family.DEFERENCE: {
            Doing.OWN: say.DEFERRED_OWN,
            Doing.ASK: say.DEFERRED_ASK,
            Doing.UNDERSTAND: say.DEFERRED_UNDERSTAND,
            Doing.WAIT: say.DEFERRED_WAIT,
            Doing.CHANGE: say.DEFERRED_CHANGE,
        },
        Family.CONFRONTATION: {
            Doing.OWN: say.CONFRONTED_OWN,
            Doing.ASK: say.CONFRONTED_ASK,
            Doing.UNDERSTAND: say.CONFRONTED_UNDERSTAND,
            Doing.WAIT: say.CONFRONTED_WAIT,
            Doing.CHANGE: say.CONFRONTED_CHANGE,
        },
        Family.REPAIR: {
            Doing.OWN: say.OPENING_OWN,
            Doing.ASK: say.OPENING_ASK,
            Doing.UNDERSTAND: say.OPENING_UNDERSTAND,
            Doing.WAIT: say.OPENING_WAIT,
            Doing.CHANGE: say.OPENING_CHANGE,
        },
    }
)
_COMPETENCIES: Final[Mapping[Competency, Sentence]] = MappingProxyType(
    {
        Competency.OWN_ROLE: say.OWN,
        Competency.EXPLORING: say.ASK,
        Competency.VALIDATING: say.UNDERSTAND,
        Competency.LATENCY: say.TURN_TO_IT,
        Competency.FLEXIBILITY: say.CHANGE_IT,
        Competency.SECONDARY_RUPTURES: say.COME_BACK,
        Competency.NON_DEFENSIVENESS: say.NOT_EXPLAIN,
        Competency.DEPTH: say.STAY,
        Competency.NOTICING: say.SEE,
        Competency.OUTCOME: say.CHECK,
    }
)
"""What to practise for each competency, what a repair needs first standing first."""

_GOOD_ENOUGH: Final = 5


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence to take along, and the turn that it comes from, if it is one."""

    goal: Message
    turn: int | None = None


def propose(transcript: Transcript, score: SessionScore, worth: SessionValue | None) -> Proposal:
    """One thing to practise: from the turn to say again; else what was called for and not done; else the lowest score.

    ``worth`` is ``None`` where what was possible is not known.
    """
    if worth is not None and worth.worst is not None:
        sentence = _instead(transcript, worth.worst)
        if sentence is not None:
            return Proposal(sentence(), worth.worst.turn)
    for competency, sentence in _COMPETENCIES.items():
        found = score.competencies.get(competency)
        if found is not None and found.standing is Standing.NOT_DONE:
            return Proposal(sentence())
    return Proposal(_lowest(score)())


def _instead(transcript: Transcript, decision: DecisionValue) -> Sentence | None:
    """What the best answer of the turn to say again does, at a moment of this kind."""
    move = decision.best.move if decision.best else Move.HOLD_SILENCE
    exchange = next((one for one in transcript.exchanges if one.turn == decision.turn), None)
    doing = _DOING.get(move)
    if exchange is None or doing is None or is_hindering(move):
        return None
    return _AT_A_MOMENT.get(family_of(exchange.before.reaction), {}).get(doing)


def _lowest(score: SessionScore) -> Sentence:
    """What has most room: the lowest score, the first of equals; where all are at their best, seeing what happens."""

    def room(competency: Competency) -> int:
        found: CompetencyScore | None = score.competencies.get(competency)
        return found.score if found is not None and found.score is not None else _GOOD_ENOUGH

    lowest = min(_COMPETENCIES, key=room)
    return _COMPETENCIES[lowest] if room(lowest) < _GOOD_ENOUGH else say.SEE
