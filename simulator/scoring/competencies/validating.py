"""Validating: whether the words fitted what was felt, and the guard in front of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState, family_of
from simulator.messages.message import Message
from simulator.messages.sentences import competencies as say
from simulator.messages.sentences import score_rules as rules
from simulator.scoring.competency import Counts, Evidence, Finding, Said
from simulator.scoring.evidence_words import did, move_name
from simulator.scoring.possible import PossibleTurn, can_be_left_undone
from simulator.scoring.reading import also, in_order, speaks, under_pressure
from simulator.scoring.standings import TURNS_TO_ANSWER, did_not_come_up, had_time, not_done, not_reached, scored
from simulator.session.transcript import Exchange, Transcript


class _Fit(Code):
    """How a validating answer met the moment."""

    FORMULA = "formula"
    SURFACE = "surface"
    FEELING = "feeling"
    GUARD = "guard"
    GUARD_IN_TIME = "guard-in-time"
    """The guard, where it is what the patient is busy with: validating at its best, also where no feeling was named."""


_S = ReactionState
_FEELING_SPOKEN: Final = frozenset(
    {_S.COMPLAINT, _S.REJECTING, _S.MIXED, _S.EXPLORING, _S.QUALIFIED_ASSERTION, _S.HURT, _S.BLOCK, _S.SELF_ASSERTION,
     _S.VULNERABILITY}
)  # fmt: skip
_FACADE: Final = frozenset({_S.COMPLYING, _S.APPEASING})
_HOLDING_BACK: Final = frozenset({_S.SHUT_DOWN, _S.QUALIFIED_ASSERTION, _S.HURT, _S.BLOCK})
_GUARDED: Final = frozenset({_S.MINIMAL, _S.AVOIDING})
_CALLS: Final = frozenset({_S.EXPLORING, _S.HURT, _S.BLOCK, _S.VULNERABILITY})
"""Where validating is called for at once; two turns of confrontation call for it too."""

_VALIDATING: Final = (Move.VALIDATE_PROTECTION, Move.VALIDATE_FEELING)
_EXPLAINS_AWAY: Final = frozenset({Move.BLAME_INTERPRET, Move.REASSURE_EARLY})
_AWAY: Final = 1


def validating(transcript: Transcript) -> Finding:
    """The best fit of the validating answers; explaining a feeling away takes a point."""
    turns = [exchange for exchange in transcript.exchanges if under_pressure(exchange)]
    made = [(exchange, move) for exchange in turns for move in _made(exchange)]
    away = [exchange for exchange in turns if exchange.move in _EXPLAINS_AWAY]
    evidence = in_order(_evidence(transcript, made, away))
    if made:
        score, why = _best(frozenset(_fit(exchange, move) for exchange, move in made))
        if away:
            less = (rules.VALIDATING(), rules.ONE_LESS_FOR_AWAY())
            return scored(max(_AWAY, score - 1), (why, say.ALSO_EXPLAINED_AWAY()), evidence, rule=less)
        return scored(score, (why,), evidence, rule=(rules.VALIDATING(),))
    if away:
        return scored(_AWAY, (say.EXPLAINED_AWAY(),), evidence, rule=(rules.EXPLAINED_AWAY(),))
    return _left_out(transcript, turns)


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """The best that all validating answers on offer are worth together."""
    pressed = [turn for turn in turns if under_pressure(turn.exchange)]
    fits = frozenset(_fit(turn.exchange, move) for turn in pressed for move in _made(turn.exchange))
    if fits:
        return _best(fits)[0]
    away = any(turn.exchange.move in _EXPLAINS_AWAY for turn in pressed)
    return _AWAY if away or any(map(_can_be_missed, pressed)) else None


def _can_be_missed(turn: PossibleTurn) -> bool:
    if turn.exchange.before.reaction in _CALLS:
        return can_be_left_undone(turn)
    return _confronts(turn.exchange) and turn.pressed_since[1] >= TURNS_TO_ANSWER - 1


def _left_out(transcript: Transcript, turns: list[Exchange]) -> Finding:
    """No word of the kind: a fault only where it was called for, and there was time."""
    called = [exchange for exchange in turns if exchange.before.reaction in _CALLS]
    confronted = [exchange for exchange in turns if _confronts(exchange)]
    long = len(confronted) >= TURNS_TO_ANSWER
    if not called and not long:
        return did_not_come_up(say.NOT_CALLED_FOR_WORDS())
    if not long and not had_time(transcript, called):
        return not_reached((say.NOT_VALIDATED(), say.NO_TIME()))
    left_out = [*called, *(confronted if long else ())]
    return not_done((say.NOT_VALIDATED(),), in_order(_unvalidated(transcript, exchange) for exchange in left_out))


def _confronts(exchange: Exchange) -> bool:
    return family_of(exchange.before.reaction) is Family.CONFRONTATION


def _made(exchange: Exchange) -> tuple[Move, ...]:
    """The validating that an answer does, as its move or beside it."""
    return tuple(move for move in _VALIDATING if move is exchange.move or move in also(exchange))


def _best(fits: frozenset[_Fit]) -> tuple[int, Message]:
    if _Fit.FEELING in fits and fits & {_Fit.GUARD, _Fit.GUARD_IN_TIME}:
        return 5, say.FITTED_BOTH()
    for fit, score, told in (
        (_Fit.GUARD_IN_TIME, 5, say.FITTED_GUARD_WELL),
        (_Fit.FEELING, 4, say.FITTED_FEELING),
        (_Fit.GUARD, 4, say.FITTED_GUARD),
        (_Fit.SURFACE, 3, say.FITTED_SURFACE),
    ):
        if fit in fits:
            return score, told()
    return 2, say.FORMULA()


def _fit(exchange: Exchange, move: Move) -> _Fit:
    state = exchange.before.reaction
    if exchange.appraisal.played is Move.PRESS_ON:
        return _Fit.FORMULA
    if move is Move.VALIDATE_PROTECTION:
        if state in _HOLDING_BACK:
            return _Fit.GUARD_IN_TIME
        return _Fit.GUARD if state in _GUARDED else _Fit.SURFACE
    if state in _FEELING_SPOKEN:
        return _Fit.FEELING
    return _Fit.FORMULA if state in _FACADE else _Fit.SURFACE


def _evidence(transcript: Transcript, made: list[tuple[Exchange, Move]], away: list[Exchange]) -> Iterator[Evidence]:
    for exchange, move in made:
        counts, told = _told(exchange, move)
        yield speaks(exchange, counts, did(transcript, exchange), *told)
    for exchange in away:
        explained = say.AWAY_HERE(move=move_name(exchange.move))
        yield speaks(exchange, Counts.AGAINST, did(transcript, exchange), explained)


def _told(exchange: Exchange, move: Move) -> tuple[Counts, Said]:
    match _fit(exchange, move):
        case _Fit.FORMULA:
            return Counts.AGAINST, (say.HELD_ON_TO_NOTHING(move=move_name(move)),)
        case _Fit.SURFACE:
            return Counts.CONTEXT, (say.FITTED_WHAT_SHOWED(move=move_name(move)),)
        case _Fit.FEELING:
            return Counts.FOR, (say.FITTED_FEELING(),)
        case _Fit.GUARD | _Fit.GUARD_IN_TIME:
            return Counts.FOR, (say.FITTED_GUARD(),)


def _unvalidated(transcript: Transcript, exchange: Exchange) -> Evidence:
    return speaks(exchange, Counts.AGAINST, did(transcript, exchange), say.UNVALIDATED_HERE())
