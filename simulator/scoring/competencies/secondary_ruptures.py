"""Secondary ruptures: what the next two turns did after an attempt to repair had strained things again."""

from __future__ import annotations

from typing import Final

from simulator.alliance import is_hindering
from simulator.scoring.competency import Counts, Evidence, Finding
from simulator.scoring.reading import addresses, after, mean_level, not_observed, owns, speaks, under_pressure
from simulator.scoring.words import DID, counted, name_of
from simulator.session import Exchange, Transcript

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


def _strained_again(exchange: Exchange) -> bool:
    """Whether a rupture followed on an attempt to repair: on this answer itself, or on an earlier one."""
    attempt = under_pressure(exchange) and not is_hindering(exchange.move)
    return exchange.appraisal.secondary or (exchange.appraisal.rupture and attempt)


def _level(failed: Exchange, answers: tuple[Exchange, ...]) -> int:
    first, rest = answers[0], answers[1:]
    if first.move is failed.move and (first.quality or 0) <= (failed.quality or 0):
        return 2 if not first.appraisal.rupture else 1
    if addresses(first):
        owned = owns(first) or any(owns(exchange) for exchange in rest)
        return 5 if owned else 4
    if any(addresses(exchange) for exchange in rest):
        return 4 if any(owns(exchange) for exchange in rest) else 3
    worse = any(is_hindering(exchange.appraisal.played) or exchange.appraisal.rupture for exchange in answers)
    return 1 if worse else 2


def _evidence(transcript: Transcript, failed: Exchange, answers: tuple[Exchange, ...], level: int) -> Evidence:
    counts = Counts.FOR if level >= 4 else Counts.CONTEXT if level == 3 else Counts.AGAINST
    happened = f"{name_of(transcript)} {DID[after(failed)]} after your answer at turn {failed.turn}"
    return speaks(answers[0], f"{happened}; {_SAYS[level]}.", counts)
