"""Secondary ruptures: what the next two turns did after an attempt to repair had strained things again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.alliance.moves import is_hindering
from simulator.alliance.reactions import ReactionState
from simulator.scoring.competency import Counts, Evidence, Finding
from simulator.scoring.evidence_words import DID, counted, name_of
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import addresses, after, mean_level, not_observed, owns, speaks, under_pressure
from simulator.session.transcript import Exchange, Transcript

_WINDOW: Final = 2
_SAYS: Final = (
    "",
    "the next answers strained things further",
    "the same was tried again, or nothing was",
    "you came back to it after a detour",
    "your next words came back to it",
    "you came back to it and owned the attempt that failed",
)


def secondary_ruptures(transcript: Transcript) -> Finding:
    """The mean over all secondary ruptures that left time for an answer."""
    turns = transcript.exchanges
    cases = [
        (exchange, turns[place : place + _WINDOW])
        for place, exchange in enumerate(turns, 1)
        if _strained_again(exchange) and turns[place : place + _WINDOW]
    ]
    if not cases:
        return not_observed("No attempt to repair strained things again.")
    levels = [_level(failed, answers) for failed, answers in cases]
    returned = sum(level >= 3 for level in levels)
    why = f"You came back to {returned} of {counted(len(cases), 'secondary rupture', 'secondary ruptures')}."
    evidence = tuple(
        _evidence(transcript, failed, answers, level) for (failed, answers), level in zip(cases, levels, strict=True)
    )
    return Finding(mean_level(levels), why, evidence)


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """The best level of the answers that can follow a secondary rupture; no mean is higher."""
    failed = {
        (turn.exchange.move, turn.exchange.quality, after(turn.exchange)): turn.exchange
        for turn in turns
        if turn.goes_on and _strained_again(turn.exchange)
    }
    back_in = frozenset(turn.exchange.before.reaction for turn in turns if addresses(turn.exchange))
    owned_in = frozenset(turn.exchange.before.reaction for turn in turns if owns(turn.exchange))
    levels = (
        _best_level(exchange, turn, back_in, owned_in)
        for exchange in failed.values()
        for turn in turns
        if turn.exchange.before.reaction is after(exchange)
    )
    return max(levels, default=None)


def _best_level(
    failed: Exchange, turn: PossibleTurn, back_in: frozenset[ReactionState], owned_in: frozenset[ReactionState]
) -> int:
    """The level of a possible next answer, with the best that could be said in the state it leads to."""
    then = after(turn.exchange)
    back, owned = turn.goes_on and then in back_in, turn.goes_on and then in owned_in
    return _level_of(failed, turn.exchange, back_later=back, owned_later=owned, worse=False)


def _strained_again(exchange: Exchange) -> bool:
    """Whether a rupture followed on an attempt to repair: on this answer itself, or on an earlier one."""
    attempt = under_pressure(exchange) and not is_hindering(exchange.move)
    return exchange.appraisal.secondary or (exchange.appraisal.rupture and attempt)


def _level(failed: Exchange, answers: tuple[Exchange, ...]) -> int:
    rest = answers[1:]
    worse = any(is_hindering(exchange.appraisal.played) or exchange.appraisal.rupture for exchange in answers)
    back, owned = any(addresses(exchange) for exchange in rest), any(owns(exchange) for exchange in rest)
    return _level_of(failed, answers[0], back_later=back, owned_later=owned, worse=worse)


def _level_of(failed: Exchange, first: Exchange, *, back_later: bool, owned_later: bool, worse: bool) -> int:
    """The level of a next answer, by what the one after it did (or could do)."""
    if first.move is failed.move and (first.quality or 0) <= (failed.quality or 0):
        return 2 if not first.appraisal.rupture else 1
    if addresses(first):
        return 5 if owns(first) or owned_later else 4
    if back_later:
        return 4 if owned_later else 3
    return 1 if worse else 2


def _evidence(transcript: Transcript, failed: Exchange, answers: tuple[Exchange, ...], level: int) -> Evidence:
    counts = Counts.FOR if level >= 4 else Counts.CONTEXT if level == 3 else Counts.AGAINST
    happened = f"{name_of(transcript)} {DID[after(failed)]} after your answer at turn {failed.turn}"
    return speaks(answers[0], f"{happened}; {_SAYS[level]}.", counts)
