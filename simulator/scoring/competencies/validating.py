"""Validating: whether the words fitted what was felt, and the guard in front of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.scoring.competency import Counts, Evidence, Finding
from simulator.scoring.evidence_words import did, move_name
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import addresses, in_order, not_observed, speaks, under_pressure
from simulator.session.transcript import Exchange, Transcript


class _Fit(Code):
    """How a validating answer met the moment."""

    FORMULA = "formula"
    SURFACE = "surface"
    FEELING = "feeling"
    GUARD = "guard"


_S = ReactionState
_FEELING_SPOKEN: Final = frozenset(
    {_S.COMPLAINT, _S.REJECTING, _S.MIXED, _S.EXPLORING, _S.QUALIFIED_ASSERTION, _S.HURT, _S.BLOCK, _S.SELF_ASSERTION,
     _S.VULNERABILITY}
)  # fmt: skip
_FACADE: Final = frozenset({_S.COMPLYING, _S.APPEASING})
_GUARDED: Final = frozenset({_S.MINIMAL, _S.AVOIDING, _S.SHUT_DOWN, _S.QUALIFIED_ASSERTION, _S.HURT, _S.BLOCK})
_RAW: Final = frozenset({_S.COMPLAINT, _S.REJECTING, _S.PRESSURE, _S.SHUT_DOWN, _S.HURT, _S.BLOCK, _S.VULNERABILITY})
"""Where a feeling (or the guard before it) is plain enough that passing it over is an answer too."""

_VALIDATING: Final = frozenset({Move.VALIDATE_FEELING, Move.VALIDATE_PROTECTION})
_EXPLAINS_AWAY: Final = frozenset({Move.BLAME_INTERPRET, Move.REASSURE_EARLY})
_FITS: Final = frozenset({_Fit.FEELING, _Fit.GUARD})
_AWAY: Final = 1
_PASSED: Final = 2


def validating(transcript: Transcript) -> Finding:
    """The best fit of the validating answers; explaining a feeling away takes a point."""
    turns = [exchange for exchange in transcript.exchanges if under_pressure(exchange)]
    made = [(exchange, _fit(exchange)) for exchange in turns if exchange.move in _VALIDATING]
    away = [exchange for exchange in turns if exchange.move in _EXPLAINS_AWAY]
    evidence = [_evidence(transcript, exchange, fit) for exchange, fit in made]
    evidence += [_explained_away(transcript, exchange) for exchange in away]
    if made:
        score, why = _best(frozenset(fit for _, fit in made))
        if away and score > 2:
            score, why = score - 1, f"{why[:-1]}; elsewhere a feeling was explained away."
        return Finding(score, why, in_order(evidence))
    if away:
        return Finding(_AWAY, "A feeling was explained away, and none was validated.", in_order(evidence))
    passed = [exchange for exchange in turns if _passed_over(exchange)]
    if not passed:
        return not_observed("Nowhere were validating words called for and left out.")
    return Finding(
        _PASSED, "What was felt was passed over.", tuple(_passed(transcript, exchange) for exchange in passed)
    )


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """The best that all validating answers on offer are worth together."""
    pressed = [turn.exchange for turn in turns if under_pressure(turn.exchange)]
    fits = frozenset(_fit(exchange) for exchange in pressed if exchange.move in _VALIDATING)
    if fits:
        return _best(fits)[0]
    if any(_passed_over(exchange) for exchange in pressed):
        return _PASSED
    return _AWAY if any(exchange.move in _EXPLAINS_AWAY for exchange in pressed) else None


def _best(fits: frozenset[_Fit]) -> tuple[int, str]:
    if fits >= _FITS:
        return 5, "Your words fitted the feeling and the guard in front of it."
    if fits & _FITS:
        return 4, f"Your words fitted the {'feeling' if _Fit.FEELING in fits else 'guard'}."
    if _Fit.SURFACE in fits:
        return 3, "Your words fitted the surface."
    return 2, "Your words were a formula here."


def _fit(exchange: Exchange) -> _Fit:
    state = exchange.before.reaction
    if exchange.appraisal.played is Move.PRESS_ON:
        return _Fit.FORMULA
    if exchange.move is Move.VALIDATE_PROTECTION:
        return _Fit.GUARD if state in _GUARDED else _Fit.SURFACE
    if state in _FEELING_SPOKEN:
        return _Fit.FEELING
    return _Fit.FORMULA if state in _FACADE else _Fit.SURFACE


def _passed_over(exchange: Exchange) -> bool:
    """A plain feeling, validating words on offer, and an answer that did not turn to it in another way."""
    offered = any(response.move in _VALIDATING for response in exchange.moment.responses)
    return offered and exchange.before.reaction in _RAW and not addresses(exchange)


def _evidence(transcript: Transcript, exchange: Exchange, fit: _Fit) -> Evidence:
    happened, said = did(transcript, exchange), move_name(exchange.move)
    match fit:
        case _Fit.FORMULA:
            return speaks(exchange, f"{happened}; {said} had nothing to hold on to here.", Counts.AGAINST)
        case _Fit.SURFACE:
            return speaks(exchange, f"{happened}; {said} fitted what could be seen.", Counts.CONTEXT)
        case _Fit.FEELING:
            return speaks(exchange, f"{happened}; your words fitted the feeling.", Counts.FOR)
        case _Fit.GUARD:
            return speaks(exchange, f"{happened}; your words respected the guard.", Counts.FOR)


def _explained_away(transcript: Transcript, exchange: Exchange) -> Evidence:
    return speaks(
        exchange, f"{did(transcript, exchange)}; {move_name(exchange.move)} explained it away.", Counts.AGAINST
    )


def _passed(transcript: Transcript, exchange: Exchange) -> Evidence:
    return speaks(
        exchange, f"{did(transcript, exchange)}; {move_name(exchange.move)} passed over the feeling.", Counts.AGAINST
    )
