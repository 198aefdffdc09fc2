"""Non-defensiveness: the share of justifying, blaming and soothing among the answers under pressure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import ReactionState
from simulator.scoring.competency import Counts, Evidence, Finding
from simulator.scoring.evidence_words import did, move_name
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import addresses, in_order, in_rupture, not_observed, speaks, under_pressure
from simulator.session.transcript import Exchange, Transcript

_DEFENSIVE: Final = frozenset({Move.DEFEND_JUSTIFY, Move.BLAME_INTERPRET, Move.REASSURE_EARLY})
_TURNS_TO_TELL: Final = 2
_STEADY: Final = 5
_BY_ANOTHER_WAY: Final = 3
"""The most there is where half of the answers under pressure defended or left it by another way out."""

_HARD: Final = (ReactionState.REJECTING, ReactionState.PRESSURE)


def non_defensiveness(transcript: Transcript) -> Finding:
    """How often an answer under pressure defended; thin apologies that are heard as soothing count too."""
    turns = [exchange for exchange in transcript.exchanges if under_pressure(exchange)]
    if len(turns) < _TURNS_TO_TELL:
        return not_observed("There was too little pressure to tell.")
    slips = [exchange for exchange in turns if _slips(exchange)]
    exits = [exchange for exchange in turns if exchange not in slips and _leaves(exchange)]
    score = _score(turns, slips)
    why = f"{len(slips)} of {len(turns)} answers under pressure justified, blamed or soothed."
    if score > _BY_ANOTHER_WAY and 2 * (len(slips) + len(exits)) >= len(turns):
        score, why = _BY_ANOTHER_WAY, f"{why[:-1]}, but {len(exits)} left the pressure by another way out."
    evidence = [_slip(transcript, exchange) for exchange in slips]
    evidence += [_exit(transcript, exchange) for exchange in exits]
    steady = [exchange for exchange in turns if exchange not in slips and exchange not in exits]
    evidence += [_steady(transcript, exchange) for exchange in _telling(steady)]
    return Finding(score, why, in_order(evidence))


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """The highest score wherever an answer under pressure can be steady; silence, at least, never defends."""
    pressed = [turn for turn in turns if under_pressure(turn.exchange)]
    if not any(turn.pressed_since[1] >= _TURNS_TO_TELL - 1 for turn in pressed):
        return None
    steady = any(not _slips(turn.exchange) and not _leaves(turn.exchange) for turn in pressed)
    return _STEADY if steady else _BY_ANOTHER_WAY


def _slips(exchange: Exchange) -> bool:
    return exchange.appraisal.played in _DEFENSIVE


def _leaves(exchange: Exchange) -> bool:
    """Another way out of the pressure than defending: collapsing, insisting, retreating, silence that nobody invited."""
    silent = exchange.appraisal.played is Move.HOLD_SILENCE and in_rupture(exchange)
    return is_hindering(exchange.appraisal.played) or (silent and not addresses(exchange))


def _score(turns: list[Exchange], slips: list[Exchange]) -> int:
    if not slips:
        return _STEADY
    if len(slips) == 1 and len(turns) > 2 and _recovered(turns, slips[0]):
        return 4
    share = 100 * len(slips) // len(turns)
    return 1 if share > 50 else 2 if share > 30 else 3


def _recovered(turns: list[Exchange], slip: Exchange) -> bool:
    return any(addresses(exchange) for exchange in turns if slip.turn < exchange.turn <= slip.turn + 2)


def _telling(steady: list[Exchange]) -> list[Exchange]:
    """The steady answers that say most: those under attack, else the first."""
    return [exchange for exchange in steady if exchange.before.reaction in _HARD] or steady[:1]


def _slip(transcript: Transcript, exchange: Exchange) -> Evidence:
    heard = exchange.appraisal.played
    said = move_name(exchange.move)
    how = said if heard is exchange.move else f"{said}, thinly, was heard as {move_name(heard)}"
    tail = "was the answer." if heard is exchange.move else "here."
    return speaks(exchange, f"{did(transcript, exchange)}; {how} {tail}", Counts.AGAINST)


def _exit(transcript: Transcript, exchange: Exchange) -> Evidence:
    return speaks(
        exchange, f"{did(transcript, exchange)}; {move_name(exchange.move)} was another way out.", Counts.CONTEXT
    )


def _steady(transcript: Transcript, exchange: Exchange) -> Evidence:
    return speaks(exchange, f"{did(transcript, exchange)}; you did not defend.", Counts.FOR)
