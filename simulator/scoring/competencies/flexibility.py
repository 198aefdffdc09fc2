"""Flexibility: changing task, goal, pace or frame when the time for it has come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.patient.state import Rung
from simulator.scoring.competency import Counts, Evidence, Finding
from simulator.scoring.evidence_words import did, move_name
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import addresses, climbed, in_order, not_observed, slipped, speaks, under_pressure
from simulator.session.transcript import Exchange, Transcript

_S = ReactionState
_CHANGES: Final = frozenset({Move.RENEGOTIATE, Move.SUPPORT_ASSERTION, Move.DISCUSS_FIT})
_TIMELY: Final = frozenset({_S.EXPLORING, _S.QUALIFIED_ASSERTION, _S.SELF_ASSERTION, _S.COMPLAINT, _S.REPAIRED})
_ASKED_FOR: Final = frozenset({_S.QUALIFIED_ASSERTION, _S.SELF_ASSERTION})
_OFTEN: Final = 3
_INSISTED: Final = 1
_UNANSWERED: Final = 2
_QUESTIONS: Final = frozenset({Move.EXPLORE_EXPERIENCE, Move.EXPLORE_FEAR, Move.INVITE_DISSENT})


class _Timing(Code):
    """When a change came."""

    TOO_SOON = "too-soon"
    ON_COMPLAINT = "on-complaint"
    EXPLORED = "explored"
    FROM_NEED = "from-need"


_LEVEL: Final = {_Timing.TOO_SOON: 2, _Timing.ON_COMPLAINT: 3, _Timing.EXPLORED: 4, _Timing.FROM_NEED: 5}
_SAYS: Final = {
    _Timing.TOO_SOON: "came before it was known what was needed",
    _Timing.ON_COMPLAINT: "followed on the complaint, once that had been heard",
    _Timing.EXPLORED: "came while you were looking at it together",
    _Timing.FROM_NEED: "came from the need that had been explored",
}


def flexibility(transcript: Transcript) -> Finding:
    """The best timing of a change; pressing on past a no takes points away."""
    turns = transcript.exchanges
    changes = [(exchange, _timing(exchange, _heard(turns, exchange))) for exchange in turns if _is_change(exchange)]
    pressed = [exchange for exchange in turns if _presses_on(exchange)]
    evidence = [_evidence(transcript, exchange, timing) for exchange, timing in changes]
    evidence += [_insisted(transcript, exchange) for exchange in pressed]
    if changes:
        level, why = _best([timing for _, timing in changes])
        if level > 2 and _only_yields(transcript, len(changes)):
            level, why = 2, "One change followed another, and none was asked about."
        if pressed:
            level = max(1, level - (2 if len(pressed) >= _OFTEN else 1))
            why = f"{why[:-1]}; elsewhere the plan went on past a no."
        return Finding(level, why, in_order(evidence))
    if pressed:
        return Finding(_INSISTED, "The plan went on past a no, and nothing was changed.", in_order(evidence))
    missed = [exchange for exchange in turns if _left_as_it_was(exchange)]
    if not missed:
        return not_observed("Nothing was asked for that had to be changed.")
    says = tuple(_unanswered(transcript, exchange) for exchange in missed)
    return Finding(_UNANSWERED, "Something was asked for, and nothing was changed.", says)


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """What the best timed change is worth that can come about, or else what is left where nothing can be changed."""
    possible = [turn.exchange for turn in turns]
    changes = [exchange for exchange in possible if _is_change(exchange)]
    if changes:
        heard = any(addresses(exchange) for exchange in possible)
        return max(_LEVEL[_timing(exchange, heard)] for exchange in changes)
    if any(_left_as_it_was(exchange) for exchange in possible):
        return _UNANSWERED
    return _INSISTED if any(_presses_on(exchange) for exchange in possible) else None


def _presses_on(exchange: Exchange) -> bool:
    return exchange.move is Move.PRESS_ON and under_pressure(exchange)


def _is_change(exchange: Exchange) -> bool:
    engaged = exchange.before.reaction is _S.ENGAGED
    return exchange.move in _CHANGES and exchange.appraisal.played is exchange.move and not engaged


def _left_as_it_was(exchange: Exchange) -> bool:
    """Whether something was asked for, and the answer neither changed it nor led on; a complaint is heard first."""
    if exchange.before.reaction is _S.COMPLAINT:
        return not addresses(exchange)
    return exchange.before.reaction in _ASKED_FOR and not climbed(exchange)


def _heard(turns: tuple[Exchange, ...], exchange: Exchange) -> bool:
    """Whether an answer before this turn had turned to the rupture."""
    return any(addresses(earlier) for earlier in turns if earlier.turn < exchange.turn)


def _timing(exchange: Exchange, heard: bool) -> _Timing:
    state = exchange.before.reaction
    if state not in _TIMELY or slipped(exchange):
        return _Timing.TOO_SOON
    if exchange.before.rungs & Rung.SAID:
        return _Timing.FROM_NEED
    if state is not _S.COMPLAINT:
        return _Timing.EXPLORED
    return _Timing.ON_COMPLAINT if heard else _Timing.TOO_SOON


def _only_yields(transcript: Transcript, changes: int) -> bool:
    """Whether every demand was met and no question asked: agreeing to everything is not working it out."""
    return changes >= _OFTEN and not any(exchange.move in _QUESTIONS for exchange in transcript.exchanges)


def _best(timings: list[_Timing]) -> tuple[int, str]:
    best = max(timings, key=lambda timing: _LEVEL[timing])
    return _LEVEL[best], f"The change {_SAYS[best]}."


def _evidence(transcript: Transcript, exchange: Exchange, timing: _Timing) -> Evidence:
    counts = Counts.AGAINST if timing is _Timing.TOO_SOON else Counts.FOR
    return speaks(exchange, f"{did(transcript, exchange)}; {move_name(exchange.move)} {_SAYS[timing]}.", counts)


def _insisted(transcript: Transcript, exchange: Exchange) -> Evidence:
    return speaks(exchange, f"{did(transcript, exchange)}, and the plan went on.", Counts.AGAINST)


def _unanswered(transcript: Transcript, exchange: Exchange) -> Evidence:
    return speaks(exchange, f"{did(transcript, exchange)}; {move_name(exchange.move)} changed nothing.", Counts.AGAINST)
